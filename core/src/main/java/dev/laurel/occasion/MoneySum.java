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
        checkArgument(amount.millionths() > 0, "a sum must be compared with a positive amount, but was %s", amount);
        return new SumCondition(this, new Threshold.OfMoney(amount), isAtLeast);
    }
}
