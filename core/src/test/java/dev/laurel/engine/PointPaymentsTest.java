package dev.laurel.engine;

import static dev.laurel.engine.Shop.brief;
import static dev.laurel.engine.Shop.line;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.usd;
import static dev.laurel.rule.Selectors.category;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.account.Account;
import dev.laurel.decision.Decision;
import dev.laurel.event.Basket;
import dev.laurel.event.Payment;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.program.Expiry;
import dev.laurel.receipt.PointPayment;
import dev.laurel.receipt.PurchaseReceipt;
import dev.laurel.receipt.ReceiptLine;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.Conditions;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.RoundingStep;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierLadder;
import dev.laurel.tier.TierStep;
import dev.laurel.time.CalendarWindow;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("A6")
class PointPaymentsTest {
    private static final EarnRule BASE = EarnRule.earning("base", Amounts.proportional(1, usd("1")));
    private static final Instant DAY = noon("2026-01-05");

    private static Shop shop(EarnRule... rules) {
        return new Shop(program()
                .points(PointCurrency.of("stamps"), Expiry.never())
                .tiers(TierLadder.perCalendarYear(
                        new TierStep(Tier.of("low"), usd("0")), new TierStep(Tier.of("high"), usd("200"))))
                .excluding(category("gift-card"))
                .earn(rules)
                .build());
    }

    private static Basket paidWithPoints(String amount, Basket basket) {
        return basket.paidBy(Payment.withPoints(usd(amount), "r1"));
    }

    private static Basket hundreds(int lines) {
        return Basket.of(IntStream.rangeClosed(1, lines)
                .mapToObj(i -> line(String.valueOf(i), "100"))
                .toList());
    }

    private static PurchaseReceipt receipt(Decision decision) {
        return (PurchaseReceipt) decision.receipts().get(0);
    }

    private static List<Money> qualifying(Decision decision) {
        return receipt(decision).lines().stream().map(ReceiptLine::qualifying).toList();
    }

    private static long spend(Account account) {
        long window = CalendarWindow.YEAR.numberAt(DAY, Shop.NEW_YORK);
        return account.counter(Account.QUALIFYING_SPEND).of(window);
    }

    @Nested
    class ThePartPaidWithPoints {
        @Test
        void thePartPaidWithPointsIsTakenOutOfEachLineInProportionAndLosesNothing() {
            Shop shop = shop(BASE);
            Decision decision = shop.buy(DAY, paidWithPoints("100", hundreds(3)));
            assertThat(decision.earned("points")).isEqualTo(200);
            assertThat(qualifying(decision)).containsExactly(usd("66.666666"), usd("66.666667"), usd("66.666667"));
            assertThat(spend(shop.account())).isEqualTo(200_000_000);
            assertThat(shop.account().standing().tier()).isEqualTo(Tier.of("high"));
        }

        @Test
        void thePartPaidWithPointsIsSpreadOverTaxAndShippingToo() {
            // 100 of 160 are paid with points, so five eighths of everything; three eighths of 120 earn.
            Basket basket = Basket.of(
                            line("1", "80").withTax(usd("15")), line("2", "40").withTax(usd("5")))
                    .withShipping(usd("20"));
            Decision decision = shop(BASE).buy(DAY, paidWithPoints("100", basket));
            assertThat(decision.earned("points")).isEqualTo(45);
            assertThat(qualifying(decision)).containsExactly(usd("30"), usd("15"));
        }

        @Test
        void thePartPaidWithPointsIsSpreadOverLinesThatEarnNothingToo() {
            Basket basket = Basket.of(line("1", "50"), line("2", "50", "gift-card"));
            Decision decision = shop(BASE).buy(DAY, paidWithPoints("50", basket));
            assertThat(decision.earned("points")).isEqualTo(25);
            assertThat(qualifying(decision)).containsExactly(usd("25"), usd("0"));
        }

        @Test
        @Tag("N3")
        void thePartPaidWithPointsIsWorkedOutExactlyAndRoundedOnceWithTheAward() {
            // Two thirds of 0.99 are exactly 0.66, of which a hundredfold is 66.
            EarnRule cents = EarnRule.earning("cents", Amounts.proportional(1, usd("0.01")));
            assertThat(shop(cents)
                            .buy(DAY, paidWithPoints("0.33", Basket.ofTotal(usd("0.99"))))
                            .earned("points"))
                    .isEqualTo(66);
            // A third of three lines that are rounded one by one: each 6.66…, down to 6.
            EarnRule byLine = EarnRule.earning("by-line", Amounts.proportional(1, usd("1")))
                    .rounded(Rounding.DOWN, RoundingStep.PER_LINE);
            assertThat(shop(byLine)
                            .buy(
                                    DAY,
                                    paidWithPoints("10", Basket.of(line("1", "10"), line("2", "10"), line("3", "10"))))
                            .earned("points"))
                    .isEqualTo(18);
        }

        @Test
        void thePartPaidWithPointsIsMultipliedNoMoreThanItEarns() {
            EarnRule twice = EarnRule.multiplying("twice", BASE, Ratio.of(2));
            assertThat(shop(BASE, twice)
                            .buy(DAY, paidWithPoints("25", Basket.ofTotal(usd("100"))))
                            .earned("points"))
                    .isEqualTo(150);
        }

        @Test
        void thePartPaidWithPointsCanComeFromSeveralRedemptions() {
            Basket basket = Basket.ofTotal(usd("100"))
                    .paidBy(Payment.withPoints(usd("10"), "r1"))
                    .paidBy(Payment.of("card", usd("70")))
                    .paidBy(new Payment("gift-card", usd("20"), "r2"));
            Decision decision = shop(BASE).buy(DAY, basket);
            assertThat(decision.earned("points")).isEqualTo(70);
            assertThat(receipt(decision).pointPayments())
                    .containsExactly(new PointPayment("r1", 0), new PointPayment("r2", 0));
        }

        @Test
        void thePartPaidWithPointsLeavesTheTotalThatConditionsAskAboutAsItIs() {
            EarnRule large = EarnRule.earning("large", Amounts.fixed(10)).where(Conditions.orderOfAtLeast(usd("100")));
            assertThat(shop(large)
                            .buy(DAY, paidWithPoints("99", Basket.ofTotal(usd("100"))))
                            .earned("points"))
                    .isEqualTo(10);
        }

        @Test
        void thePartPaidWithPointsLeavesWhatIsGivenPerItemAsItIs() {
            EarnRule stamps = EarnRule.earning("stamps", Amounts.perItem(1)).awarding(PointCurrency.of("stamps"));
            Basket coffees = Basket.of(line("1", "12").withQuantity(Quantity.of(3)));
            assertThat(shop(stamps, BASE).buy(DAY, paidWithPoints("5", coffees)).earned("stamps"))
                    .isEqualTo(3);
            assertThat(brief(shop(stamps, BASE)
                            .buy(DAY, paidWithPoints("12", coffees))
                            .entries()))
                    .containsExactly("EARN 3 stamps");
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
            Decision decision = shop.buy(DAY, paidWithPoints("100", basket));
            assertThat(decision.entries()).isEmpty();
            assertThat(qualifying(decision)).containsExactly(usd("0"));
            assertThat(spend(shop.account())).isZero();
            assertThat(shop.account().milestones().firstPurchase()).isEqualTo(DAY);
        }

        @Test
        void anOrderCannotBePaidWithPointsForMoreThanItCosts() {
            assertThatThrownBy(() -> paidWithPoints("100.01", basket))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("what is paid with points must not exceed the order's total, USD 100.00, but was"
                            + " USD 100.01");
            Basket twice = paidWithPoints("60", basket);
            assertThatThrownBy(() -> paidWithPoints("40.01", twice)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> twice.withShipping(usd("0")).withLines(List.of(line("1", "59.99"))))
                    .isInstanceOf(IllegalArgumentException.class);
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
                .hasMessage("a payment with points must name the redemption it is of");
    }

    @Test
    @Tag("X2")
    void aPreviewSaysWhatThePurchaseThenGives() {
        Shop shop = shop(BASE);
        Basket basket = paidWithPoints("33.33", hundreds(2));
        Decision preview = shop.engine().preview(shop.account(), basket, DAY);
        Decision decision = shop.buy(DAY, basket);
        assertThat(decision.earned("points")).isEqualTo(166);
        assertThat(preview.account()).isEqualTo(decision.account());
        assertThat(preview.explanation()).isEqualTo(decision.explanation());
        assertThat(decision.explanation().text()).isEqualTo("base: +166 points (166.67 rounded down per purchase)");
    }
}
