package dev.laurel.occasion;

import static java.util.Objects.requireNonNull;

import dev.laurel.condition.PurchaseCondition;
import dev.laurel.condition.Question;
import dev.laurel.time.Window;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a counter has counted in a window. A condition on it asks what it was before the event, in the window of the event's date; of a
 * window that goes back from any date, in that which ends with this date.
 */
public abstract sealed class Sum implements Question permits MoneySum, CountSum {
    private final Counter<?> counter;
    private final Window window;
    private final String id;

    Sum(Counter<?> counter, Window window) {
        this.counter = counter;
        this.window = requireNonNull(window, "window");
        id = counter.id() + "/" + window.id();
    }

    /** The name under which accounts keep it, such as {@code spend/year}. */
    public final String id() {
        return id;
    }

    /** The counter. */
    public final Counter<?> counter() {
        return counter;
    }

    /** The kind of window. */
    public final Window window() {
        return window;
    }

    /**
     * The sum as far as it is compared with a number; what is more need not be told apart. An account keeps fewer days and values for it.
     *
     * @param most the number, as {@link dev.laurel.condition.Facts#answerTo} has it
     */
    public final Question upTo(long most) {
        return new SumUpTo(this, most);
    }

    /** The sum of which a condition asks that it is less than a number, where that is all that it asks. */
    public static Optional<Sum> boundedBy(PurchaseCondition condition) {
        return condition instanceof SumCondition ofSum && !ofSum.isAtLeast()
                ? Optional.of(ofSum.sum())
                : Optional.empty();
    }

    /** The sum in words that read after an amount, such as {@code spent in the calendar year (spend)}. */
    @Override
    public final String describe() {
        return words().afterAmount();
    }

    final SumWords words() {
        return new SumWords(this);
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof Sum that && counter.equals(that.counter) && window.equals(that.window);
    }

    @Override
    public final int hashCode() {
        return id.hashCode();
    }

    /** Counter and window. */
    @Override
    public final String toString() {
        return "Sum[" + describe() + "]";
    }
}
