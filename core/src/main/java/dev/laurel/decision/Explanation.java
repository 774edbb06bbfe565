package dev.laurel.decision;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why a purchase earned what it earned: what became of each rule of the program.
 *
 * @param outcomes the rules that applied, in the order of settlement, then those that did not, by id
 */
public record Explanation(List<RuleOutcome> outcomes) {
    /** Of an event that no rule earns on. */
    public static final Explanation NOTHING = new Explanation(List.of());

    /** Takes a copy of the outcomes. */
    public Explanation {
        outcomes = ImmutableList.copyOf(outcomes);
    }

    /** The rules that applied, in the order of settlement. */
    public List<RuleOutcome.Applied> applied() {
        return outcomes.stream()
                .filter(RuleOutcome.Applied.class::isInstance)
                .map(RuleOutcome.Applied.class::cast)
                .collect(ImmutableList.toImmutableList());
    }

    /** The rules that did not apply, by id. */
    public List<RuleOutcome.NotApplied> notApplied() {
        return outcomes.stream()
                .filter(RuleOutcome.NotApplied.class::isInstance)
                .map(RuleOutcome.NotApplied.class::cast)
                .collect(ImmutableList.toImmutableList());
    }

    /** The points of a currency that it explains: exactly those that were posted. */
    public long points(String currency) {
        return applied().stream()
                .filter(outcome -> outcome.currency().equals(currency))
                .mapToLong(RuleOutcome.Applied::points)
                .reduce(0, Math::addExact);
    }

    /** One line a rule. */
    public String text() {
        return outcomes.stream().map(RuleOutcome::describe).collect(Collectors.joining("\n"));
    }
}
