package dev.laurel.rule;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.laurel.money.Money;
import java.util.List;

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
        return new WorkedOutAnew(List.of(MoneyStep.ofFullUnits(points, unit)));
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
     * It is worked out anew on what is left and was paid in money, by the step that this reaches, and then multiplied as it was. It is as
     * if things came back piece by piece, so that no step below gives more than one above left.
     *
     * @param steps the steps, ascending; one from nothing on for an award by completed units
     */
    record WorkedOutAnew(List<MoneyStep> steps) implements TermsOfReturn {
        /**
         * Takes a copy of the list.
         *
         * @throws IllegalArgumentException if there is none
         */
        public WorkedOutAnew {
            steps = ImmutableList.copyOf(steps);
            checkArgument(!steps.isEmpty(), "what is worked out anew must have a step");
        }

        @Override
        public String describe() {
            MoneyStep first = steps.get(0);
            boolean isOne = steps.size() == 1 && first.from().isZero();
            return "worked out anew on what is left, as " + (isOne ? inWords(first) : MoneySteps.describe(steps));
        }

        private static String inWords(MoneyStep step) {
            return step.unit() == null || !step.inFull()
                    ? step.describe()
                    : step.points() + " for each full " + step.unit();
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
