package dev.laurel.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.condition.Finding;
import dev.laurel.condition.Mentions;
import dev.laurel.event.Basket;
import dev.laurel.event.Payment;
import dev.laurel.event.PurchaseLine;
import dev.laurel.money.AmountOverflowException;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import java.util.Currency;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("R1")
class PointsAsPaymentTest {
    private static final PointsAsPayment CENT = PointsAsPayment.of(eur("0.01"), 1);
    private static final PointsAsPayment HALF = CENT.upToPercentOfOrder(50);

    /** Costs EUR 100.00 without tax, 119.00 with it, and 124.00 with shipping. */
    private static final Basket ORDER = Basket.of(
                    PurchaseLine.of("1", "book", eur("60")).withTax(eur("11.40")),
                    PurchaseLine.of("2", "pen", eur("40")).withTax(eur("7.60")))
            .withShipping(eur("5"));

    private static Money eur(String amount) {
        return Money.of(Currency.getInstance("EUR"), amount);
    }

    @Nested
    class Worth {
        @ParameterizedTest
        @CsvSource({
            "0.01, 1, 1234, 12.34",
            "5, 100, 1000, 50",
            "5, 100, 1, 0.05",
            "1, 3, 100, 33.33",
            "0.005, 1, 3, 0.01"
        })
        @Tag("N3")
        void theWorthOfPointsIsExactAtTheRateAndRoundedDownToTheMinorUnit(
                String money, long points, long count, String worth) {
            assertThat(PointsAsPayment.of(eur(money), points).worthOf(count)).isEqualTo(eur(worth));
        }

        @Test
        void theWorthOfPointsIsInWholeUnitsOfACurrencyWithoutCents() {
            Currency yen = Currency.getInstance("JPY");
            assertThat(PointsAsPayment.of(Money.of(yen, "0.5"), 1).worthOf(3)).isEqualTo(Money.of(yen, 1));
        }

        @Test
        @Tag("N2")
        void theWorthOfPointsDoesNotWrap() {
            assertThatThrownBy(() -> CENT.worthOf(Long.MAX_VALUE))
                    .isExactlyInstanceOf(AmountOverflowException.class)
                    .hasMessage("what 9223372036854775807 points are worth");
        }
    }

    @Nested
    class OnAnOrder {
        @Test
        void pointsCanPayAllThatAnOrderCostsWithTaxAndShipping() {
            assertThat(CENT.needsOrder()).isFalse();
            assertThat(CENT.mostPointsOn(ORDER)).isEqualTo(12_400);
            assertThat(CENT.check(12_400, ORDER).met()).isTrue();
            assertThat(CENT.check(12_401, ORDER).met()).isFalse();
        }

        @Test
        void pointsCanPayAPartOfWhatTheLinesOfAnOrderCostWithTax() {
            assertThat(HALF.needsOrder()).isTrue();
            assertThat(HALF.mostPointsOn(ORDER)).isEqualTo(5_950);
            assertThat(CENT.upToPercentOfOrder(Ratio.of("100/3")).mostPointsOn(ORDER))
                    .isEqualTo(3_966);
            assertThat(CENT.upToPercentOfOrder(100).mostPointsOn(ORDER)).isEqualTo(11_900);
        }

        @Test
        void pointsCanPayWhatThePointsBeforeHaveLeft() {
            Basket paid = ORDER.paidBy(Payment.withPoints(eur("50"), "r1"));
            assertThat(CENT.mostPointsOn(paid)).isEqualTo(7_400);
            assertThat(HALF.mostPointsOn(paid)).isEqualTo(950);
            assertThat(HALF.mostPointsOn(paid.paidBy(Payment.withPoints(eur("20"), "r2"))))
                    .isZero();
            assertThat(HALF.mostPointsOn(ORDER.paidBy(Payment.of("card", eur("100")))))
                    .isEqualTo(5_950);
        }

        @Test
        void theExactWorthOfPointsIsHeldAgainstTheOrder() {
            PointsAsPayment thirds = PointsAsPayment.of(eur("0.10"), 3);
            Basket order = Basket.ofTotal(eur("0.99"));
            assertThat(thirds.mostPointsOn(order)).isEqualTo(29);
            assertThat(thirds.worthOf(29)).isEqualTo(eur("0.96"));
        }

        @Test
        void pointsCanPayWithoutAnOrderAsMuchAsMoneyCanBe() {
            assertThat(PointsAsPayment.of(eur("1"), 1).mostPoints()).isEqualTo(9_000_000_000_000L);
            assertThat(PointsAsPayment.of(eur("0.000001"), Long.MAX_VALUE).mostPoints())
                    .isEqualTo(Long.MAX_VALUE);
        }

        @Test
        void theMostThatCanPayAnOrderIsToldInPoints() {
            Finding finding = HALF.check(6_000, ORDER);
            assertThat(finding.found()).isEqualTo("order on which at most 5950 can be used");
            assertThat(finding.required()).isEqualTo("order on which 6000 points can be used");
        }
    }

    @Test
    @Tag("P3")
    void aPaymentWithPointsSaysItself() {
        assertThat(CENT.describe()).isEqualTo("payment of EUR 0.01 for each point");
        assertThat(PointsAsPayment.of(eur("5"), 100).upToPercentOfOrder(50).describe())
                .isEqualTo("payment of EUR 5.00 for each 100 points, at most 50 % of the order");
        assertThat(CENT.mentions()).isEqualTo(Mentions.of(eur("1")));
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    @Tag("F1")
    @Tag("TV-85")
    void aPaymentWithPointsIsWorthSomethingAndNoMoreThanAnOrder() {
        refused(() -> PointsAsPayment.of(eur("0"), 1), "worth of points must be more than nothing, but was EUR 0.00");
        refused(() -> PointsAsPayment.of(eur("-1"), 1), "worth of points must be more than nothing, but was EUR -1.00");
        refused(() -> PointsAsPayment.of(eur("1"), 0), "points that are worth something must be positive, but were 0");
        refused(
                () -> CENT.upToPercentOfOrder(0),
                "percentage of an order that points pay must be more than 0 and at most 100, but was 0");
        refused(
                () -> CENT.upToPercentOfOrder(Ratio.of("100.1")),
                "percentage of an order that points pay must be more than 0 and at most 100, but was 100.1");
        assertThatNullPointerException().isThrownBy(() -> CENT.upToPercentOfOrder(null));
        assertThatNullPointerException().isThrownBy(() -> PointsAsPayment.of(null, 1));
    }
}
