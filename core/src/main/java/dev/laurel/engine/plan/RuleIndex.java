package dev.laurel.engine.plan;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Rules by the time in which they can match: those of an instant are found without looking at the others.
 *
 * <p>An interval tree over rules sorted by their start, kept in arrays: the root of each range is its middle, and knows the
 * latest end in its range (Cormen, Leiserson, Rivest and Stein, Introduction to Algorithms, chapter "Interval trees").
 */
final class RuleIndex {
    /** Those that can match at any time. */
    private final PlannedRule[] timeless;

    /** The others, by their start. */
    private final PlannedRule[] rules;

    private final long[] latestEnd;

    RuleIndex(List<PlannedRule> unsorted) {
        timeless = unsorted.stream().filter(PlannedRule::isTimeless).toArray(PlannedRule[]::new);
        rules = unsorted.stream().filter(rule -> !rule.isTimeless()).toArray(PlannedRule[]::new);
        Arrays.sort(rules, Comparator.comparingLong(PlannedRule::from).thenComparingInt(PlannedRule::ordinal));
        latestEnd = new long[rules.length];
        fillLatestEnd(0, rules.length);
    }

    private void fillLatestEnd(int low, int high) {
        if (low >= high) {
            return;
        }
        int middle = (low + high) >>> 1;
        fillLatestEnd(low, middle);
        fillLatestEnd(middle + 1, high);
        long end = Math.max(latestEndOf(low, middle), latestEndOf(middle + 1, high));
        latestEnd[middle] = Math.max(rules[middle].until(), end);
    }

    private long latestEndOf(int low, int high) {
        return low >= high ? Long.MIN_VALUE : latestEnd[(low + high) >>> 1];
    }

    /** Adds the rules whose time the instant is in, and that the holder of the tier can meet. */
    void collect(Candidates into) {
        for (PlannedRule rule : timeless) {
            if (rule.isOpenTo(into.tiersHeld())) {
                into.add(rule.ordinal());
            }
        }
        collect(0, rules.length, into);
    }

    private void collect(int low, int high, Candidates into) {
        if (low >= high) {
            return;
        }
        int middle = (low + high) >>> 1;
        if (latestEnd[middle] <= into.instant()) {
            return;
        }
        collect(low, middle, into);
        PlannedRule rule = rules[middle];
        if (rule.from() <= into.instant()) {
            if (into.instant() < rule.until() && rule.isOpenTo(into.tiersHeld())) {
                into.add(rule.ordinal());
            }
            collect(middle + 1, high, into);
        }
    }
}
