package dev.laurel.engine;

import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.brief;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.customer.Birthday;
import dev.laurel.customer.Customer;
import dev.laurel.decision.Decision;
import dev.laurel.decision.PostedEvent;
import dev.laurel.decision.Refusal;
import dev.laurel.event.Activity;
import dev.laurel.event.Adjustment;
import dev.laurel.event.Basket;
import dev.laurel.event.Cancellation;
import dev.laurel.event.Capture;
import dev.laurel.event.Claim;
import dev.laurel.event.Closure;
import dev.laurel.event.Enrollment;
import dev.laurel.event.ErasedEvent;
import dev.laurel.event.Erasure;
import dev.laurel.event.Hold;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.ProfileChange;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.event.Release;
import dev.laurel.event.Return;
import dev.laurel.event.TierGrant;
import dev.laurel.event.TimePassed;
import dev.laurel.event.Transfer;
import dev.laurel.occasion.ActivityKind;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.reward.BirthdayOccasion;
import dev.laurel.reward.BirthdayOccasion.Opening;
import dev.laurel.reward.Item;
import dev.laurel.reward.Offer;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.service.AccountKey;
import dev.laurel.service.InMemoryAccountStore;
import dev.laurel.service.Intent;
import dev.laurel.service.LoyaltyService;
import dev.laurel.service.Named;
import dev.laurel.time.Expiry;
import dev.laurel.time.Moment;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of an account that is closed, and of a customer who is erased. */
@Tag("E1")
class ClosureTest {
    private static final LoyaltyProgram PROGRAM = program(Moment.after(Period.ofDays(100)))
            .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
            .redeem(Reward.costing("fifty", 50))
            .offers(Offer.of("birthday", BirthdayOccasion.onTheDay().open(Opening.inItsMonth()), new Item("sample")))
            .holdsAtMost(Period.ofYears(1))
            .activities(new ActivityKind("review"))
            .build();

    private static Closure close(String date) {
        return new Closure("z", CUSTOMER, noon(date));
    }

    private static List<LoyaltyEvent> anythingElse(Instant at) {
        return List.of(
                Enrollment.of("n", CUSTOMER, at),
                new Purchase("n", CUSTOMER, at, Basket.ofTotal(usd("1"))),
                Redemption.of("n", CUSTOMER, at, "fifty"),
                Hold.of("n", CUSTOMER, at, "fifty", at.plusSeconds(1)),
                Capture.ofAll("n", CUSTOMER, at, "h"),
                new Release("n", CUSTOMER, at, "h"),
                new Return("n", CUSTOMER, at, "p", List.of()),
                Cancellation.ofAll("n", CUSTOMER, at, "x"),
                Claim.of("n", CUSTOMER, at, "birthday"),
                Activity.of("n", CUSTOMER, at, "review"),
                ProfileChange.ofBirthday("n", CUSTOMER, at, Birthday.parse("--06-15")),
                new Adjustment("n", CUSTOMER, at, "points", 5, "goodwill", "agent"),
                new TierGrant("n", CUSTOMER, at, "vib", at.plusSeconds(1)),
                new Transfer("n", CUSTOMER, at, "c2", "points", 5),
                new Closure("n", CUSTOMER, at));
    }

    @Nested
    class Closing {
        private final Shop shop = new Shop(PROGRAM);

        @Test
        void aClosureLetsWhatIsLeftExpireOnHoldOrNot() {
            shop.spend("2026-01-01", "30");
            shop.spend("2026-01-02", "70");
            shop.submit(Hold.of("h", CUSTOMER, noon("2026-01-03"), "fifty", noon("2026-09-01")));
            Decision decision = shop.submit(close("2026-02-01"));
            assertThat(brief(decision.entries())).containsExactly("EXPIRE -50", "EXPIRE -50");
            assertThat(decision.entries()).allMatch(entry -> entry.cause().equals("z"));
            assertThat(shop.available()).isZero();
            assertThat(shop.account().holds()).isEmpty();
            assertThat(shop.account().isClosed()).isTrue();
            assertThat(shop.account().milestones().closed()).isEqualTo(noon("2026-02-01"));
            assertThat(shop.engine().nextChangeAt(shop.account())).isEmpty();
            shop.verify();
        }

        @Test
        @Tag("L8")
        void aClosureLeavesADebt() {
            shop.spend("2026-01-01", "30");
            shop.submit(new Adjustment("a", CUSTOMER, noon("2026-01-02"), "points", -50, "error", "agent"));
            assertThat(shop.submit(close("2026-02-01")).entries()).isEmpty();
            assertThat(shop.account().balance("points").debt()).isEqualTo(20);
            shop.verify();
        }

        @Test
        @Tag("L6")
        void aClosureLeavesNothingThatATimerCouldEnd() {
            Shop timed = new Shop(program(Expiry.inactiveFor(Period.ofMonths(1)))
                    .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
                    .build());
            timed.spend("2026-01-01", "30");
            timed.submit(close("2026-01-15"));
            assertThat(timed.engine().nextChangeAt(timed.account())).isEmpty();
            assertThat(timed.account().balance("points").expired()).isEqualTo(30);
            assertThat(timed.advance(noon("2027-01-01")).entries()).isEmpty();
            timed.verify();
        }

        @Test
        @Tag("E3")
        void aClosureIsTheEndOfAllButErasureAndTime() {
            shop.spend("2026-01-01", "30");
            shop.submit(close("2026-02-01"));
            for (LoyaltyEvent event : anythingElse(noon("2026-02-02"))) {
                assertThat(shop.refused(event)).isEqualTo(new Refusal.AccountClosed(CUSTOMER, noon("2026-02-01")));
            }
            assertThat(new Refusal.AccountClosed("c1", noon("2026-02-01")).message())
                    .isEqualTo("the account of customer 'c1' is closed since 2026-02-01T17:00:00Z; open it again first,"
                            + " unless the customer was erased");
            assertThat(shop.refused(new Purchase("late", CUSTOMER, noon("2026-01-02"), Basket.ofTotal(usd("1"))))
                            .code())
                    .isEqualTo("ACCOUNT_CLOSED");
            shop.advance(noon("2026-03-01"));
            shop.submit(new Erasure("e", CUSTOMER, noon("2026-03-01")));
        }

        @Test
        @Tag("E4")
        void aClosureCanBeTheFirstThatHappensToACustomer() {
            shop.submit(close("2026-02-01"));
            assertThat(shop.account().milestones().opened()).isEqualTo(noon("2026-02-01"));
            assertThat(shop.refused(anythingElse(noon("2026-02-02")).get(1)).code())
                    .isEqualTo("ACCOUNT_CLOSED");
        }
    }

    @Nested
    @Tag("F2")
    @Tag("K31")
    class Erasing {
        private final InMemoryAccountStore store = new InMemoryAccountStore();
        private final LoyaltyService service =
                LoyaltyService.of(LoyaltyEngine.of(PROGRAM), store).withClock(() -> noon("2030-01-01"));
        private final AccountKey key = new AccountKey("shop", CUSTOMER);

        private Erasing() {
            submit(new Enrollment(
                    "e",
                    noon("2026-06-01"),
                    new Customer(CUSTOMER, Birthday.parse("--06-15"), Map.of("canary", "canary"), Set.of("canary")),
                    "canary-referrer"));
            submit(new Purchase("p", CUSTOMER, noon("2026-06-02"), Basket.ofTotal(usd("120"))));
            submit(Claim.of("g", CUSTOMER, noon("2026-06-03"), "birthday"));
            submit(new Activity("a", CUSTOMER, noon("2026-06-03"), "review", Map.of("text", "canary")));
            submit(new Adjustment("j", CUSTOMER, noon("2026-06-03"), "points", 5, "canary", "agent"));
            submit(Redemption.of("x", CUSTOMER, noon("2026-06-04"), "fifty"));
        }

        private void submit(LoyaltyEvent event) {
            service.submit(event).orThrow();
        }

        @Test
        void anErasureForgetsWhatIsPersonalAndKeepsEntriesAndSums() {
            var before = service.account(CUSTOMER).orElseThrow();
            var entries = service.entries(CUSTOMER);
            submit(new Erasure("z", CUSTOMER, noon("2026-06-05")));
            var after = service.account(CUSTOMER).orElseThrow();
            assertThat(after.profile()).isEqualTo(Customer.of(CUSTOMER));
            assertThat(after.claimed()).isEmpty();
            assertThat(after.milestones().referrer()).isNull();
            assertThat(after.milestones().birthdayOnFile()).isNull();
            assertThat(after.balance("points")).isEqualTo(before.balance("points"));
            assertThat(after.wallets()).isEqualTo(before.wallets());
            assertThat(service.entries(CUSTOMER)).isEqualTo(entries);
            assertThat(service.verify(CUSTOMER)).isEmpty();
            assertThat(after.isClosed()).isTrue();
        }

        @Test
        void anErasureLeavesNoTraceOfWhatIsPersonalInTheStore() {
            submit(new Erasure("z", CUSTOMER, noon("2026-06-05")));
            List<PostedEvent> journal = store.journal(key, 0, 1_000);
            assertThat(journal).hasSize(7);
            assertThat(journal.subList(0, 6)).allMatch(posted -> posted.event() instanceof ErasedEvent);
            assertThat(journal.get(6).event()).isInstanceOf(Erasure.class);
            assertThat(journal.toString()).doesNotContain("canary", "--06-15");
            assertThat(store.read(key, Named.event("e"), Intent.VIEW).events()).containsValue(journal.get(0));
            assertThat(service.receipt(CUSTOMER, "p")).isEmpty();
            assertThat(service.accountAt(CUSTOMER, noon("2026-06-03"))).isEmpty();
            assertThat(service.explain(CUSTOMER, "p")).isEmpty();
        }

        @Test
        @Tag("E2")
        void anErasureIsRememberedAndWhatWasBeforeIsNot() {
            submit(new Erasure("z", CUSTOMER, noon("2026-06-05")));
            assertThat(service.submit(new Erasure("z", CUSTOMER, noon("2026-06-05")))
                            .isRepeat())
                    .isTrue();
            assertThat(service.submit(Redemption.of("x", CUSTOMER, noon("2026-06-04"), "fifty"))
                            .isRepeat())
                    .isTrue();
            for (LoyaltyEvent event : anythingElse(noon("2026-06-06"))) {
                assertThat(service.submit(event).refusal())
                        .contains(new Refusal.AccountClosed(CUSTOMER, noon("2026-06-05")));
            }
            assertThat(service.submit(new Erasure("z2", CUSTOMER, noon("2026-06-06")))
                            .refusal())
                    .contains(new Refusal.AccountClosed(CUSTOMER, noon("2026-06-05")));
        }

        @Test
        @Tag("D4")
        void anErasureLetsTimeGoOn() {
            submit(new Erasure("z", CUSTOMER, noon("2026-06-05")));
            assertThat(service.advance(CUSTOMER, noon("2027-01-01")).posted()).isPresent();
            assertThat(service.account(CUSTOMER).orElseThrow().balance("points").available())
                    .isZero();
            assertThat(service.verify(CUSTOMER)).isEmpty();
        }

        @Test
        @Tag("T3")
        void anErasureThatComesTooLateIsTooLateOnlyWhereNothingWasErased() {
            submit(new Erasure("z", CUSTOMER, noon("2026-06-05")));
            submit(new TimePassed(CUSTOMER, noon("2026-12-31")));
            assertThat(service.submit(new Erasure("z2", CUSTOMER, noon("2026-06-06")))
                            .refusal()
                            .orElseThrow()
                            .code())
                    .isEqualTo("ACCOUNT_CLOSED");
        }

        @Test
        void anErasureOfAClosedAccountIsPossible() {
            submit(new Closure("q", CUSTOMER, noon("2026-06-05")));
            submit(new Erasure("z", CUSTOMER, noon("2026-06-06")));
            assertThat(service.submit(new Erasure("z2", CUSTOMER, noon("2026-06-06")))
                            .refusal())
                    .contains(new Refusal.AccountClosed(CUSTOMER, noon("2026-06-05")));
        }

        @Test
        void erasedEventsCannotBeEvaluatedAgain() {
            ErasedEvent erased = new ErasedEvent("e", CUSTOMER, noon("2026-06-05"));
            LoyaltyEngine engine = service.engine();
            assertThatThrownBy(() -> engine.evaluate(engine.newAccount(CUSTOMER), erased))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("event 'e' was erased; it cannot be evaluated again");
            assertThatThrownBy(() -> service.submit(erased)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
