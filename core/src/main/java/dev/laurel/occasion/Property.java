package dev.laurel.occasion;

import dev.laurel.event.Basket;
import dev.laurel.event.PurchaseLine;
import java.util.Collection;

/**
 * Something in which lines differ, such as their category: what a counter of distinct values counts.
 *
 * <p>To implement preferably as a record: immutable, and a pure function of the line and its order. It must not throw.
 */
public interface Property {
    /** The values that a line has; none if it has none. */
    Collection<String> valuesOf(PurchaseLine line, Basket basket);

    /** The property in words, in the plural, such as {@code categories}; always the same for equal properties. */
    String describe();
}
