package dev.laurel.engine;

import static dev.laurel.engine.Shop.POINTS;
import static dev.laurel.engine.Shop.USD;
import static dev.laurel.engine.Shop.brief;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.account.Account;
import dev.laurel.codec.Codec;
import dev.laurel.decision.Refusal;
import dev.laurel.event.Adjustment;
import dev.laurel.event.Basket;
import dev.laurel.event.Closure;
import dev.laurel.event.Enrollment;
import dev.laurel.event.Erasure;
import dev.laurel.event.Hold;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.event.Reopening;
import dev.laurel.event.Transfer;
import dev.laurel.event.TransferReceived;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotDating;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.service.AccountKey;
import dev.laurel.service.InMemoryAccountStore;
import dev.laurel.service.LoyaltyService;
import dev.laurel.service.Outcome;
import dev.laurel.time.Expiry;
import dev.laurel.time.Moment;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Points that a member gives to another one. */
@Tag("E1")
@Tag("L9")
class TransfersTest {
    private static final PointCurrency STATUS = PointCurrency.of("status");

    private final InMemoryAccountStore store = new InMemoryAccountStore();
    private final List<Outcome> told = new ArrayList<>();
    private LoyaltyService service = service(Moment.after(Period.ofDays(100)));

    private LoyaltyService service(Expiry expiry) {
        return service(expiry, Period.ZERO);
    }

    private LoyaltyService service(Expiry expiry, Period age) {
        LoyaltyProgram program = LoyaltyProgram.builder("shop", "1")
                .zone(ZoneId.of("America/New_York"))
                .money(USD)
                .points(POINTS, PointTerms.expiring(expiry).transferableAfter(age))
                .points(STATUS, PointTerms.expiring(Moment.never()))
                .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
                .redeem(Reward.costing("fifty", 50))
                .build();
        LoyaltyService made = LoyaltyService.of(LoyaltyEngine.of(program), store)
                .withClock(() -> noon("9999-01-01"))
                .withListener(told::add);
        assertThat(made.submit(Enrollment.of("joins", "c2", noon("2025-12-01"))).isAccepted())
                .isTrue();
        return made;
    }

    @CanIgnoreReturnValue
    private Outcome submit(LoyaltyEvent event) {
        Outcome outcome = service.submit(event);
        for (String customer : List.of("c1", "c2")) {
            assertThat(service.verify(customer)).isEmpty();
        }
        return outcome;
    }

    private void buy(String customer, String date, String net) {
        Basket basket = Basket.ofTotal(usd(net));
        assertThat(submit(new Purchase("p-" + customer + date, customer, noon(date), basket))
                        .isAccepted())
                .isTrue();
    }

    private static Transfer give(String id, String date, long points) {
        return new Transfer(id, "c1", noon(date), "c2", "points", points);
    }

    private Refusal refused(LoyaltyEvent event) {
        List<String> digests = digests();
        Outcome outcome = submit(event);
        assertThat(outcome.isAccepted()).isFalse();
        assertThat(digests()).isEqualTo(digests);
        return outcome.refusal().orElseThrow();
    }

    private List<String> digests() {
        return List.of("c1", "c2").stream()
                .map(customer ->
                        service.account(customer).map(Codec.ACCOUNTS::digest).orElse(""))
                .toList();
    }

    private Account account(String customer) {
        return service.account(customer).orElseThrow();
    }

    private long available(String customer) {
        return account(customer).balance("points").available();
    }

    @Nested
    class Giving {
        @Test
        void aTransferMovesPointsWithTheirDates() {
            buy("c1", "2026-01-01", "30");
            buy("c1", "2026-01-11", "70");
            Outcome outcome = submit(give("t", "2026-02-01", 50));
            assertThat(brief(outcome.entries())).containsExactly("SEND -50");
            assertThat(outcome.entries().get(0).cause()).isEqualTo("t");
            assertThat(available("c1")).isEqualTo(50);
            assertThat(account("c1").balance("points").sent()).isEqualTo(50);
            assertThat(brief(service.entries("c2"))).containsExactly("RECEIVE 30", "RECEIVE 20");
            assertThat(account("c2").balance("points").received()).isEqualTo(50);
            List<Lot> lots = new ArrayList<>();
            account("c2").wallet("points").orElseThrow().lots().forEach(lots::add);
            assertThat(lots)
                    .extracting(lot -> lot.number() + ":" + lot.left() + " " + lot.expires())
                    .containsExactly("1:30 2026-04-11T16:00:00Z", "2:20 2026-04-21T16:00:00Z");
            assertThat(lots).extracting(Lot::earned).containsExactly(noon("2026-01-01"), noon("2026-01-11"));
            assertThat(lots).extracting(Lot::available).containsOnly(noon("2026-02-01"));
        }

        @Test
        @Tag("T3")
        void aTransferFromOneWhosePresentIsLaterLeavesTheOthersPresentAsItIs() {
            buy("c2", "2026-01-01", "70");
            buy("c1", "2026-01-15", "30");
            buy("c1", "2026-05-01", "10");
            assertThat(submit(give("t", "2026-04-05", 10)).isAccepted()).isTrue();
            assertThat(account("c1").asOf()).isEqualTo(noon("2026-05-01"));
            assertThat(account("c2").asOf()).isEqualTo(noon("2026-04-05"));
            assertThat(available("c2")).isEqualTo(80);
            assertThat(submit(Redemption.of("x", "c2", noon("2026-04-06"), "fifty"))
                            .isAccepted())
                    .isTrue();
        }

        @Test
        @Tag("N2")
        void aTransferOfPointsWhoseDateNoEventCanTellIsRefused() {
            service = service(Moment.after(Period.ofYears(1_000)));
            Instant late = Instant.parse("9000-01-01T00:00:00Z");
            service.submit(new Purchase("p", "c1", late, Basket.ofTotal(usd("10"))))
                    .orThrow();
            assertThat(refused(new Transfer("t", "c1", late, "c2", "points", 5)))
                    .isEqualTo(new Refusal.Overflow("the date at which points expire that are to be transferred"));
        }

        @Test
        @Tag("E1")
        void aTransferToSomebodyOfWhomNothingIsKnownIsRefused() {
            buy("c1", "2026-01-01", "30");
            Transfer astray = new Transfer("t", "c1", noon("2026-02-01"), "c3", "points", 30);
            assertThat(refused(astray).message())
                    .isEqualTo("customer 'c3' has no open account, so nothing can be transferred to them; enroll them"
                            + " first");
            assertThat(service.account("c3")).isEmpty();
            assertThat(available("c1")).isEqualTo(30);
            service.submit(Enrollment.of("e", "c3", noon("2026-02-01"))).orThrow();
            assertThat(submit(astray).isAccepted()).isTrue();
        }

        @Test
        @Tag("L8")
        void aTransferPaysFirstWhatTheOtherOwes() {
            buy("c1", "2026-01-01", "30");
            submit(new Adjustment("a", "c2", noon("2026-01-01"), "points", -20, "error", "agent"));
            submit(give("t", "2026-02-01", 30));
            assertThat(brief(service.entries("c2"))).containsExactly("ADJUST -20", "RECEIVE 30", "DEBT_PAID 20");
            assertThat(available("c2")).isEqualTo(10);
        }

        @Test
        @Tag("T3")
        void aTransferToOneWhosePresentIsLaterPostsThere() {
            buy("c1", "2026-01-01", "30");
            buy("c2", "2026-02-20", "1");
            assertThat(submit(give("t", "2026-02-01", 30)).isAccepted()).isTrue();
            assertThat(account("c2").asOf()).isEqualTo(noon("2026-02-20"));
            assertThat(available("c2")).isEqualTo(31);
        }

        @Test
        @Tag("T3")
        void aTransferIsNeverTooLateForTheOneWhoReceives() {
            buy("c1", "2026-01-01", "30");
            buy("c2", "2026-03-20", "1");
            assertThat(submit(give("t", "2026-02-01", 30)).isAccepted()).isTrue();
            assertThat(available("c1")).isZero();
            assertThat(available("c2")).isEqualTo(31);
        }

        @Test
        @Tag("T3")
        void aTransferThatArrivesMakesNothingTooLate() {
            buy("c1", "2026-04-01", "30");
            submit(give("t", "2026-04-05", 30));
            assertThat(account("c2").asOf()).isEqualTo(noon("2026-04-05"));
            buy("c2", "2026-01-01", "7");
            assertThat(account("c2").milestones().latest()).isEqualTo(noon("2026-01-01"));
        }

        @Test
        @Tag("T3")
        @Tag("TV-212")
        void aTransferThatArrivesAfterTheLastEventOfTheHostIsNotCountedByTheLateLimit() {
            buy("c1", "2026-04-01", "30");
            buy("c2", "2026-02-20", "10");
            submit(give("t", "2026-04-04", 30));
            buy("c2", "2026-03-01", "7");
            assertThat(available("c2")).isEqualTo(47);
            Basket basket = Basket.ofTotal(usd("1"));
            Instant tooLate = noon("2026-01-30").minusSeconds(1);
            assertThat(refused(new Purchase("too-late", "c2", tooLate, basket)))
                    .isEqualTo(new Refusal.EventTooLate(tooLate, noon("2026-03-01"), Period.ofDays(30)));
            buy("c2", "2026-01-30", "1");
        }

        @Test
        void aTransferCanBeOfPointsAloneThatWereEarnedSoLongAgo() {
            service = service(Moment.after(Period.ofDays(100)), Period.ofDays(14));
            buy("c1", "2026-01-01", "30");
            buy("c1", "2026-01-05", "20");
            assertThat(refused(give("t", "2026-01-15", 31)))
                    .isEqualTo(
                            new Refusal.ConditionNotMet(
                                    "the transfer",
                                    "points are earned at least P14D before, and not past the date with which they leave",
                                    "30 points",
                                    "31 points that are earned at least P14D before, and not past the date with which they leave"));
            assertThat(refused(give("t", "2026-01-15", 51)))
                    .isEqualTo(new Refusal.InsufficientPoints("points", 50, 51));
            submit(give("t", "2026-01-15", 30));
            submit(give("u", "2026-01-19", 20));
            assertThat(available("c2")).isEqualTo(50);
        }

        @Test
        void pointsThatExpiredOnTheWayAreGoneThere() {
            buy("c1", "2026-04-01", "30");
            submit(new Adjustment("a", "c2", noon("2026-04-02"), "points", 1, "hello", "agent"));
            assertThat(service.advance("c2", noon("2026-07-15")).posted()).isPresent();
            assertThat(submit(give("t", "2026-07-09", 30)).isAccepted()).isTrue();
            assertThat(brief(service.entries("c2")))
                    .containsExactly("ADJUST 1", "EXPIRE -1", "RECEIVE 30", "EXPIRE -30");
        }
    }

    @Nested
    class OnATimerOfInactivity {
        private OnATimerOfInactivity() {
            service = service(Expiry.inactiveFor(Period.ofMonths(1)));
        }

        private Instant runsOut(String customer) {
            return account(customer).wallet("points").orElseThrow().runsOut();
        }

        @Test
        void aTransferGivesPointsTheDateOfTheGiversTimerAndStartsNone() {
            buy("c1", "2026-01-01", "30");
            submit(give("t", "2026-01-20", 10));
            assertThat(runsOut("c1")).isEqualTo(noon("2026-02-01"));
            assertThat(runsOut("c2")).isNull();
            assertThat(account("c2").wallet("points").orElseThrow().lots())
                    .singleElement()
                    .isEqualTo(new Lot(
                            1, 10, 10, noon("2026-01-01"), noon("2026-01-20"), noon("2026-02-01"), LotDating.OWN));
        }

        @Test
        void aTransferGivesPointsADateThatNoActivityOfTheOtherMoves() {
            buy("c1", "2026-01-01", "30");
            submit(give("t", "2026-01-20", 10));
            buy("c2", "2026-01-25", "5");
            assertThat(runsOut("c2")).isEqualTo(noon("2026-02-25"));
            service.advance("c2", noon("2026-02-01"));
            assertThat(available("c2")).isEqualTo(5);
            assertThat(service.verify("c2")).isEmpty();
        }

        @Test
        void aTransferLeavesATimerOfTheOtherThatIsRunning() {
            buy("c1", "2026-01-15", "30");
            buy("c2", "2026-01-01", "1");
            submit(give("t", "2026-01-20", 10));
            assertThat(runsOut("c2")).isEqualTo(noon("2026-02-01"));
            assertThat(runsOut("c1")).isEqualTo(noon("2026-02-15"));
        }

        @Test
        void aTransferToAndFroNeverRenewsAnything() {
            buy("c1", "2026-01-01", "30");
            submit(give("t", "2026-01-20", 30));
            submit(new Transfer("u", "c2", noon("2026-01-25"), "c1", "points", 30));
            assertThat(runsOut("c1")).isEqualTo(noon("2026-02-01"));
            assertThat(service.accountAt("c1", noon("2026-02-01")).orElseThrow().balance("points"))
                    .satisfies(balance -> assertThat(balance.available()).isZero())
                    .satisfies(balance -> assertThat(balance.expired()).isEqualTo(30));
        }
    }

    @Nested
    @Tag("E3")
    class Refused {
        private Refused() {
            buy("c1", "2026-01-01", "60");
        }

        @Test
        void aTransferToOneselfIsRefused() {
            assertThat(refused(new Transfer("t", "c1", noon("2026-02-01"), "c1", "points", 1)))
                    .isEqualTo(new Refusal.NotAllowed(
                            "customer 'c1' cannot transfer points to themselves; name the customer who receives them"));
        }

        @Test
        void aTransferOfACurrencyThatStaysWithItsMemberIsRefused() {
            assertThat(refused(new Transfer("t", "c1", noon("2026-02-01"), "c2", "status", 1)))
                    .isEqualTo(new Refusal.NotAllowed("status cannot be transferred; the program does not allow it"));
        }

        @Test
        void aTransferOfACurrencyThatThereIsNotIsRefused() {
            assertThat(refused(new Transfer("t", "c1", noon("2026-02-01"), "c2", "miles", 1))
                            .code())
                    .isEqualTo("WRONG_CURRENCY");
        }

        @Test
        void aTransferOfMoreThanThereIsIsRefused() {
            assertThat(refused(give("t", "2026-02-01", 61)))
                    .isEqualTo(new Refusal.InsufficientPoints("points", 60, 61));
        }

        @Test
        void aTransferOfPointsThatAreHeldIsRefused() {
            submit(Hold.of("h", "c1", noon("2026-01-15"), "fifty", noon("2026-02-14")));
            assertThat(refused(give("t", "2026-02-01", 11)))
                    .isEqualTo(new Refusal.InsufficientPoints("points", 10, 11));
        }

        @Test
        void aTransferIsRefusedWhileAnythingIsOwed() {
            submit(new Adjustment("a", "c1", noon("2026-01-15"), "points", -70, "error", "agent"));
            assertThat(refused(give("t", "2026-02-01", 1))).isEqualTo(new Refusal.InDebt("points", 10));
        }

        @Test
        void aTransferToAnAccountThatIsClosedIsRefused() {
            submit(new Closure("z", "c2", noon("2026-01-15")));
            assertThat(refused(give("t", "2026-02-01", 1))).isInstanceOf(Refusal.NotAllowed.class);
            assertThat(service.entries("c2")).isEmpty();
            buy("c1", "2026-01-20", "1");
            submit(new Reopening("o", "c2", noon("2026-02-01")));
            assertThat(submit(give("t", "2026-02-01", 1)).isAccepted()).isTrue();
        }

        @Test
        @Tag("E1")
        void aTransferToACustomerWhoWasErasedIsRefused() {
            buy("c1", "2026-01-20", "1");
            submit(new Erasure("z", "c2", noon("2026-01-15")));
            assertThat(refused(give("t", "2026-02-01", 1)).code()).isEqualTo("NOT_ALLOWED");
        }

        @Test
        void aTransferThatArrivedCannotBeSubmittedByTheHost() {
            TransferReceived forged = new TransferReceived(
                    "c1",
                    noon("2026-02-01"),
                    "c2",
                    "t",
                    "points",
                    List.of(new TransferReceived.Points(5, noon("2026-01-01"), null)));
            assertThatThrownBy(() -> submit(forged))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("event '" + forged.id() + "' comes from another one; submit that");
        }
    }

    @Nested
    @Tag("E2")
    class Twice {
        @Test
        void aTransferSubmittedTwiceHappensOnce() {
            buy("c1", "2026-01-01", "60");
            Outcome first = submit(give("t", "2026-02-01", 10));
            Outcome again = submit(give("t", "2026-02-01", 10));
            assertThat(again.isRepeat()).isTrue();
            assertThat(again.entries()).isEqualTo(first.entries());
            assertThat(refused(give("t", "2026-02-01", 11))).isEqualTo(new Refusal.IdConflict("t", "points"));
            assertThat(available("c1")).isEqualTo(50);
            assertThat(available("c2")).isEqualTo(10);
        }

        @Test
        void theReceivingEventOfATransferHasAnIdThatFollowsFromItsCause() {
            buy("c1", "2026-01-01", "60");
            submit(give("t", "2026-02-01", 10));
            submit(give("t2", "2026-02-01", 10));
            assertThat(store.journal(new AccountKey("shop", "c2"), 0, 1_000))
                    .extracting(posted -> posted.event().id())
                    .containsExactly(
                            "joins",
                            "laurel:transfer:6cea610cd2dbbfb3cdf93a87af75f69c",
                            "laurel:transfer:8a0ae326c29d5407363ae523d06e3e09");
        }

        @Test
        void listenersAreToldOfBothAccounts() {
            buy("c1", "2026-01-01", "60");
            told.clear();
            submit(give("t", "2026-02-01", 10));
            submit(give("t", "2026-02-01", 10));
            assertThat(told).extracting(outcome -> outcome.event().customer()).containsExactly("c1", "c2");
        }
    }
}
