package dev.laurel.money;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How many of something, or how much by weight or length: an exact decimal of up to six fraction digits, between zero and
 * nine million millions.
 */
public final class Quantity implements Comparable<Quantity> {
    private static final String WHAT = "quantity";

    /** One. */
    public static final Quantity ONE = new Quantity(Millionths.ONE);

    private final long millionths;

    private Quantity(long millionths) {
        this.millionths = millionths;
    }

    /**
     * A quantity written as a decimal, such as {@code "2"} or {@code "0.345"}.
     *
     * @throws IllegalArgumentException if it is no decimal, negative, has too many fraction digits, or is out of range
     */
    public static Quantity of(String decimal) {
        return ofMillionths(Millionths.of(WHAT, decimal));
    }

    /**
     * An exact decimal quantity.
     *
     * @throws IllegalArgumentException if it is negative, has more than six fraction digits, or is out of range
     */
    public static Quantity of(BigDecimal decimal) {
        return ofMillionths(Millionths.of(WHAT, decimal));
    }

    /**
     * A number of pieces.
     *
     * @throws IllegalArgumentException if it is negative or out of range
     */
    public static Quantity of(long pieces) {
        return pieces == 1 ? ONE : ofMillionths(Millionths.of(WHAT, BigDecimal.valueOf(pieces)));
    }

    /**
     * A quantity in millionths, the form in which quantities are stored.
     *
     * @throws IllegalArgumentException if it is negative or out of range
     */
    public static Quantity ofMillionths(long millionths) {
        if (millionths < 0) {
            throw new IllegalArgumentException("quantity must not be negative, but was "
                    + Millionths.toDecimal(millionths, 0).toPlainString());
        }
        return new Quantity(Millionths.checked(WHAT, millionths));
    }

    /** The quantity as a decimal without needless zeros. */
    public BigDecimal amount() {
        return Millionths.toDecimal(millionths, 0);
    }

    /** The quantity in millionths. */
    public long millionths() {
        return millionths;
    }

    /** Whether this is zero. */
    public boolean isZero() {
        return millionths == 0;
    }

    /** The quantity as an exact ratio. */
    public Ratio toRatio() {
        return Ratio.of(millionths, Millionths.ONE);
    }

    /** Whether this counts pieces: it has no fraction. */
    public boolean isWhole() {
        return millionths % Millionths.ONE == 0;
    }

    @Override
    public int compareTo(Quantity other) {
        return Long.compare(millionths, other.millionths);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Quantity that && millionths == that.millionths;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(millionths);
    }

    /** The plain decimal, such as {@code 2} or {@code 0.345}. */
    @Override
    public String toString() {
        return amount().toPlainString();
    }
}
