package dev.laurel.condition;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Conditions made of others: all, any and not, each for conditions that need a purchase and for those that do not. */
final class CombinedConditions {
    private CombinedConditions() {}

    record All(List<PurchaseCondition> conditions) implements PurchaseCondition {
        All {
            checkArgument(!conditions.isEmpty(), "all must have at least one condition");
        }

        @Override
        public Finding check(PurchaseFacts facts) {
            return firstUnmet(conditions, condition -> condition.check(facts), this);
        }

        @Override
        public String describe() {
            return joined(conditions, " and ");
        }

        @Override
        public Scope scope() {
            return scopeOfAll(conditions);
        }

        @Override
        public Mentions mentions() {
            return mentionsOf(conditions);
        }
    }

    record AllOfMember(List<Condition> conditions) implements Condition {
        AllOfMember {
            checkArgument(!conditions.isEmpty(), "all must have at least one condition");
        }

        @Override
        public Finding check(Facts facts) {
            return firstUnmet(conditions, condition -> condition.check(facts), this);
        }

        @Override
        public String describe() {
            return joined(conditions, " and ");
        }

        @Override
        public Scope scope() {
            return scopeOfAll(conditions);
        }

        @Override
        public Mentions mentions() {
            return mentionsOf(conditions);
        }
    }

    record Any(List<PurchaseCondition> conditions) implements PurchaseCondition {
        Any {
            checkArgument(!conditions.isEmpty(), "any must have at least one condition");
        }

        @Override
        public Finding check(PurchaseFacts facts) {
            return firstMet(conditions, condition -> condition.check(facts), this);
        }

        @Override
        public String describe() {
            return joined(conditions, " or ");
        }

        @Override
        public Scope scope() {
            return scopeOfAny(conditions);
        }

        @Override
        public Mentions mentions() {
            return mentionsOf(conditions);
        }
    }

    record AnyOfMember(List<Condition> conditions) implements Condition {
        AnyOfMember {
            checkArgument(!conditions.isEmpty(), "any must have at least one condition");
        }

        @Override
        public Finding check(Facts facts) {
            return firstMet(conditions, condition -> condition.check(facts), this);
        }

        @Override
        public String describe() {
            return joined(conditions, " or ");
        }

        @Override
        public Scope scope() {
            return scopeOfAny(conditions);
        }

        @Override
        public Mentions mentions() {
            return mentionsOf(conditions);
        }
    }

    record Not(PurchaseCondition condition) implements PurchaseCondition {
        Not {
            requireNonNull(condition);
        }

        @Override
        public Finding check(PurchaseFacts facts) {
            return opposite(condition.check(facts));
        }

        @Override
        public String describe() {
            return "not (" + condition.describe() + ")";
        }

        @Override
        public Mentions mentions() {
            return condition.mentions();
        }
    }

    record NotOfMember(Condition condition) implements Condition {
        NotOfMember {
            requireNonNull(condition);
        }

        @Override
        public Finding check(Facts facts) {
            return opposite(condition.check(facts));
        }

        @Override
        public String describe() {
            return "not (" + condition.describe() + ")";
        }

        @Override
        public Mentions mentions() {
            return condition.mentions();
        }
    }

    private static <C extends PurchaseCondition> Finding firstUnmet(
            List<C> conditions, Function<C, Finding> check, PurchaseCondition whole) {
        for (C condition : conditions) {
            Finding finding = check.apply(condition);
            if (!finding.met()) {
                return finding;
            }
        }
        return Finding.of(true, () -> "all met", whole::describe);
    }

    private static <C extends PurchaseCondition> Finding firstMet(
            List<C> conditions, Function<C, Finding> check, PurchaseCondition whole) {
        List<Finding> findings = new ArrayList<>(conditions.size());
        for (C condition : conditions) {
            Finding finding = check.apply(condition);
            if (finding.met()) {
                return Finding.of(true, finding::found, whole::describe);
            }
            findings.add(finding);
        }
        return Finding.of(
                false, () -> findings.stream().map(Finding::found).collect(Collectors.joining(", ")), whole::describe);
    }

    private static Finding opposite(Finding finding) {
        return Finding.of(!finding.met(), finding::found, () -> "not: " + finding.required());
    }

    private static Scope scopeOfAll(List<? extends PurchaseCondition> conditions) {
        Scope scope = Scope.ANY;
        for (PurchaseCondition condition : conditions) {
            scope = scope.and(condition.scope());
        }
        return scope;
    }

    private static Scope scopeOfAny(List<? extends PurchaseCondition> conditions) {
        Scope scope = conditions.get(0).scope();
        for (PurchaseCondition condition : conditions) {
            scope = scope.or(condition.scope());
        }
        return scope;
    }

    private static Mentions mentionsOf(List<? extends PurchaseCondition> conditions) {
        Mentions mentions = Mentions.NOTHING;
        for (PurchaseCondition condition : conditions) {
            mentions = mentions.and(condition.mentions());
        }
        return mentions;
    }

    private static String joined(List<? extends PurchaseCondition> conditions, String word) {
        return conditions.stream().map(PurchaseCondition::describe).collect(Collectors.joining(word, "(", ")"));
    }
}
