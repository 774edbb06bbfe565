package dev.laurel.program;

import dev.laurel.condition.PurchaseCondition;
import dev.laurel.condition.Scope;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.MemberCounter;
import dev.laurel.occasion.MemberMeasure;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.occasion.Sum;
import dev.laurel.occasion.SumUpTo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Finds what is wrong with the counters whose sums a program asks for. */
final class CountersCheck {
    private final LoyaltyProgram.Builder program;
    private final AnswersCheck answers;

    CountersCheck(LoyaltyProgram.Builder program, AnswersCheck answers) {
        this.program = program;
        this.answers = answers;
    }

    void check() {
        Map<String, Counter<?>> counters = new LinkedHashMap<>();
        Set<String> windows = new HashSet<>();
        for (SumUpTo upTo : AskedSums.of(program)) {
            Sum sum = upTo.sum();
            String where = "counter '" + sum.counter().id() + "'";
            Counter<?> other = counters.putIfAbsent(sum.counter().id(), sum.counter());
            if (other == null) {
                answers.check(
                        where, partsOf(sum.counter()), () -> check(where, sum.counter()), sum.counter()::describe);
            } else if (!other.equals(sum.counter())) {
                answers.problem(
                        where,
                        "counts one thing here and another there",
                        "give each counter its own id, and name it once");
            }
            if (windows.add(sum.id())) {
                answers.time(where).check(sum.window());
            }
        }
    }

    private static List<Supplier<String>> partsOf(Counter<?> counter) {
        List<Supplier<String>> parts = new ArrayList<>();
        if (counter instanceof PurchaseCounter<?> ofPurchases) {
            parts.add(ofPurchases.measure()::describe);
            parts.add(ofPurchases.selector()::describe);
        }
        counter.conditions().forEach(condition -> parts.add(condition::describe));
        return parts;
    }

    private void check(String where, Counter<?> counter) {
        answers.checkMentions(where, counter.mentions());
        Scope scope = counter instanceof PurchaseCounter<?> ofPurchases
                ? ofPurchases.selector().scope()
                : Scope.ANY;
        for (PurchaseCondition condition : counter.conditions()) {
            scope = scope.and(condition.scope());
        }
        if (counter instanceof MemberCounter<?> ofMember) {
            check(where, ofMember.measure());
        }
        if (answers.isEmpty(scope)) {
            answers.problem(
                    where, "can never count anything", "mend its selector and conditions, which exclude one another");
        }
    }

    private void check(String where, MemberMeasure measure) {
        if (measure instanceof MemberMeasure.Earned earned && answers.isUnknown(earned.currency())) {
            answers.problem(
                    where,
                    "counts '" + earned.currency().id() + "', which is no currency of the program",
                    "declare it with points(…)");
        }
        if (measure instanceof MemberMeasure.Activities activities
                && !program.knownActivities().contains(activities.kind().name())) {
            answers.problem(
                    where,
                    "counts '" + activities.kind().name() + "', which is no activity of the program",
                    "declare it with activities(…)");
        }
    }
}
