package dev.laurel.occasion;

import static com.google.common.base.Preconditions.checkArgument;

import dev.laurel.condition.Condition;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import dev.laurel.time.Window;

/** A number of things that a counter has counted in a window. */
public final class CountSum extends Sum {
    /** What is counted in whole numbers. */
    static final long ONE = 1;

    /** What is counted by quantity, of which an item is a million millionths. */
    static final long MILLIONTHS = 1_000_000;

    private final long unit;

    CountSum(Counter<?> counter, Window window, long unit) {
        super(counter, window);
        this.unit = unit;
    }

    /**
     * It must be this number or more, for a tier to be reached or for something else to follow.
     *
     * @throws IllegalArgumentException if the number is not positive, or more than a quantity can be
     */
    public SumGoal reaches(long number) {
        return new SumGoal(this, threshold(number));
    }

    /**
     * Each full number of it, as an occasion: each fifth purchase of a month, say.
     *
     * @throws IllegalArgumentException if the number is not positive, or more than a quantity can be
     */
    public SumEach each(long number) {
        return new SumEach(this, threshold(number));
    }

    /**
     * It was this number or more before the event.
     *
     * @throws IllegalArgumentException if the number is not positive, or more than a quantity can be
     */
    public Condition isAtLeast(long number) {
        return condition(number, true);
    }

    /**
     * It was less than this number before the event, such as less than 1 for the first purchase.
     *
     * @throws IllegalArgumentException if the number is not positive, or more than a quantity can be
     */
    public Condition isLessThan(long number) {
        return condition(number, false);
    }

    private Condition condition(long number, boolean isAtLeast) {
        return new SumCondition(this, threshold(number), isAtLeast);
    }

    private Threshold threshold(long number) {
        checkArgument(
                number > 0 && number <= Money.MAX_MILLIONTHS / unit,
                "a sum must be compared with a positive number that it can be, but was %s",
                number);
        return new Threshold.OfNumber(number, isQuantity());
    }

    /** Whether it is a quantity, which need not be whole: so many items, or so much of their weight or length. */
    public boolean isQuantity() {
        return unit == MILLIONTHS;
    }

    /** A number of it in words, such as {@code 3 purchases in the calendar year}. */
    public String inWords(long number) {
        return words().found(Long.toString(number), number == 1);
    }

    /** A quantity of it in words, such as {@code 2.5 items bought in the calendar year}. */
    public String inWords(Quantity quantity) {
        return words().found(quantity.toString(), quantity.equals(Quantity.ONE));
    }
}
