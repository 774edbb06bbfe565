package dev.laurel.rule;

import static com.google.common.base.Preconditions.checkArgument;

import dev.laurel.money.Money;

/** What becomes of an award when the purchase that it was for is returned. */
public sealed interface TermsOfReturn {
    /** Each line takes back its own share, in proportion to what is returned of it. */
    TermsOfReturn BY_LINE = new ByLine();

    /**
     * What is returned takes back the part of the whole award that it is of what the whole purchase cost, with tax if the program includes
     * it.
     */
    TermsOfReturn BY_PURCHASE = new ByPurchase();

    /** Any return takes back all of it. */
    TermsOfReturn LOST_ON_ANY_RETURN = new LostOnAnyReturn();

    /** It is taken back when everything is returned, and kept until then. */
    TermsOfReturn LOST_ON_FULL_RETURN = new LostOnFullReturn();

    /** It is kept whatever is returned. */
    TermsOfReturn KEPT = new Kept();

    /**
     * It is worked out anew on what is left and was paid in money, as so many points for each full unit of it, and then multiplied as
     * it was: what an award by completed units is treated by unless said otherwise.
     *
     * @throws IllegalArgumentException if points or unit are not positive
     */
    static TermsOfReturn workedOutAnew(long points, Money unit) {
        return new WorkedOutAnew(points, unit);
    }

    /** It is taken back when what is not returned no longer cost this much, with tax if the program includes it. */
    static TermsOfReturn lostBelow(Money minimum) {
        return new LostBelow(minimum);
    }

    /** The terms in words that read after "when it is returned". */
    String describe();

    /** See {@link #BY_LINE}. */
    record ByLine() implements TermsOfReturn {
        @Override
        public String describe() {
            return "each line takes back its share";
        }
    }

    /** See {@link #BY_PURCHASE}. */
    record ByPurchase() implements TermsOfReturn {
        @Override
        public String describe() {
            return "taken back in proportion to the whole purchase";
        }
    }

    /**
     * See {@link #workedOutAnew}.
     *
     * @param points how many points for each full unit, more than zero
     * @param unit the unit, more than zero
     */
    record WorkedOutAnew(long points, Money unit) implements TermsOfReturn {
        /**
         * Checks points and unit.
         *
         * @throws IllegalArgumentException if they are not positive
         */
        public WorkedOutAnew {
            checkArgument(points > 0, "points for each full unit must be positive, but were %s", points);
            checkArgument(!unit.isNegative() && !unit.isZero(), "unit of an award must be positive, but was %s", unit);
        }

        @Override
        public String describe() {
            return "worked out anew on what is left, as " + points + " for each full " + unit;
        }
    }

    /**
     * See {@link #lostBelow}.
     *
     * @param minimum what must be left, more than zero
     */
    record LostBelow(Money minimum) implements TermsOfReturn {
        /**
         * Checks the minimum.
         *
         * @throws IllegalArgumentException if it is not positive
         */
        public LostBelow {
            checkArgument(
                    !minimum.isNegative() && !minimum.isZero(),
                    "what must be left must be positive, but was %s",
                    minimum);
        }

        @Override
        public String describe() {
            return "lost when less than " + minimum + " is left";
        }
    }

    /** See {@link #LOST_ON_ANY_RETURN}. */
    record LostOnAnyReturn() implements TermsOfReturn {
        @Override
        public String describe() {
            return "lost on any return";
        }
    }

    /** See {@link #LOST_ON_FULL_RETURN}. */
    record LostOnFullReturn() implements TermsOfReturn {
        @Override
        public String describe() {
            return "lost when everything is returned";
        }
    }

    /** See {@link #KEPT}. */
    record Kept() implements TermsOfReturn {
        @Override
        public String describe() {
            return "kept";
        }
    }
}
