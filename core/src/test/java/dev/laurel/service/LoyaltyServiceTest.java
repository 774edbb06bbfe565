package dev.laurel.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.account.Account;
import dev.laurel.codec.Codec;
import dev.laurel.customer.Birthday;
import dev.laurel.customer.Customer;
import dev.laurel.decision.PostedEvent;
import dev.laurel.decision.Refusal;
import dev.laurel.decision.RefusedException;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Basket;
import dev.laurel.event.Enrollment;
import dev.laurel.event.Erasure;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.Redemption;
import dev.laurel.event.TimePassed;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.time.Moment;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LoyaltyServiceTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final LoyaltyProgram PROGRAM = LoyaltyProgram.builder("shop", "1")
            .zone(ZoneId.of("UTC"))
            .money(USD)
            .points(PointCurrency.of("points"), PointTerms.expiring(Moment.after(Period.ofDays(30))))
            .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
            .redeem(Reward.costing("fifty", 50))
            .build();

    private final List<Instant> clock = new ArrayList<>(List.of(Instant.parse("2026-06-01T00:00:00Z")));
    private final AccountStore store = new InMemoryAccountStore();
    private final LoyaltyService service =
            LoyaltyService.of(LoyaltyEngine.of(PROGRAM), store).withClock(() -> clock.get(0));

    private static Money usd(String amount) {
        return Money.of(USD, amount);
    }

    private static Instant at(String date) {
        return Instant.parse(date + "T12:00:00Z");
    }

    private static Purchase purchase(String id, String date, String net) {
        return new Purchase(id, "c1", at(date), Basket.ofTotal(usd(net)));
    }

    @CanIgnoreReturnValue
    private Outcome submit(LoyaltyEvent event) {
        return service.submit(event);
    }

    @Nested
    class Submitting {
        @Test
        void theServiceCommitsTheAccountItsEntriesItsReceiptAndTheEvent() {
            Outcome outcome = submit(purchase("p1", "2026-01-01", "10"));
            assertThat(outcome.isAccepted()).isTrue();
            assertThat(outcome.isRepeat()).isFalse();
            assertThat(outcome.entries()).hasSize(1);
            assertThat(service.account("c1")).contains(outcome.account());
            assertThat(service.entries("c1")).isEqualTo(outcome.entries());
            assertThat(service.receipt("c1", "p1").orElseThrow().event()).isEqualTo("p1");
            assertThat(service.receipt("c2", "p1")).isEmpty();
            assertThat(outcome).hasToString("Outcome[p1 of c1: 1 entries]");
        }

        @Test
        void theServiceSaysTheSameOfTheSameWheneverItWasRecorded() {
            LoyaltyService other = LoyaltyService.of(service.engine(), new InMemoryAccountStore());
            Purchase purchase = purchase("p1", "2026-01-01", "10");
            Outcome outcome = submit(purchase);
            assertThat(other.submit(purchase)).isEqualTo(outcome).hasSameHashCodeAs(outcome);
            assertThat(other.submit(purchase)).isNotEqualTo(outcome);
            assertThat(submit(purchase("p2", "2026-01-01", "10"))).isNotEqualTo(outcome);
        }

        @Test
        @Tag("F1")
        void theServiceOffersARefusalAsAValueAndAsAnException() {
            Outcome outcome = submit(Redemption.of("x", "c1", at("2026-01-01"), "fifty"));
            assertThat(outcome.isAccepted()).isFalse();
            assertThat(outcome.refusal()).contains(new Refusal.InsufficientPoints("points", 0, 50));
            assertThatThrownBy(outcome::orThrow)
                    .isInstanceOf(RefusedException.class)
                    .hasMessage("INSUFFICIENT_POINTS: 50 points are needed, but 0 are available");
            assertThat(service.account("c1")).isEmpty();
        }

        @Test
        void theServiceRefusesToRecordAPreview() {
            Purchase preview = Purchase.preview("c1", at("2026-01-01"), Basket.ofTotal(usd("1")));
            assertThatThrownBy(() -> submit(preview))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a preview cannot be submitted; submit an event with an id of its own");
        }
    }

    @Nested
    @Tag("E2")
    @Tag("I6")
    class TheSameIdAgain {
        @Test
        @Tag("K3")
        void theSameIdAgainWithTheSameContentGivesTheFirstOutcomeAndDoesNothing() {
            Outcome first = submit(purchase("p1", "2026-01-01", "10"));
            submit(purchase("p2", "2026-01-02", "20"));
            Account before = service.account("c1").orElseThrow();
            Outcome again = submit(purchase("p1", "2026-01-01", "10.00"));
            assertThat(again.isRepeat()).isTrue();
            assertThat(again.isAccepted()).isTrue();
            assertThat(again.entries()).isEqualTo(first.entries());
            assertThat(again.account()).isEqualTo(before);
            assertThat(service.account("c1")).contains(before);
            assertThat(store.journal(new AccountKey("shop", "c1"), 0, 1_000)).hasSize(2);
            assertThat(again).hasToString("Outcome[p1 of c1: 1 entries, repeated]");
        }

        @Test
        @Tag("K4")
        void theSameIdAgainWithOtherContentIsAConflictAndChangesNothing() {
            submit(purchase("p1", "2026-01-01", "10"));
            String before = Codec.ACCOUNTS.digest(service.account("c1").orElseThrow());
            Map<LoyaltyEvent, String> others = Map.of(
                    purchase("p1", "2026-01-01", "10.01"),
                    "basket.lines[0].net",
                    purchase("p1", "2026-01-02", "10"),
                    "occurredAt",
                    purchase("p1", "2026-01-02", "10.01"),
                    "basket.lines[0].net",
                    new Purchase(
                            "p1",
                            "c1",
                            at("2026-01-01"),
                            Basket.ofTotal(usd("10")).withShipping(usd("1"))),
                    "basket.shipping",
                    Redemption.of("p1", "c1", at("2026-01-01"), "fifty"),
                    "kind",
                    Enrollment.of("p1", "c1", at("2026-01-01")),
                    "kind");
            others.forEach((other, component) -> {
                Outcome outcome = submit(other);
                assertThat(outcome.refusal()).contains(new Refusal.IdConflict("p1", component));
                assertThat(Codec.ACCOUNTS.digest(service.account("c1").orElseThrow()))
                        .isEqualTo(before);
            });
        }

        @Test
        @Tag("F1")
        void aConflictSaysWhatDiffersAndTheWayOutButNoValue() {
            submit(purchase("p1", "2026-01-01", "10"));
            assertThat(submit(purchase("p1", "2026-01-01", "10.01"))
                            .refusal()
                            .orElseThrow()
                            .message())
                    .isEqualTo(
                            "event id 'p1' was used for an event with another basket.lines[0].net; choose a new id for a"
                                    + " new event");
            assertThat(submit(purchase("p1", "2026-01-02", "10"))
                            .refusal()
                            .orElseThrow()
                            .message())
                    .isEqualTo("event id 'p1' was used for the same event at another instant; send the instant that you"
                            + " stored with it, never a new id");
        }

        @Test
        @Tag("E3")
        void theSameIdAgainAfterARefusalIsANewAttempt() {
            Redemption redemption = Redemption.of("x", "c1", at("2026-01-02"), "fifty");
            assertThat(submit(redemption).isAccepted()).isFalse();
            submit(purchase("p1", "2026-01-01", "50"));
            Outcome second = submit(redemption);
            assertThat(second.isAccepted()).isTrue();
            assertThat(second.isRepeat()).isFalse();
        }

        @Test
        @Tag("I21")
        void theSameIdAgainOfAnotherCustomerIsAnotherEvent() {
            submit(purchase("p1", "2026-01-01", "10"));
            assertThat(submit(new Purchase("p1", "c2", at("2026-01-01"), Basket.ofTotal(usd("99"))))
                            .isAccepted())
                    .isTrue();
        }
    }

    @Nested
    @Tag("D4")
    class WritingDownThePassageOfTime {
        @Test
        void theServiceStoresOnceWhatTimeHasBroughtAbout() {
            submit(purchase("p1", "2026-01-01", "10"));
            Outcome outcome = service.advance("c1", at("2026-03-01"));
            assertThat(outcome.entries()).hasSize(1);
            assertThat(service.advance("c1", at("2026-03-01")).isRepeat()).isTrue();
            assertThat(service.advance("c1", at("2026-04-01")).posted()).isEmpty();
            assertThat(service.account("c1").orElseThrow().balance("points").expired())
                    .isEqualTo(10);
        }

        @Test
        void theServiceStoresNothingWhereTimeHasBroughtNothingAbout() {
            assertThat(service.advance("c1", at("2026-03-01")).posted()).isEmpty();
            submit(purchase("p1", "2026-01-01", "10"));
            assertThat(service.advance("c1", at("2026-01-02")).posted()).isEmpty();
            assertThat(service.account("c1").orElseThrow().asOf()).isEqualTo(at("2026-01-01"));
        }

        @Test
        @Tag("T3")
        @Tag("F2")
        void aPassageOfTimeIsNeverRefusedForThePastAlsoAfterAnErasure() {
            submit(purchase("p1", "2026-01-01", "10"));
            Outcome first = service.advance("c1", at("2026-03-01"));
            submit(new Erasure("z", "c1", at("2026-03-02")));
            Account erased = service.account("c1").orElseThrow();
            assertThat(service.advance("c1", at("2026-03-01")).isRepeat()).isTrue();
            Outcome again = submit(new TimePassed("c1", at("2026-03-01")));
            assertThat(again.refusal()).isEmpty();
            assertThat(again.isRepeat()).isTrue();
            assertThat(again.entries()).isEqualTo(first.entries());
            assertThat(again.account()).isEqualTo(erased);
        }

        @Test
        @Tag("E2")
        @Tag("TV-216")
        void anOrderOfBeforeAnErasureThatIsDeliveredAgainIsARepetition() {
            Outcome bought = submit(purchase("p1", "2026-01-01", "10"));
            submit(new Erasure("z", "c1", at("2026-01-02")));
            Account erased = service.account("c1").orElseThrow();
            for (String net : List.of("10", "11")) {
                Outcome again = submit(purchase("p1", "2026-01-01", net));
                assertThat(again.refusal()).isEmpty();
                assertThat(again.isRepeat()).isTrue();
                assertThat(again.entries()).isEqualTo(bought.entries());
                assertThat(again.account()).isEqualTo(erased);
            }
            assertThat(service.entries("c1")).isEqualTo(bought.entries());
            assertThat(submit(purchase("p2", "2026-01-01", "10")).refusal().map(Refusal::code))
                    .contains("ACCOUNT_CLOSED");
        }

        @Test
        void aPassageOfTimeCanBeSubmittedTwice() {
            submit(purchase("p1", "2026-01-01", "10"));
            assertThat(submit(new TimePassed("c1", at("2026-03-01"))).isRepeat())
                    .isFalse();
            assertThat(submit(new TimePassed("c1", at("2026-03-01"))).isRepeat())
                    .isTrue();
        }
    }

    @Nested
    class AccountsAtAnInstant {
        @Test
        void accountsInThePastAreAsTheyStoodThen() {
            submit(purchase("p1", "2026-01-01", "10"));
            submit(purchase("p2", "2026-01-10", "60"));
            submit(Redemption.of("x", "c1", at("2026-01-20"), "fifty"));
            assertThat(service.accountAt("c1", at("2025-12-31"))).isEmpty();
            assertThat(available("2026-01-01")).isEqualTo(10);
            assertThat(available("2026-01-09")).isEqualTo(10);
            assertThat(available("2026-01-10")).isEqualTo(70);
            assertThat(available("2026-01-20")).isEqualTo(20);
            assertThat(service.accountAt("c2", at("2026-01-01"))).isEmpty();
        }

        @Test
        void accountsInTheFutureAreAsTheyWillBeIfNothingHappensAndAreNotStored() {
            submit(purchase("p1", "2026-01-01", "10"));
            assertThat(available("2026-01-30")).isEqualTo(10);
            assertThat(available("2026-01-31")).isZero();
            assertThat(service.account("c1").orElseThrow().asOf()).isEqualTo(at("2026-01-01"));
        }

        @Test
        @Tag("T3")
        void accountsAtAnInstantShowALateEventFromWhenItWasPosted() {
            submit(purchase("p1", "2026-01-01", "10"));
            submit(purchase("p2", "2026-01-20", "10"));
            submit(purchase("late", "2026-01-10", "5"));
            assertThat(available("2026-01-15")).isEqualTo(10);
            assertThat(available("2026-01-20")).isEqualTo(25);
        }

        @Test
        @Tag("L3")
        void accountsReplayedFromTheJournalAreTheSameToTheDigest() {
            submit(purchase("p1", "2026-01-01", "10"));
            service.advance("c1", at("2026-02-10"));
            submit(purchase("late", "2026-02-09", "5"));
            Account stored = service.account("c1").orElseThrow();
            Account replayed = service.engine().newAccount("c1");
            for (PostedEvent posted : store.journal(new AccountKey("shop", "c1"), 0, 1_000)) {
                replayed = service.engine().evaluate(replayed, posted.event()).account();
            }
            assertThat(Codec.ACCOUNTS.digest(replayed)).isEqualTo(Codec.ACCOUNTS.digest(stored));
            assertThat(stored.verify(service.entries("c1"))).isEmpty();
        }

        private long available(String date) {
            return service.accountAt("c1", at(date))
                    .orElseThrow()
                    .balance("points")
                    .available();
        }

        @Test
        void anAccountAtAnInstantOutOfRangeIsRefused() {
            assertThatThrownBy(() -> service.accountAt("c1", Instant.MAX))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("instant must lie in the years 1 to 9999");
        }
    }

    @Nested
    @Tag("T3")
    @Tag("K20")
    class RecordTimes {
        // What happens is far ahead of a clock that goes back.
        private final LoyaltyService patient = service.withTolerance(Duration.ofDays(400_000));

        @CanIgnoreReturnValue
        private Outcome submit(LoyaltyEvent event) {
            return patient.submit(event);
        }

        private List<Instant> recorded() {
            return store.journal(new AccountKey("shop", "c1"), 0, 1_000).stream()
                    .map(PostedEvent::recordedAt)
                    .toList();
        }

        @Test
        void theRecordTimesIncreaseStrictlyEvenIfTheClockStandsOrGoesBack() {
            Instant noon = Instant.parse("2026-06-01T12:00:00Z");
            for (long millis : new long[] {0, 0, -5_000, 1, Long.MIN_VALUE / 1_000_000}) {
                clock.set(0, noon.plus(millis, ChronoUnit.MILLIS));
                submit(purchase("p" + recorded().size(), "2026-01-01", "1"));
            }
            assertThat(recorded()).isSorted().doesNotHaveDuplicates().hasSize(5);
            assertThat(recorded().get(0)).isEqualTo(noon);
            assertThat(recorded().get(3)).isEqualTo(noon.plusMillis(1));
        }

        @Test
        void theRecordTimesDecideNothing() {
            submit(purchase("p1", "2026-01-01", "10"));
            clock.set(0, Instant.parse("1970-01-01T00:00:00Z"));
            Account first = submit(purchase("p2", "2026-01-02", "10")).account();
            LoyaltyService other = LoyaltyService.of(service.engine(), new InMemoryAccountStore());
            assertThat(other.submit(purchase("p1", "2026-01-01", "10")).isAccepted())
                    .isTrue();
            assertThat(Codec.ACCOUNTS.digest(
                            other.submit(purchase("p2", "2026-01-02", "10")).account()))
                    .isEqualTo(Codec.ACCOUNTS.digest(first));
        }
    }

    @Nested
    class Asking {
        @Test
        @Tag("X2")
        void aPreviewStoresNothing() {
            Basket basket = Basket.of(PurchaseLine.of("1", "s", usd("12.50")));
            assertThat(service.member("nobody", at("2026-01-01")).quote(basket).earned("points"))
                    .isEqualTo(12);
            assertThat(service.account("nobody")).isEmpty();
        }

        @Test
        @Tag("X1")
        void theServiceAnswersFromTheJournalWhyAPurchaseEarnedWhatItEarned() {
            submit(purchase("p1", "2026-01-01", "10"));
            submit(purchase("p2", "2026-01-02", "20.40"));
            assertThat(service.explain("c1", "p2").orElseThrow().text())
                    .isEqualTo("base: +20 points (20.4 rounded down per purchase)");
            assertThat(service.explain("c1", "p3")).isEmpty();
            assertThat(service.explain("c2", "p2")).isEmpty();
        }
    }

    @Test
    @Tag("F2")
    void nothingPersonalIsSaidOfACustomer() {
        Customer personal =
                new Customer("c1", Birthday.parse("--02-29"), Map.of("name", "canary"), Set.of("canary-segment"));
        Outcome outcome = submit(new Enrollment("e1", at("2026-01-01"), personal, null));
        assertThat(outcome.toString() + outcome.account() + outcome.account().profile() + personal.birthday())
                .doesNotContain("canary", "29");
    }
}
