package dev.laurel.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.testing.EqualsTester;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("N3")
class RatioTest {
    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static void overflows(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isExactlyInstanceOf(AmountOverflowException.class)
                .hasMessage(message);
    }

    private static Ratio powerOfTwo(int exponent) {
        Ratio power = Ratio.ONE;
        for (int i = 0; i < exponent; i++) {
            power = power.times(2);
        }
        return power;
    }

    @Nested
    class Of {
        @ParameterizedTest
        @CsvSource({
            "1.25, 5, 4",
            "-1.25, -5, 4",
            "4/3, 4, 3",
            "8/6, 4, 3",
            "-8/6, -4, 3",
            "0/7, 0, 1",
            "-0, 0, 1",
            "0E+1000000, 0, 1",
            "1e3, 1000, 1",
            "2.50, 5, 2",
            "9223372036854775807, 9223372036854775807, 1",
            "-9223372036854775808, -9223372036854775808, 1",
            "9223372036854775808, 9223372036854775808, 1",
            "1/9223372036854775808, 1, 9223372036854775808",
            "9223372036854775808/9223372036854775808, 1, 1"
        })
        void aRatioIsReadFromADecimalOrAFractionIntoLowestTerms(
                String text, BigInteger numerator, BigInteger denominator) {
            assertThat(Ratio.of(text).numerator()).isEqualTo(numerator);
            assertThat(Ratio.of(text).denominator()).isEqualTo(denominator);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "NaN",
                    "Infinity",
                    "/",
                    "1/",
                    "/2",
                    "1/0",
                    "1/-2",
                    "1/2/3",
                    "1.5/2",
                    "1/2.5",
                    " 1",
                    "1 / 2",
                    "1E+99999999999",
                    "half"
                })
        void aRatioRefusesATextThatIsNeitherADecimalNorAFraction(String text) {
            refused(
                    () -> Ratio.of(text),
                    "ratio must be a decimal such as '1.25' or a fraction such as '4/3', but was '" + text + "'");
        }

        @Test
        void aRatioTakesLargeTermsAndReducesThem() {
            BigInteger most = BigInteger.ONE.shiftLeft(Ratio.MAX_BITS).subtract(BigInteger.ONE);
            assertThat(Ratio.of(BigInteger.valueOf(-6), BigInteger.valueOf(4))).isEqualTo(Ratio.of(-3, 2));
            assertThat(Ratio.of(most, most)).isEqualTo(Ratio.ONE);
            assertThat(Ratio.of(most, BigInteger.TWO).numerator()).isEqualTo(most);
            assertThat(Ratio.of(BigInteger.ZERO, most)).isEqualTo(Ratio.ZERO);
        }

        @Test
        @Tag("N2")
        void aRatioRefusesTermsThatAreTooLargeOrNoDenominator() {
            BigInteger tooLarge = BigInteger.ONE.shiftLeft(Ratio.MAX_BITS);
            assertThatThrownBy(() -> Ratio.of(tooLarge, BigInteger.ONE))
                    .isExactlyInstanceOf(AmountOverflowException.class)
                    .hasMessage("an exact number of more than 1024 bits");
            assertThatThrownBy(() -> Ratio.of(BigInteger.ONE, tooLarge))
                    .isExactlyInstanceOf(AmountOverflowException.class);
            refused(() -> Ratio.of(BigInteger.ONE, BigInteger.ZERO), "denominator must be positive, but was 0");
            refused(
                    () -> Ratio.of(BigInteger.ONE, BigInteger.TEN.negate()),
                    "denominator must be positive, but was -10");
        }

        @Test
        @Tag("N2")
        void aRatioRefusesATextOfAMillionDigits() {
            refused(
                    () -> Ratio.of("1".repeat(1_000_000)),
                    "ratio must be a decimal such as '1.25' or a fraction such as '4/3', but was '" + "1".repeat(80)
                            + "…'");
        }

        @ParameterizedTest
        @Tag("N2")
        @ValueSource(
                strings = {
                    "1E+1000000",
                    "1e-400",
                    "1e-31",
                    "1e30",
                    "1e2147483647",
                    "1e-2147483647",
                    "1000000000000000000000000000000",
                    "12345678901234567890123456789012345678901234567890"
                })
        void aRatioRefusesMoreThan30DigitsBeforeOrAfterThePoint(String text) {
            refused(() -> Ratio.of(text), "ratio must have at most 30 digits before and after the point");
            refused(
                    () -> Ratio.of(new BigDecimal(text)),
                    "ratio must have at most 30 digits before and after the point");
        }

        @Test
        void aRatioTakes30DigitsBeforeAndAfterThePoint() {
            String digits = "9".repeat(30);
            assertThat(Ratio.of(digits + "." + digits))
                    .isEqualTo(Ratio.of(new BigDecimal(digits + "." + digits)))
                    .extracting(Ratio::numerator, Ratio::denominator)
                    .containsExactly(new BigInteger(digits + digits), BigInteger.TEN.pow(30));
        }

        @Test
        void aRatioRefusesADenominatorThatIsNotPositive() {
            refused(() -> Ratio.of(1, 0), "denominator must be positive, but was 0");
            refused(() -> Ratio.of(1, -2), "denominator must be positive, but was -2");
            refused(() -> Ratio.of(1, Long.MIN_VALUE), "denominator must be positive, but was -9223372036854775808");
        }

        @Test
        void aRatioRefusesNull() {
            assertThatNullPointerException().isThrownBy(() -> Ratio.of((String) null));
            assertThatNullPointerException().isThrownBy(() -> Ratio.of((BigDecimal) null));
        }
    }

    @Nested
    class Arithmetic {
        @Test
        void arithmeticOfRatiosIsExactWhereBinaryFractionsAreNot() {
            assertThat(Ratio.of("0.1").plus(Ratio.of("0.2"))).isEqualTo(Ratio.of("0.3"));
            assertThat(Ratio.of(1, 3).times(3)).isEqualTo(Ratio.ONE);
            assertThat(Ratio.of(10).dividedBy(Ratio.of(3)).minus(Ratio.of(1, 3)))
                    .isEqualTo(Ratio.of(3));
        }

        @Test
        void arithmeticOfRatiosDoesNotWrapAtTheEndsOfALong() {
            Ratio most = Ratio.of(Long.MAX_VALUE);
            Ratio least = Ratio.of(Long.MIN_VALUE);
            assertThat(most.plus(Ratio.ONE)).isEqualTo(least.negated());
            assertThat(least.minus(Ratio.ONE).plus(Ratio.ONE)).isEqualTo(least);
            assertThat(least.negated().negated()).isEqualTo(least);
            assertThat(least.times(-1)).isEqualTo(most.plus(Ratio.ONE));
            assertThat(least.times(least)).isEqualTo(powerOfTwo(126));
            assertThat(least.dividedBy(least)).isEqualTo(Ratio.ONE);
            assertThat(Ratio.ONE.dividedBy(least).times(least)).isEqualTo(Ratio.ONE);
        }

        @Test
        void aRatioRefusesToBeDividedByZero() {
            refused(() -> Ratio.ONE.dividedBy(Ratio.ZERO), "divisor must not be zero");
        }

        @Test
        @Tag("N2")
        void arithmeticOfRatiosRefusesMoreBitsThanARatioKeeps() {
            Ratio vast = powerOfTwo(1023);
            assertThat(vast.numerator().bitLength()).isEqualTo(1024);
            String message = "an exact number of more than 1024 bits";
            overflows(() -> vast.times(2), message);
            overflows(() -> vast.times(vast), message);
            overflows(() -> vast.plus(vast), message);
            overflows(() -> vast.negated().minus(vast), message);
            overflows(() -> Ratio.ONE.dividedBy(vast).dividedBy(vast), message);
            assertThat(vast.dividedBy(vast)).isEqualTo(Ratio.ONE);
        }
    }

    /** Numbers at which one way of computing gives over to another, each with each, against fractions of plain big integers. */
    @Nested
    @Tag("N2")
    class AtItsBorders {
        private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);
        private static final List<BigInteger> WHOLE = List.of(
                BigInteger.ZERO,
                BigInteger.ONE,
                BigInteger.TWO,
                BigInteger.valueOf(3),
                BigInteger.valueOf(Integer.MAX_VALUE),
                BigInteger.ONE.shiftLeft(31),
                BigInteger.ONE.shiftLeft(32),
                BigInteger.valueOf(3_037_000_499L),
                BigInteger.valueOf(3_037_000_500L),
                BigInteger.ONE.shiftLeft(62),
                MOST.subtract(BigInteger.ONE),
                MOST,
                MOST.add(BigInteger.ONE),
                MOST.add(BigInteger.TWO),
                BigInteger.ONE.shiftLeft(64),
                BigInteger.ONE.shiftLeft(100));

        /** All of them, below zero too, over each of some of them. */
        private static List<Ratio> ratios() {
            List<Ratio> ratios = new ArrayList<>();
            for (BigInteger above : WHOLE) {
                for (BigInteger below : WHOLE) {
                    if (below.signum() > 0 && above.gcd(below).equals(BigInteger.ONE)) {
                        ratios.add(Ratio.of(above, below));
                        ratios.add(Ratio.of(above.negate(), below));
                    }
                }
            }
            return ratios;
        }

        private static void assertIs(Ratio ratio, BigInteger above, BigInteger below) {
            BigInteger sign = BigInteger.valueOf(below.signum());
            BigInteger divisor = above.gcd(below).multiply(sign);
            assertThat(ratio.numerator()).isEqualTo(above.divide(divisor));
            assertThat(ratio.denominator()).isEqualTo(below.divide(divisor));
        }

        @Test
        void everyOperationIsThatOfFractions() {
            List<Ratio> ratios = ratios();
            assertThat(ratios).hasSizeGreaterThan(200);
            for (Ratio left : ratios) {
                BigInteger a = left.numerator();
                BigInteger b = left.denominator();
                assertIs(left.negated(), a.negate(), b);
                for (Ratio right : ratios) {
                    BigInteger c = right.numerator();
                    BigInteger d = right.denominator();
                    BigInteger ad = a.multiply(d);
                    BigInteger cb = c.multiply(b);
                    assertIs(left.plus(right), ad.add(cb), b.multiply(d));
                    assertIs(left.minus(right), ad.subtract(cb), b.multiply(d));
                    assertIs(left.times(right), a.multiply(c), b.multiply(d));
                    if (right.signum() != 0) {
                        assertIs(left.dividedBy(right), ad, cb);
                    }
                    assertThat(left.compareTo(right)).isEqualTo(ad.compareTo(cb));
                    assertThat(left.equals(right)).isEqualTo(ad.equals(cb));
                }
            }
        }

        @Test
        void aWholeFactorIsAsTheRatioOfIt() {
            for (Ratio ratio : ratios()) {
                for (BigInteger whole : WHOLE) {
                    if (whole.bitLength() < Long.SIZE) {
                        assertThat(ratio.times(whole.longValue())).isEqualTo(ratio.times(Ratio.of(whole.longValue())));
                        assertThat(ratio.times(-whole.longValue()))
                                .isEqualTo(
                                        ratio.times(Ratio.of(whole.longValue())).negated());
                    }
                }
            }
        }

        @Test
        void aTextMayBeAsLongAsNumbersAre() {
            String digits = "9".repeat(78);
            assertThat(Ratio.of("1/" + digits).denominator()).isEqualTo(new BigInteger(digits));
            String longer = "1/" + digits + "9";
            refused(
                    () -> Ratio.of(longer),
                    "ratio must be a decimal such as '1.25' or a fraction such as '4/3', but was '"
                            + longer.substring(0, 80) + "…'");
            assertThat(Ratio.of("0." + "0".repeat(29) + "1").denominator()).isEqualTo(BigInteger.TEN.pow(30));
        }
    }

    @Nested
    class Rounded {
        @ParameterizedTest
        @Tag("TV-07")
        @CsvSource({"DOWN, 28", "HALF_UP, 29", "UP, 29", "HALF_EVEN, 28"})
        void theRoundingOfARatioDropsLiftsOrGoesToTheNearest(Rounding rounding, long expected) {
            assertThat(Ratio.of("28.5").rounded(rounding)).isEqualTo(expected);
        }

        @Test
        void theHalfEvenRoundingOfARatioGoesToTheEvenNeighborOfAHalf() {
            assertThat(Ratio.of("29.5").rounded(Rounding.HALF_EVEN)).isEqualTo(30);
            assertThat(Ratio.of("28.500000000001").rounded(Rounding.HALF_EVEN)).isEqualTo(29);
        }

        @ParameterizedTest
        @Tag("N2")
        @CsvSource({"DOWN", "HALF_UP", "HALF_EVEN", "UP"})
        void aRoundedRatioIsRefusedWhereNoLongCanHoldIt(Rounding rounding) {
            Ratio tooMuch = Ratio.of(Long.MAX_VALUE).plus(Ratio.ONE);
            overflows(() -> tooMuch.rounded(rounding), "a whole number of more than 63 bits");
            assertThat(Ratio.of(Long.MAX_VALUE).rounded(rounding)).isEqualTo(Long.MAX_VALUE);
        }

        @Test
        @Tag("N2")
        void theRoundingOfARatioDecidesBetweenTheGreatestLongAndTooMuchByTheFraction() {
            Ratio justBelow = Ratio.of(Long.MAX_VALUE).plus(Ratio.of(1, 3));
            assertThat(justBelow.rounded(Rounding.DOWN)).isEqualTo(Long.MAX_VALUE);
            assertThat(justBelow.rounded(Rounding.HALF_UP)).isEqualTo(Long.MAX_VALUE);
            overflows(() -> justBelow.rounded(Rounding.UP), "a whole number of more than 63 bits");
        }
    }

    @Nested
    class Text {
        @ParameterizedTest
        @CsvSource({
            "13.7375, 13.7375",
            "1.0, 1",
            "100, 100",
            "4/3, 4/3",
            "-4/3, -4/3",
            "1/8, 0.125",
            "0.000000000001, 0.000000000001",
            "0.0000000000001, 1/10000000000000",
            "0, 0",
            "-0.5, -0.5",
            "9223372036854775808, 9223372036854775808"
        })
        void theTextOfARatioIsTheDecimalOrTheFraction(String text, String shown) {
            assertThat(Ratio.of(text)).hasToString(shown);
            assertThat(Ratio.of(shown)).isEqualTo(Ratio.of(text));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "13.7375, 13.7375",
        "0, 0",
        "100, 100",
        "4121/300, 13.7366…",
        "2/3, 0.6666…",
        "-2/3, -0.6666…",
        "1/30000, 0.0000…",
        "-1/30000, -0.0000…",
        "0.000000000001, 0.000000000001",
        "0.0000000000001, 0.0000…",
        "59999/30000, 1.9999…"
    })
    @Tag("X1")
    void theDigitsOfARatioAreAllOrTheFirstFourAndAnEllipsis(String text, String shown) {
        assertThat(Ratio.of(text).inDigits()).isEqualTo(shown);
    }

    @Test
    void equalRatiosAreEqualHoweverTheyCameAbout() {
        Ratio big = Ratio.of("9223372036854775808");
        new EqualsTester()
                .addEqualityGroup(Ratio.ZERO, Ratio.of(0), Ratio.of(0, 5), Ratio.of("-0.0"), big.minus(big))
                .addEqualityGroup(Ratio.ONE, Ratio.of(1), Ratio.of(7, 7), big.dividedBy(big))
                .addEqualityGroup(Ratio.of(1, 2), Ratio.of("0.50"), Ratio.of("2/4"))
                .addEqualityGroup(Ratio.of(-1, 2))
                .addEqualityGroup(Ratio.of(2))
                .addEqualityGroup(big, Ratio.of(Long.MIN_VALUE).negated())
                .addEqualityGroup(big.negated(), Ratio.of(Long.MIN_VALUE), Ratio.of(Long.MIN_VALUE, 1))
                .addEqualityGroup(Ratio.of(Long.MAX_VALUE), big.minus(Ratio.ONE))
                .testEquals();
    }
}
