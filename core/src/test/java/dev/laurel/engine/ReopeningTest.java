package dev.laurel.engine;

import static dev.laurel.engine.Member.brief;
import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.startOf;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.decision.Decision;
import dev.laurel.decision.Refusal;
import dev.laurel.decision.UnpaidOrders;
import dev.laurel.event.Adjustment;
import dev.laurel.event.Closure;
import dev.laurel.event.Erasure;
import dev.laurel.event.Hold;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Reopening;
import dev.laurel.ledger.Balance;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.Lot;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.program.Ladder;
import dev.laurel.program.PointTerms;
import dev.laurel.program.ShortfallPolicy;
import dev.laurel.receipt.ClosureReceipt;
import dev.laurel.reward.Reward;
import dev.laurel.rule.UseCap;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierStanding;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Expiry;
import dev.laurel.time.Moment;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A closed account that is opened again is what it would be had it never been closed. */
@Tag("E1")
class ReopeningTest {
    private static final Counter<MoneySum> SPEND = PurchaseCounter.spend("spend");

    private static final Reward COFFEE = Reward.costing("coffee", 50).capped(UseCap.of(1, BoundedWindow.MONTH));

    private static Member member(Expiry expiry, ShortfallPolicy shortfall) {
        return new Member(Member.declared(new PointTerms(expiry, Set.of(), null, shortfall, null, Period.ZERO))
                .redeem(COFFEE)
                .ladders(Ladder.startingAt("status", Tier.of("low"))
                        .then(Tier.of("high"), SPEND.per(BoundedWindow.YEAR).reaches(usd("500")))
                        .kept(Moment.endOf(BoundedWindow.YEAR))
                        .fallingToTheLowest())
                .build());
    }

    private static Member member(Expiry expiry) {
        return member(expiry, ShortfallPolicy.OWE);
    }

    private static Closure close(String date) {
        return new Closure("close", CUSTOMER, noon(date));
    }

    private static Reopening reopen(String date) {
        return new Reopening("reopen", CUSTOMER, noon(date));
    }

    private static LoyaltyEvent hold(String id, String date, String until, String reward) {
        return Hold.of(id, CUSTOMER, noon(date), reward, noon(until));
    }

    private static List<Lot> lots(Member member) {
        List<Lot> lots = new java.util.ArrayList<>();
        member.shop.account().wallet("points").orElseThrow().lots().forEach(lots::add);
        return lots;
    }

    @Nested
    class WhatComesBack {
        @Test
        void aReopeningGivesLotsBackWithTheirDates() {
            Member member = member(Moment.after(Period.ofDays(100)));
            member.buys("p", "2026-01-05", "100.00");
            member.buys("q", "2026-01-15", "20.00");
            List<Lot> before = lots(member);
            member.does(close("2026-02-01"));
            Decision reopened = member.does(reopen("2026-02-10"));
            assertThat(brief(reopened)).containsExactly("EXPIRE 120");
            assertThat(lots(member)).isEqualTo(before);
            assertThat(member.balance().expired()).isZero();
            assertThat(member.shop.account().isClosed()).isFalse();
            assertThat(brief(member.waits(noon("2026-04-15")))).containsExactly("EXPIRE -100");
        }

        @Test
        void aReopeningLeavesLotsThatArePastTheirDatesExpired() {
            Member member = member(Moment.after(Period.ofDays(30)));
            member.buys("p", "2026-01-05", "100.00");
            member.buys("q", "2026-01-15", "20.00");
            member.does(close("2026-02-01"));
            assertThat(brief(member.does(reopen("2026-02-05")))).containsExactly("EXPIRE 20");
            assertThat(member.balance().expired()).isEqualTo(100);
            assertThat(member.available()).isEqualTo(20);
        }

        @Test
        @Tag("L6")
        void aTimerOfInactivityRunsOnWhileAnAccountIsClosed() {
            Member member = member(Expiry.inactiveFor(Period.ofMonths(1)));
            member.buys("p", "2026-01-05", "100.00");
            member.does(close("2026-01-20"));
            member.does(reopen("2026-01-25"));
            assertThat(member.available()).isEqualTo(100);
            assertThat(brief(member.waits(noon("2026-02-05")))).containsExactly("EXPIRE -100");
        }

        @Test
        @Tag("L6")
        void pointsOnWhichTheTimerRanOutMeanwhileStayExpired() {
            Member member = member(Expiry.inactiveFor(Period.ofMonths(1)));
            member.buys("p", "2026-01-05", "100.00");
            member.does(close("2026-02-01"));
            assertThat(brief(member.does(reopen("2026-02-10")))).isEmpty();
            assertThat(member.balance().expired()).isEqualTo(100);
            member.buys("q", "2026-02-11", "10.00");
            assertThat(member.available()).isEqualTo(10);
        }

        @Test
        @Tag("L4")
        void pendingPointsAreStillPendingOrHaveBecomeAvailable() {
            Member member = member(Moment.never());
            Instant at = noon("2026-01-05");
            for (String date : List.of("2026-01-20", "2026-02-20")) {
                member.does(new Adjustment("a" + date, CUSTOMER, at, "points", 10, "goodwill", "agent")
                        .availableFrom(startOf(date)));
            }
            assertThat(member.balance().pending()).isEqualTo(20);
            member.does(close("2026-01-10"));
            assertThat(member.balance().pending()).isZero();
            member.does(reopen("2026-02-01"));
            assertThat(member.balance().pending()).isEqualTo(10);
            assertThat(member.available()).isEqualTo(10);
            member.waits(noon("2026-02-20"));
            assertThat(member.available()).isEqualTo(20);
        }

        @Test
        @Tag("Q3")
        void aTierGoesOnEndingWhileAnAccountIsClosed() {
            Member member = member(Moment.never());
            member.buys("p", "2026-12-05", "600.00");
            assertThat(member.shop.account().standing("status").orElseThrow())
                    .isEqualTo(new TierStanding(Tier.of("high"), startOf("2027-01-01")));
            member.does(close("2026-12-20"));
            member.does(reopen("2027-01-05"));
            assertThat(member.shop.account().standing("status").orElseThrow().tier())
                    .isEqualTo(Tier.of("low"));
            assertThat(member.available()).isEqualTo(600);
        }
    }

    @Nested
    class Holds {
        @Test
        @Tag("L7")
        void aHoldIsOpenAgainWithItsOrdersAndItsUse() {
            Member member = member(Moment.never());
            member.buys("p", "2026-01-05", "500.00");
            member.does(hold("h", "2026-01-06", "2026-02-04", "coffee"));
            member.holds("pay", "2026-01-06", "pays", 300);
            member.buys("q", "2026-01-07", Member.paid("10.00", "3.00", "pay"));
            Balance before = member.balance();
            Decision closed = member.does(close("2026-01-10"));
            assertThat(closed.unpaid()).containsExactly(new UnpaidOrders("pay", List.of("q"), noon("2026-01-10")));
            assertThat(member.balance().held()).isZero();
            Decision reopened = member.does(reopen("2026-01-12"));
            assertThat(member.balance()).isEqualTo(before);
            assertThat(reopened.unpaid()).isEmpty();
            assertThat(member.isRefused(hold("h2", "2026-01-13", "2026-01-20", "coffee")))
                    .isEqualTo("LIMIT_REACHED");
            member.captures("k", "h", "2026-01-14");
            member.captures("k2", "pay", "2026-01-14");
            assertThat(member.balance().redeemed()).isEqualTo(350);
        }

        @Test
        void aHoldWhoseTimeIsOverMeanwhileHasLapsed() {
            Member member = member(Moment.never());
            member.buys("p", "2026-01-05", "100.00");
            member.does(hold("h", "2026-01-06", "2026-01-15", "coffee"));
            member.does(close("2026-01-10"));
            member.does(reopen("2026-01-20"));
            assertThat(member.available()).isEqualTo(100);
            assertThat(member.shop.account().holds()).isEmpty();
            // The use came back too.
            member.does(hold("h2", "2026-01-21", "2026-01-25", "coffee"));
        }

        @Test
        @Tag("L8")
        void aDebtIsAsItWasAndWhatAHoldLapsedToPaysIt() {
            Member member = member(Moment.never());
            member.buys("p", "2026-01-05", "100.00");
            member.does(hold("h", "2026-01-06", "2026-01-15", "coffee"));
            member.returns("p", "2026-01-07");
            assertThat(member.debt()).isEqualTo(50);
            member.does(close("2026-01-10"));
            assertThat(member.debt()).isEqualTo(50);
            assertThat(member.balance().expired()).isEqualTo(50);
            assertThat(brief(member.does(reopen("2026-01-20"))))
                    .containsExactly("EXPIRE 50", "RELEASE 50 coffee", "DEBT_PAID 50");
            assertThat(member.debt()).isZero();
            assertThat(member.balance().outstanding()).isZero();
        }

        @Test
        @Tag("L6")
        void pointsThatTheTimerEndedBeforeTheyBecameAvailablePayNoDebt() {
            for (String reopened : List.of("", "2026-02-15")) {
                Member member = member(Expiry.inactiveFor(Period.ofMonths(1)));
                member.isGiven(10, "2026-01-06");
                member.isGiven(-60, "2026-01-07");
                member.does(new Adjustment("later", CUSTOMER, noon("2026-01-08"), "points", 10, "goodwill", "agent")
                        .availableFrom(noon("2026-02-12")));
                if (!reopened.isEmpty()) {
                    member.does(close("2026-01-20"));
                    member.does(reopen(reopened));
                }
                member.waits(noon("2026-02-16"));
                assertThat(member.debt()).isEqualTo(50);
            }
        }

        @Test
        @Tag("L8")
        void pointsThatBecameAvailableBeforeTheTimerEndedThemPayADebt() {
            for (String reopened : List.of("", "2026-02-15")) {
                Member member = member(Expiry.inactiveFor(Period.ofMonths(1)));
                member.isGiven(10, "2026-01-06");
                member.isGiven(-60, "2026-01-07");
                member.does(new Adjustment("later", CUSTOMER, noon("2026-01-08"), "points", 10, "goodwill", "agent")
                        .availableFrom(noon("2026-02-03")));
                if (!reopened.isEmpty()) {
                    member.does(close("2026-01-20"));
                    member.does(reopen(reopened));
                }
                member.waits(noon("2026-02-16"));
                assertThat(member.debt()).isEqualTo(40);
            }
        }

        @Test
        @Tag("L5")
        void pointsThatBecameAvailableTogetherPayADebtInTheOrderOfSpending() {
            for (boolean closed : new boolean[] {false, true}) {
                Member member = member(Moment.never());
                member.isGiven(-40, "2026-01-05");
                member.does(pending("l1", "2026-01-06", 68, "2026-01-20").expiring(noon("2026-02-10")));
                member.does(pending("l2", "2026-01-07", 59, "2026-01-20").expiring(noon("2026-02-01")));
                if (closed) {
                    member.does(close("2026-01-15"));
                    member.does(reopen("2026-01-25"));
                }
                member.waits(noon("2026-02-05"));
                assertThat(member.available()).isEqualTo(68);
            }
        }

        private Adjustment pending(String id, String date, long points, String available) {
            return new Adjustment(id, CUSTOMER, noon(date), "points", points, "goodwill", "agent")
                    .availableFrom(noon(available));
        }

        @Test
        @Tag("L8")
        void aHoldThatLapsedMeanwhilePaysAsItWouldHaveAtItsEnd() {
            for (boolean closed : new boolean[] {false, true}) {
                PointTerms policy = PointTerms.expiring(Moment.after(Period.ofDays(30)))
                        .forgettingWhatIsMissing()
                        .extendingWhatComesBack(Period.ofDays(23));
                Member member = Member.of(policy);
                member.buys("p", "2026-01-05", "50.00");
                member.does(new Adjustment("b", CUSTOMER, noon("2026-01-05"), "points", 50, "goodwill", "agent")
                        .expiring(noon("2026-02-15")));
                member.does(new Hold("h", CUSTOMER, noon("2026-01-12"), "pays", noon("2026-02-10"), 100L, null));
                member.returns("p", "2026-01-13");
                if (closed) {
                    member.does(close("2026-02-01"));
                    member.does(reopen("2026-02-20"));
                }
                member.waits(noon("2026-02-21"));
                assertThat(member.available()).as("closed %s", closed).isZero();
            }
        }

        @Test
        @Tag("V5")
        void theReceiptOfAHoldIsNeededWhileItsAccountIsClosed() {
            Member member = new Member(Member.declared(PointTerms.expiring(Moment.never()))
                    .returnsWithin(Period.ofDays(10))
                    .holdsAtMost(Period.ofDays(200))
                    .build());
            member.isGiven(1_000, "2026-01-01");
            member.does(new Hold("h", CUSTOMER, noon("2026-01-02"), "pays", noon("2026-06-20"), 300L, null));
            member.isGiven(1, "2026-03-15");
            member.does(close("2026-03-16"));
            assertThat(member.shop.engine().isNeeded(member.shop.receipt("h"), member.shop.account()))
                    .isTrue();
            assertThat(member.shop.engine().isNeeded(member.shop.receipt(ClosureReceipt.EVENT), member.shop.account()))
                    .isTrue();
        }

        @Test
        @Tag("L8")
        void aDebtBesideAnOpenHoldIsNotPaidByClosingAndOpeningAgain() {
            Member member = member(Moment.never());
            member.buys("p", "2026-01-05", "100.00");
            member.does(hold("h", "2026-01-06", "2026-01-25", "coffee"));
            member.returns("p", "2026-01-07");
            Balance before = member.balance();
            member.does(close("2026-01-10"));
            member.does(reopen("2026-01-20"));
            assertThat(member.balance()).isEqualTo(before);
        }

        @Test
        @Tag("L8")
        @Tag("L9")
        void closingAndOpeningAgainGivesNothingUnderClampEither() {
            Member member = member(Moment.never(), ShortfallPolicy.CLAMP);
            member.buys("p", "2026-01-05", "50.00");
            member.does(hold("h", "2026-01-06", "2026-01-25", "coffee"));
            member.returns("p", "2026-01-07");
            member.does(close("2026-01-10"));
            member.does(reopen("2026-01-20"));
            member.releases("h", "2026-01-21");
            assertThat(member.balance().outstanding()).isZero();
        }
    }

    @Nested
    class Refused {
        private final Member member = member(Moment.never());

        @Test
        void aReopeningOfAnAccountThatIsNotClosedIsNotAllowed() {
            assertThat(member.isRefused(reopen("2026-01-05"))).isEqualTo("NOT_ALLOWED");
            member.buys("p", "2026-01-05", "100.00");
            assertThat(member.refusal(reopen("2026-01-05")).message())
                    .isEqualTo("the account of customer 'c1' is not closed, so it cannot be opened again");
            member.does(close("2026-01-06"));
            member.does(reopen("2026-01-07"));
            assertThat(member.isRefused(new Reopening("again", CUSTOMER, noon("2026-01-08"))))
                    .isEqualTo("NOT_ALLOWED");
        }

        @Test
        @Tag("T3")
        void aReopeningComesNoLaterThanAnEventMay() {
            member.buys("p", "2026-01-05", "100.00");
            member.does(close("2026-01-10"));
            Instant last = noon("2026-02-09");
            Refusal refusal = member.refusal(new Reopening("reopen", CUSTOMER, last.plusNanos(1_000)));
            assertThat(refusal.code()).isEqualTo("NOT_OPEN");
            assertThat(refusal.message())
                    .isEqualTo("the reopening of the account of customer 'c1' is not open on 2026-02-09; it is open for"
                            + " P30D from the closure, at 2026-01-10T17:00:00Z");
            member.does(new Reopening("reopen", CUSTOMER, last));
            assertThat(member.available()).isEqualTo(100);
        }

        @Test
        @Tag("F2")
        void aReopeningOfACustomerWhoWasErasedIsRefused() {
            member.buys("p", "2026-01-05", "100.00");
            member.does(close("2026-01-10"));
            member.does(new Erasure("z", CUSTOMER, noon("2026-01-11")));
            assertThat(member.isRefused(reopen("2026-01-12"))).isEqualTo("ACCOUNT_CLOSED");
        }

        @Test
        void anAccountCanBeClosedAndOpenedAgainMoreThanOnce() {
            member.buys("p", "2026-01-05", "100.00");
            member.does(close("2026-01-10"));
            member.does(reopen("2026-01-11"));
            member.buys("q", "2026-01-12", "11.00");
            member.does(new Closure("close2", CUSTOMER, noon("2026-01-13")));
            member.does(new Reopening("reopen2", CUSTOMER, noon("2026-01-14")));
            assertThat(member.available()).isEqualTo(111);
            member.returns("p", "2026-01-15");
            assertThat(member.available()).isEqualTo(11);
        }
    }

    @Nested
    @Tag("D7")
    class WhileItIsClosed {
        @Test
        void nothingFollowsByItselfButTheEndOfTiers() {
            Member member = member(Moment.after(Period.ofDays(100)));
            member.buys("p", "2026-12-05", "600.00");
            member.does(hold("h", "2026-12-06", "2026-12-25", "coffee"));
            member.does(close("2026-12-10"));
            assertThat(member.shop.engine().nextChangeAt(member.shop.account())).contains(startOf("2027-01-01"));
            Decision later = member.waits(noon("2028-01-01"));
            assertThat(later.entries()).isEmpty();
            assertThat(later.unpaid()).isEmpty();
            assertThat(later.tierChanges()).hasSize(1);
            assertThat(member.shop.engine().nextChangeAt(member.shop.account())).isEmpty();
        }

        @Test
        void anErasedAccountLetsPointsExpireAndHoldsLapse() {
            Member member = member(Moment.after(Period.ofDays(100)));
            member.buys("p", "2026-01-05", "100.00");
            member.does(hold("h", "2026-01-06", "2026-01-15", "coffee"));
            member.does(new Erasure("z", CUSTOMER, noon("2026-01-10")));
            assertThat(brief(member.waits(noon("2026-06-01")))).containsExactly("RELEASE 50 coffee", "EXPIRE -100");
            assertThat(member.shop.entries())
                    .extracting(entry -> entry.kind())
                    .doesNotContain(EntryKind.ADJUST)
                    .hasSize(4);
        }
    }
}
