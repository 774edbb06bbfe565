package dev.laurel.occasion;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.laurel.condition.Mentions;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Several goals of which all must be reached, or any.
 *
 * @param join whether all must be, or any
 * @param goals the goals
 */
record JoinedGoals(Join join, List<Goal> goals) implements Goal {
    JoinedGoals {
        goals = ImmutableList.copyOf(goals);
        checkArgument(!goals.isEmpty(), "%s must have at least one goal", join == Join.ALL ? "all" : "any");
    }

    private boolean isAll() {
        return join == Join.ALL;
    }

    @Override
    public List<SumGoal> parts() {
        return goals.stream().flatMap(goal -> goal.parts().stream()).collect(ImmutableList.toImmutableList());
    }

    @Override
    public boolean isReached(Predicate<? super SumGoal> isReached) {
        for (Goal goal : goals) {
            if (goal.isReached(isReached) != isAll()) {
                return !isAll();
            }
        }
        return isAll();
    }

    @Override
    public <T> T fold(Function<? super SumGoal, ? extends T> ofSum, BiFunction<Join, List<T>, ? extends T> ofJoined) {
        List<T> parts =
                goals.stream().<T>map(goal -> goal.fold(ofSum, ofJoined)).toList();
        return ofJoined.apply(join, parts);
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
                .collect(Collectors.joining(isAll() ? " and " : " or ", isAll() ? all : any, ""));
    }

    @Override
    public String describe() {
        return "(" + joined(SumGoal::describe, "all of ", "any of ") + ")";
    }
}
