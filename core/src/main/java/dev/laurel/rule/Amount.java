package dev.laurel.rule;

import static com.google.common.base.Preconditions.checkArgument;

import dev.laurel.money.Ratio;
import org.jspecify.annotations.Nullable;

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

    /**
     * How it follows from what it is weighed by, for an amount that is in proportion to money or pieces or counts full units of them; null
     * for any other. It says the same as {@link #of} for what was paid in money wholly, so that most purchases are worked out in whole
     * numbers.
     */
    default @Nullable Rate rate() {
        return null;
    }

    /** What becomes of an award of it when the purchase is returned, unless the rule says otherwise: each line takes back its share. */
    default TermsOfReturn returns() {
        return TermsOfReturn.BY_LINE;
    }

    /**
     * Points for each unit of money or of pieces.
     *
     * @param points how many, more than zero
     * @param unit for so many millionths, more than zero
     * @param full whether only full units count
     */
    record Rate(long points, long unit, boolean full) {
        /**
         * Checks points and unit.
         *
         * @throws IllegalArgumentException if they are not positive
         */
        public Rate {
            checkArgument(
                    points > 0 && unit > 0,
                    "points and unit of a rate must be positive, but were %s and %s",
                    points,
                    unit);
        }
    }

    /** By what points are shared out over lines. */
    enum Weighing {
        /** By what the lines cost. */
        BY_MONEY,
        /** By how many pieces they have. */
        BY_QUANTITY
    }
}
