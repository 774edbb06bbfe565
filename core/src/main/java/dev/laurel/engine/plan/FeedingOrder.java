package dev.laurel.engine.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multimap;
import com.google.common.collect.TreeMultimap;
import dev.laurel.ledger.Points;
import dev.laurel.occasion.Goal;
import dev.laurel.occasion.MemberCounter;
import dev.laurel.occasion.MemberMeasure;
import dev.laurel.occasion.Occasion;
import dev.laurel.occasion.Sum;
import dev.laurel.occasion.SumGoal;
import dev.laurel.occasion.SumOccasion;
import dev.laurel.occasion.TierReached;
import dev.laurel.program.Ladder;
import dev.laurel.program.LoyaltyProgram;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The order of rules of which one can feed another: its points are counted by the sum that the other is on, or by one that lifts to the tier
 * that it is on. What feeds another comes first; what feeds each other, or nothing, by id.
 */
final class FeedingOrder {
    private final LoyaltyProgram program;

    /** From each point currency those of which more is earned once it is. */
    private final Multimap<String, String> reached = TreeMultimap.create();

    private FeedingOrder(LoyaltyProgram program, List<PlannedMemberRule> rules) {
        this.program = program;
        for (PlannedMemberRule rule : rules) {
            earned(rule).ifPresent(to -> counted(rule.rule().occasion()).forEach(from -> reached.put(from, to)));
        }
        boolean isMore = true;
        while (isMore) {
            isMore = false;
            for (String from : List.copyOf(reached.keySet())) {
                Set<String> further = new TreeSet<>();
                reached.get(from).forEach(over -> further.addAll(reached.get(over)));
                isMore |= reached.putAll(from, further);
            }
        }
    }

    /**
     * Puts rules into this order.
     *
     * @param rules the rules, by id
     */
    static List<PlannedMemberRule> of(LoyaltyProgram program, List<PlannedMemberRule> rules) {
        return rules.size() < 2 ? ImmutableList.copyOf(rules) : new FeedingOrder(program, rules).sorted(rules);
    }

    private List<PlannedMemberRule> sorted(List<PlannedMemberRule> rules) {
        List<PlannedMemberRule> left = new ArrayList<>(rules);
        ImmutableList.Builder<PlannedMemberRule> sorted = ImmutableList.builder();
        while (!left.isEmpty()) {
            PlannedMemberRule next = left.stream()
                    .filter(rule -> left.stream().noneMatch(other -> comesBefore(other, rule)))
                    .findFirst()
                    .orElseThrow();
            sorted.add(next);
            left.remove(next);
        }
        return sorted.build();
    }

    private boolean comesBefore(PlannedMemberRule one, PlannedMemberRule other) {
        return feeds(one, other) && !feeds(other, one);
    }

    private boolean feeds(PlannedMemberRule one, PlannedMemberRule other) {
        Collection<String> counted = counted(other.rule().occasion());
        return earned(one)
                .filter(currency -> counted.contains(currency)
                        || reached.get(currency).stream().anyMatch(counted::contains))
                .isPresent();
    }

    private static Optional<String> earned(PlannedMemberRule rule) {
        return rule.rule().points().map(Points::currency).map(currency -> currency.id());
    }

    /** The point currencies by whose earning an occasion can come about. */
    private Collection<String> counted(Occasion occasion) {
        Set<String> currencies = new TreeSet<>();
        if (occasion instanceof SumOccasion on) {
            addCounted(on.sum(), currencies);
        } else if (occasion instanceof TierReached on) {
            for (Ladder ladder : program.ladders()) {
                if (ladder.rankOf(on.tier()) >= 0) {
                    for (Ladder.Step step : ladder.steps()) {
                        goalOf(step)
                                .ifPresent(goal -> goal.parts().stream()
                                        .map(SumGoal::sum)
                                        .forEach(sum -> addCounted(sum, currencies)));
                    }
                }
            }
        }
        return currencies;
    }

    private static Optional<Goal> goalOf(Ladder.Step step) {
        return Optional.ofNullable(step.goal());
    }

    private static void addCounted(Sum sum, Set<String> currencies) {
        if (sum.counter() instanceof MemberCounter<?> counter
                && counter.measure() instanceof MemberMeasure.Earned earned) {
            currencies.add(earned.currency().id());
        }
    }
}
