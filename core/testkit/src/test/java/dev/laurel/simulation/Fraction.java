package dev.laurel.simulation;

import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import java.math.BigInteger;

/** An exact number of any length, in lowest terms: what many lines are left with has no small denominator in common. */
record Fraction(BigInteger top, BigInteger bottom) {
    static final Fraction ZERO = of(Ratio.ZERO);
    static final Fraction ONE = of(Ratio.ONE);

    static Fraction of(Ratio ratio) {
        return new Fraction(ratio.numerator(), ratio.denominator());
    }

    private static Fraction reduced(BigInteger top, BigInteger bottom) {
        BigInteger divisor = top.gcd(bottom);
        return new Fraction(top.divide(divisor), bottom.divide(divisor));
    }

    Fraction plus(Fraction other) {
        return reduced(top.multiply(other.bottom).add(other.top.multiply(bottom)), bottom.multiply(other.bottom));
    }

    Fraction minus(Fraction other) {
        return plus(new Fraction(other.top.negate(), other.bottom));
    }

    Fraction times(Fraction other) {
        return reduced(top.multiply(other.top), bottom.multiply(other.bottom));
    }

    Fraction dividedBy(Fraction other) {
        return reduced(top.multiply(other.bottom), bottom.multiply(other.top));
    }

    boolean isLessThan(Fraction other) {
        return minus(other).top.signum() < 0;
    }

    /** The whole number below, and what lies over it without what no rounding looks at. */
    long rounded(Rounding rounding) {
        BigInteger[] quotient = top.divideAndRemainder(bottom);
        int half = Integer.signum(quotient[1].shiftLeft(1).compareTo(bottom));
        Ratio rest = quotient[1].signum() == 0 ? Ratio.ZERO : Ratio.of(2 + half, 4);
        return Ratio.of(quotient[0].longValueExact()).plus(rest).rounded(rounding);
    }
}
