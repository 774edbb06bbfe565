package dev.laurel.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.money.AmountOverflowException;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("V3")
@Tag("N3")
class ExactSumTest {
    private static long rounded(ExactSum sum, Rounding rounding) {
        return sum.rounded(BigInteger.ONE, BigInteger.ONE, rounding);
    }

    private static List<Long> roundedInEachWay(ExactSum sum) {
        return List.of(
                rounded(sum, Rounding.DOWN),
                rounded(sum, Rounding.HALF_UP),
                rounded(sum, Rounding.HALF_EVEN),
                rounded(sum, Rounding.UP));
    }

    /** 1/(1*2) + 1/(2*3) and so on: one less 1/n, of fractions that all have other denominators. */
    private static ExactSum oneLessThe(int n) {
        ExactSum sum = new ExactSum();
        for (int k = 1; k < n; k++) {
            sum.add(Ratio.of(1, k), Ratio.of(1, k + 1));
        }
        return sum;
    }

    @Nested
    class Rounded {
        @Test
        void anExactSumOfNothingIsRoundedToZero() {
            assertThat(roundedInEachWay(new ExactSum())).containsExactly(0L, 0L, 0L, 0L);
            assertThat(new ExactSum().isAtLeast(0)).isTrue();
            assertThat(new ExactSum().isAtLeast(1)).isFalse();
        }

        @Test
        void aRoundedSumIsExactOnABorderThatManyFractionsReachTogether() {
            for (int n : new int[] {3, 5, 6, 7, 100, 3_000}) {
                ExactSum one = oneLessThe(n);
                assertThat(roundedInEachWay(one)).as("less 1/%s", n).containsExactly(0L, 1L, 1L, 1L);
                assertThat(one.isAtLeast(1)).isFalse();
                one.add(Ratio.of(1, n), Ratio.ONE);
                assertThat(roundedInEachWay(one)).as("of %s", n).containsExactly(1L, 1L, 1L, 1L);
                assertThat(one.isAtLeast(1)).isTrue();
                assertThat(one.isAtLeast(2)).isFalse();
                one.add(Ratio.of(1, 2), Ratio.ONE);
                assertThat(roundedInEachWay(one)).as("and a half").containsExactly(1L, 2L, 2L, 2L);
                one.add(Ratio.ONE, Ratio.ONE);
                assertThat(roundedInEachWay(one)).as("two and a half").containsExactly(2L, 3L, 2L, 3L);
            }
        }

        @Test
        void aSumOfTheLeastPartsIsExactTimesAsLargeANumber() {
            BigInteger large = BigInteger.TEN.pow(60);
            ExactSum small = new ExactSum();
            for (int k = 1; k <= 7; k++) {
                small.add(Ratio.of(BigInteger.ONE, large.add(BigInteger.valueOf(k))));
            }
            assertThat(small.rounded(large, BigInteger.ONE, Rounding.DOWN)).isEqualTo(6);
            assertThat(small.rounded(large, BigInteger.ONE, Rounding.HALF_UP)).isEqualTo(7);
            assertThat(small.rounded(large, BigInteger.ONE, Rounding.UP)).isEqualTo(7);
        }

        @Test
        void aRoundedSumIsExactBesideABorderByLessThanAnyFixedNumberOfDigitsShows() {
            for (int digits : new int[] {10, 100, 300}) {
                Ratio hair = Ratio.of(BigInteger.ONE, BigInteger.TEN.pow(digits));
                ExactSum over = oneLessThe(100);
                over.add(Ratio.of(1, 100), Ratio.ONE);
                over.add(hair, hair);
                assertThat(roundedInEachWay(over)).as("over by %s", digits).containsExactly(1L, 1L, 1L, 2L);
                ExactSum under = oneLessThe(100);
                under.add(Ratio.of(1, 100), Ratio.ONE.minus(hair));
                assertThat(roundedInEachWay(under)).as("under by %s", digits).containsExactly(0L, 1L, 1L, 1L);
                assertThat(under.isAtLeast(1)).isFalse();
                assertThat(over.isAtLeast(1)).isTrue();
            }
        }

        @Test
        void anExactSumTimesAFractionIsRoundedExactly() {
            ExactSum sum = oneLessThe(10);
            BigInteger nine = BigInteger.valueOf(9);
            // Nine tenths of a ninth of 10^18, and of one more and one less.
            BigInteger power = BigInteger.TEN.pow(18);
            assertThat(sum.rounded(power, nine, Rounding.UP)).isEqualTo(100_000_000_000_000_000L);
            assertThat(sum.rounded(power.add(BigInteger.ONE), nine, Rounding.UP))
                    .isEqualTo(100_000_000_000_000_001L);
            assertThat(sum.rounded(power.subtract(BigInteger.ONE), nine, Rounding.DOWN))
                    .isEqualTo(99_999_999_999_999_999L);
            assertThat(sum.rounded(BigInteger.ZERO, nine, Rounding.UP)).isZero();
        }

        @Test
        void anExactSumIsRoundedAsTheFractionThatItIs() {
            Random random = new Random(3);
            for (int run = 0; run < 2_000; run++) {
                ExactSum sum = new ExactSum();
                BigInteger top = BigInteger.ZERO;
                BigInteger bottom = BigInteger.ONE;
                int terms = random.nextInt(12);
                int bound = run % 2 == 0 ? 12 : 1_000_000;
                for (int i = 0; i < terms; i++) {
                    long weight = random.nextInt(bound);
                    int below = 1 + random.nextInt(bound);
                    int above = random.nextInt(below + 1);
                    sum.add(Ratio.of(weight), Ratio.of(above, below));
                    top = top.multiply(BigInteger.valueOf(below))
                            .add(bottom.multiply(BigInteger.valueOf(weight * above)));
                    bottom = bottom.multiply(BigInteger.valueOf(below));
                }
                long times = random.nextInt(1_000);
                long by = 1L + random.nextInt(bound);
                BigInteger above = top.multiply(BigInteger.valueOf(times));
                BigInteger below = bottom.multiply(BigInteger.valueOf(by));
                for (RoundingMode mode :
                        List.of(RoundingMode.DOWN, RoundingMode.HALF_UP, RoundingMode.HALF_EVEN, RoundingMode.UP)) {
                    assertThat(sum.rounded(
                                    BigInteger.valueOf(times), BigInteger.valueOf(by), Rounding.valueOf(mode.name())))
                            .as("run %s, %s", run, mode)
                            .isEqualTo(new BigDecimal(above)
                                    .divide(new BigDecimal(below), 0, mode)
                                    .longValueExact());
                }
            }
        }

        @Test
        void anExactSumTakesFactorsAsLongAsRatiosCanBe() {
            BigInteger most = BigInteger.ONE.shiftLeft(Ratio.MAX_BITS).subtract(BigInteger.ONE);
            ExactSum sum = new ExactSum();
            for (int i = 0; i < 6; i++) {
                BigInteger other = most.subtract(BigInteger.valueOf(i));
                sum.add(Ratio.of(most, BigInteger.TWO), Ratio.of(BigInteger.TWO, other));
            }
            // Six, and a hair.
            assertThat(roundedInEachWay(sum)).containsExactly(6L, 6L, 6L, 7L);
        }

        @Test
        @Tag("N2")
        void aRoundedSumIsRefusedIfItDoesNotFitIntoALong() {
            ExactSum sum = new ExactSum();
            sum.add(Ratio.of(Long.MAX_VALUE), Ratio.ONE);
            assertThat(rounded(sum, Rounding.UP)).isEqualTo(Long.MAX_VALUE);
            sum.add(Ratio.of(1, 3), Ratio.ONE);
            assertThat(rounded(sum, Rounding.DOWN)).isEqualTo(Long.MAX_VALUE);
            assertThat(sum.isAtLeast(Long.MAX_VALUE)).isTrue();
            assertThatThrownBy(() -> rounded(sum, Rounding.UP))
                    .isExactlyInstanceOf(AmountOverflowException.class)
                    .hasMessage("a whole number of more than 63 bits");
        }
    }
}
