package dev.laurel.money;

import java.math.RoundingMode;

/** How an exact amount of points becomes a whole one. Amounts to be rounded are never negative. */
public enum Rounding {
    /** Fractions are dropped. No way of splitting an order gains a point. */
    DOWN(RoundingMode.FLOOR, "rounded down"),
    /** To the nearest; a half goes up. Splitting an order can gain points. */
    HALF_UP(RoundingMode.HALF_UP, "rounded half up"),
    /** To the nearest; a half goes to the even neighbor. Splitting an order can gain points. */
    HALF_EVEN(RoundingMode.HALF_EVEN, "rounded half even"),
    /** Any fraction counts as a whole point. Splitting an order gains points. */
    UP(RoundingMode.CEILING, "rounded up");

    private final RoundingMode mode;
    private final String words;

    Rounding(RoundingMode mode, String words) {
        this.mode = mode;
        this.words = words;
    }

    /** Whether the parts of a split order can together earn more than the whole. */
    public boolean rewardsSplitting() {
        return this != DOWN;
    }

    /** The rounding in words, such as {@code rounded down}. */
    public String describe() {
        return words;
    }

    RoundingMode mode() {
        return mode;
    }
}
