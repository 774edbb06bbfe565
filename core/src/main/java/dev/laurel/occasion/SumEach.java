package dev.laurel.occasion;

import static java.util.Objects.requireNonNull;

import dev.laurel.condition.Mentions;
import org.jspecify.annotations.Nullable;

/** Each full amount or number of a sum, in each of its windows: each 100 USD that are spent in a month. */
public final class SumEach implements SumOccasion {
    private final Sum sum;
    private final Threshold step;

    SumEach(Sum sum, Threshold step) {
        this.sum = requireNonNull(sum, "sum");
        this.step = requireNonNull(step, "step");
    }

    @Override
    public Sum sum() {
        return sum;
    }

    /** What must be full each time, in words such as {@code USD 100.00 spent in the calendar month (spend)}. */
    public String stepInWords() {
        return sum.words().asked(step.describe(), step.isOne());
    }

    @Override
    public long timesAt(long counted) {
        return Math.max(0, counted) / step.kept();
    }

    @Override
    public Mentions mentions() {
        return Mentions.of(sum).and(step.mentions());
    }

    @Override
    public String describe() {
        return "each full " + stepInWords();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SumEach that && sum.equals(that.sum) && step.equals(that.step);
    }

    @Override
    public int hashCode() {
        return sum.hashCode() * 31 + step.hashCode();
    }

    @Override
    public String toString() {
        return "SumEach[" + describe() + "]";
    }
}
