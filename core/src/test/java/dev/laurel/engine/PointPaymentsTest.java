package dev.laurel.engine;

import static dev.laurel.condition.Selectors.category;
import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.PAYS;
import static dev.laurel.engine.Shop.brief;
import static dev.laurel.engine.Shop.line;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.account.Account;
import dev.laurel.condition.Conditions;
import dev.laurel.decision.Decision;
import dev.laurel.decision.Refusal;
import dev.laurel.decision.UnpaidOrders;
import dev.laurel.event.Adjustment;
import dev.laurel.event.Basket;
import dev.laurel.event.Cancellation;
import dev.laurel.event.Capture;
import dev.laurel.event.Hold;
import dev.laurel.event.Payment;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.event.Release;
import dev.laurel.event.Return;
import dev.laurel.event.ReturnedLine;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.program.Ladder;
import dev.laurel.program.PointTerms;
import dev.laurel.receipt.PointPayment;
import dev.laurel.receipt.PurchaseReceipt;
import dev.laurel.receipt.ReceiptLine;
import dev.laurel.reward.ChosenPrice;
import dev.laurel.reward.PointsAsPayment;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Multiplier;
import dev.laurel.rule.RoundingStep;
import dev.laurel.rule.Rule;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.CivilZone;
import dev.laurel.time.Moment;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("A6")
class PointPaymentsTest {
    private static final Counter<MoneySum> SPEND = PurchaseCounter.spend("spend");

    private static final EarnRule BASE = EarnRule.earning("base", Amounts.proportional(1, usd("1")));
    private static final Instant DAY = noon("2026-01-05");

    private static Shop shop(Rule... rules) {
        return new Shop(program()
                .points(PointCurrency.of("stamps"), PointTerms.expiring(Moment.never()))
                .ladders(Ladder.startingAt("status", Tier.of("low"))
                        .then(Tier.of("high"), SPEND.per(BoundedWindow.YEAR).reaches(usd("200")))
                        .kept(Moment.endOf(BoundedWindow.YEAR))
                        .fallingToTheLowest())
                .excluding(category("gift-card"))
                .earn(rules)
                .redeem(PAYS, Reward.costing("mug", 10))
                .build());
    }

    private static Basket paidWithPoints(String amount, Basket basket) {
        return basket.paidBy(Payment.withPoints(usd(amount), "r1"));
    }

    /** Redeems what pays so much, and buys. */
    private static Decision buy(Shop shop, String amount, Basket basket) {
        return shop.redeemsToPay("r1", DAY, amount).buy(DAY, paidWithPoints(amount, basket));
    }

    private static Basket hundreds(int lines) {
        return Basket.of(IntStream.rangeClosed(1, lines)
                .mapToObj(i -> line(String.valueOf(i), "100"))
                .toList());
    }

    private static PurchaseReceipt receipt(Decision decision) {
        return decision.receipts().stream()
                .filter(PurchaseReceipt.class::isInstance)
                .map(PurchaseReceipt.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<Money> qualifying(Decision decision) {
        return receipt(decision).lines().stream().map(ReceiptLine::qualifying).toList();
    }

    private static long spend(Account account) {
        long window = BoundedWindow.YEAR.numberOf(CivilZone.of(Shop.NEW_YORK).dayOf(DAY), 0);
        return account.counter("spend/year").of(window);
    }

    @Nested
    class ThePartPaidWithPoints {
        @Test
        void thePartPaidWithPointsIsTakenOutOfEachLineInProportionAndLosesNothing() {
            Shop shop = shop(BASE);
            Decision decision = buy(shop, "100", hundreds(3));
            assertThat(decision.earned("points")).isEqualTo(200);
            assertThat(qualifying(decision)).containsExactly(usd("66.666666"), usd("66.666667"), usd("66.666667"));
            assertThat(spend(shop.account())).isEqualTo(200_000_000);
            assertThat(shop.account().standing("status").orElseThrow().tier()).isEqualTo(Tier.of("high"));
        }

        @Test
        void thePartPaidWithPointsIsSpreadOverTaxAndShippingToo() {
            // 100 of 160 are paid with points, so five eighths of everything; three eighths of 120 earn.
            Basket basket = Basket.of(
                            line("1", "80").withTax(usd("15")), line("2", "40").withTax(usd("5")))
                    .withShipping(usd("20"));
            Decision decision = buy(shop(BASE), "100", basket);
            assertThat(decision.earned("points")).isEqualTo(45);
            assertThat(qualifying(decision)).containsExactly(usd("30"), usd("15"));
        }

        @Test
        @Tag("TV-202")
        void thePartPaidWithPointsIsOfWhatTheProgramCoversAndGoesBackWithIt() {
            Shop shop = shop(BASE);
            Basket basket = Basket.of(line("cream", "50"), line("card", "50", "gift-card"));
            Decision decision = buy(shop, "40", basket);
            assertThat(decision.earned("points")).isEqualTo(10);
            assertThat(qualifying(decision)).containsExactly(usd("10"), usd("0"));
            String purchase = decision.event().id();
            ReturnedLine card = ReturnedLine.of("card", Quantity.ONE);
            assertThat(shop.submit(new Return("back1", CUSTOMER, DAY, purchase, List.of(card)))
                            .entries())
                    .isEmpty();
            ReturnedLine cream = ReturnedLine.of("cream", Quantity.ONE);
            assertThat(brief(shop.submit(new Return("back2", CUSTOMER, DAY, purchase, List.of(cream)))
                            .entries()))
                    .containsExactly("RESTORE 4000 pays", "CLAWBACK -10 base");
            shop.verify();
        }

        @Test
        @Tag("N3")
        void thePartPaidWithPointsIsWorkedOutExactlyAndRoundedOnceWithTheAward() {
            // Two thirds of 0.99 are exactly 0.66, of which a hundredfold is 66.
            EarnRule cents = EarnRule.earning("cents", Amounts.proportional(1, usd("0.01")));
            assertThat(buy(shop(cents), "0.33", Basket.ofTotal(usd("0.99"))).earned("points"))
                    .isEqualTo(66);
            // A third of three lines that are rounded one by one: each 6.66…, down to 6.
            EarnRule byLine = EarnRule.earning("by-line", Amounts.proportional(1, usd("1")))
                    .rounded(Rounding.DOWN, RoundingStep.PER_LINE);
            assertThat(buy(shop(byLine), "10", Basket.of(line("1", "10"), line("2", "10"), line("3", "10")))
                            .earned("points"))
                    .isEqualTo(18);
        }

        @Test
        void thePartPaidWithPointsIsMultipliedNoMoreThanItEarns() {
            Multiplier twice = Multiplier.of("twice", BASE, Ratio.of(2));
            assertThat(buy(shop(BASE, twice), "25", Basket.ofTotal(usd("100"))).earned("points"))
                    .isEqualTo(150);
        }

        @Test
        void thePartPaidWithPointsCanComeFromSeveralRedemptions() {
            Basket basket = Basket.ofTotal(usd("100"))
                    .paidBy(Payment.withPoints(usd("10"), "r1"))
                    .paidBy(Payment.of("card", usd("70")))
                    .paidBy(new Payment("gift-card", usd("20"), "r2"));
            Shop shop = shop(BASE).redeemsToPay("r1", DAY, "10").redeemsToPay("r2", DAY, "20");
            Decision decision = shop.buy(DAY, basket);
            assertThat(decision.earned("points")).isEqualTo(70);
            assertThat(receipt(decision).pointPayments())
                    .containsExactly(new PointPayment("r1", 1_000, 0), new PointPayment("r2", 2_000, 0));
        }

        @Test
        void thePartPaidWithPointsLeavesTheTotalThatConditionsAskAboutAsItIs() {
            EarnRule large = EarnRule.earning("large", Amounts.fixed(10)).where(Conditions.orderOfAtLeast(usd("100")));
            assertThat(buy(shop(large), "99", Basket.ofTotal(usd("100"))).earned("points"))
                    .isEqualTo(10);
        }

        @Test
        @Tag("TV-218")
        void thePartPaidWithPointsEarnsNothingWhateverTheAmountIsMeasuredIn() {
            EarnRule stamps = EarnRule.earning("stamps", Amounts.perItem(1)).awarding(PointCurrency.of("stamps"));
            Basket coffees = Basket.of(line("1", "12").withQuantity(Quantity.of(3)));
            // Seven twelfths of three coffees are one and three quarters.
            assertThat(buy(shop(stamps, BASE), "5", coffees).earned("stamps")).isEqualTo(1);
            assertThat(buy(shop(stamps, BASE), "4", coffees).earned("stamps")).isEqualTo(2);
            EarnRule fixed = EarnRule.earning("fixed", Amounts.fixed(5));
            assertThat(buy(shop(stamps, BASE, fixed), "12", coffees).entries()).isEmpty();
            assertThat(buy(shop(stamps, BASE, fixed), "11.99", coffees).earned("points"))
                    .isEqualTo(5);
        }

        @Test
        void thePartPaidWithForeignPointsEarnsNothingEither() {
            Shop shop = shop(BASE);
            Decision decision = shop.buy(DAY, Basket.ofTotal(usd("100")).paidBy(Payment.withForeignPoints(usd("25"))));
            assertThat(decision.earned("points")).isEqualTo(75);
            assertThat(receipt(decision).pointPayments()).isEmpty();
            // There are none of these points here that a return could give back.
            assertThat(brief(shop.submit(Return.ofAll("back", CUSTOMER, DAY, "e1"))
                            .entries()))
                    .containsExactly("CLAWBACK -75 base");
        }
    }

    @Nested
    class AnOrderPaidWithPointsAlone {
        private final Basket basket =
                Basket.of(line("1", "80").withTax(usd("15"))).withShipping(usd("5"));

        @Test
        @Tag("L4")
        void anOrderPaidWithPointsAloneEarnsNothingAndWritesNoEntry() {
            Shop shop = shop(BASE);
            Decision decision = buy(shop, "100", basket);
            assertThat(decision.entries()).isEmpty();
            assertThat(qualifying(decision)).containsExactly(usd("0"));
            assertThat(spend(shop.account())).isZero();
            // It counts for nothing, so it is no purchase that a condition would ask for.
            assertThat(shop.account().milestones().firstPurchase()).isNull();
        }

        @Test
        @Tag("E3")
        void anOrderCannotBePaidWithPointsForMoreThanTheyMayPay() {
            Shop shop = shop(BASE).redeemsToPay("r1", DAY, "100.01");
            assertThat(refused(shop, paidWithPoints("100.01", basket)))
                    .isEqualTo(
                            "CONDITION_NOT_MET: the purchase needs at most USD 100.00, but found USD 100.01 paid with"
                                    + " points");
            Basket twice = paidWithPoints("60", basket);
            assertThat(refused(shop, paidWithPoints("40.01", twice))).startsWith("CONDITION_NOT_MET: ");
            assertThat(refused(shop, twice.withShipping(usd("0")).withLines(List.of(line("1", "59.99")))))
                    .startsWith("CONDITION_NOT_MET: ");
            // Points of any kind together.
            assertThat(refused(shop, twice.paidBy(Payment.withForeignPoints(usd("40.01")))))
                    .startsWith("CONDITION_NOT_MET: ");
            Basket withCard =
                    Basket.of(line("1", "30"), line("2", "100", "gift-card")).withShipping(usd("5"));
            assertThat(refused(shop, paidWithPoints("35.01", withCard))).startsWith("CONDITION_NOT_MET: ");
            assertThat(shop.buy(DAY, paidWithPoints("35", withCard)).isAccepted())
                    .isTrue();
        }
    }

    private static String refused(Shop shop, Basket basket) {
        Refusal refusal = shop.refused(new Purchase("refused", CUSTOMER, DAY, basket));
        return refusal.code() + ": " + refusal.message();
    }

    @Nested
    @Tag("E3")
    class WhatAPaymentNames {
        private final Shop shop = shop(BASE).redeemsToPay("r1", DAY, "10");
        private final Basket basket = Basket.ofTotal(usd("100"));

        private Payment of(String amount, String redemption) {
            return Payment.withPoints(usd(amount), redemption);
        }

        @Test
        void aPaymentNamesARedemptionOfThisCustomer() {
            assertThat(refused(shop, basket.paidBy(of("5", "r2")))).startsWith("UNKNOWN_REDEMPTION: redemption 'r2'");
            assertThat(shop.engine()
                            .evaluate(
                                    shop.engine().newAccount("c2"),
                                    new Purchase("p", "c2", DAY, basket.paidBy(of("5", "r1"))),
                                    List.of(shop.receipt("r1")))
                            .refusal())
                    .contains(new Refusal.UnknownRedemption("r1"));
            shop.spend("2026-01-05", "20");
            assertThat(refused(shop, basket.paidBy(of("5", "e1")))).startsWith("UNKNOWN_REDEMPTION: ");
        }

        @Test
        @Tag("V5")
        void aPaymentNamesARedemptionThatCanStillBeCancelled() {
            Basket paid = basket.paidBy(of("5", "r1"));
            Instant end = noon("2027-01-05");
            assertThat(shop.refused(new Purchase("p", CUSTOMER, end, paid)))
                    .isEqualTo(new Refusal.UnknownRedemption("r1"));
            assertThat(shop.submit(new Purchase("p", CUSTOMER, end.minusNanos(1_000), paid))
                            .isAccepted())
                    .isTrue();
        }

        @Test
        void aPaymentNamesARedemptionWhosePointsPay() {
            shop.submit(new Adjustment("a", CUSTOMER, DAY, "points", 10, "goodwill", "agent"));
            shop.submit(Redemption.of("r2", CUSTOMER, DAY, "mug"));
            assertThat(refused(shop, basket.paidBy(of("0.05", "r2"))))
                    .isEqualTo("NOT_ALLOWED: redemption 'r2' is of reward 'mug', whose points are no payment");
        }

        @Test
        void aPaymentIsOfNoMoreThanItsPointsAreWorth() {
            Refusal.ExceedsWorth refusal = new Refusal.ExceedsWorth("r1", usd("10"), usd("10.01"));
            assertThat(refused(shop, basket.paidBy(of("10.01", "r1"))))
                    .isEqualTo(refusal.code() + ": " + refusal.message())
                    .isEqualTo("EXCEEDS_REDEMPTION: the points of redemption 'r1' pay USD 10.00 more, but USD 10.01"
                            + " were to be paid with them");
            assertThat(refused(shop, basket.paidBy(of("6", "r1")).paidBy(of("4.01", "r1"))))
                    .startsWith("EXCEEDS_REDEMPTION: ");
            shop.buy(DAY, basket.paidBy(of("6", "r1")));
            assertThat(shop.refused(new Purchase("p", CUSTOMER, DAY, basket.paidBy(of("4.01", "r1")))))
                    .isEqualTo(new Refusal.ExceedsWorth("r1", usd("4"), usd("4.01")));
            shop.submit(new Cancellation("y", CUSTOMER, DAY, "r1", 100L));
            assertThat(shop.refused(new Purchase("p", CUSTOMER, DAY, basket.paidBy(of("4", "r1")))))
                    .isEqualTo(new Refusal.ExceedsWorth("r1", usd("3"), usd("4")));
            shop.buy(DAY, basket.paidBy(of("3", "r1")));
            assertThat(shop.redeemed("r1").paid().amount()).isEqualTo(usd("9"));
        }

        @Test
        void aPaymentIsRefusedForTheFirstReason() {
            Basket small = Basket.ofTotal(usd("5"));
            assertThat(refused(shop, small.paidBy(of("20", "r1")).paidBy(of("1", "r2"))))
                    .startsWith("UNKNOWN_REDEMPTION: ");
            assertThat(refused(shop, small.paidBy(of("20", "r1")))).startsWith("EXCEEDS_REDEMPTION: ");
            assertThat(refused(shop, small.paidBy(of("6", "r1")))).startsWith("CONDITION_NOT_MET: ");
        }

        @Test
        void aPaymentOfNothingIsNone() {
            Decision decision = shop.buy(DAY, basket.paidBy(of("0", "r1")).paidBy(Payment.of("card", usd("0"))));
            assertThat(decision.earned("points")).isEqualTo(100);
            assertThat(receipt(decision).pointPayments()).containsExactly(new PointPayment("r1", 0, 0));
            assertThat(brief(shop.submit(Return.ofAll("back", CUSTOMER, DAY, "e1"))
                            .entries()))
                    .containsExactly("CLAWBACK -100 base");
        }

        @Test
        @Tag("R4")
        @Tag("TV-203")
        void paymentsOfOneRedemptionAreItsPointsWholeHoweverTheyAreSplit() {
            Shop twenty = new Shop(program()
                    .earn(BASE)
                    .redeem(Reward.costing("pays", ChosenPrice.ofAnyNumber()).giving(PointsAsPayment.of(usd("1"), 20)))
                    .build());
            twenty.submit(new Adjustment("a", CUSTOMER, DAY, "points", 3_000, "brought", "host"));
            twenty.submit(Redemption.of("r1", CUSTOMER, DAY, "pays", 3_000));
            Decision first = twenty.buy(DAY, Basket.ofTotal(usd("130")).paidBy(of("122.73", "r1")));
            Decision second = twenty.buy(DAY, Basket.ofTotal(usd("30")).paidBy(of("27.27", "r1")));
            assertThat(receipt(first).pointPayments()).containsExactly(new PointPayment("r1", 2_454, 0));
            assertThat(receipt(second).pointPayments()).containsExactly(new PointPayment("r1", 546, 0));
            assertThat(brief(twenty.submit(Return.ofAll("b1", CUSTOMER, DAY, "e1"))
                            .entries()))
                    .containsExactly("RESTORE 2454 pays", "CLAWBACK -7 base");
            assertThat(brief(twenty.submit(Return.ofAll("b2", CUSTOMER, DAY, "e2"))
                            .entries()))
                    .containsExactly("RESTORE 546 pays", "CLAWBACK -2 base");
            assertThat(twenty.available()).isEqualTo(3_000);
            twenty.verify();
        }
    }

    /** An order is placed before the points are captured that are to pay it. */
    @Nested
    @Tag("L7")
    class FromAHold {
        private final Shop shop = shop(BASE);
        private final Basket paid = Basket.ofTotal(usd("20")).paidBy(Payment.withPoints(usd("10"), "h"));

        FromAHold() {
            shop.submit(new Adjustment("a", CUSTOMER, DAY, "points", 1_000, "brought", "host"));
            shop.submit(new Hold("h", CUSTOMER, DAY, "pays", noon("2026-01-10"), 1_000L, null));
        }

        @Test
        void anOrderPaidFromAHoldIsToldAsUnpaidWhenTheHoldLapses() {
            shop.buy(DAY, paid);
            assertThat(shop.account().hold("h").orElseThrow().orders()).containsExactly("e1");
            Decision lapse = shop.advance(noon("2026-01-11"));
            assertThat(lapse.unpaid()).containsExactly(new UnpaidOrders("h", List.of("e1"), noon("2026-01-10")));
            assertThat(shop.receiptOf("e1").paidInMoney()).isEqualTo(Ratio.of(1, 2));
            assertThat(shop.refused(new Purchase("p", CUSTOMER, noon("2026-01-11"), paid)))
                    .isEqualTo(new Refusal.UnknownRedemption("h"));
            // It stays as it was placed, so nothing is there to go back.
            assertThat(brief(shop.submit(Return.ofAll("back", CUSTOMER, noon("2026-01-12"), "e1"))
                            .entries()))
                    .containsExactly("CLAWBACK -10 base");
            shop.verify();
        }

        @Test
        void anOrderPaidFromAHoldIsToldAsUnpaidWhenTheHoldIsReleased() {
            shop.buy(DAY, paid);
            assertThat(shop.submit(new Release("l", CUSTOMER, noon("2026-01-08"), "h"))
                            .unpaid())
                    .containsExactly(new UnpaidOrders("h", List.of("e1"), noon("2026-01-08")));
        }

        @Test
        void anOrderPaidFromAHoldIsNotUnpaidOnceTheHoldIsCaptured() {
            shop.buy(DAY, paid);
            assertThat(shop.submit(Capture.ofAll("k", CUSTOMER, noon("2026-01-08"), "h"))
                            .unpaid())
                    .isEmpty();
            assertThat(shop.advance(noon("2026-02-08")).unpaid()).isEmpty();
            // A hold and its captures are worth their points once.
            for (String id : List.of("h", "k")) {
                Basket again = Basket.ofTotal(usd("20")).paidBy(Payment.withPoints(usd("0.01"), id));
                assertThat(shop.refused(new Purchase("p", CUSTOMER, noon("2026-02-09"), again)))
                        .isEqualTo(new Refusal.ExceedsWorth("h", usd("0"), usd("0.01")));
            }
        }

        @Test
        @Tag("R4")
        void whatIsReturnedOfAnOrderPaidFromAHoldGoesBackOnceItIsCaptured() {
            shop.buy(DAY, paid);
            ReturnedLine half = ReturnedLine.of("1", usd("10"));
            assertThat(brief(shop.submit(new Return("back", CUSTOMER, DAY, "e1", List.of(half)))
                            .entries()))
                    .containsExactly("CLAWBACK -5 base");
            assertThat(brief(shop.submit(Capture.ofAll("k", CUSTOMER, noon("2026-01-08"), "h"))
                            .entries()))
                    .containsExactly("CAPTURE -1000 pays", "RESTORE 500 pays");
            assertThat(brief(shop.submit(Return.ofAll("rest", CUSTOMER, noon("2026-01-09"), "e1"))
                            .entries()))
                    .containsExactly("RESTORE 500 pays", "CLAWBACK -5 base");
            assertThat(shop.available()).isEqualTo(1_000);
            shop.verify();
        }

        @Test
        @Tag("R4")
        void whatIsReturnedOfAnOrderPaidFromAHoldGoesBackLessWhatIsNotCaptured() {
            shop.buy(DAY, paid);
            ReturnedLine half = ReturnedLine.of("1", usd("10"));
            shop.submit(new Return("back", CUSTOMER, DAY, "e1", List.of(half)));
            assertThat(brief(shop.submit(new Capture("k", CUSTOMER, noon("2026-01-08"), "h", 600L))
                            .entries()))
                    .containsExactly("CAPTURE -600 pays", "RELEASE 400 pays", "RESTORE 100 pays");
            assertThat(shop.account().balance("points").redeemed()).isEqualTo(500);
            shop.verify();
        }
    }

    @Test
    @Tag("TV-45")
    void aWalletIsNoPaymentWithPoints() {
        Basket basket = Basket.ofTotal(usd("100"))
                .paidBy(Payment.of("e-wallet", usd("10")))
                .paidBy(Payment.of("card", usd("90")));
        assertThat(shop(BASE).buy(DAY, basket).earned("points")).isEqualTo(100);
    }

    @Test
    void aPaymentWithPointsNamesItsRedemption() {
        assertThatThrownBy(() -> Payment.of("points", usd("10")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "a payment with points must name the redemption it is of, or say that the points are of another"
                                + " program");
    }

    @Test
    @Tag("X2")
    void aPreviewSaysWhatThePurchaseThenGives() {
        Shop shop = shop(BASE).redeemsToPay("r1", DAY, "33.33");
        Basket basket = paidWithPoints("33.33", hundreds(2));
        Decision preview = shop.engine().preview(shop.account(), basket, DAY, List.of(shop.receipt("r1")));
        assertThat(shop.engine().preview(shop.account(), basket, DAY).refusal())
                .contains(new Refusal.UnknownRedemption("r1"));
        Decision decision = shop.buy(DAY, basket);
        assertThat(decision.earned("points")).isEqualTo(166);
        assertThat(preview.account()).isEqualTo(decision.account());
        assertThat(preview.explanation()).isEqualTo(decision.explanation());
        assertThat(decision.explanation().text())
                .isEqualTo(
                        "base: +166 points (166.67 rounded down per purchase, while points paid 16.665 % of the purchase)");
    }
}
