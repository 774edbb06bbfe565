package dev.laurel.money;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.math.LongMath;
import dev.laurel.id.Identifiers;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * An exact number: a rate, a multiplier, or points that are not rounded yet.
 *
 * <p>Always in lowest terms, so equal numbers are equal values. Results are exact or refused: one that needs more than
 * {@value #MAX_BITS} bits is an {@link AmountOverflowException}. Numbers whose terms fit into a {@code long}, which is nearly
 * all of them, cost no more than a few machine operations.
 */
public final class Ratio implements Comparable<Ratio> {
    /** The most bits that a numerator or denominator may have. */
    public static final int MAX_BITS = 1024;

    /** Zero. */
    public static final Ratio ZERO = new Ratio(0, 1, null, null);

    /** One. */
    public static final Ratio ONE = new Ratio(1, 1, null, null);

    private static final int MAX_TEXT = 80;
    private static final int MAX_DECIMAL_DIGITS = 12;
    private static final int SHOWN_DIGITS = 4;
    private static final int MAX_DECIMAL_SCALE = 30;
    private static final int MAX_DECIMAL_BITS = 200;
    private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);

    // Either both terms are longs, or both big ones are set because at least one of them does not fit.
    private final long numerator;
    private final long denominator;
    private final @Nullable BigInteger bigNumerator;
    private final @Nullable BigInteger bigDenominator;

    private Ratio(
            long numerator, long denominator, @Nullable BigInteger bigNumerator, @Nullable BigInteger bigDenominator) {
        this.numerator = numerator;
        this.denominator = denominator;
        this.bigNumerator = bigNumerator;
        this.bigDenominator = bigDenominator;
    }

    /** A whole number. */
    public static Ratio of(long whole) {
        return whole == 0 ? ZERO : whole == 1 ? ONE : reduced(whole, 1);
    }

    /**
     * A fraction.
     *
     * @throws IllegalArgumentException if the denominator is not positive
     */
    public static Ratio of(long numerator, long denominator) {
        checkArgument(denominator > 0, "denominator must be positive, but was %s", denominator);
        return reduced(numerator, denominator);
    }

    /**
     * A fraction.
     *
     * @throws IllegalArgumentException if the denominator is not positive
     * @throws AmountOverflowException if a term is too long to be kept exactly
     */
    public static Ratio of(BigInteger numerator, BigInteger denominator) {
        if (numerator.bitLength() > MAX_BITS || denominator.bitLength() > MAX_BITS) {
            throw tooLong();
        }
        checkArgument(denominator.signum() > 0, "denominator must be positive, but was %s", denominator);
        return big(numerator, denominator);
    }

    /**
     * An exact decimal.
     *
     * @throws IllegalArgumentException if it has more than 30 digits before or after the point
     */
    public static Ratio of(BigDecimal decimal) {
        if (decimal.signum() == 0) {
            return ZERO;
        }
        checkArgument(
                decimal.unscaledValue().bitLength() <= MAX_DECIMAL_BITS
                        && decimal.scale() <= MAX_DECIMAL_SCALE
                        && (long) decimal.precision() - decimal.scale() <= MAX_DECIMAL_SCALE,
                "ratio must have at most 30 digits before and after the point");
        int scale = decimal.scale();
        return scale <= 0
                ? big(decimal.toBigIntegerExact(), BigInteger.ONE)
                : big(decimal.unscaledValue(), BigInteger.TEN.pow(scale));
    }

    /**
     * A ratio written as a decimal, such as {@code "1.25"}, or as a fraction of whole numbers, such as {@code "4/3"}.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static Ratio of(String text) {
        if (text.length() <= MAX_TEXT) {
            int slash = text.indexOf('/');
            try {
                if (slash < 0) {
                    return of(new BigDecimal(text));
                }
                BigInteger below = new BigInteger(text.substring(slash + 1));
                if (below.signum() > 0) {
                    return big(new BigInteger(text.substring(0, slash)), below);
                }
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(malformed(text), e);
            }
        }
        throw new IllegalArgumentException(malformed(text));
    }

    private static String malformed(String text) {
        return "ratio must be a decimal such as '1.25' or a fraction such as '4/3', but was '" + Identifiers.shown(text)
                + "'";
    }

    /**
     * The sum.
     *
     * @throws AmountOverflowException if it is too long to be kept exactly
     */
    public Ratio plus(Ratio other) {
        if (isSmall() && other.isSmall()) {
            if (denominator == other.denominator) {
                long sum = numerator + other.numerator;
                if (((numerator ^ sum) & (other.numerator ^ sum)) >= 0) {
                    return reduced(sum, denominator);
                }
            } else if (fits(numerator, other.denominator)
                    && fits(other.numerator, denominator)
                    && fits(denominator, other.denominator)) {
                long left = numerator * other.denominator;
                long right = other.numerator * denominator;
                long sum = left + right;
                if (((left ^ sum) & (right ^ sum)) >= 0) {
                    return reduced(sum, denominator * other.denominator);
                }
            }
        }
        return big(
                top().multiply(other.bottom()).add(other.top().multiply(bottom())), bottom().multiply(other.bottom()));
    }

    /**
     * The difference.
     *
     * @throws AmountOverflowException if it is too long to be kept exactly
     */
    public Ratio minus(Ratio other) {
        return plus(other.negated());
    }

    /** The same number with the other sign. */
    public Ratio negated() {
        return isSmall() && numerator != Long.MIN_VALUE
                ? new Ratio(-numerator, denominator, null, null)
                : big(top().negate(), bottom());
    }

    /**
     * The product.
     *
     * @throws AmountOverflowException if it is too long to be kept exactly
     */
    public Ratio times(Ratio other) {
        if (isSmall() && other.isSmall() && fits(numerator, other.numerator) && fits(denominator, other.denominator)) {
            return reduced(numerator * other.numerator, denominator * other.denominator);
        }
        return big(top().multiply(other.top()), bottom().multiply(other.bottom()));
    }

    /**
     * The product with a whole number.
     *
     * @throws AmountOverflowException if it is too long to be kept exactly
     */
    public Ratio times(long factor) {
        return isSmall() && fits(numerator, factor)
                ? reduced(numerator * factor, denominator)
                : big(top().multiply(BigInteger.valueOf(factor)), bottom());
    }

    /**
     * The quotient.
     *
     * @throws IllegalArgumentException if the divisor is zero
     * @throws AmountOverflowException if it is too long to be kept exactly
     */
    public Ratio dividedBy(Ratio divisor) {
        checkArgument(divisor.signum() != 0, "divisor must not be zero");
        if (isSmall()
                && divisor.isSmall()
                && divisor.numerator > 0
                && fits(numerator, divisor.denominator)
                && fits(denominator, divisor.numerator)) {
            return reduced(numerator * divisor.denominator, denominator * divisor.numerator);
        }
        BigInteger below = bottom().multiply(divisor.top());
        BigInteger above = top().multiply(divisor.bottom());
        return below.signum() < 0 ? big(above.negate(), below.negate()) : big(above, below);
    }

    /** -1, 0 or 1, as this is less than, equal to or more than zero. */
    public int signum() {
        return bigNumerator == null ? Long.signum(numerator) : bigNumerator.signum();
    }

    /**
     * The whole number that this rounds to.
     *
     * @throws AmountOverflowException if it does not fit into a {@code long}
     */
    public long rounded(Rounding rounding) {
        if (isSmall()) {
            return rounded(numerator, denominator, rounding);
        }
        BigInteger whole = com.google.common.math.BigIntegerMath.divide(top(), bottom(), rounding.mode());
        if (whole.bitLength() > Long.SIZE - 1) {
            throw new AmountOverflowException("a whole number of more than 63 bits");
        }
        return whole.longValue();
    }

    /**
     * The whole number that a fraction rounds to, which need not be in lowest terms.
     *
     * @throws IllegalArgumentException if the denominator is not positive
     */
    public static long rounded(long numerator, long denominator, Rounding rounding) {
        checkArgument(denominator > 0, "denominator must be positive, but was %s", denominator);
        return rounding == Rounding.DOWN || denominator == 1
                ? Math.floorDiv(numerator, denominator)
                : LongMath.divide(numerator, denominator, rounding.mode());
    }

    /** Whether numerator and denominator both fit into a {@code long}. */
    public boolean isOfLongs() {
        return isSmall();
    }

    /** The numerator, in lowest terms. */
    public BigInteger numerator() {
        return top();
    }

    /** The denominator, in lowest terms; positive. */
    public BigInteger denominator() {
        return bottom();
    }

    @Override
    public int compareTo(Ratio other) {
        if (isSmall() && other.isSmall() && fits(numerator, other.denominator) && fits(other.numerator, denominator)) {
            return Long.compare(numerator * other.denominator, other.numerator * denominator);
        }
        return top().multiply(other.bottom()).compareTo(other.top().multiply(bottom()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Ratio that
                && (isSmall()
                        ? that.isSmall() && numerator == that.numerator && denominator == that.denominator
                        : top().equals(that.top()) && bottom().equals(that.bottom()));
    }

    @Override
    public int hashCode() {
        return 31 * top().hashCode() + bottom().hashCode();
    }

    /** The decimal if it has at most twelve fraction digits, such as {@code 13.7375}; else the fraction, such as {@code 4/3}. */
    @Override
    public String toString() {
        BigDecimal decimal = decimal();
        return decimal == null ? top() + "/" + bottom() : decimal.toPlainString();
    }

    /**
     * For people: the decimal if it has at most twelve fraction digits, such as {@code 13.7375}; else its first four, none of them
     * rounded, and an ellipsis, such as {@code 1.3333…}.
     */
    public String inDigits() {
        BigDecimal decimal = decimal();
        if (decimal != null) {
            return decimal.toPlainString();
        }
        BigInteger shown =
                top().abs().multiply(BigInteger.TEN.pow(SHOWN_DIGITS)).divide(bottom());
        return (signum() < 0 ? "-" : "") + new BigDecimal(shown, SHOWN_DIGITS).toPlainString() + "…";
    }

    /** The decimal, or null if it has too many fraction digits. */
    private @Nullable BigDecimal decimal() {
        BigInteger[] quotient =
                top().multiply(BigInteger.TEN.pow(MAX_DECIMAL_DIGITS)).divideAndRemainder(bottom());
        return quotient[1].signum() == 0 ? new BigDecimal(quotient[0], MAX_DECIMAL_DIGITS).stripTrailingZeros() : null;
    }

    private boolean isSmall() {
        return bigNumerator == null;
    }

    private BigInteger top() {
        return bigNumerator == null ? BigInteger.valueOf(numerator) : bigNumerator;
    }

    private BigInteger bottom() {
        return bigDenominator == null ? BigInteger.valueOf(denominator) : bigDenominator;
    }

    /** Whether the product fits into a long; says no to the least long, whose absolute value does not. */
    private static boolean fits(long a, long b) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        return low != Long.MIN_VALUE && high == low >> (Long.SIZE - 1);
    }

    private static Ratio reduced(long numerator, long denominator) {
        if (numerator == 0) {
            return ZERO;
        }
        if (numerator == Long.MIN_VALUE) {
            return big(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
        }
        if (denominator == 1) {
            return new Ratio(numerator, 1, null, null);
        }
        long divisor = LongMath.gcd(Math.abs(numerator), denominator);
        return new Ratio(numerator / divisor, denominator / divisor, null, null);
    }

    private static Ratio big(BigInteger numerator, BigInteger denominator) {
        if (numerator.signum() == 0) {
            return ZERO;
        }
        BigInteger divisor = numerator.gcd(denominator);
        BigInteger above = numerator.divide(divisor);
        BigInteger below = denominator.divide(divisor);
        if (above.abs().compareTo(LONG_MAX) <= 0 && below.compareTo(LONG_MAX) <= 0) {
            return new Ratio(above.longValue(), below.longValue(), null, null);
        }
        if (above.abs().bitLength() > MAX_BITS || below.bitLength() > MAX_BITS) {
            throw tooLong();
        }
        return new Ratio(0, 1, above, below);
    }

    private static AmountOverflowException tooLong() {
        return new AmountOverflowException("an exact number of more than " + MAX_BITS + " bits");
    }
}
