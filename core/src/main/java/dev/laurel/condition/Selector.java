package dev.laurel.condition;

import dev.laurel.event.PurchaseLine;

/**
 * Chooses lines of a basket.
 *
 * <p>To implement for a selector of one's own, preferably as a record: immutable, and a pure function of the line.
 */
public interface Selector {
    /** Whether it chooses the line. */
    boolean selects(PurchaseLine line);

    /** The selector in words that read after "of", such as {@code category fragrance}; always the same for equal selectors. */
    String describe();

    /** In which purchases it can find a line at all. */
    default Scope scope() {
        return Scope.ANY;
    }
}
