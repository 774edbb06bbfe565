package dev.laurel.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;

/** Ratios against fractions of big integers, most of all where a long ends. */
@Tag("N3")
class RatioProperties {
    /** A fraction that knows no shortcut. */
    record Fraction(BigInteger top, BigInteger bottom) {
        static Fraction of(Ratio ratio) {
            return new Fraction(ratio.numerator(), ratio.denominator());
        }

        Fraction plus(Fraction other) {
            return new Fraction(
                    top.multiply(other.bottom).add(other.top.multiply(bottom)), bottom.multiply(other.bottom));
        }

        Fraction times(Fraction other) {
            return new Fraction(top.multiply(other.top), bottom.multiply(other.bottom));
        }

        Fraction inverse() {
            return top.signum() < 0 ? new Fraction(bottom.negate(), top.negate()) : new Fraction(bottom, top);
        }

        int compareTo(Fraction other) {
            return top.multiply(other.bottom).compareTo(other.top.multiply(bottom));
        }
    }

    private static void same(Ratio ratio, Fraction expected) {
        assertThat(ratio.denominator().signum()).isEqualTo(1);
        assertThat(ratio.numerator().gcd(ratio.denominator())).isEqualTo(BigInteger.ONE);
        assertThat(Fraction.of(ratio).compareTo(expected)).isZero();
    }

    @Property
    void additionAndSubtractionAreExact(@ForAll("ratios") Ratio a, @ForAll("ratios") Ratio b) {
        same(a.plus(b), Fraction.of(a).plus(Fraction.of(b)));
        same(
                a.minus(b),
                Fraction.of(a).plus(Fraction.of(b).times(new Fraction(BigInteger.ONE.negate(), BigInteger.ONE))));
    }

    @Property
    void multiplicationAndDivisionAreExact(
            @ForAll("ratios") Ratio a, @ForAll("ratios") Ratio b, @ForAll("longs") long factor) {
        same(a.times(b), Fraction.of(a).times(Fraction.of(b)));
        same(a.times(factor), Fraction.of(a).times(new Fraction(BigInteger.valueOf(factor), BigInteger.ONE)));
        Assume.that(b.signum() != 0);
        same(a.dividedBy(b), Fraction.of(a).times(Fraction.of(b).inverse()));
    }

    @Property
    void ratiosAreAField(@ForAll("ratios") Ratio a, @ForAll("ratios") Ratio b, @ForAll("ratios") Ratio c) {
        assertThat(a.plus(b)).isEqualTo(b.plus(a));
        assertThat(a.times(b)).isEqualTo(b.times(a));
        assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
        assertThat(a.times(b).times(c)).isEqualTo(a.times(b.times(c)));
        assertThat(a.times(b.plus(c))).isEqualTo(a.times(b).plus(a.times(c)));
        assertThat(a.plus(Ratio.ZERO)).isEqualTo(a);
        assertThat(a.times(Ratio.ONE)).isEqualTo(a);
        assertThat(a.minus(a)).isEqualTo(Ratio.ZERO);
        assertThat(a.negated().negated()).isEqualTo(a);
        if (a.signum() != 0) {
            assertThat(a.times(Ratio.ONE.dividedBy(a))).isEqualTo(Ratio.ONE);
        }
    }

    @Property
    void orderEqualityAndHashAgree(@ForAll("ratios") Ratio a, @ForAll("ratios") Ratio b) {
        assertThat(Integer.signum(a.compareTo(b)))
                .isEqualTo(Fraction.of(a).compareTo(Fraction.of(b)))
                .isEqualTo(-Integer.signum(b.compareTo(a)))
                .isEqualTo(a.minus(b).signum());
        assertThat(a.equals(b)).isEqualTo(a.compareTo(b) == 0);
        assertThat(a.plus(b).minus(b)).isEqualTo(a).hasSameHashCodeAs(a);
    }

    @Property
    void roundingIsThatOfBigDecimals(@ForAll("ratios") Ratio ratio, @ForAll Rounding rounding) {
        Ratio positive = ratio.signum() < 0 ? ratio.negated() : ratio;
        RoundingMode mode = switch (rounding) {
            case DOWN -> RoundingMode.FLOOR;
            case HALF_UP -> RoundingMode.HALF_UP;
            case HALF_EVEN -> RoundingMode.HALF_EVEN;
            case UP -> RoundingMode.CEILING;
        };
        BigInteger expected = new BigDecimal(positive.numerator())
                .divide(new BigDecimal(positive.denominator()), 0, mode)
                .toBigIntegerExact();
        if (expected.bitLength() < Long.SIZE) {
            assertThat(positive.rounded(rounding)).isEqualTo(expected.longValueExact());
        } else {
            assertThat(catchThrowable(() -> positive.rounded(rounding)))
                    .isExactlyInstanceOf(AmountOverflowException.class);
        }
    }

    @Property
    void roundingDownGoesDownBelowZeroToo(@ForAll("ratios") Ratio ratio) {
        BigInteger[] parts = ratio.numerator().divideAndRemainder(ratio.denominator());
        BigInteger floor = parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
        Assume.that(floor.bitLength() < Long.SIZE);
        assertThat(ratio.rounded(Rounding.DOWN)).isEqualTo(floor.longValueExact());
    }

    @Property
    void decimalsStayWhatTheyAre(@ForAll("longs") long unscaled, @ForAll("scales") int scale) {
        BigDecimal decimal = BigDecimal.valueOf(unscaled, scale);
        Ratio ratio = Ratio.of(decimal);
        assertThat(new BigDecimal(ratio.numerator()).compareTo(decimal.multiply(new BigDecimal(ratio.denominator()))))
                .isZero();
        assertThat(Ratio.of(decimal.toPlainString())).isEqualTo(ratio);
    }

    @Property
    void theTextOfARatioIsReadBackAsIt(@ForAll("longs") long top, @ForAll("longs") long bottom) {
        Assume.that(bottom > 0);
        Ratio ratio = Ratio.of(top, bottom);
        assertThat(Ratio.of(ratio.toString())).isEqualTo(ratio);
    }

    @Provide
    Arbitrary<Long> longs() {
        return Arbitraries.oneOf(
                Arbitraries.longs(),
                Arbitraries.longs().between(-20, 20),
                Arbitraries.longs().between(Long.MAX_VALUE - 20, Long.MAX_VALUE),
                Arbitraries.longs().between(Long.MIN_VALUE, Long.MIN_VALUE + 20),
                Arbitraries.longs().between((1L << 31) - 3, (1L << 32) + 3));
    }

    @Provide
    Arbitrary<Integer> scales() {
        return Arbitraries.integers().between(-10, 30);
    }

    @Provide
    Arbitrary<Ratio> ratios() {
        Arbitrary<Ratio> small =
                Combinators.combine(longs(), longs().filter(l -> l > 0)).as(Ratio::of);
        Arbitrary<Ratio> big = Combinators.combine(
                        Arbitraries.bigIntegers()
                                .between(BigInteger.ONE.shiftLeft(66).negate(), BigInteger.ONE.shiftLeft(66)),
                        Arbitraries.bigIntegers().between(BigInteger.ONE, BigInteger.ONE.shiftLeft(66)))
                .as((top, bottom) -> Ratio.of(top + "/" + bottom));
        return Arbitraries.frequencyOf(Tuple.of(4, small), Tuple.of(1, big));
    }
}
