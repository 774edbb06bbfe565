package dev.laurel.engine;

import static dev.laurel.engine.Member.brief;
import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.POINTS;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.startOf;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.account.Wallet;
import dev.laurel.decision.Decision;
import dev.laurel.event.TierGrant;
import dev.laurel.event.Transfer;
import dev.laurel.event.TransferReceived;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotDating;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.program.Ladder;
import dev.laurel.program.PointTerms;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Expiry;
import dev.laurel.time.Moment;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Points that expire by inactivity or at a date, whichever is earlier, and points of a rule that says their end. */
@Tag("L6")
class EarlierOfBothTest {
    private static final Counter<MoneySum> SPEND = PurchaseCounter.spend("spend");

    /** Eighteen months without activity or four years after earning. */
    private static final PointTerms BOTH = PointTerms.expiring(
            Expiry.earlierOf(Expiry.inactiveFor(Period.ofMonths(18)), Moment.after(Period.ofYears(4))));

    private static List<String> redeemed(Decision decision) {
        return Shop.uses(decision.entries(), EntryKind.REDEEM);
    }

    private static Wallet wallet(Member member) {
        return member.shop.account().wallet(POINTS.id()).orElseThrow();
    }

    @Test
    void pointsExpireFourYearsAfterEarningThoughTheMemberIsActive() {
        Member member = Member.of(BOTH);
        member.buys("p0", "2020-01-05", "100.00");
        for (int i = 1; i < 5; i++) {
            member.buys("p" + i, 2020 + i + "-01-04", "10.00");
        }
        assertThat(member.available()).isEqualTo(140);
        assertThat(brief(member.waits(noon("2024-01-05")))).containsExactly("EXPIRE -100");
        assertThat(wallet(member).expiringNext()).contains(new Wallet.Expiring(10, noon("2025-01-04")));
    }

    @Test
    void pointsExpireTogetherAfterInactivityThoughTheirDatesAreLater() {
        Member member = Member.of(BOTH);
        member.buys("p", "2020-01-05", "100.00");
        member.buys("q", "2020-03-05", "10.00");
        assertThat(wallet(member).lots())
                .extracting(Lot::expires)
                .containsExactly(noon("2024-01-05"), noon("2024-03-05"));
        assertThat(wallet(member).expiringNext()).contains(new Wallet.Expiring(110, noon("2021-09-05")));
        assertThat(brief(member.waits(noon("2021-09-05")))).containsExactly("EXPIRE -110");
        // The next credit starts the timer again.
        member.buys("r", "2022-01-05", "7.00");
        assertThat(wallet(member).expiringNext()).contains(new Wallet.Expiring(7, noon("2023-07-05")));
    }

    @Test
    @Tag("L5")
    void pointsAreSpentByTheEarlierOfDateAndTimerThenByEarningThenByNumber() {
        EarnRule soon = EarnRule.earning("soon", Amounts.fixed(5)).expiring(Moment.after(Period.ofDays(20)));
        Member member = Member.of(
                PointTerms.expiring(
                        Expiry.earlierOf(Expiry.inactiveFor(Period.ofDays(100)), Moment.after(Period.ofDays(90)))),
                Member.PER_DOLLAR,
                soon);
        member.buys("p", "2026-01-05", "10.00");
        member.isGiven(3, "2026-02-20");
        // Of the first purchase what rules alone is gone; the rest has its date on 5 April, the gift on 21 May; the
        // timer ends on 15 April.
        assertThat(member.available()).isEqualTo(13);
        member.buys("q", "2026-03-01", "2.00");
        // The timer now ends on 9 June, after all dates but none of the last purchase's: soon 21 March, first 5 April,
        // gift 21 May, last 30 May.
        assertThat(redeemed(member.redeems("x", "2026-03-02", "pays", 20)))
                .containsExactly("5:5", "1:10", "3:3", "4:2");
    }

    @Test
    @Tag("L5")
    void pointsWhoseDatesLieAfterTheTimerAreSpentByWhenTheyWereEarned() {
        EarnRule held = EarnRule.earning("a-held", Amounts.fixed(5));
        Member member = Member.of(
                PointTerms.expiring(
                        Expiry.earlierOf(Expiry.inactiveFor(Period.ofDays(30)), Expiry.usableFor(Period.ofDays(200)))),
                held.availableFrom(Moment.after(Period.ofDays(3))),
                Member.PER_DOLLAR);
        member.buys("p", "2026-01-05", "10.00");
        member.waits(noon("2026-01-10"));
        // Both lots end with the timer on 4 February, so the older number is first, though its date is later.
        assertThat(wallet(member).lots()).extracting(Lot::number).containsExactly(2L, 1L);
        assertThat(redeemed(member.redeems("x", "2026-01-10", "pays", 6))).containsExactly("1:5", "2:1");
    }

    @Test
    @Tag("L7")
    void pointsThatComeBackFromAHoldStayGoneOnceTheTimerRanOut() {
        Member member = Member.of(PointTerms.expiring(
                Expiry.earlierOf(Expiry.inactiveFor(Period.ofDays(30)), Moment.after(Period.ofYears(4)))));
        member.buys("p", "2026-01-05", "100.00");
        member.holds("h", "2026-01-10", "pays", 40);
        assertThat(brief(member.waits(noon("2026-02-04")))).containsExactly("EXPIRE -60");
        assertThat(brief(member.releases("h", "2026-02-05"))).containsExactly("RELEASE 40 pays", "EXPIRE -40");
    }

    @Test
    @Tag("L9")
    void pointsThatAreSentLeaveWithTheEarlierOfDateAndTimer() {
        Member member = Member.of(BOTH.transferable());
        member.buys("p", "2020-01-05", "100.00");
        Decision sent = member.does(new Transfer("t", CUSTOMER, noon("2020-02-05"), "c2", POINTS.id(), 10));
        assertThat(((TransferReceived) sent.deliveries().get(0)).lots())
                .extracting(TransferReceived.Points::expires)
                .containsExactly(noon("2021-07-05"));
    }

    @Test
    void activityCanBeEarningAlone() {
        Member member = Member.of(
                PointTerms.expiring(Expiry.inactiveFor(Period.ofMonths(12)).counting(Expiry.Activity.EARNING)));
        member.buys("p", "2026-01-05", "100.00");
        member.redeems("x", "2026-06-05", "pays", 10);
        assertThat(wallet(member).runsOut()).isEqualTo(noon("2027-01-05"));
        member.buys("q", "2026-07-05", "0.50");
        assertThat(wallet(member).runsOut()).isEqualTo(noon("2027-01-05"));
        member.buys("r", "2026-08-05", "1.00");
        assertThat(wallet(member).runsOut()).isEqualTo(noon("2027-08-05"));
    }

    @Nested
    class Suspended {
        private static final Tier LOW = Tier.of("low");
        private static final Tier GOLD = Tier.of("gold");

        private Member member(PointTerms terms) {
            return new Member(Member.declared(terms.suspendedFor(GOLD))
                    .ladders(Ladder.startingAt("status", LOW)
                            .then(GOLD, SPEND.per(BoundedWindow.YEAR).reaches(usd("500"))))
                    .build());
        }

        private Instant leaves(Member member) {
            member.buys("p", "2020-01-05", "100.00");
            member.does(new TierGrant("g", CUSTOMER, noon("2020-02-05"), "gold", startOf("2030-01-01")));
            assertThat(wallet(member).lots()).extracting(Lot::dating).containsExactly(LotDating.SUSPENDED);
            member.waits(startOf("2030-01-01"));
            assertThat(member.available()).isEqualTo(100);
            return wallet(member).lots().iterator().next().expires();
        }

        @Test
        void leavingTheTierBeginsBothPeriods() {
            Member member = member(BOTH);
            assertThat(leaves(member)).isEqualTo(startOf("2034-01-01"));
            assertThat(wallet(member).expiringNext()).contains(new Wallet.Expiring(100, startOf("2031-07-01")));
        }

        @Test
        void leavingTheTierGivesBothTheMomentThatTheProgramSays() {
            Member member = member(BOTH.thenExpiring(Moment.endOf(BoundedWindow.MONTH)));
            assertThat(leaves(member)).isEqualTo(startOf("2030-02-01"));
            assertThat(wallet(member).expiringNext()).contains(new Wallet.Expiring(100, startOf("2030-02-01")));
        }
    }

    @Nested
    class OfARule {
        @Test
        void pointsOfARuleThatSaysTheirEndAreRuledByItAlone() {
            EarnRule soon = EarnRule.earning("soon", Amounts.fixed(5)).expiring(Moment.endOf(BoundedWindow.MONTH));
            Member member =
                    Member.of(PointTerms.expiring(Expiry.inactiveFor(Period.ofDays(10))), Member.PER_DOLLAR, soon);
            member.buys("p", "2026-01-05", "10.00");
            assertThat(wallet(member).lots())
                    .extracting(Lot::dating)
                    .containsExactly(LotDating.OWN, LotDating.BY_TERMS);
            assertThat(brief(member.waits(noon("2026-01-15")))).containsExactly("EXPIRE -10");
            assertThat(brief(member.waits(startOf("2026-02-01")))).containsExactly("EXPIRE -5");
        }

        @Test
        void pointsOfARuleWithAnEndOfTheirOwnStartNoTimer() {
            EarnRule soon = EarnRule.earning("soon", Amounts.fixed(5)).expiring(Moment.endOf(BoundedWindow.YEAR));
            Member member = Member.of(PointTerms.expiring(Expiry.inactiveFor(Period.ofDays(10))), soon);
            member.buys("p", "2026-01-05", "10.00");
            assertThat(wallet(member).runsOut()).isNull();
        }

        @Test
        @Tag("L4")
        void pointsCanBecomeAvailableAtTheEndOfAWindow() {
            Member member = Member.of(
                    PointTerms.expiring(Moment.never()),
                    Member.PER_DOLLAR.availableFrom(
                            Moment.endOf(BoundedWindow.MONTH).plus(Period.ofDays(9))));
            member.buys("p", "2026-01-05", "10.00");
            assertThat(wallet(member).maturingNext()).contains(new Wallet.Maturing(10, startOf("2026-02-10")));
        }

        @Test
        @Tag("V4")
        void pointsOfAReturnedPurchaseAreTakenFirstFromWhatExpiresFirst() {
            EarnRule later = EarnRule.earning("later", Amounts.fixed(5)).expiring(Moment.after(Period.ofDays(50)));
            Member member =
                    Member.of(PointTerms.expiring(Expiry.inactiveFor(Period.ofDays(30))), later, Member.PER_DOLLAR);
            member.buys("p", "2026-01-05", "10.00");
            Decision half = member.returns("p", "2026-01-06", Member.worth("1", "5.00"));
            assertThat(Shop.uses(half.entries(), EntryKind.CLAWBACK)).containsExactly("2:3", "2:5");
        }
    }
}
