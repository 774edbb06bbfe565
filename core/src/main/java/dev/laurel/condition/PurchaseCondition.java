package dev.laurel.condition;

import java.util.List;

/**
 * A question about a purchase, answered yes or no, with what was found and what was required.
 *
 * <p>To implement for a condition of one's own, preferably as a record: immutable, and a pure function of the facts. It must
 * not throw; one that does fails the decision, and nothing is posted.
 */
public interface PurchaseCondition {
    /** The answer for a purchase. */
    Finding check(PurchaseFacts facts);

    /** The condition in words that read after "where", such as {@code the member is vib}; always the same for equal conditions. */
    String describe();

    /** For which purchases the answer can be yes at all; spares the condition being asked about the others. */
    default Scope scope() {
        return Scope.ANY;
    }

    /** What of a program it speaks of. */
    default Mentions mentions() {
        return Mentions.NOTHING;
    }

    /** The totals without which the answer is no, whatever else there is; a purchase of which less is left no longer meets it. */
    default List<OrderTotal> totals() {
        return List.of();
    }
}
