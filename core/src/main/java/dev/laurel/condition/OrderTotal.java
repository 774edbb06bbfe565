package dev.laurel.condition;

import static java.util.Objects.requireNonNull;

import dev.laurel.money.Money;

/**
 * A total that an order must reach.
 *
 * @param least how much the lines must cost at least
 * @param lines which lines, of those that the program covers
 */
public record OrderTotal(Money least, Selector lines) {
    /** Both are needed. */
    public OrderTotal {
        requireNonNull(least, "least");
        requireNonNull(lines, "lines");
    }
}
