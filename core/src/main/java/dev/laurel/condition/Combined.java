package dev.laurel.condition;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.laurel.event.PurchaseLine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All, any or none of some parts: the one place that says what a combination is. Selectors, conditions, and conditions that need no
 * purchase are combined here alike, and each of the three says only how its parts are asked.
 *
 * @param <P> the kind of part
 */
record Combined<P>(Join join, ImmutableList<P> parts) {
    /** How the parts are joined. */
    enum Join {
        ALL,
        ANY,
        NOT
    }

    /** All parts hold. */
    static <P> Combined<P> all(String kind, P[] parts) {
        checkArgument(parts.length > 0, "all must have at least one %s", kind);
        return new Combined<>(Join.ALL, ImmutableList.copyOf(parts));
    }

    /** At least one part holds. */
    static <P> Combined<P> any(String kind, P[] parts) {
        checkArgument(parts.length > 0, "any must have at least one %s", kind);
        return new Combined<>(Join.ANY, ImmutableList.copyOf(parts));
    }

    /** The part does not hold. */
    static <P> Combined<P> not(P part) {
        return new Combined<>(Join.NOT, ImmutableList.of(part));
    }

    /** Whether it holds. A question and its facts apart, so that nothing is made for each line of each purchase. */
    <F> boolean holds(BiPredicate<P, F> question, F facts) {
        boolean isWanted = join == Join.ALL;
        for (int i = 0; i < parts.size(); i++) {
            if (question.test(parts.get(i), facts) != isWanted) {
                return join == Join.ANY;
            }
        }
        return join != Join.ANY;
    }

    /** Whether it holds, with what was found: of all, what the first found that does not hold; of any, what the first that does. */
    <F> Finding check(BiFunction<P, F, Finding> question, F facts, Function<P, String> words) {
        return switch (join) {
            case ALL -> firstUnmet(question, facts, words);
            case ANY -> firstMet(question, facts, words);
            case NOT -> opposite(question.apply(parts.get(0), facts));
        };
    }

    private <F> Finding firstUnmet(BiFunction<P, F, Finding> question, F facts, Function<P, String> words) {
        for (int i = 0; i < parts.size(); i++) {
            Finding finding = question.apply(parts.get(i), facts);
            if (!finding.met()) {
                return finding;
            }
        }
        return Finding.of(true, () -> "all met", () -> describe(words));
    }

    private <F> Finding firstMet(BiFunction<P, F, Finding> question, F facts, Function<P, String> words) {
        List<Finding> findings = new ArrayList<>(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            Finding finding = question.apply(parts.get(i), facts);
            if (finding.met()) {
                return Finding.of(true, finding::found, () -> describe(words));
            }
            findings.add(finding);
        }
        return Finding.of(
                false,
                () -> findings.stream().map(Finding::found).collect(Collectors.joining(", ")),
                () -> describe(words));
    }

    private static Finding opposite(Finding finding) {
        return Finding.of(!finding.met(), finding::found, () -> "not: " + finding.required());
    }

    /** The combination in words, in brackets, so that what belongs together can be seen. */
    String describe(Function<P, String> words) {
        return switch (join) {
            case ALL -> joined(words, " and ");
            case ANY -> joined(words, " or ");
            case NOT -> "not (" + words.apply(parts.get(0)) + ")";
        };
    }

    private String joined(Function<P, String> words, String word) {
        return parts.stream().map(words).collect(Collectors.joining(word, "(", ")"));
    }

    /** Where it can hold at all; what does not hold can be so anywhere. */
    Scope scope(Function<P, Scope> scopes) {
        return switch (join) {
            case ALL -> parts.stream().map(scopes).reduce(Scope.ANY, Scope::and);
            case ANY -> parts.stream().map(scopes).reduce(Scope::or).orElse(Scope.ANY);
            case NOT -> Scope.ANY;
        };
    }

    /** What of a program its parts speak of. */
    Mentions mentions(Function<P, Mentions> mentions) {
        return parts.stream().map(mentions).reduce(Mentions.NOTHING, Mentions::and);
    }

    /** Of lines. */
    record OfLines(Combined<Selector> whole) implements Selector {
        @Override
        public boolean selects(PurchaseLine line) {
            return whole.holds(Selector::selects, line);
        }

        @Override
        public String describe() {
            return whole.describe(Selector::describe);
        }

        @Override
        public Scope scope() {
            return whole.scope(Selector::scope);
        }
    }

    /** Of a purchase. */
    record OfPurchase(Combined<PurchaseCondition> whole) implements PurchaseCondition {
        @Override
        public Finding check(PurchaseFacts facts) {
            return whole.check(PurchaseCondition::check, facts, PurchaseCondition::describe);
        }

        @Override
        public String describe() {
            return whole.describe(PurchaseCondition::describe);
        }

        @Override
        public Scope scope() {
            return whole.scope(PurchaseCondition::scope);
        }

        @Override
        public Mentions mentions() {
            return whole.mentions(PurchaseCondition::mentions);
        }

        @Override
        public List<OrderTotal> totals() {
            return whole.join() == Join.ALL
                    ? whole.parts().stream()
                            .flatMap(part -> part.totals().stream())
                            .toList()
                    : List.of();
        }
    }

    /** Of the member and the time alone. */
    record OfMember(Combined<Condition> whole) implements Condition {
        @Override
        public Finding check(Facts facts) {
            return whole.check(Condition::check, facts, Condition::describe);
        }

        @Override
        public String describe() {
            return whole.describe(Condition::describe);
        }

        @Override
        public Scope scope() {
            return whole.scope(Condition::scope);
        }

        @Override
        public Mentions mentions() {
            return whole.mentions(Condition::mentions);
        }
    }
}
