package dev.laurel.occasion;

import static java.util.Objects.requireNonNull;

import dev.laurel.condition.Question;
import dev.laurel.condition.Selectors;
import dev.laurel.time.Window;

/**
 * A sum as far as it is compared with a number.
 *
 * @param sum the sum
 * @param most the number
 */
public record SumUpTo(Sum sum, long most) implements Question {
    /** The sum is needed. */
    public SumUpTo {
        requireNonNull(sum, "sum");
    }

    /** Whether it is that there was any purchase at all, of whatever kind. */
    public boolean isOfAnyPurchase() {
        return most == 1
                && sum.window() == Window.EVER
                && sum.counter() instanceof PurchaseCounter<?> counter
                && counter.measure() == PurchaseMeasure.Usual.PURCHASES
                && counter.selector().equals(Selectors.everything())
                && counter.conditions().isEmpty();
    }

    @Override
    public String describe() {
        return sum.describe() + " up to " + most;
    }
}
