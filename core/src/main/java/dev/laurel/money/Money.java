package dev.laurel.money;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * An exact amount of one ISO 4217 currency.
 *
 * <p>It may have up to six fraction digits, more than most currencies have, since unit prices do. It lies between minus and
 * plus nine million millions. Amounts of two currencies are never added or compared: that is a
 * {@link CurrencyMismatchException}. There is no conversion, no formatting for a locale and no binary floating point.
 */
public final class Money implements Comparable<Money>, Serializable {
    /** The largest amount, in millionths of the currency's unit. */
    public static final long MAX_MILLIONTHS = Millionths.MAX;

    private static final String WHAT = "amount of money";

    private static final long serialVersionUID = 1L;

    private final Currency currency;
    private final long millionths;

    private Money(Currency currency, long millionths) {
        this.currency = requireNonNull(currency, "currency");
        this.millionths = millionths;
    }

    /**
     * An amount written as a decimal, such as {@code "12.50"}.
     *
     * @throws IllegalArgumentException if it is no decimal, has more than six fraction digits, or is out of range
     */
    public static Money of(Currency currency, String amount) {
        return new Money(currency, Millionths.of(WHAT, amount));
    }

    /**
     * An exact decimal amount.
     *
     * @throws IllegalArgumentException if it has more than six fraction digits or is out of range
     */
    public static Money of(Currency currency, BigDecimal amount) {
        return new Money(currency, Millionths.of(WHAT, amount));
    }

    /**
     * A whole amount, in units of the currency (dollars, not cents).
     *
     * @throws IllegalArgumentException if it is out of range
     */
    public static Money of(Currency currency, long units) {
        return new Money(currency, Millionths.of(WHAT, BigDecimal.valueOf(units)));
    }

    /**
     * An amount in millionths of the currency's unit, the form in which amounts are stored.
     *
     * @throws IllegalArgumentException if it is out of range
     */
    public static Money ofMillionths(Currency currency, long millionths) {
        return new Money(currency, Millionths.checked(WHAT, millionths));
    }

    /** Nothing, in the given currency. */
    public static Money zero(Currency currency) {
        return new Money(currency, 0);
    }

    /** The currency. */
    public Currency currency() {
        return currency;
    }

    /** The amount, with as many fraction digits as it needs and at least as many as the currency has. */
    public BigDecimal amount() {
        return Millionths.toDecimal(millionths, Math.max(0, currency.getDefaultFractionDigits()));
    }

    /** The amount in millionths of the currency's unit. */
    public long millionths() {
        return millionths;
    }

    /** The amount as an exact ratio of the currency's unit. */
    public Ratio toRatio() {
        return Ratio.of(millionths, Millionths.ONE);
    }

    /**
     * The sum.
     *
     * @throws CurrencyMismatchException if the other amount is of another currency
     * @throws AmountOverflowException if the sum is out of range
     */
    public Money plus(Money other) {
        requireSameCurrency(other);
        return other.millionths == 0 ? this : new Money(currency, Millionths.plus(WHAT, millionths, other.millionths));
    }

    /**
     * The difference.
     *
     * @throws CurrencyMismatchException if the other amount is of another currency
     * @throws AmountOverflowException if the difference is out of range
     */
    public Money minus(Money other) {
        requireSameCurrency(other);
        return other.millionths == 0 ? this : new Money(currency, Millionths.plus(WHAT, millionths, -other.millionths));
    }

    /** Whether this is less than zero. */
    public boolean isNegative() {
        return millionths < 0;
    }

    /** Whether this is zero. */
    public boolean isZero() {
        return millionths == 0;
    }

    /**
     * Compares by amount.
     *
     * @throws CurrencyMismatchException if the other amount is of another currency
     */
    @Override
    public int compareTo(Money other) {
        requireSameCurrency(other);
        return Long.compare(millionths, other.millionths);
    }

    private void requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new CurrencyMismatchException(currency, other.currency);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Money that && millionths == that.millionths && currency.equals(that.currency);
    }

    @Override
    public int hashCode() {
        // Not Currency.hashCode(): what a hash decides must not differ from one JVM to the next.
        return 31 * currency.getCurrencyCode().hashCode() + Long.hashCode(millionths);
    }

    /** What was serialized is checked as any amount is. */
    private Object readResolve() {
        return ofMillionths(currency, millionths);
    }

    /** Such as {@code USD 12.50}. */
    @Override
    public String toString() {
        return currency.getCurrencyCode() + " " + amount().toPlainString();
    }
}
