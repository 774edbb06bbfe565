package dev.laurel.occasion;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.laurel.condition.Mentions;

/**
 * So many windows in a row in each of which a sum reaches something: a purchase in each of four weeks. A window counts in one row only, the
 * earliest first, so the next row begins after it.
 *
 * @param goal what each of them must reach
 * @param windows how many
 */
public record SumRun(SumGoal goal, int windows) implements SumOccasion {
    private static final int MOST_WINDOWS = 1_000;

    /**
     * Checks that it is a row.
     *
     * @throws IllegalArgumentException if it is fewer than two windows, or more than a thousand
     */
    public SumRun {
        requireNonNull(goal, "goal");
        checkArgument(
                windows > 1 && windows <= MOST_WINDOWS,
                "a row must be of 2 to %s windows, but was of %s",
                MOST_WINDOWS,
                windows);
    }

    @Override
    public Sum sum() {
        return goal.sum();
    }

    @Override
    public long timesAt(long counted) {
        return goal.timesAt(counted);
    }

    /** Never: what it gave is kept. */
    @Override
    public boolean canFall() {
        return false;
    }

    @Override
    public Mentions mentions() {
        return goal.mentions();
    }

    @Override
    public String describe() {
        return goal.describe() + ", " + windows + " times in a row";
    }
}
