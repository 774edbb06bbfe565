package dev.laurel.receipt;

import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A sum over the lines of a purchase, of fractions that are not negative: exact, however many they are.
 *
 * <p>What is left of a line is a fraction of what it cost or weighed. What the lines of a large order cost has hardly a factor in
 * common, so the sum as one fraction would have more digits than all lines together. Here it stays one fraction for each
 * denominator, and what it rounds to is found from so many binary digits of each; only where those leave a doubt, because the sum
 * lies on the very border of what is rounded to one number, is it worked out as one fraction.
 */
final class ExactSum {
    /** Binary digits behind the point of what is rounded, so many that a sum not on a border is all but never in doubt. */
    private static final int DIGITS = 160;

    /** Denominators of so many bits are worth the search for factors in common. */
    private static final int SHORT = 1024;

    private static final int QUARTERS = 4;
    private static final BigInteger FOUR = BigInteger.valueOf(QUARTERS);

    private BigInteger whole = BigInteger.ZERO;
    private final Map<BigInteger, BigInteger> numerators = new LinkedHashMap<>();

    /** Adds a product. */
    void add(Ratio factor, Ratio other) {
        BigInteger above = factor.numerator();
        BigInteger below = factor.denominator();
        if (Math.max(above.bitLength(), below.bitLength()) + lengthOf(other) <= Ratio.MAX_BITS) {
            Ratio product = factor.times(other);
            addReduced(product.numerator(), product.denominator());
        } else {
            Fraction product =
                    new Fraction(above.multiply(other.numerator()), below.multiply(other.denominator())).reduced();
            addReduced(product.numerator, product.denominator);
        }
    }

    /** Adds a fraction. */
    void add(Ratio ratio) {
        addReduced(ratio.numerator(), ratio.denominator());
    }

    /** Adds a product. */
    void add(Ratio factor, Ratio second, Ratio third) {
        add(factor, second.numerator(), second.denominator(), third);
    }

    /** Adds a product of fractions, of which one is given by what is above and below. */
    void add(Ratio factor, BigInteger above, BigInteger below, Ratio other) {
        Fraction product = new Fraction(
                        factor.numerator().multiply(above).multiply(other.numerator()),
                        factor.denominator().multiply(below).multiply(other.denominator()))
                .reduced();
        addReduced(product.numerator, product.denominator);
    }

    /** Adds all of another sum. */
    void add(ExactSum other) {
        whole = whole.add(other.whole);
        other.numerators.forEach((below, above) -> numerators.merge(below, above, BigInteger::add));
    }

    private static int lengthOf(Ratio ratio) {
        return Math.max(ratio.numerator().bitLength(), ratio.denominator().bitLength());
    }

    private void addReduced(BigInteger numerator, BigInteger denominator) {
        if (denominator.equals(BigInteger.ONE)) {
            whole = whole.add(numerator);
        } else {
            numerators.merge(denominator, numerator, BigInteger::add);
        }
    }

    /**
     * What it rounds to, times a fraction.
     *
     * @throws dev.laurel.money.AmountOverflowException if that does not fit into a {@code long}
     */
    long rounded(BigInteger numerator, BigInteger denominator, Rounding rounding) {
        // All roundings of a number depend on its whole part, and on whether the rest is nothing, below, at or above a
        // half.
        BigInteger quarters = numerator.signum() == 0 ? BigInteger.ZERO : quarters(numerator, denominator);
        return Ratio.of(quarters, FOUR).rounded(rounding);
    }

    /** Whether it is not less than a whole number. */
    boolean isAtLeast(long least) {
        return quarters(BigInteger.ONE, BigInteger.ONE).compareTo(FOUR.multiply(BigInteger.valueOf(least))) >= 0;
    }

    /** Whether it is not less than a fraction that is not negative. */
    boolean isAtLeast(Ratio least) {
        if (least.signum() == 0) {
            return true;
        }
        Ratio inverse = Ratio.of(/* numerator= */ least.denominator(), /* denominator= */ least.numerator());
        return quarters(inverse.numerator(), inverse.denominator()).compareTo(FOUR) >= 0;
    }

    /** Whether it is less than another. */
    boolean isLessThan(ExactSum other) {
        BigInteger own = least(DIGITS);
        BigInteger its = other.least(DIGITS);
        if (own.compareTo(its.add(BigInteger.valueOf(other.numerators.size()))) > 0) {
            return false;
        }
        if (its.compareTo(own.add(BigInteger.valueOf(numerators.size()))) > 0) {
            return true;
        }
        Fraction one = asOne();
        Fraction two = other.asOne();
        return one.numerator.multiply(two.denominator).compareTo(two.numerator.multiply(one.denominator)) < 0;
    }

    /** So many binary digits behind the point of it; each part is less than one of the last digit too small. */
    private BigInteger least(int digits) {
        BigInteger least = whole.shiftLeft(digits);
        for (Map.Entry<BigInteger, BigInteger> part : numerators.entrySet()) {
            least = least.add(part.getValue().shiftLeft(digits).divide(part.getKey()));
        }
        return least;
    }

    /** Four times the number where it is whole or halfway between; otherwise the odd number that stands for all between those. */
    private BigInteger quarters(BigInteger numerator, BigInteger denominator) {
        int digits = DIGITS + numerator.bitLength();
        BigInteger least = least(digits);
        // Each quotient was less than one too small.
        BigInteger most = least.add(BigInteger.valueOf(numerators.size()));
        BigInteger below = denominator.shiftLeft(digits);
        BigInteger quarters = quarters(new Fraction(least.multiply(numerator), below));
        if (quarters.equals(quarters(new Fraction(most.multiply(numerator), below)))) {
            return quarters;
        }
        Fraction sum = asOne();
        return quarters(new Fraction(sum.numerator.multiply(numerator), sum.denominator.multiply(denominator)));
    }

    private static BigInteger quarters(Fraction exact) {
        BigInteger[] quotient = exact.numerator.divideAndRemainder(exact.denominator);
        BigInteger rest = quotient[1];
        int quarter =
                rest.signum() == 0 ? 0 : 2 + Integer.signum(rest.shiftLeft(1).compareTo(exact.denominator));
        return quotient[0].multiply(FOUR).add(BigInteger.valueOf(quarter));
    }

    private Fraction asOne() {
        Fraction[] fractions = new Fraction[numerators.size() + 1];
        fractions[0] = new Fraction(whole, BigInteger.ONE);
        int i = 1;
        for (Map.Entry<BigInteger, BigInteger> part : numerators.entrySet()) {
            fractions[i++] = new Fraction(part.getValue(), part.getKey());
        }
        return asOne(fractions, 0, fractions.length);
    }

    /** Halves first, so that factors are of like length, which is what makes large products quick. */
    private static Fraction asOne(Fraction[] fractions, int from, int to) {
        if (to - from == 1) {
            return fractions[from];
        }
        int middle = (from + to) >>> 1;
        return asOne(fractions, from, middle).plus(asOne(fractions, middle, to));
    }

    private record Fraction(BigInteger numerator, BigInteger denominator) {
        Fraction plus(Fraction other) {
            Fraction sum = new Fraction(
                    numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                    denominator.multiply(other.denominator));
            return sum.denominator.bitLength() <= SHORT ? sum.reduced() : sum;
        }

        Fraction reduced() {
            BigInteger divisor = numerator.gcd(denominator);
            return new Fraction(numerator.divide(divisor), denominator.divide(divisor));
        }
    }
}
