package dev.laurel.rule;

import dev.laurel.condition.Mentions;
import dev.laurel.condition.PurchaseFacts;
import dev.laurel.money.Ratio;

/**
 * How many points the selected lines are worth, exactly.
 *
 * <p>To implement for an amount of one's own, preferably as a record: immutable, and a pure function of its arguments. It must
 * not be negative and must not throw; one that is or does fails the decision, and nothing is posted.
 */
public interface Amount {
    /**
     * The exact points for a selection; not rounded. What of the selection was paid with points is neither in its money nor in its
     * quantity, so an amount that is in proportion to one of them, or counts what is full of it, earns nothing on that.
     */
    Ratio of(Selection selection, PurchaseFacts facts);

    /** The amount in words that read after "earns", such as {@code 1 point per USD 1.00}; the same for equal amounts. */
    String describe();

    /**
     * The amount in words for a program's terms, which are for people, such as {@code 1 point for each USD 1.00 spent, in
     * proportion}; unless said, as it describes itself.
     */
    default String inTerms() {
        return describe();
    }

    /** By what the points are shared out over the lines, so that a return of a line takes its share back. */
    default Weighing weighing() {
        return Weighing.BY_MONEY;
    }

    /** What of a program it speaks of. */
    default Mentions mentions() {
        return Mentions.NOTHING;
    }

    /** How many points it is worth whatever is selected, for a fixed addition; zero for any other amount. */
    default long fixedPoints() {
        return 0;
    }

    /** What becomes of an award of it when the purchase is returned, unless the rule says otherwise: each line takes back its share. */
    default TermsOfReturn returns() {
        return TermsOfReturn.BY_LINE;
    }

    /** By what points are shared out over lines. */
    enum Weighing {
        /** By what the lines cost. */
        BY_MONEY,
        /** By how many pieces they have. */
        BY_QUANTITY
    }
}
