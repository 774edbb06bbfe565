package dev.laurel.engine;

import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.brief;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.startOf;
import static dev.laurel.engine.Shop.usd;
import static dev.laurel.engine.Shop.uses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.decision.Decision;
import dev.laurel.decision.Refusal;
import dev.laurel.event.Adjustment;
import dev.laurel.event.Basket;
import dev.laurel.event.Cancellation;
import dev.laurel.event.Capture;
import dev.laurel.event.Hold;
import dev.laurel.event.Redemption;
import dev.laurel.event.Release;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.ledger.Lot;
import dev.laurel.money.Money;
import dev.laurel.receipt.CaptureReceipt;
import dev.laurel.receipt.OpenHold;
import dev.laurel.receipt.RedemptionReceipt;
import dev.laurel.reward.AmountOff;
import dev.laurel.reward.ChosenPrice;
import dev.laurel.reward.PointsAsPayment;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.UseCap;
import dev.laurel.time.Expiry;
import dev.laurel.time.Moment;
import dev.laurel.time.Window;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Points that are set aside, and how that ends. */
@Tag("L7")
class HoldsTest {
    private static final PointsAsPayment CENT = PointsAsPayment.of(usd("0.01"), 1);

    private static Shop shop(Expiry expiry) {
        return new Shop(program(expiry)
                .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
                .redeem(
                        Reward.costing("three-hundred", 300),
                        Reward.costing("any", ChosenPrice.ofAnyNumber()).giving(CENT),
                        Reward.costing("steps", ChosenPrice.ofAnyNumber().inStepsOf(100))
                                .giving(CENT),
                        Reward.costing("ten-off", 100).giving(new AmountOff(usd("10"))),
                        Reward.costing("once", 10).capped(UseCap.of(1, Window.EVER)))
                .holdsAtMost(Period.ofYears(1))
                .build());
    }

    private static Hold hold(String id, String at, String until) {
        return Hold.of(id, CUSTOMER, noon(at), "three-hundred", noon(until));
    }

    /** As the hold of {@link #wallet}, but for a reward whose price is chosen. */
    private static Shop chosen(String reward) {
        Shop shop = shop(Moment.never());
        shop.spend("2026-01-01", "200");
        shop.spend("2026-01-02", "800");
        shop.submit(new Hold("h", CUSTOMER, noon("2026-01-03"), reward, noon("2026-01-10"), 300L, null));
        return shop;
    }

    private static Capture capture(String id, String at, long points) {
        return new Capture(id, CUSTOMER, noon(at), "h", points);
    }

    private static Capture captureAll(String id, String at) {
        return Capture.ofAll(id, CUSTOMER, noon(at), "h");
    }

    private static Release release(String id, String at) {
        return new Release(id, CUSTOMER, noon(at), "h");
    }

    private static List<String> lots(Shop shop) {
        List<String> lots = new ArrayList<>();
        for (Lot lot : shop.account().wallet("points").orElseThrow().lots()) {
            lots.add(lot.number() + ":" + lot.left() + "/" + lot.points());
        }
        return lots;
    }

    private static void assertBalance(Shop shop, long available, long held, long redeemed) {
        assertThat(shop.account().balance("points").available()).isEqualTo(available);
        assertThat(shop.account().balance("points").held()).isEqualTo(held);
        assertThat(shop.account().balance("points").redeemed()).isEqualTo(redeemed);
        shop.verify();
    }

    /** A thousand points in two lots, of which the hold takes all of the first and some of the second. */
    private static Shop wallet(Expiry expiry) {
        Shop shop = shop(expiry);
        shop.spend("2026-01-01", "200");
        shop.spend("2026-01-02", "800");
        shop.submit(hold("h", "2026-01-03", "2026-01-10"));
        return shop;
    }

    @Nested
    class Wallet {
        private final Shop shop = wallet(Moment.never());

        @Test
        void aHoldSetsPointsAsideInTheOrderOfSpending() {
            assertBalance(shop, 700, 300, 0);
            assertThat(lots(shop)).containsExactly("2:700/800");
            LedgerEntry entry = shop.entries().get(2);
            assertThat(brief(List.of(entry))).containsExactly("HOLD 300 three-hundred");
            assertThat(uses(shop.entries(), EntryKind.HOLD)).containsExactly("1:200", "2:100");
            assertThat(entry.cause()).isEqualTo("h");
            assertThat(entry.hold()).isEqualTo("h");
            OpenHold open = shop.account().hold("h").orElseThrow();
            assertThat(open.points()).isEqualTo(300);
            assertThat(open.until()).isEqualTo(noon("2026-01-10"));
            assertThat(shop.account().holds()).containsExactly(open);
            assertThat(shop.account().hold("i")).isEmpty();
        }

        @Test
        void aHoldLeavesAReceiptThatTellsItFromAHoldThatNeverWas() {
            assertThat(shop.receipt("h"))
                    .isEqualTo(new RedemptionReceipt(
                            "h",
                            CUSTOMER,
                            "shop@1",
                            noon("2026-01-03"),
                            noon("2027-01-03"),
                            noon("2026-01-03"),
                            3,
                            "three-hundred",
                            "points",
                            300,
                            List.of(),
                            0,
                            List.of(),
                            null));
            assertThat(shop.redeemed("h").isOfHold()).isTrue();
            assertThat(shop.redeemed("h").isUncaptured()).isTrue();
        }

        @Test
        @Tag("V2")
        void aHoldSharesItsReceiptWithItsCapture() {
            shop.submit(captureAll("x", "2026-01-04"));
            assertThat(shop.receipt("x"))
                    .isEqualTo(new CaptureReceipt("x", CUSTOMER, noon("2026-01-04"), noon("2027-01-04"), "h"));
            RedemptionReceipt hold = shop.redeemed("h");
            assertThat(hold.isOfHold()).isTrue();
            assertThat(hold.isUncaptured()).isFalse();
            assertThat(hold.occurredAt()).isEqualTo(noon("2026-01-04"));
            assertThat(hold.takenAt()).isEqualTo(noon("2026-01-03"));
            assertThat(hold.takenBy("x").orElseThrow().points()).isEqualTo(300);
            assertThat(hold.pointsLeft()).isEqualTo(300);
        }

        @Test
        void aHoldIsRefusedWithoutThePoints() {
            shop.submit(hold("h2", "2026-01-03", "2026-01-10"));
            shop.submit(hold("h3", "2026-01-03", "2026-01-11"));
            assertThat(shop.refused(hold("h4", "2026-01-03", "2026-01-10")))
                    .isEqualTo(new Refusal.InsufficientPoints("points", 100, 300));
            assertThat(shop.account().holds()).extracting(OpenHold::hold).containsExactly("h", "h2", "h3");
            assertThat(shop.refused(Redemption.of("x", CUSTOMER, noon("2026-01-03"), "three-hundred")))
                    .isEqualTo(new Refusal.InsufficientPoints("points", 100, 300));
        }

        @Test
        @Tag("L8")
        void aHoldIsRefusedWhileAnythingIsOwed() {
            shop.submit(new Adjustment("a", CUSTOMER, noon("2026-01-04"), "points", -900, "error", "agent"));
            assertBalance(shop, 0, 300, 0);
            assertThat(shop.account().balance("points").debt()).isEqualTo(200);
            assertThat(shop.refused(hold("h2", "2026-01-04", "2026-01-10")))
                    .isEqualTo(new Refusal.InDebt("points", 200));
        }

        @Test
        @Tag("E3")
        void aHoldAsksWhatARedemptionAsks() {
            Refusal unknown = shop.refused(Hold.of("h2", CUSTOMER, noon("2026-01-03"), "nothing", noon("2026-01-04")));
            assertThat(unknown.code()).isEqualTo("UNKNOWN_REWARD");
            Refusal invalid = shop.refused(
                    new Hold("h2", CUSTOMER, noon("2026-01-03"), "three-hundred", noon("2026-01-04"), 5L, null));
            assertThat(invalid.message())
                    .isEqualTo("points of reward 'three-hundred' must be its price, 300, but were 5");
            Refusal small = shop.refused(new Hold(
                    "h2",
                    CUSTOMER,
                    noon("2026-01-03"),
                    "ten-off",
                    noon("2026-01-04"),
                    null,
                    Basket.of(Shop.line("1", "5"))));
            assertThat(small.code()).isEqualTo("CONDITION_NOT_MET");
            Refusal foreign = shop.refused(new Hold(
                    "h2",
                    CUSTOMER,
                    noon("2026-01-03"),
                    "ten-off",
                    noon("2026-01-04"),
                    null,
                    Basket.ofTotal(Money.of(Currency.getInstance("EUR"), "50"))));
            assertThat(foreign).isEqualTo(new Refusal.WrongCurrency("USD", "EUR"));
        }

        @Test
        @Tag("F1")
        void aHoldEndsAfterItBegins() {
            assertThatThrownBy(() -> hold("h2", "2026-01-04", "2026-01-04"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a hold must end after it begins, at 2026-01-04T17:00:00Z, but ended at"
                            + " 2026-01-04T17:00:00Z");
        }
    }

    @Nested
    class Capturing {
        private final Shop shop = wallet(Moment.never());

        @Test
        void aCaptureTakesAllThatIsHeld() {
            Decision decision = shop.submit(captureAll("k", "2026-01-05"));
            assertThat(brief(decision.entries())).containsExactly("CAPTURE -300 three-hundred");
            assertThat(decision.entries().get(0).hold()).isEqualTo("h");
            assertThat(decision.entries().get(0).cause()).isEqualTo("k");
            assertBalance(shop, 700, 0, 300);
            assertThat(shop.account().holds()).isEmpty();
        }

        @Test
        void aCaptureOfAPartTakesWhatWasTakenFirstAndGivesTheRestBack() {
            Shop any = chosen("any");
            Decision decision = any.submit(capture("k", "2026-01-05", 250));
            assertThat(brief(decision.entries())).containsExactly("CAPTURE -250 any", "RELEASE 50 any");
            assertThat(uses(decision.entries(), EntryKind.CAPTURE)).containsExactly("1:200", "2:50");
            assertThat(uses(decision.entries(), EntryKind.RELEASE)).containsExactly("2:50");
            assertBalance(any, 750, 0, 250);
            assertThat(lots(any)).containsExactly("2:750/800");
        }

        @Test
        void aCaptureOfAPartCanGiveAWholeLotBack() {
            Shop any = chosen("any");
            any.submit(capture("k", "2026-01-05", 1));
            assertBalance(any, 999, 0, 1);
            assertThat(lots(any)).containsExactly("1:199/200", "2:800/800");
        }

        @Test
        @Tag("TV-224")
        void aCaptureOfAFixedPriceIsOfAllOfIt() {
            for (long points : new long[] {1, 299, 301}) {
                assertThat(shop.refused(capture("k", "2026-01-05", points)))
                        .isEqualTo(new Refusal.Invalid("points of a capture of hold 'h' must be all that it sets aside,"
                                + " 300, but were " + points));
            }
            assertBalance(shop, 700, 300, 0);
            shop.submit(capture("k", "2026-01-05", 300));
            assertBalance(shop, 700, 0, 300);
        }

        @Test
        void aCaptureOfAChosenPriceIsInItsSteps() {
            Shop steps = chosen("steps");
            for (long points : new long[] {1, 150, 299}) {
                assertThat(steps.refused(capture("k", "2026-01-05", points)))
                        .isEqualTo(new Refusal.Invalid("points of a capture of hold 'h' must be all that it sets aside,"
                                + " 300, or 100 or more in steps of 100, but were " + points));
            }
            steps.submit(capture("k", "2026-01-05", 200));
            assertBalance(steps, 800, 0, 200);
        }

        @Test
        void aCaptureTakesNoMoreThanIsHeld() {
            Shop any = chosen("any");
            assertThat(any.refused(capture("k", "2026-01-05", 301)))
                    .isEqualTo(new Refusal.ExceedsRedemption("hold 'h'", 300, 301));
            assertThat(new Refusal.ExceedsRedemption("hold 'h'", 300, 301).message())
                    .isEqualTo("301 points are asked for, but hold 'h' has 300 left");
            assertBalance(any, 700, 300, 0);
        }

        @Test
        @Tag("K29")
        void aCaptureHappensOnce() {
            Shop any = chosen("any");
            any.submit(capture("k", "2026-01-05", 100));
            for (Refusal again : List.of(
                    any.refused(captureAll("k2", "2026-01-05")),
                    any.refused(capture("k2", "2026-01-05", 1)),
                    any.refused(release("l", "2026-01-05")))) {
                assertThat(again).isEqualTo(new Refusal.AlreadyResolved("h"));
            }
            assertThat(new Refusal.AlreadyResolved("h").message())
                    .isEqualTo("hold 'h' was captured, released, or has lapsed already; redeem the reward anew");
        }

        @Test
        void aCaptureIsOfAHoldOfThisCustomer() {
            assertThat(shop.refused(Capture.ofAll("k", CUSTOMER, noon("2026-01-05"), "i")))
                    .isEqualTo(new Refusal.UnknownHold("i"));
            assertThat(new Refusal.UnknownHold("i").message()).isEqualTo("hold 'i' is not one of this customer");
            assertThat(shop.engine()
                            .evaluate(
                                    shop.engine().newAccount("c2"),
                                    Capture.ofAll("k", "c2", noon("2026-01-05"), "h"),
                                    List.of(shop.receipt("h")))
                            .refusal())
                    .contains(new Refusal.UnknownHold("h"));
        }

        @Test
        @Tag("R3")
        void aCaptureCanBeCancelledLikeARedemption() {
            Shop any = chosen("any");
            any.submit(capture("k", "2026-01-05", 250));
            Cancellation part = new Cancellation("y", CUSTOMER, noon("2026-01-06"), "k", 60L);
            assertThat(uses(any.submit(part).entries(), EntryKind.RESTORE)).containsExactly("2:50", "1:10");
            assertBalance(any, 810, 0, 190);
            any.submit(Cancellation.ofAll("y2", CUSTOMER, noon("2026-01-07"), "k"));
            assertBalance(any, 1000, 0, 0);
            assertThat(any.refused(Cancellation.ofAll("y3", CUSTOMER, noon("2026-01-07"), "h")))
                    .isEqualTo(new Refusal.UnknownRedemption("h"));
        }
    }

    @Nested
    class Ending {
        private final Shop shop = wallet(Moment.never());

        @Test
        void aReleaseGivesAllBackOnce() {
            Decision decision = shop.submit(release("l", "2026-01-05"));
            assertThat(brief(decision.entries())).containsExactly("RELEASE 300 three-hundred");
            assertThat(decision.entries().get(0).cause()).isEqualTo("l");
            assertBalance(shop, 1000, 0, 0);
            assertThat(lots(shop)).containsExactly("1:200/200", "2:800/800");
            assertThat(shop.refused(release("l2", "2026-01-05"))).isEqualTo(new Refusal.AlreadyResolved("h"));
        }

        @Test
        @Tag("D4")
        void aHoldLapsesAtItsInstantWhetherOrNotAnybodyLooks() {
            Shop other = wallet(Moment.never());
            other.advance(noon("2026-01-10").minusNanos(1_000));
            assertBalance(other, 700, 300, 0);
            assertThat(other.engine().nextChangeAt(other.account())).contains(noon("2026-01-10"));
            other.advance(noon("2026-01-10"));
            assertBalance(other, 1000, 0, 0);
            LedgerEntry entry = other.entries().get(other.entries().size() - 1);
            assertThat(entry.effective()).isEqualTo(noon("2026-01-10"));
            assertThat(entry.cause()).isEqualTo("laurel:time:2026-01-10T17:00:00Z");
            assertThat(entry.hold()).isEqualTo("h");
            for (Shop each : List.of(shop, other)) {
                each.spend("2026-02-01", "1");
            }
            assertThat(shop.account()).isEqualTo(other.account());
            assertThat(shop.entries()).isEqualTo(other.entries());
        }

        @Test
        @Tag("T2")
        void aHoldLapsesBeforeACaptureAtTheSameInstant() {
            Shop other = wallet(Moment.never());
            other.submit(Capture.ofAll("k", CUSTOMER, noon("2026-01-10").minusNanos(1_000), "h"));
            assertBalance(other, 700, 0, 300);
            assertThat(shop.refused(captureAll("k", "2026-01-10"))).isEqualTo(new Refusal.AlreadyResolved("h"));
        }

        @Test
        @Tag("T3")
        void aLateCaptureIsJudgedByThePresent() {
            shop.spend("2026-01-20", "1");
            assertThat(shop.refused(captureAll("k", "2026-01-05"))).isEqualTo(new Refusal.AlreadyResolved("h"));
        }

        @Test
        @Tag("T3")
        void aHoldThatComesTooLateLapsesAtOnce() {
            shop.spend("2026-01-20", "1");
            Decision decision = shop.submit(hold("late", "2026-01-12", "2026-01-13"));
            assertThat(brief(decision.entries()))
                    .containsExactly("HOLD 300 three-hundred", "RELEASE 300 three-hundred");
            assertThat(shop.account().holds()).isEmpty();
            assertThat(shop.refused(Capture.ofAll("k", CUSTOMER, noon("2026-01-20"), "late")))
                    .isEqualTo(new Refusal.AlreadyResolved("late"));
            assertBalance(shop, 1001, 0, 0);
        }

        @Test
        @Tag("L8")
        void aReleasePaysADebtFirst() {
            shop.submit(new Adjustment("a", CUSTOMER, noon("2026-01-04"), "points", -900, "error", "agent"));
            Decision decision = shop.submit(release("l", "2026-01-05"));
            assertThat(brief(decision.entries())).containsExactly("RELEASE 300 three-hundred", "DEBT_PAID 200");
            assertBalance(shop, 100, 0, 0);
        }

        @Test
        void aHoldThatIsReleasedOrLapsesGivesTheUseOfALimitedRewardBack() {
            Hold once = Hold.of("h1", CUSTOMER, noon("2026-01-04"), "once", noon("2026-01-05"));
            Hold again = Hold.of("h2", CUSTOMER, noon("2026-01-04"), "once", noon("2026-01-05"));
            shop.submit(once);
            assertThat(shop.refused(again).code()).isEqualTo("LIMIT_REACHED");
            shop.submit(new Release("l", CUSTOMER, noon("2026-01-04"), "h1"));
            shop.submit(again);
            Hold third = Hold.of("h3", CUSTOMER, noon("2026-01-06"), "once", noon("2026-01-07"));
            shop.submit(third);
            shop.submit(Capture.ofAll("k", CUSTOMER, noon("2026-01-06"), "h3"));
            assertThat(shop.refused(Redemption.of("x", CUSTOMER, noon("2026-01-06"), "once"))
                            .code())
                    .isEqualTo("LIMIT_REACHED");
        }
    }

    /** The lots of 1 and 2 January expire after ten days, on the 11th and the 12th. */
    @Nested
    @Tag("L9")
    class PastTheirDate {
        private final Shop shop = shop(Moment.after(Period.ofDays(10)));

        private void holdUntil(Instant until) {
            shop.spend("2026-01-01", "200");
            shop.spend("2026-01-02", "800");
            shop.submit(new Hold("h", CUSTOMER, noon("2026-01-03"), "any", until, 300L, null));
        }

        @Test
        void pointsThatAreHeldDoNotExpire() {
            holdUntil(noon("2026-03-01"));
            shop.advance(noon("2026-02-01"));
            assertBalance(shop, 0, 300, 0);
            assertThat(shop.account().balance("points").expired()).isEqualTo(700);
        }

        @Test
        void pointsThatAreHeldPastTheirDateCanStillBeCaptured() {
            holdUntil(noon("2026-03-01"));
            Decision decision = shop.submit(capture("k", "2026-02-01", 250));
            assertThat(brief(decision.entries()))
                    .containsExactly("EXPIRE -700", "CAPTURE -250 any", "RELEASE 50 any", "EXPIRE -50");
            assertBalance(shop, 0, 0, 250);
        }

        @Test
        @Tag("L8")
        void pointsThatComeBackFromAHoldPastTheirDatePayWhatIsOwedAndTheRestExpiresAtThatInstant() {
            holdUntil(noon("2026-03-01"));
            shop.submit(new Adjustment("a", CUSTOMER, noon("2026-01-03"), "points", -800, "error", "agent"));
            shop.advance(noon("2026-03-01"));
            assertThat(brief(shop.entries()).subList(3, 6))
                    .containsExactly("ADJUST -800", "RELEASE 300 any", "DEBT_PAID 100");
            assertThat(brief(shop.entries()).subList(6, 7)).containsExactly("EXPIRE -200");
            // Of the lot that was taken from first, which came back first.
            assertThat(uses(shop.entries(), EntryKind.DEBT_PAID)).containsExactly("1:100");
            assertThat(shop.account().balance("points").debt()).isZero();
            assertBalance(shop, 0, 0, 0);
        }

        @Test
        @Tag("D5")
        void aHoldLapsesBeforePointsExpireAtTheSameInstant() {
            holdUntil(noon("2026-01-11"));
            shop.submit(new Adjustment("a", CUSTOMER, noon("2026-01-03"), "points", -800, "error", "agent"));
            shop.advance(noon("2026-01-11"));
            assertThat(brief(shop.entries()).subList(3, 7))
                    .containsExactly("ADJUST -800", "RELEASE 300 any", "DEBT_PAID 100", "EXPIRE -100");
            // What is past its date pays first, and the hundred of the other lot stay.
            assertThat(uses(shop.entries(), EntryKind.DEBT_PAID)).containsExactly("1:100");
            assertBalance(shop, 100, 0, 0);
        }

        @Test
        void pointsCapturedPastTheirDateExpireWhenTheCaptureIsCancelled() {
            holdUntil(noon("2026-03-01"));
            shop.submit(captureAll("k", "2026-02-01"));
            Decision decision = shop.submit(Cancellation.ofAll("y", CUSTOMER, noon("2026-02-02"), "k"));
            assertThat(brief(decision.entries())).containsExactly("RESTORE 300 any", "EXPIRE -300");
            assertBalance(shop, 0, 0, 0);
        }
    }

    @Nested
    @Tag("L6")
    class OnATimerOfInactivity {
        private final Shop shop = wallet(Expiry.inactiveFor(Period.ofMonths(1)));

        @Test
        void aHoldIsNoActivityButACaptureIs() {
            assertThat(runsOut()).isEqualTo(noon("2026-02-02"));
            shop.submit(captureAll("k", "2026-01-09"));
            assertThat(runsOut()).isEqualTo(noon("2026-02-09"));
        }

        @Test
        void aReleaseIsNoActivity() {
            shop.submit(release("l", "2026-01-09"));
            assertThat(runsOut()).isEqualTo(noon("2026-02-02"));
        }

        @Test
        void pointsThatComeBackFromAHoldStayExpiredIfTheirTimerRanOutMeanwhile() {
            shop.submit(Hold.of("long", CUSTOMER, noon("2026-01-04"), "three-hundred", startOf("2026-06-01")));
            shop.spend("2026-04-01", "50");
            Decision decision = shop.submit(new Release("l", CUSTOMER, noon("2026-04-02"), "long"));
            assertThat(brief(decision.entries())).containsExactly("RELEASE 300 three-hundred", "EXPIRE -300");
            assertBalance(shop, 50, 0, 0);
        }

        @Test
        void pointsThatWereCapturedAfterTheTimerRanOutStayExpiredWhenTheCaptureIsCancelled() {
            shop.submit(Hold.of("long", CUSTOMER, noon("2026-01-04"), "three-hundred", startOf("2026-06-01")));
            shop.spend("2026-04-01", "50");
            shop.submit(Capture.ofAll("k", CUSTOMER, noon("2026-04-02"), "long"));
            shop.submit(Cancellation.ofAll("y", CUSTOMER, noon("2026-04-03"), "k"));
            assertBalance(shop, 50, 0, 0);
        }

        private Instant runsOut() {
            return shop.account().wallet("points").orElseThrow().runsOut();
        }
    }
}
