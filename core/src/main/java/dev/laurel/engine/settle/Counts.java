package dev.laurel.engine.settle;

import dev.laurel.condition.Condition;
import dev.laurel.condition.Facts;
import dev.laurel.engine.draft.CountersDraft;
import dev.laurel.engine.draft.FactsOfMember;
import dev.laurel.engine.guard.RuleGuard;
import dev.laurel.engine.plan.Series;
import dev.laurel.event.Activity;
import dev.laurel.event.Claim;
import dev.laurel.occasion.MemberCounter;
import dev.laurel.occasion.MemberMeasure;
import dev.laurel.receipt.ClaimReceipt;
import dev.laurel.receipt.CountedUse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What events other than purchases count for the sums that the program asks for. All of them are asked by what was so before the event, so
 * none is changed before the last was asked.
 */
final class Counts {
    private final CountersDraft counters;
    private final Instant at;
    private final List<Counted> counted = new ArrayList<>(1);

    private Counts(CountersDraft counters, Instant at) {
        this.counters = counters;
        this.at = at;
    }

    /** What is to be counted. */
    private record Counted(Series series, long amount) {}

    private boolean counts(Series series) {
        return counters.counts(series, at);
    }

    private void write() {
        counted.forEach(each -> counters.count(each.series(), at, each.amount()));
    }

    private void add(Series series, long amount) {
        if (amount > 0) {
            counted.add(new Counted(series, amount));
        }
    }

    // --- of points that are earned ---

    /** Whether the conditions of a counter are met. */
    static boolean isMet(MemberCounter<?> counter, Facts facts) {
        for (Condition condition : counter.conditions()) {
            if (!RuleGuard.ask(counter.id(), "condition", () -> condition.check(facts))
                    .met()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOf(MemberMeasure measure, String currency) {
        return measure instanceof MemberMeasure.Earned earned
                && earned.currency().id().equals(currency);
    }

    /** Counts the points that a claim gave, and says where. */
    static List<CountedUse> count(Evaluation<Claim> on, ClaimReceipt.GivenPoints given) {
        Counts counts = new Counts(on.account().counters(), on.event().occurredAt());
        Facts facts = new FactsOfMember(on.account(), on.event().occurredAt());
        List<CountedUse> uses = new ArrayList<>();
        for (Series series : on.account().versions().counted()) {
            if (series.counter() instanceof MemberCounter<?> counter
                    && isOf(counter.measure(), given.currency())
                    && counts.counts(series)
                    && isMet(counter, facts)) {
                counts.add(series, given.points());
                uses.add(new CountedUse(series.key(), counts.counters.windowOf(series, counts.at), false));
            }
        }
        counts.write();
        return uses;
    }

    // --- of activities ---

    /** Counts an activity. */
    static void count(Evaluation<Activity> on) {
        Counts counts = new Counts(on.account().counters(), on.event().occurredAt());
        Facts facts = new FactsOfMember(on.account(), on.event().occurredAt());
        for (Series series : on.account().versions().counted()) {
            if (series.counter() instanceof MemberCounter<?> counter
                    && counter.measure() instanceof MemberMeasure.Activities activities
                    && activities.kind().name().equals(on.event().name())
                    && counts.counts(series)
                    && isMet(counter, facts)) {
                counts.add(series, 1);
            }
        }
        counts.write();
    }
}
