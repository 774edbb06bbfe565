package dev.laurel.engine;

import dev.laurel.occasion.SumGoal;
import java.math.BigDecimal;

/**
 * A sum on its way to a goal.
 *
 * @param goal what must be reached
 * @param counted what is counted so far, as the sum is kept: in millionths of money or of a quantity, or as a number
 */
public record SumToGoal(SumGoal goal, long counted) {
    /** Whether it is reached. */
    public boolean isReached() {
        return counted >= goal.kept();
    }

    /** What is counted so far: an amount of money, or a number. */
    public BigDecimal found() {
        return goal.sum().inUnits(counted);
    }

    /** What is missing: an amount of money, or a number; zero once it is reached. */
    public BigDecimal missing() {
        return goal.sum().inUnits(Math.max(0, goal.kept() - counted));
    }
}
