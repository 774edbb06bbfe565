package dev.laurel.reward;

import dev.laurel.ledger.PointCurrency;
import org.jspecify.annotations.Nullable;

/** How many points a reward costs. Closed, since a checkout must know how to ask for all of it. */
public sealed interface Price permits FixedPrice, ChosenPrice {
    /** The point currency, or null for the program's first. */
    @Nullable
    PointCurrency currency();

    /** The fewest points that it can be, more than zero. */
    long least();

    /** The most points that it can be and that are no more than so many, or 0 if it cannot be so few. */
    long mostWithin(long points);

    /** Whether it can be so many points. */
    default boolean allows(long points) {
        return points > 0 && mostWithin(points) == points;
    }

    /** The price in words that read after "costs", such as {@code 500 points}. */
    String describe();
}
