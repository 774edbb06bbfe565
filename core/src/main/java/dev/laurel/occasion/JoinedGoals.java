package dev.laurel.occasion;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.laurel.condition.Mentions;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Several goals of which all must be reached, or any.
 *
 * @param isAll whether all must be
 * @param goals the goals
 */
record JoinedGoals(boolean isAll, List<Goal> goals) implements Goal {
    JoinedGoals {
        goals = ImmutableList.copyOf(goals);
        checkArgument(!goals.isEmpty(), "%s must have at least one goal", isAll ? "all" : "any");
    }

    @Override
    public List<SumGoal> parts() {
        return goals.stream().flatMap(goal -> goal.parts().stream()).collect(ImmutableList.toImmutableList());
    }

    @Override
    public boolean isReached(Predicate<? super SumGoal> isReached) {
        for (Goal goal : goals) {
            if (goal.isReached(isReached) != isAll) {
                return !isAll;
            }
        }
        return isAll;
    }

    @Override
    public Mentions mentions() {
        return goals.stream().map(Goal::mentions).reduce(Mentions.NOTHING, Mentions::and);
    }

    @Override
    public String joined(Function<? super SumGoal, String> words, String all, String any) {
        return goals.stream()
                .map(goal -> goal instanceof SumGoal
                        ? goal.joined(words, all, any)
                        : "(" + goal.joined(words, all, any) + ")")
                .collect(Collectors.joining(isAll ? " and " : " or ", isAll ? all : any, ""));
    }

    @Override
    public String describe() {
        return "(" + joined(SumGoal::describe, "all of ", "any of ") + ")";
    }
}
