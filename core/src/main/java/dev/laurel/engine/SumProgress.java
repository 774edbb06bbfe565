package dev.laurel.engine;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import dev.laurel.occasion.CountSum;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.Sum;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A sum that a program asks for, as it is: what is found of it in the present window, in what it counts. */
public sealed interface SumProgress {
    /** The sum. */
    Sum sum();

    /** When the present window ends, or null where sums go back from any date, or never end. */
    @Nullable
    Instant windowEnds();

    /** In words, such as {@code USD 200.00 spent in the calendar year}. */
    String describe();

    /**
     * An amount of money.
     *
     * @param sum the sum
     * @param found what is counted so far
     * @param windowEnds when the present window ends, or null where sums go back from any date, or never end
     */
    record OfMoney(MoneySum sum, Money found, @Nullable Instant windowEnds) implements SumProgress {
        /** Sum and amount are needed. */
        public OfMoney {
            requireNonNull(sum, "sum");
            requireNonNull(found, "found");
        }

        @Override
        public String describe() {
            return sum.inWords(found);
        }
    }

    /**
     * A whole number of something.
     *
     * @param sum the sum
     * @param found what is counted so far
     * @param windowEnds when the present window ends, or null where sums go back from any date, or never end
     */
    record OfNumber(CountSum sum, long found, @Nullable Instant windowEnds) implements SumProgress {
        /**
         * Checks that the sum is of whole numbers.
         *
         * @throws IllegalArgumentException if it is not
         */
        public OfNumber {
            checkArgument(!sum.isQuantity(), "sum must be a whole number, but was %s", sum);
        }

        @Override
        public String describe() {
            return sum.inWords(found);
        }
    }

    /**
     * A quantity, which need not be whole.
     *
     * @param sum the sum
     * @param found what is counted so far
     * @param windowEnds when the present window ends, or null where sums go back from any date, or never end
     */
    record OfQuantity(
            CountSum sum, Quantity found, @Nullable Instant windowEnds) implements SumProgress {
        /**
         * Checks that the sum is a quantity.
         *
         * @throws IllegalArgumentException if it is not
         */
        public OfQuantity {
            requireNonNull(found, "found");
            checkArgument(sum.isQuantity(), "sum must be a quantity, but was %s", sum);
        }

        @Override
        public String describe() {
            return sum.inWords(found);
        }
    }
}
