package dev.laurel.occasion;

import dev.laurel.condition.PurchaseFacts;

/**
 * A number of one's own that a purchase is worth to a counter, such as kilometres or grams of sugar.
 *
 * <p>To implement preferably as a record: immutable, and a pure function of the facts. It must not throw, nor be negative; one that is
 * fails the decision, and nothing is posted. A return takes it out in the proportion of what is returned to what the lines cost.
 */
@FunctionalInterface
public interface Measure {
    /** What a purchase is worth. Its basket has the lines that the counter counts, and no others. */
    long of(PurchaseFacts facts);

    /** The measure in words that read after {@code counts}; always the same for equal measures. */
    default String describe() {
        return getClass().getName();
    }
}
