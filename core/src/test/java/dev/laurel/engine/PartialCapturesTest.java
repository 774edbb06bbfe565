package dev.laurel.engine;

import static dev.laurel.engine.Member.brief;
import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.noon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.decision.Decision;
import dev.laurel.decision.UnpaidOrders;
import dev.laurel.event.Cancellation;
import dev.laurel.event.Capture;
import dev.laurel.event.Hold;
import dev.laurel.program.PointTerms;
import dev.laurel.reward.ChosenPrice;
import dev.laurel.reward.PointsAsPayment;
import dev.laurel.reward.Reward;
import dev.laurel.rule.UseCap;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An order that is shipped in parts, and paid with a hold that is captured as they go out. */
@Tag("E1")
@Tag("L7")
class PartialCapturesTest {
    private static final Reward STEPS = Reward.costing(
                    "steps", ChosenPrice.ofAnyNumber().inStepsOf(100))
            .giving(PointsAsPayment.of(Shop.usd("0.01"), 1))
            .capped(UseCap.of(1, BoundedWindow.MONTH));

    private final Member member = new Member(Member.declared(PointTerms.expiring(Moment.never()))
            .redeem(STEPS, Reward.costing("mug-500", 500))
            .build());

    private static Capture capture(String id, String date, Long points) {
        return new Capture(id, CUSTOMER, noon(date), "h", points).withMoreToFollow();
    }

    @BeforeEach
    void aMemberWithPoints() {
        member.isGiven(1_000, "2026-01-01");
    }

    private void holds(String reward, long points) {
        member.does(new Hold("h", CUSTOMER, noon("2026-01-02"), reward, noon("2026-01-20"), points, null));
    }

    private void isBalance(long available, long held, long redeemed) {
        assertThat(List.of(
                        member.available(),
                        member.balance().held(),
                        member.balance().redeemed()))
                .containsExactly(available, held, redeemed);
    }

    @Nested
    class OfAHold {
        @Test
        void theRestStaysOnHoldAndTheLastCaptureGivesItBack() {
            holds("pays", 300);
            assertThat(brief(member.does(capture("k1", "2026-01-05", 100L)))).containsExactly("CAPTURE -100 pays");
            isBalance(700, 200, 100);
            member.does(capture("k2", "2026-01-06", 50L));
            isBalance(700, 150, 150);
            assertThat(brief(member.captures("k3", "h", "2026-01-07", 60)))
                    .containsExactly("CAPTURE -60 pays", "RELEASE 90 pays");
            isBalance(790, 0, 210);
            assertThat(member.isRefused(capture("k4", "2026-01-08", 1L))).isEqualTo("ALREADY_RESOLVED");
        }

        @Test
        void togetherTheyTakeNoMoreThanIsHeld() {
            holds("pays", 300);
            member.does(capture("k1", "2026-01-05", 200L));
            assertThat(member.refusal(capture("k2", "2026-01-06", 101L)).message())
                    .isEqualTo("101 points are asked for, but hold 'h' has 100 left");
            member.does(capture("k2", "2026-01-06", 100L));
            isBalance(700, 0, 300);
            assertThat(member.shop.account().holds()).isEmpty();
        }

        @Test
        void aCaptureOfAllThatIsLeftEndsTheHoldWhateverItSays() {
            holds("pays", 300);
            member.does(capture("k1", "2026-01-05", 200L));
            member.does(capture("k2", "2026-01-06", null));
            assertThat(member.shop.account().holds()).isEmpty();
            isBalance(700, 0, 300);
        }

        @Test
        void aFixedPriceIsCapturedWhole() {
            holds("mug-500", 500);
            assertThat(member.isRefused(capture("k1", "2026-01-05", 250L))).isEqualTo("INVALID");
            member.does(capture("k1", "2026-01-05", null));
            isBalance(500, 0, 500);
        }

        @Test
        void aChosenPriceIsCapturedInItsSteps() {
            holds("steps", 300);
            assertThat(member.isRefused(capture("k1", "2026-01-05", 150L))).isEqualTo("INVALID");
            member.does(capture("k1", "2026-01-05", 200L));
            assertThat(member.isRefused(capture("k2", "2026-01-05", 50L))).isEqualTo("INVALID");
            member.does(capture("k2", "2026-01-05", 100L));
        }

        @Test
        void theRestLapsesAtTheEndOfTheHold() {
            holds("pays", 300);
            member.does(capture("k1", "2026-01-05", 100L));
            assertThat(brief(member.waits(noon("2026-01-20")))).containsExactly("RELEASE 200 pays");
            isBalance(900, 0, 100);
            member.cancels("k1", "2026-01-21");
            isBalance(1_000, 0, 0);
        }

        @Test
        void eachCaptureIsCancelledByItself() {
            holds("pays", 300);
            member.does(capture("k1", "2026-01-05", 100L));
            member.captures("k2", "h", "2026-01-06", 200);
            member.cancels("k1", "2026-01-07", 40);
            isBalance(740, 0, 260);
            assertThat(member.isRefused(new Cancellation("y", CUSTOMER, noon("2026-01-08"), "k1", 61L)))
                    .isEqualTo("EXCEEDS_REDEMPTION");
            member.cancels("k2", "2026-01-08");
            isBalance(940, 0, 60);
        }
    }

    /** Each capture is a redemption of its own date. */
    @Nested
    @Tag("R3")
    class Dates {
        private final Member returning = new Member(Member.declared(PointTerms.expiring(Moment.never()))
                .returnsWithin(Period.ofDays(20))
                .build());

        @BeforeEach
        void aHoldOfAMemberWithPoints() {
            returning.isGiven(1_000, "2026-01-01");
            returning.does(new Hold("h", CUSTOMER, noon("2026-01-02"), "pays", noon("2026-01-30"), 300L, null));
        }

        @Test
        void aCaptureThatComesLateDoesNotMakeAnEarlierOneOlder() {
            returning.does(capture("k1", "2026-01-20", 100L));
            returning.does(capture("k2", "2026-01-03", 100L));
            returning.cancels("k1", "2026-02-08");
            assertThat(returning.isRefused(new Cancellation("y", CUSTOMER, noon("2026-01-23"), "k2", null)))
                    .isEqualTo("UNKNOWN_REDEMPTION");
        }

        @Test
        void aLaterCaptureDoesNotMakeAnEarlierOneYounger() {
            returning.does(capture("k1", "2026-01-05", 100L));
            returning.does(capture("k2", "2026-01-29", 100L));
            assertThat(returning.isRefused(new Cancellation("y", CUSTOMER, noon("2026-01-25"), "k1", null)))
                    .isEqualTo("UNKNOWN_REDEMPTION");
            returning.cancels("k2", "2026-01-30");
        }

        /** The clock of the shipping department may be behind that of the shop. */
        @Test
        void aCaptureOfADateBeforeItsHoldPaysOrdersByItsOwnDate() {
            returning.does(capture("k1", "2026-01-01", 300L));
            assertThat(returning.isRefused(Member.purchase("o", "2026-01-21", Member.paid("10.00", "1.00", "k1"))))
                    .isEqualTo("UNKNOWN_REDEMPTION");
            returning.buys("o", "2026-01-20", Member.paid("10.00", "1.00", "k1"));
        }
    }

    @Test
    @Tag("V5")
    void theReceiptsOfAHoldAreNeededAsLongAsAnOrderThatItPaysCanBeReturned() {
        Member returning = new Member(Member.declared(PointTerms.expiring(Moment.never()))
                .returnsWithin(Period.ofDays(10))
                .holdsAtMost(Period.ofDays(200))
                .build());
        returning.isGiven(1_000, "2026-01-01");
        returning.does(new Hold("h", CUSTOMER, noon("2026-01-02"), "pays", noon("2026-05-20"), 300L, null));
        returning.does(capture("k1", "2026-01-05", 100L));
        returning.buys("q", "2026-05-19", Member.paid("10.00", "1.00", "h"));
        returning.waits(noon("2026-05-21"));
        for (String id : List.of("h", "k1")) {
            assertThat(returning.shop.engine().isNeeded(returning.shop.receipt(id), returning.shop.account()))
                    .isTrue();
        }
        returning.returns("q", "2026-05-22");
        assertThat(returning.available()).isEqualTo(1_000);
    }

    @Nested
    @Tag("R3")
    class Uses {
        private void isUsed(boolean used, String date) {
            Hold again = new Hold("again", CUSTOMER, noon(date), "steps", noon("2026-01-31"), 100L, null);
            assertThat(member.shop
                            .engine()
                            .evaluate(member.shop.account(), again)
                            .isAccepted())
                    .isNotEqualTo(used);
        }

        @Test
        void aHoldIsOneUseHoweverManyCapturesItHas() {
            holds("steps", 300);
            member.does(capture("k1", "2026-01-05", 100L));
            member.does(capture("k2", "2026-01-05", 100L));
            isUsed(true, "2026-01-06");
        }

        @Test
        void aUseIsNotGivenBackAsLongAsMoreCanBeCaptured() {
            holds("steps", 300);
            member.does(capture("k1", "2026-01-05", 100L));
            member.cancels("k1", "2026-01-06");
            isUsed(true, "2026-01-06");
            member.releases("h", "2026-01-07");
            isUsed(false, "2026-01-07");
        }

        @Test
        void aUseIsGivenBackWithTheLastOfWhatWasCaptured() {
            holds("steps", 300);
            member.does(capture("k1", "2026-01-05", 100L));
            member.releases("h", "2026-01-06");
            isUsed(true, "2026-01-06");
            member.cancels("k1", "2026-01-07");
            isUsed(false, "2026-01-07");
        }
    }

    @Nested
    @Tag("R4")
    class Orders {
        @Test
        void whatIsReturnedBetweenTwoShipmentsComesBackOnceAllIsCaptured() {
            holds("pays", 1_000);
            member.buys("p", "2026-01-03", Member.paid("10.00", "10.00", "h"));
            member.does(capture("k1", "2026-01-04", 400L));
            member.returns("p", "2026-01-05", Member.worth("1", "5.00"));
            // Half of 1,000 is due, and 600 of what paid it can still lapse.
            isBalance(0, 600, 400);
            member.captures("k2", "h", "2026-01-06", 600);
            isBalance(500, 0, 500);
            member.returns("p", "2026-01-07");
            isBalance(1_000, 0, 0);
        }

        @Test
        void whatLapsesIsNotGivenBackTwice() {
            holds("pays", 1_000);
            member.buys("p", "2026-01-03", Member.paid("10.00", "10.00", "h"));
            member.does(capture("k1", "2026-01-04", 400L));
            member.returns("p", "2026-01-05");
            // All 1,000 are due: 400 come back now, and the rest when the hold lapses.
            isBalance(400, 600, 0);
            member.waits(noon("2026-01-20"));
            isBalance(1_000, 0, 0);
        }

        @Test
        void aHoldThatLapsesLeavesUnpaidWhatItsCapturesHaveNotPaid() {
            holds("pays", 1_000);
            member.buys("p", "2026-01-03", Member.paid("20.00", "4.00", "h"));
            member.buys("q", "2026-01-03", Member.paid("20.00", "5.00", "h"));
            member.does(capture("k1", "2026-01-04", 400L));
            Decision lapsed = member.waits(noon("2026-01-20"));
            assertThat(lapsed.unpaid()).containsExactly(new UnpaidOrders("h", List.of("p", "q"), noon("2026-01-20")));
        }

        @Test
        void aHoldThatLapsesLeavesNothingUnpaidThatItsCapturesHavePaid() {
            holds("pays", 1_000);
            member.buys("p", "2026-01-03", Member.paid("20.00", "4.00", "h"));
            member.does(capture("k1", "2026-01-04", 400L));
            assertThat(member.waits(noon("2026-01-20")).unpaid()).isEmpty();
        }

        @Test
        void anOrderThatCapturesHavePaidAlreadyIsNotLeftUnpaid() {
            holds("pays", 1_000);
            member.does(capture("k1", "2026-01-04", 400L));
            member.buys("p", "2026-01-05", Member.paid("20.00", "4.00", "h"));
            assertThat(member.waits(noon("2026-01-20")).unpaid()).isEmpty();
        }

        @Test
        void whatAClerkCancelledIsNotTakenFromWhatAReturnGivesBack() {
            holds("pays", 1_000);
            member.buys("p", "2026-01-03", Member.paid("5.00", "5.00", "h"));
            member.does(capture("k1", "2026-01-04", 250L));
            member.cancels("k1", "2026-01-05", 150);
            member.returns("p", "2026-01-06");
            // 250 are due, of which 100 are left of what was captured.
            isBalance(250, 750, 0);
            member.captures("k2", "h", "2026-01-07", 750);
            isBalance(650, 0, 350);
        }

        @Test
        @Tag("A6")
        void aHoldThatIsCapturedInPartPaysAsMuchAsItSetAside() {
            holds("pays", 1_000);
            member.does(capture("k1", "2026-01-04", 400L));
            member.buys("p", "2026-01-05", Member.paid("20.00", "10.00", "k1"));
            assertThat(member.isRefused(Member.purchase("q", "2026-01-06", Member.paid("20.00", "0.01", "h"))))
                    .isEqualTo("EXCEEDS_REDEMPTION");
        }

        @Test
        @Tag("A6")
        void afterALapseOnlyWhatWasCapturedPays() {
            holds("pays", 1_000);
            member.does(capture("k1", "2026-01-04", 400L));
            member.waits(noon("2026-01-20"));
            assertThat(member.isRefused(Member.purchase("p", "2026-01-21", Member.paid("20.00", "4.01", "k1"))))
                    .isEqualTo("EXCEEDS_REDEMPTION");
            member.buys("p", "2026-01-21", Member.paid("20.00", "4.00", "h"));
        }
    }
}
