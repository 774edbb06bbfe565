package dev.laurel.ledger;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.laurel.money.Money;

/**
 * So many points of a currency: a price, a bonus, or what a rate gives.
 *
 * @param currency the point currency
 * @param count how many, more than zero
 */
public record Points(PointCurrency currency, long count) {
    /** The most points of one currency that one event may give, take or set aside: a million million. */
    public static final long MAX_IN_ONE_EVENT = 1_000_000_000_000L;

    /**
     * Checks the count.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Points {
        requireNonNull(currency, "currency");
        checkArgument(count > 0, "points must be positive, but were %s", count);
    }

    /** So many for each such amount of money, in proportion: what is left over counts in part. */
    public PointRate per(Money money) {
        return new PointRate(this, PointRate.Basis.MONEY, money);
    }

    /** So many for each full such amount of money: what is left over counts for nothing. */
    public PointRate perFull(Money money) {
        return new PointRate(this, PointRate.Basis.FULL_MONEY, money);
    }

    /** So many for each item. */
    public PointRate perItem() {
        return new PointRate(this, PointRate.Basis.ITEM, null);
    }

    /** Such as {@code 500 points}: the count and the id of the currency. */
    @Override
    public String toString() {
        return count + " " + currency.id();
    }
}
