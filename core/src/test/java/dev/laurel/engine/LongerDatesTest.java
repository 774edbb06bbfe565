package dev.laurel.engine;

import static dev.laurel.engine.Member.brief;
import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.POINTS;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.startOf;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Streams;
import dev.laurel.decision.Decision;
import dev.laurel.event.Enrollment;
import dev.laurel.event.Transfer;
import dev.laurel.event.TransferReceived;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.Lot;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.program.Ladder;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
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

/** What members tried to let points last longer. */
class LongerDatesTest {
    private static final Counter<MoneySum> SPEND = PurchaseCounter.spend("spend");

    private static final Tier LOW = Tier.of("low");
    private static final Tier GOLD = Tier.of("gold");

    /** Points that are sent. */
    @Nested
    @Tag("L9")
    class Sending {
        private Instant sent(Member member, String date, long points) {
            Decision decision = member.does(new Transfer("t" + date, CUSTOMER, noon(date), "c2", POINTS.id(), points));
            List<TransferReceived.Points> lots =
                    ((TransferReceived) decision.deliveries().get(0)).lots();
            assertThat(lots).hasSize(1);
            return lots.get(0).expires();
        }

        @Test
        void pointsOnATimerLeaveWithTheDateAtWhichItStands() {
            Member member = Member.of(
                    PointTerms.expiring(Expiry.inactiveFor(Period.ofMonths(18))).transferable());
            member.buys("p", "2026-01-05", "100.00");
            assertThat(sent(member, "2026-06-05", 10)).isEqualTo(noon("2027-07-05"));
        }

        @Test
        @Tag("L6")
        void pointsThatWereSentAreMovedByNoTimerAndStartNone() {
            Member member = Member.of(PointTerms.expiring(Expiry.inactiveFor(Period.ofMonths(18))));
            member.does(Enrollment.of("e", CUSTOMER, noon("2026-01-05")));
            member.does(new TransferReceived(
                    CUSTOMER,
                    noon("2026-06-05"),
                    "c2",
                    "t",
                    "points",
                    List.of(new TransferReceived.Points(10, noon("2026-01-05"), noon("2026-08-05")))));
            assertThat(member.shop.account().wallet("points").orElseThrow().runsOut())
                    .isNull();
            member.buys("p", "2026-07-05", "1.00");
            assertThat(brief(member.waits(noon("2026-08-05")))).containsExactly("EXPIRE -10");
            assertThat(member.available()).isEqualTo(1);
        }

        @Test
        void pointsMustHaveTheirAgeAndYoungerOnesArePassedOver() {
            Member member = Member.of(
                    PointTerms.expiring(Moment.after(Period.ofDays(90))).transferableAfter(Period.ofDays(14)));
            member.buys("p", "2026-01-05", "100.00");
            member.buys("q", "2026-01-15", "50.00");
            Transfer transfer = new Transfer("t", CUSTOMER, noon("2026-01-19"), "c2", "points", 101);
            assertThat(member.isRefused(transfer)).isEqualTo("CONDITION_NOT_MET");
            assertThat(member.isRefused(new Transfer("t", CUSTOMER, noon("2026-01-18"), "c2", "points", 1)))
                    .isEqualTo("CONDITION_NOT_MET");
            assertThat(member.isRefused(new Transfer("t", CUSTOMER, noon("2026-01-19"), "c2", "points", 151)))
                    .isEqualTo("INSUFFICIENT_POINTS");
            assertThat(sent(member, "2026-01-19", 100)).isEqualTo(noon("2026-04-05"));
            assertThat(member.available()).isEqualTo(50);
        }

        @Test
        @Tag("P1")
        void programThatLetsPointsBeSentAtOnceWarns() {
            PointTerms policy = PointTerms.expiring(Moment.never());
            assertThat(warnings(policy.transferable()))
                    .contains("point currency 'points': can be transferred as soon as it is earned, so it can be gone"
                            + " when the order is returned or the claim cancelled; ask for an age with transferableAfter(…), or hold back what"
                            + " rules award");
            assertThat(warnings(policy.transferableAfter(Period.ofDays(14))))
                    .noneMatch(each -> each.contains("transfer"));
            assertThat(warnings(policy)).noneMatch(each -> each.contains("transfer"));
        }

        private List<String> warnings(PointTerms policy) {
            return Member.declared(policy).build().warnings().stream()
                    .map(Object::toString)
                    .toList();
        }
    }

    /** A tier that suspends expiry, reached and lost. */
    @Nested
    @Tag("L6")
    class FlippingATier {
        private LoyaltyProgram program(Expiry expiry) {
            return Member.declared(PointTerms.expiring(expiry)
                            .suspendedFor(GOLD)
                            .thenExpiring(Moment.startOf(BoundedWindow.MONTH, Period.ofMonths(7))))
                    .ladders(Ladder.startingAt("status", LOW)
                            .then(GOLD, SPEND.per(BoundedWindow.YEAR).reaches(usd("500")))
                            .kept(Moment.endOf(BoundedWindow.YEAR))
                            .fallingToTheLowest())
                    .build();
        }

        private List<Instant> dates(Member member) {
            return Streams.stream(
                            member.shop.account().wallet("points").orElseThrow().lots())
                    .map(Lot::expires)
                    .toList();
        }

        @Test
        void lotKeepsItsDateWhileATierSuspendsIt() {
            Member member = new Member(program(Moment.after(Period.ofDays(30))));
            member.buys("p", "2026-01-05", "100.00");
            member.buys("q", "2026-01-20", "500.00");
            assertThat(dates(member)).containsExactly(noon("2026-02-04"), noon("2026-02-19"));
            member.waits(noon("2026-06-01"));
            assertThat(member.available()).isEqualTo(600);
        }

        @Test
        void reviewGivesEachLotTheLaterOfItsDateAndTheOneForLeaving() {
            Member member = new Member(program(Moment.after(Period.ofDays(30))));
            member.buys("p", "2026-01-05", "500.00");
            member.buys("q", "2026-12-31", "100.00");
            member.waits(startOf("2027-01-01"));
            assertThat(dates(member)).containsExactly(startOf("2027-08-01"), startOf("2027-08-01"));
            Member longer = new Member(program(Moment.after(Period.ofMonths(24))));
            longer.buys("p", "2026-01-05", "500.00");
            longer.waits(startOf("2027-01-01"));
            assertThat(dates(longer)).containsExactly(noon("2028-01-05"));
        }

        @Test
        void returnThatUndoesTheTierLeavesEachLotItsOwnDate() {
            Member member = new Member(program(Moment.after(Period.ofDays(30))));
            member.buys("p", "2026-01-05", "100.00");
            member.buys("q", "2026-02-01", "500.00");
            // The first hundred would have been gone on 4 February.
            assertThat(brief(member.returns("q", "2026-02-10")))
                    .containsExactly("CLAWBACK -500 per-dollar", "REDATE 0", "EXPIRE -100");
            assertThat(member.available()).isZero();
            assertThat(member.debt()).isZero();
        }

        @Test
        void timerRunsOutAtOnceWhereAReturnUndoesTheTierAfterItsEnd() {
            Member member = new Member(program(Expiry.inactiveFor(Period.ofDays(30))));
            member.buys("p", "2026-01-05", "100.00");
            member.buys("q", "2026-02-01", "500.00");
            assertThat(brief(member.returns("q", "2026-03-10")))
                    .containsExactly("CLAWBACK -500 per-dollar", "EXPIRE -100");
        }

        @Test
        void whatComesBackToALotAfterwardsHasTheDateThatTheLotHasByThen() {
            Member member = new Member(program(Moment.after(Period.ofDays(30))));
            member.buys("p", "2026-01-05", "500.00");
            member.redeems("x", "2026-01-10", "pays", 500);
            member.waits(startOf("2027-01-01"));
            member.cancels("x", "2027-01-02");
            assertThat(dates(member)).containsExactly(startOf("2027-08-01"));
        }

        @Test
        void lotThatWasPastItsDateBeforeTheTierIsNotRenewedByIt() {
            Member member = new Member(program(Moment.after(Period.ofDays(30))));
            member.buys("p", "2026-01-05", "100.00");
            member.redeems("x", "2026-01-10", "pays", 100);
            // Its date passes on 4 February; gold follows, and ends with the year.
            member.buys("q", "2026-03-01", "500.00");
            assertThat(brief(member.cancels("x", "2026-03-02"))).containsExactly("RESTORE 100 pays", "EXPIRE -100");
            assertThat(member.available()).isEqualTo(500);
        }

        @Test
        void suspendedPointsAreSpentLast() {
            Member member = new Member(program(Moment.after(Period.ofDays(30))));
            member.buys("p", "2026-01-05", "500.00");
            member.does(new TransferReceived(
                    CUSTOMER,
                    noon("2026-01-06"),
                    "c2",
                    "t",
                    "points",
                    List.of(new TransferReceived.Points(10, noon("2026-01-06"), noon("2027-06-01")))));
            assertThat(Shop.uses(member.redeems("x", "2026-01-07", "pays", 15).entries(), EntryKind.REDEEM))
                    .containsExactly("2:10", "1:5");
        }
    }
}
