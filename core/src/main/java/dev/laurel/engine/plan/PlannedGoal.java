package dev.laurel.engine.plan;

import dev.laurel.occasion.Goal;
import dev.laurel.occasion.SumGoal;
import java.util.List;
import java.util.Map;

/** A goal with the sums that accounts keep for it. */
final class PlannedGoal {
    private final Goal goal;
    private final List<SumGoal> parts;
    private final Series[] series;

    PlannedGoal(Goal goal, Map<String, Series> byId) {
        this.goal = goal;
        parts = goal.parts();
        series = parts.stream().map(part -> byId.get(part.sum().id())).toArray(Series[]::new);
    }

    /** Whether what is counted in a window reaches it. */
    boolean isReached(CountedSums sums, long window) {
        // Most are one sum, of which nothing is made.
        return series.length == 1
                ? isReached(0, sums, window)
                : goal.isReached(part -> isReached(parts.indexOf(part), sums, window));
    }

    private boolean isReached(int place, CountedSums sums, long window) {
        return sums.of(series[place], window) >= parts.get(place).kept();
    }
}
