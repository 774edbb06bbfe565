package dev.laurel.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.testing.EqualsTester;
import java.math.BigDecimal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("N1")
@Tag("N2")
class QuantityTest {
    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Nested
    class Of {
        @Test
        void aQuantityCountsPiecesOrMeasuresExactly() {
            assertThat(Quantity.of(3).amount()).isEqualTo(new BigDecimal("3"));
            assertThat(Quantity.of("0.345").millionths()).isEqualTo(345_000);
            assertThat(Quantity.of(new BigDecimal("2.50"))).isEqualTo(Quantity.of("2.5"));
            assertThat(Quantity.of(1)).isSameAs(Quantity.ONE);
            assertThat(Quantity.of("9000000000000").millionths()).isEqualTo(9_000_000_000_000_000_000L);
        }

        @Test
        void aNegativeQuantityIsRefused() {
            refused(() -> Quantity.of(-1), "quantity must not be negative, but was -1");
            refused(() -> Quantity.of("-0.5"), "quantity must not be negative, but was -0.5");
            refused(() -> Quantity.of(new BigDecimal("-2.50")), "quantity must not be negative, but was -2.5");
            refused(() -> Quantity.ofMillionths(-1), "quantity must not be negative, but was -0.000001");
            refused(
                    () -> Quantity.ofMillionths(Long.MIN_VALUE),
                    "quantity must not be negative, but was -9223372036854.775808");
        }

        @Test
        void aQuantityTakesMinusZeroForZero() {
            assertThat(Quantity.of("-0")).isEqualTo(Quantity.of(0));
        }

        @Test
        void aQuantityRefusesHostileLiterals() {
            refused(() -> Quantity.of("NaN"), "quantity must be a decimal such as '12.50', but was 'NaN'");
            refused(() -> Quantity.of("1E+1000000"), "quantity must lie between -9000000000000 and 9000000000000");
            refused(() -> Quantity.of("1e-400"), "quantity must have at most 6 fraction digits, but had 400");
            refused(() -> Quantity.of("1.0000001"), "quantity must have at most 6 fraction digits, but was 1.0000001");
            refused(
                    () -> Quantity.of("1".repeat(1_000_000)),
                    "quantity must have at most 40 characters, but had 1000000");
            refused(
                    () -> Quantity.of(9_000_000_000_001L),
                    "quantity must lie between -9000000000000 and 9000000000000");
            refused(
                    () -> Quantity.ofMillionths(9_000_000_000_000_000_001L),
                    "quantity must lie between -9000000000000 and 9000000000000");
            refused(
                    () -> Quantity.of("-9223372036854.775808"),
                    "quantity must lie between -9000000000000 and 9000000000000");
        }

        @Test
        void aQuantityRefusesNull() {
            assertThatNullPointerException().isThrownBy(() -> Quantity.of((String) null));
            assertThatNullPointerException().isThrownBy(() -> Quantity.of((BigDecimal) null));
        }
    }

    @Test
    void aQuantityTellsPiecesFromMeasures() {
        assertThat(Quantity.of(2).isWhole()).isTrue();
        assertThat(Quantity.of("2.000001").isWhole()).isFalse();
        assertThat(Quantity.of(0).isZero()).isTrue();
        assertThat(Quantity.of("0.000001").isZero()).isFalse();
    }

    @Test
    void aQuantityIsShownWithoutNeedlessZeros() {
        assertThat(Quantity.of("2.500")).hasToString("2.5");
        assertThat(Quantity.of(100)).hasToString("100");
        assertThat(Quantity.of(0)).hasToString("0");
    }

    @Test
    void quantitiesAreOrderedByAmount() {
        assertThat(Quantity.of("0.5")).isLessThan(Quantity.ONE).isEqualByComparingTo(Quantity.of("0.50"));
    }

    @Test
    void equalQuantitiesAreEqual() {
        new EqualsTester()
                .addEqualityGroup(Quantity.ONE, Quantity.of("1.0"), Quantity.ofMillionths(1_000_000))
                .addEqualityGroup(Quantity.of(2))
                .addEqualityGroup(Quantity.of("1.000001"))
                .addEqualityGroup(Quantity.of(0), Quantity.of("-0.0"))
                .testEquals();
    }
}
