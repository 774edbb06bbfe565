package dev.laurel.occasion;

import static com.google.common.base.Preconditions.checkArgument;

import dev.laurel.condition.Condition;
import dev.laurel.money.Money;
import dev.laurel.time.Window;

/** An amount of money that a counter has counted in a window. */
public final class MoneySum extends Sum {
    MoneySum(Counter<?> counter, Window window) {
        super(counter, window);
    }

    /**
     * It must be this much or more, for a tier to be reached or for something else to follow.
     *
     * @throws IllegalArgumentException if the amount is not positive
     */
    public SumGoal reaches(Money amount) {
        return new SumGoal(this, threshold(amount));
    }

    /**
     * Each full amount of it, as an occasion: each 100 USD that are spent in a month, say.
     *
     * @throws IllegalArgumentException if the amount is not positive
     */
    public SumEach each(Money amount) {
        return new SumEach(this, threshold(amount));
    }

    /**
     * It was this much or more before the event.
     *
     * @throws IllegalArgumentException if the amount is not positive
     */
    public Condition isAtLeast(Money amount) {
        return condition(amount, true);
    }

    /**
     * It was less than this before the event.
     *
     * @throws IllegalArgumentException if the amount is not positive
     */
    public Condition isLessThan(Money amount) {
        return condition(amount, false);
    }

    private Condition condition(Money amount, boolean isAtLeast) {
        return new SumCondition(this, threshold(amount), isAtLeast);
    }

    private static Threshold threshold(Money amount) {
        checkArgument(amount.millionths() > 0, "a sum must be compared with a positive amount, but was %s", amount);
        return new Threshold.OfMoney(amount);
    }

    /** An amount of it in words, such as {@code USD 40.00 spent in the calendar year}. */
    public String inWords(Money amount) {
        return words().found(amount.toString(), false);
    }
}
