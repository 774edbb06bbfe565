package dev.laurel.engine;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.occasion.Goal;
import dev.laurel.occasion.SumGoal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How far a member is to the goal of a tier: how far each of its sums is, and whether all of them must be reached, or any.
 *
 * <p>A goal of one sum has that alone. Of goals within a goal, only those that are joined in the other way stand in groups of their own.
 *
 * @param join whether all of the sums and groups must be reached, or any
 * @param sums the sums, as the goal gives them
 * @param groups goals within the goal: under {@code ALL} those of which any sum is enough, and the other way round
 */
public record GoalProgress(Goal.Join join, List<SumToGoal> sums, List<GoalProgress> groups) {
    /** Nothing that could be reached. */
    static final GoalProgress NONE = new GoalProgress(Goal.Join.ALL, List.of(), List.of());

    /** Takes copies of the lists. */
    public GoalProgress {
        requireNonNull(join, "join");
        sums = ImmutableList.copyOf(sums);
        groups = ImmutableList.copyOf(groups);
    }

    static GoalProgress of(Goal goal, Function<? super SumGoal, SumToGoal> progress) {
        return goal.fold(
                sum -> new GoalProgress(Goal.Join.ALL, List.of(progress.apply(sum)), List.of()), GoalProgress::joined);
    }

    private static GoalProgress joined(Goal.Join join, List<GoalProgress> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        List<SumToGoal> sums = new ArrayList<>();
        List<GoalProgress> groups = new ArrayList<>();
        for (GoalProgress part : parts) {
            if (part.join == join || part.isOneSum()) {
                sums.addAll(part.sums);
                groups.addAll(part.groups);
            } else {
                groups.add(part);
            }
        }
        return new GoalProgress(join, sums, groups);
    }

    private boolean isOneSum() {
        return sums.size() == 1 && groups.isEmpty();
    }

    /** Whether there is nothing that could be reached. */
    public boolean isEmpty() {
        return sums.isEmpty() && groups.isEmpty();
    }

    /** Whether it is reached; nothing is not. */
    public boolean isReached() {
        return switch (join) {
            case ALL ->
                !isEmpty()
                        && sums.stream().allMatch(SumToGoal::isReached)
                        && groups.stream().allMatch(GoalProgress::isReached);
            case ANY ->
                sums.stream().anyMatch(SumToGoal::isReached) || groups.stream().anyMatch(GoalProgress::isReached);
        };
    }

    /** In words, such as {@code all of USD 200.00 of USD 350.00 spent in the calendar year (spend) and …}; empty if there is nothing. */
    public String describe() {
        return joined(SumToGoal::describe);
    }

    /**
     * In words of somebody's own.
     *
     * @param words says how far a sum is
     */
    public String joined(Function<? super SumToGoal, String> words) {
        Stream<String> parts =
                Stream.concat(sums.stream().map(words), groups.stream().map(group -> "(" + group.joined(words) + ")"));
        if (isEmpty() || isOneSum()) {
            return parts.collect(Collectors.joining());
        }
        return switch (join) {
            case ALL -> parts.collect(Collectors.joining(" and ", "all of ", ""));
            case ANY -> parts.collect(Collectors.joining(" or ", "any of ", ""));
        };
    }
}
