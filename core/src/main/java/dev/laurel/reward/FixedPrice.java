package dev.laurel.reward;

import static com.google.common.base.Preconditions.checkArgument;

import dev.laurel.ledger.PointCurrency;
import dev.laurel.ledger.Points;
import org.jspecify.annotations.Nullable;

/**
 * So many points, for everybody.
 *
 * @param points how many, more than zero
 * @param currency the point currency, or null for the program's first
 */
public record FixedPrice(long points, @Nullable PointCurrency currency) implements Price {
    /**
     * Checks the points.
     *
     * @throws IllegalArgumentException if they are not positive
     */
    public FixedPrice {
        checkArgument(points > 0, "price of a reward must be positive, but was %s", points);
    }

    /** So many points of a currency. */
    public static FixedPrice of(Points points) {
        return new FixedPrice(points.count(), points.currency());
    }

    /**
     * So many points of the program's first currency.
     *
     * @throws IllegalArgumentException if they are not positive
     */
    public static FixedPrice of(long points) {
        return new FixedPrice(points, null);
    }

    @Override
    public long least() {
        return points;
    }

    @Override
    public long mostWithin(long available) {
        return available >= points ? points : 0;
    }

    @Override
    public String describe() {
        return points + (currency == null ? "" : " " + currency.id());
    }
}
