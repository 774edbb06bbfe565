package dev.laurel.engine;

import static dev.laurel.engine.Member.brief;
import static dev.laurel.engine.Member.paid;
import static dev.laurel.engine.Member.purchase;
import static dev.laurel.engine.Member.worth;
import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.POINTS;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.laurel.condition.Selectors;
import dev.laurel.decision.Decision;
import dev.laurel.decision.Refusal;
import dev.laurel.decision.UnpaidOrders;
import dev.laurel.event.Basket;
import dev.laurel.event.Capture;
import dev.laurel.event.Payment;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.Redemption;
import dev.laurel.event.Return;
import dev.laurel.event.ReturnedLine;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.receipt.PointPayment;
import dev.laurel.reward.ChosenPrice;
import dev.laurel.reward.FixedPrice;
import dev.laurel.reward.PointsAsPayment;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.UseCap;
import dev.laurel.time.Moment;
import dev.laurel.time.Window;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders that are paid in part with points, and what becomes of that. */
class PaidOrdersTest {
    private static final PointTerms POLICY = PointTerms.expiring(Moment.never());

    /** Twenty points pay a dollar; gift cards are outside of the program. */
    private static final Reward TWENTIETHS =
            Reward.costing("twentieths", ChosenPrice.ofAnyNumber()).giving(PointsAsPayment.of(usd("1.00"), 20));

    private static final PurchaseLine CREAM = PurchaseLine.of("cream", "cream", usd("50.00"));
    private static final PurchaseLine CARD =
            PurchaseLine.of("card", "card", usd("50.00")).withCategories("gift-card");

    private static Member member(long points) {
        Member member = new Member(Member.declared(POLICY)
                .excluding(Selectors.category("gift-card"))
                .redeem(TWENTIETHS, Reward.costing("bag", FixedPrice.of(100)))
                .build());
        member.isGiven(points, "2026-01-01");
        return member;
    }

    private static Payment points(String amount, String redemption) {
        return Payment.withPoints(usd(amount), redemption);
    }

    private static long earned(Decision decision) {
        return decision.earned("points");
    }

    /** What a payment with points is taken out of. */
    @Nested
    @Tag("A6")
    class Spreading {
        @Test
        @Tag("R4")
        @Tag("TV-202")
        void pointsPayOnlyForWhatTheProgramCovers() {
            Member member = member(4_000);
            member.redeems("x", "2026-01-02", "pays", 4_000);
            Basket basket = Basket.of(CREAM, CARD).paidBy(points("40.00", "x"));
            assertThat(earned(member.buys("p", "2026-01-02", basket))).isEqualTo(10);
            assertThat(brief(member.returns("p", "2026-01-03", worth("cream", "50.00"))))
                    .containsExactly("RESTORE 4000 pays", "CLAWBACK -10 per-dollar");
            assertThat(member.available()).isEqualTo(4_000);
        }

        @ParameterizedTest
        @CsvSource({"50.00, true", "50.01, false", "100.00, false"})
        void pointsPayNoMoreThanThat(String amount, boolean isAccepted) {
            Member member = member(20_000);
            member.redeems("x", "2026-01-02", "pays", 20_000);
            Basket basket = Basket.of(CREAM, CARD).paidBy(points(amount, "x"));
            if (isAccepted) {
                assertThat(earned(member.buys("p", "2026-01-02", basket))).isZero();
            } else {
                assertThat(member.refusal(purchase("p", "2026-01-02", basket)))
                        .isEqualTo(new Refusal.ConditionNotMet(
                                "the purchase",
                                "points pay for lines that the program covers, with their taxes, and for shipping",
                                "USD " + amount + " paid with points",
                                "at most USD 50.00"));
            }
        }

        @Test
        void shippingIsPaidWithPointsToo() {
            Member member = member(2_750);
            member.redeems("x", "2026-01-02", "pays", 2_750);
            Basket basket = Basket.of(CREAM).withShipping(usd("5.00")).paidBy(points("27.50", "x"));
            // Half of the cream and half of shipping.
            assertThat(earned(member.buys("p", "2026-01-02", basket))).isEqualTo(25);
        }

        @Test
        void mixedTaxesAreEachPaidInTheirPart() {
            Member member = member(6_600);
            member.redeems("x", "2026-01-02", "pays", 6_600);
            Basket basket = Basket.of(
                            PurchaseLine.of("a", "a", usd("100.00")).withTax(usd("20.00")),
                            PurchaseLine.of("b", "b", usd("100.00")).withTax(usd("0.00")))
                    .paidBy(points("66.00", "x"));
            // 66 of 220 are three tenths, of each line.
            assertThat(earned(member.buys("p", "2026-01-02", basket))).isEqualTo(140);
            // The taxed line took 120 of 220 of the points, the other one the rest.
            assertThat(brief(member.returns("p", "2026-01-03", worth("a", "100.00"))))
                    .containsExactly("RESTORE 3600 pays", "CLAWBACK -70 per-dollar");
            assertThat(brief(member.returns("p", "2026-01-03", worth("b", "100.00"))))
                    .containsExactly("RESTORE 3000 pays", "CLAWBACK -70 per-dollar");
        }

        @Test
        void paymentsOfZeroAreNoError() {
            Member member = member(100);
            member.redeems("x", "2026-01-02", "pays", 100);
            Basket basket = Basket.of(CREAM).paidBy(points("0.00", "x")).paidBy(Payment.of("card", usd("0.00")));
            assertThat(earned(member.buys("p", "2026-01-02", basket))).isEqualTo(50);
            assertThat(brief(member.returns("p", "2026-01-03"))).containsExactly("CLAWBACK -50 per-dollar");
        }

        @Test
        void pointsOfAnotherProgramEarnNothingAndDoNotComeBack() {
            Member member = member(1);
            Basket basket = Basket.of(CREAM).paidBy(Payment.withForeignPoints(usd("40.00")));
            assertThat(earned(member.buys("p", "2026-01-02", basket))).isEqualTo(10);
            assertThat(brief(member.returns("p", "2026-01-03"))).containsExactly("CLAWBACK -10 per-dollar");
        }
    }

    /** What payments with points are checked against. */
    @Nested
    @Tag("A6")
    class Checks {
        private final Member member = member(10_000);

        private String refused(String amount, String redemption) {
            return member.isRefused(purchase("p", "2026-01-05", paid("500.00", amount, redemption)));
        }

        @Test
        void paymentNamesARedemptionOfTheCustomer() {
            assertThat(refused("1.00", "nobody")).isEqualTo("UNKNOWN_REDEMPTION");
            member.buys("o", "2026-01-02", "10.00");
            assertThat(refused("1.00", "o")).isEqualTo("UNKNOWN_REDEMPTION");
        }

        @Test
        void paymentIsNotOfAnotherKindOfReward() {
            member.does(Redemption.of("x", CUSTOMER, noon("2026-01-02"), "bag"));
            assertThat(refused("1.00", "x")).isEqualTo("NOT_ALLOWED");
        }

        @Test
        void paymentIsWorthNoMoreThanItsRedemption() {
            member.redeems("x", "2026-01-02", "pays", 1_000);
            assertThat(member.refusal(purchase("p", "2026-01-05", paid("500.00", "10.01", "x"))))
                    .isEqualTo(new Refusal.ExceedsWorth("x", usd("10.00"), usd("10.01")));
            member.buys("p", "2026-01-05", paid("500.00", "10.00", "x"));
            assertThat(refused("0.01", "x")).isEqualTo("EXCEEDS_REDEMPTION");
        }

        @Test
        void paymentsOfOneOrderThatNameOneRedemptionAreAddedUp() {
            member.redeems("x", "2026-01-02", "pays", 1_000);
            Basket twice =
                    Basket.ofTotal(usd("50.00")).paidBy(points("6.00", "x")).paidBy(points("5.00", "x"));
            assertThat(member.isRefused(purchase("p", "2026-01-05", twice))).isEqualTo("EXCEEDS_REDEMPTION");
        }

        @Test
        void cancelledPartPaysNothing() {
            member.redeems("x", "2026-01-02", "pays", 1_000);
            member.cancels("x", "2026-01-03", 400);
            assertThat(refused("6.01", "x")).isEqualTo("EXCEEDS_REDEMPTION");
            member.buys("p", "2026-01-05", paid("50.00", "6.00", "x"));
        }

        @Test
        void orderIsPaidByAHoldThatIsOpenAndByItsCaptureOnceTogether() {
            member.holds("h", "2026-01-02", "pays", 1_000);
            member.buys("p", "2026-01-05", paid("50.00", "4.00", "h"));
            member.captures("k", "h", "2026-01-06");
            assertThat(refused("6.01", "k")).isEqualTo("EXCEEDS_REDEMPTION");
            assertThat(refused("6.01", "h")).isEqualTo("EXCEEDS_REDEMPTION");
            member.buys("q", "2026-01-07", paid("50.00", "6.00", "k"));
        }

        @Test
        void holdThatEndedWithoutACapturePaysNothing() {
            member.holds("h", "2026-01-02", "pays", 1_000);
            member.releases("h", "2026-01-03");
            assertThat(refused("1.00", "h")).isEqualTo("UNKNOWN_REDEMPTION");
        }

        @Test
        void redemptionThatCannotBeCancelledAnyMorePaysNothing() {
            member.redeems("x", "2026-01-02", "pays", 1_000);
            assertThat(member.isRefused(purchase("p", "2027-01-02", paid("50.00", "1.00", "x"))))
                    .isEqualTo("UNKNOWN_REDEMPTION");
            member.buys("q", "2027-01-01", paid("50.00", "1.00", "x"));
        }

        @Test
        void refusedOrderUsesNothingUp() {
            member.redeems("x", "2026-01-02", "pays", 1_000);
            assertThat(refused("10.01", "x")).isEqualTo("EXCEEDS_REDEMPTION");
            member.buys("p", "2026-01-05", paid("50.00", "10.00", "x"));
        }

        @Test
        void previewAsksWhatThePurchaseWould() {
            member.redeems("x", "2026-01-02", "pays", 1_000);
            Basket basket = paid("50.00", "10.00", "x");
            Decision preview = member.shop
                    .engine()
                    .preview(member.shop.account(), basket, noon("2026-01-05"), List.of(member.shop.receipt("x")));
            assertThat(earned(preview.orThrow())).isEqualTo(40);
            assertThat(earned(member.buys("p", "2026-01-05", basket))).isEqualTo(40);
        }
    }

    /** Points of one redemption that pay several orders. */
    @Nested
    @Tag("R4")
    class SeveralOrders {
        private Member bought() {
            Member member = member(3_000);
            member.redeems("x", "2026-01-02", "twentieths", 3_000);
            member.buys("a", "2026-01-03", paid("200.00", "122.73", "x"));
            member.buys("b", "2026-01-04", paid("200.00", "27.27", "x"));
            return member;
        }

        @Test
        @Tag("TV-203")
        void eachOrderHasItsPoints() {
            Member member = bought();
            assertThat(member.shop.receiptOf("a").pointPayments())
                    .extracting(PointPayment::redemption, PointPayment::points)
                    .containsExactly(tuple("x", 2_454L));
            assertThat(member.shop.receiptOf("b").pointPayments())
                    .extracting(PointPayment::points)
                    .containsExactly(546L);
        }

        @ParameterizedTest
        @CsvSource({"a, 2454, b, 546", "b, 546, a, 2454"})
        @Tag("TV-203")
        void eitherAloneGivesItsOwnBackAndBothAll(String first, long one, String second, long other) {
            Member member = bought();
            assertThat(brief(member.returns(first, "2026-01-05"))).contains("RESTORE " + one + " twentieths");
            assertThat(brief(member.returns(second, "2026-01-06"))).contains("RESTORE " + other + " twentieths");
            assertThat(member.available()).isEqualTo(3_000);
            assertThat(member.debt()).isZero();
        }

        @Test
        void ordersPaidWithAllOfItGiveAllOfItBackWhateverAPointIsWorth() {
            // Seven points pay a dollar, so ten are worth 1.42, and an order of that much took all ten.
            Member member = new Member(Member.declared(POLICY)
                    .redeem(Reward.costing("sevenths", ChosenPrice.ofAnyNumber())
                            .giving(PointsAsPayment.of(usd("1.00"), 7)))
                    .build());
            member.isGiven(10, "2026-01-01");
            member.redeems("x", "2026-01-02", "sevenths", 10);
            member.buys("p", "2026-01-03", paid("5.00", "1.42", "x"));
            member.returns("p", "2026-01-04");
            assertThat(member.available()).isEqualTo(10);
        }

        @Test
        void cancellationLeavesLessToComeBack() {
            Member member = bought();
            member.cancels("x", "2026-01-05", 1_000);
            assertThat(brief(member.returns("a", "2026-01-06"))).contains("RESTORE 2000 twentieths");
            assertThat(brief(member.returns("b", "2026-01-07"))).doesNotContain("RESTORE 546 twentieths");
            assertThat(member.available()).isEqualTo(3_000);
        }
    }

    /** Orders that are brought back in parts. */
    @Nested
    @Tag("R4")
    class Parts {
        @ParameterizedTest
        @ValueSource(ints = {1, 3, 7, 50, 5_000})
        void pointsComeBackByTheSharesAndOverAnySplitExactlyAll(int parts) {
            Member member = member(1_999);
            member.redeems("x", "2026-01-02", "pays", 1_999);
            member.buys("p", "2026-01-03", paid("50.00", "19.99", "x"));
            long cents = 5_000L / parts;
            for (int i = 0; i < parts; i++) {
                long amount = i == parts - 1 ? 5_000 - cents * i : cents;
                member.returns("p", "2026-01-04", ReturnedLine.of("1", Money.ofMillionths(Shop.USD, amount * 10_000)));
            }
            assertThat(member.available()).isEqualTo(1_999);
            assertThat(member.debt()).isZero();
        }

        @Test
        void shippingGivesItsShareBackWhenItIsRefunded() {
            Member member = member(1_100);
            member.redeems("x", "2026-01-02", "pays", 1_100);
            Basket basket = Basket.of(CREAM).withShipping(usd("5.00")).paidBy(points("11.00", "x"));
            member.buys("p", "2026-01-03", basket);
            assertThat(brief(member.returns("p", "2026-01-04", worth("cream", "50.00"))))
                    .contains("RESTORE 1000 pays");
            assertThat(brief(member.does(Return.ofShipping("s", CUSTOMER, noon("2026-01-05"), "p"))))
                    .containsExactly("RESTORE 100 pays");
            assertThat(member.isRefused(Return.ofShipping("t", CUSTOMER, noon("2026-01-05"), "p")))
                    .isEqualTo("EXCEEDS_PURCHASE");
            assertThat(member.available()).isEqualTo(1_100);
        }

        @Test
        void returnWithoutLinesReturnsShippingToo() {
            Member member = member(1_100);
            member.redeems("x", "2026-01-02", "pays", 1_100);
            member.buys(
                    "p",
                    "2026-01-03",
                    Basket.of(CREAM).withShipping(usd("5.00")).paidBy(points("11.00", "x")));
            assertThat(brief(member.returns("p", "2026-01-04"))).contains("RESTORE 1100 pays");
            assertThat(member.isRefused(member.returned("p", "2026-01-05"))).isEqualTo("EXCEEDS_PURCHASE");
        }
    }

    /** Orders that are placed before their points are captured. */
    @Nested
    @Tag("R4")
    @Tag("L7")
    class OrdersOnHold {
        private Member ordered() {
            Member member = member(1_000);
            member.holds("h", "2026-01-02", "pays", 1_000);
            member.buys("p", "2026-01-03", paid("50.00", "10.00", "h"));
            return member;
        }

        @Test
        void whatIsReturnedWhileItIsOpenComesBackWhenItIsCaptured() {
            Member member = ordered();
            assertThat(brief(member.returns("p", "2026-01-04", worth("1", "25.00"))))
                    .containsExactly("CLAWBACK -20 per-dollar");
            assertThat(brief(member.captures("k", "h", "2026-01-05")))
                    .containsExactly("CAPTURE -1000 pays", "RESTORE 500 pays");
            assertThat(brief(member.returns("p", "2026-01-06"))).contains("RESTORE 500 pays");
            assertThat(member.available()).isEqualTo(1_000);
        }

        @Test
        void whatIsNotCapturedIsLessToComeBack() {
            Member member = ordered();
            member.returns("p", "2026-01-04", worth("1", "25.00"));
            assertThat(brief(member.captures("k", "h", "2026-01-05", 700)))
                    .containsExactly("CAPTURE -700 pays", "RELEASE 300 pays", "RESTORE 200 pays");
            assertThat(brief(member.returns("p", "2026-01-06"))).contains("RESTORE 500 pays");
            assertThat(member.available()).isEqualTo(1_000);
        }

        @Test
        void orderThatAllOfWasReturnedIsNotPaidTwiceByTheRelease() {
            Member member = ordered();
            member.returns("p", "2026-01-04");
            Decision released = member.releases("h", "2026-01-05");
            assertThat(brief(released)).containsExactly("RELEASE 1000 pays");
            assertThat(member.available()).isEqualTo(1_000);
            // Nothing of it is left to be paid.
            assertThat(released.unpaid()).isEmpty();
        }

        @Test
        void releaseTellsWhichOrdersItLeavesUnpaid() {
            Member member = ordered();
            member.returns("p", "2026-01-04", worth("1", "49.99"));
            assertThat(member.releases("h", "2026-01-05").unpaid())
                    .containsExactly(new UnpaidOrders("h", List.of("p"), noon("2026-01-05")));
        }

        @Test
        void holdThatLapsesTellsWhichOrdersItLeavesUnpaid() {
            Member member = ordered();
            member.buys("q", "2026-01-04", "5.00");
            Decision lapsed = member.waits(noon("2026-12-01"));
            assertThat(lapsed.unpaid()).hasSize(1);
            assertThat(lapsed.unpaid().get(0).orders()).containsExactly("p");
            // The order stays as it was placed.
            assertThat(member.balance().earned()).isEqualTo(45);
            assertThat(brief(member.returns("p", "2026-12-02"))).containsExactly("CLAWBACK -40 per-dollar");
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        @Tag("R3")
        void useOfALimitedRewardComesBackWithTheLastOfItsPointsByReturnOrCancellation(boolean returnFirst) {
            Member member = new Member(Member.declared(POLICY)
                    .redeem(Reward.costing("once", ChosenPrice.ofAnyNumber())
                            .giving(PointsAsPayment.of(usd("0.01"), 1))
                            .capped(UseCap.of(1, Window.EVER)))
                    .build());
            member.isGiven(1_000, "2026-01-01");
            member.redeems("x", "2026-01-02", "once", 500);
            member.buys("p", "2026-01-03", paid("10.00", "2.00", "x"));
            if (returnFirst) {
                member.returns("p", "2026-01-04");
                member.cancels("x", "2026-01-05");
            } else {
                member.cancels("x", "2026-01-04", 300);
                member.returns("p", "2026-01-05");
            }
            assertThat(member.available()).isEqualTo(1_000);
            member.redeems("y", "2026-01-06", "once", 500);
        }

        @Test
        void pointsThatNoOrderWasToBePaidWithAreNotTakenForWhatWasNotCaptured() {
            Member member = member(1_000);
            member.holds("h", "2026-01-02", "pays", 1_000);
            member.buys("p", "2026-01-03", paid("50.00", "4.00", "h"));
            member.returns("p", "2026-01-04", worth("1", "25.00"));
            // The order is paid wholly, and half of it came back; the other six hundred were for nothing.
            assertThat(brief(member.captures("k", "h", "2026-01-05", 400)))
                    .containsExactly("CAPTURE -400 pays", "RELEASE 600 pays", "RESTORE 200 pays");
            member.returns("p", "2026-01-06");
            assertThat(member.available()).isEqualTo(1_000);
        }

        @Test
        void captureNamesAHoldAndNoRedemption() {
            Member member = member(1_000);
            member.does(Redemption.of("x", CUSTOMER, noon("2026-01-02"), "bag"));
            assertThat(member.isRefused(new Capture("k", CUSTOMER, noon("2026-01-03"), "x", 5L)))
                    .isEqualTo("UNKNOWN_HOLD");
        }

        @Test
        void captureThatPaidLeavesNothingUnpaid() {
            Member member = ordered();
            assertThat(member.captures("k", "h", "2026-01-05").unpaid()).isEmpty();
        }
    }

    /** The same in currencies without and with three decimals. */
    @Nested
    @Tag("R4")
    class OtherMoney {
        @ParameterizedTest
        @CsvSource({"JPY, 1, 5000, 3333", "KWD, 0.001, 5.000, 3.333", "EUR, 0.01, 50.00, 33.33"})
        void pointsComeBackOverAnyThirds(String code, String perPoint, String net, String paid) {
            Currency currency = Currency.getInstance(code);
            LoyaltyProgram program = LoyaltyProgram.builder("shop", "1")
                    .zone(ZoneId.of("UTC"))
                    .money(currency)
                    .points(POINTS, PointTerms.expiring(Moment.never()))
                    .earn(EarnRule.earning("base", Amounts.proportional(1, Money.of(currency, perPoint))))
                    .redeem(Reward.costing("pays", ChosenPrice.ofAnyNumber())
                            .giving(PointsAsPayment.of(Money.of(currency, perPoint), 1)))
                    .build();
            Member member = new Member(program);
            member.isGiven(3_333, "2026-01-01");
            member.redeems("x", "2026-01-02", "pays", 3_333);
            Basket basket = Basket.of(
                            PurchaseLine.of("1", "a", Money.of(currency, net)).withQuantity(Quantity.of(3)))
                    .paidBy(Payment.withPoints(Money.of(currency, paid), "x"));
            assertThat(earned(member.buys("p", "2026-01-03", basket))).isEqualTo(1_667);
            for (int i = 0; i < 3; i++) {
                member.returns("p", "2026-01-04", ReturnedLine.of("1", Quantity.ONE));
                // A third of what paid comes back with each piece, rounded down as a whole.
                assertThat(member.balance().redeemed()).isEqualTo(3_333 - 1_111 * (i + 1));
            }
            assertThat(member.available()).isEqualTo(3_333);
            assertThat(member.debt()).isZero();
        }
    }
}
