package dev.laurel.engine;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import dev.laurel.occasion.CountSum;
import dev.laurel.occasion.SumGoal;

/** A sum on its way to a goal: what is found of it, needed and missing, each in what the sum counts. */
public sealed interface SumToGoal {
    /** What must be reached. */
    SumGoal goal();

    /** Whether it is reached. */
    boolean isReached();

    /** In words, such as {@code USD 200.00 of USD 350.00 spent in the calendar year (spend)}. */
    String describe();

    /**
     * An amount of money.
     *
     * @param goal what must be reached
     * @param found what is counted so far
     */
    record OfMoney(SumGoal goal, Money found) implements SumToGoal {
        /**
         * Checks that the goal is an amount of the same currency.
         *
         * @throws IllegalArgumentException if it is not
         */
        public OfMoney {
            checkArgument(
                    goal.money()
                            .filter(money -> money.currency().equals(found.currency()))
                            .isPresent(),
                    "goal must be an amount of %s, but was %s",
                    found.currency(),
                    goal);
        }

        /** What is needed. */
        public Money least() {
            return goal.money().orElseThrow();
        }

        /** What is missing; nothing once it is reached. */
        public Money missing() {
            return isReached() ? Money.zero(found.currency()) : least().minus(found);
        }

        @Override
        public boolean isReached() {
            return found.compareTo(least()) >= 0;
        }

        @Override
        public String describe() {
            return found + " of " + goal.leastInWords();
        }
    }

    /**
     * A whole number of something.
     *
     * @param goal what must be reached
     * @param found what is counted so far
     */
    record OfNumber(SumGoal goal, long found) implements SumToGoal {
        /**
         * Checks that the goal is a number.
         *
         * @throws IllegalArgumentException if it is not
         */
        public OfNumber {
            checkArgument(
                    goal.sum() instanceof CountSum count && !count.isQuantity(),
                    "goal must be a whole number, but was %s",
                    goal);
        }

        /** What is needed. */
        public long least() {
            return goal.number().orElseThrow();
        }

        /** What is missing; zero once it is reached. */
        public long missing() {
            return Math.max(0, least() - found);
        }

        @Override
        public boolean isReached() {
            return found >= least();
        }

        @Override
        public String describe() {
            return found + " of " + goal.leastInWords();
        }
    }

    /**
     * A quantity, which need not be whole.
     *
     * @param goal what must be reached
     * @param found what is counted so far
     */
    record OfQuantity(SumGoal goal, Quantity found) implements SumToGoal {
        /**
         * Checks that the goal is a quantity.
         *
         * @throws IllegalArgumentException if it is not
         */
        public OfQuantity {
            requireNonNull(found, "found");
            checkArgument(
                    goal.sum() instanceof CountSum count && count.isQuantity(),
                    "goal must be a quantity, but was %s",
                    goal);
        }

        /** What is needed. */
        public Quantity least() {
            return Quantity.ofMillionths(goal.kept());
        }

        /** What is missing; none once it is reached. */
        public Quantity missing() {
            return Quantity.ofMillionths(Math.max(0, goal.kept() - found.millionths()));
        }

        @Override
        public boolean isReached() {
            return found.compareTo(least()) >= 0;
        }

        @Override
        public String describe() {
            return found + " of " + goal.leastInWords();
        }
    }
}
