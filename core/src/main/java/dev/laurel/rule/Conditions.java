package dev.laurel.rule;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.event.PurchaseLine;
import dev.laurel.money.Money;
import dev.laurel.tier.Tier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The conditions that come with Laurel. */
public final class Conditions {
    private Conditions() {}

    /** The member holds exactly this tier. */
    public static Condition memberIs(Tier tier) {
        return new MemberIs(tier);
    }

    /** The member holds this tier or one above it. */
    public static Condition memberIsAtLeast(Tier tier) {
        return new MemberIsAtLeast(tier);
    }

    /** The date lies between two dates of the program's zone, both included. */
    public static Condition during(LocalDate from, LocalDate to) {
        return new During(from, to);
    }

    /** The net of all lines is this much or more. */
    public static PurchaseCondition orderOfAtLeast(Money least) {
        return new OrderOfAtLeast(least);
    }

    /** The basket has a line that the selector chooses. */
    public static PurchaseCondition basketHas(Selector selector) {
        return new BasketHas(selector);
    }

    /** All of these hold; the finding is that of the first that does not. */
    public static PurchaseCondition all(PurchaseCondition... conditions) {
        return new All(ImmutableList.copyOf(conditions));
    }

    /** At least one of these holds. */
    public static PurchaseCondition any(PurchaseCondition... conditions) {
        return new Any(ImmutableList.copyOf(conditions));
    }

    /** This does not hold. */
    public static PurchaseCondition not(PurchaseCondition condition) {
        return new Not(condition);
    }

    private static String tierInWords(Facts facts) {
        Tier tier = facts.tier();
        return tier == null ? "no tier" : "tier " + tier.id();
    }

    private record MemberIs(Tier tier) implements Condition {
        MemberIs {
            requireNonNull(tier);
        }

        @Override
        public Finding check(Facts facts) {
            return Finding.of(tier.equals(facts.tier()), () -> tierInWords(facts), () -> "tier " + tier.id());
        }

        @Override
        public String describe() {
            return "the member is " + tier.id();
        }

        @Override
        public Scope scope() {
            return Scope.tiers(Set.of(tier));
        }

        @Override
        public Mentions mentions() {
            return Mentions.of(tier);
        }
    }

    private record MemberIsAtLeast(Tier tier) implements Condition {
        MemberIsAtLeast {
            requireNonNull(tier);
        }

        @Override
        public Finding check(Facts facts) {
            return Finding.of(
                    facts.holdsAtLeast(tier), () -> tierInWords(facts), () -> "tier " + tier.id() + " or above");
        }

        @Override
        public String describe() {
            return "the member is at least " + tier.id();
        }

        @Override
        public Mentions mentions() {
            return Mentions.of(tier);
        }
    }

    private record During(LocalDate from, LocalDate to) implements Condition {
        During {
            requireNonNull(from);
            requireNonNull(to);
        }

        @Override
        public Finding check(Facts facts) {
            LocalDate date = facts.date();
            return Finding.of(!date.isBefore(from) && !date.isAfter(to), date::toString, () -> from + " to " + to);
        }

        @Override
        public String describe() {
            return "during " + from + " to " + to;
        }

        @Override
        public Scope scope() {
            return Scope.dates(from, to);
        }
    }

    private record OrderOfAtLeast(Money least) implements PurchaseCondition {
        OrderOfAtLeast {
            requireNonNull(least);
        }

        @Override
        public Finding check(PurchaseFacts facts) {
            Money net = facts.basket().net();
            return Finding.of(net.compareTo(least) >= 0, () -> "order of " + net, () -> "order of at least " + least);
        }

        @Override
        public String describe() {
            return "the order is at least " + least;
        }

        @Override
        public Mentions mentions() {
            return Mentions.of(least);
        }
    }

    private record BasketHas(Selector selector) implements PurchaseCondition {
        BasketHas {
            requireNonNull(selector);
        }

        @Override
        public Finding check(PurchaseFacts facts) {
            boolean found = false;
            for (PurchaseLine line : facts.basket().lines()) {
                if (selector.selects(line)) {
                    found = true;
                    break;
                }
            }
            boolean has = found;
            return Finding.of(
                    has, () -> has ? "such a line" : "no such line", () -> "a line of " + selector.describe());
        }

        @Override
        public String describe() {
            return "the basket has " + selector.describe();
        }

        @Override
        public Scope scope() {
            return selector.scope();
        }
    }

    private record All(List<PurchaseCondition> conditions) implements PurchaseCondition {
        All {
            checkArgument(!conditions.isEmpty(), "all must have at least one condition");
        }

        @Override
        public Finding check(PurchaseFacts facts) {
            for (PurchaseCondition condition : conditions) {
                Finding finding = condition.check(facts);
                if (!finding.met()) {
                    return finding;
                }
            }
            return Finding.of(true, () -> "all met", this::describe);
        }

        @Override
        public String describe() {
            return joined(conditions, " and ");
        }

        @Override
        public Scope scope() {
            return conditions.stream().map(PurchaseCondition::scope).reduce(Scope.ANY, Scope::and);
        }

        @Override
        public Mentions mentions() {
            return mentionsOf(conditions);
        }
    }

    private record Any(List<PurchaseCondition> conditions) implements PurchaseCondition {
        Any {
            checkArgument(!conditions.isEmpty(), "any must have at least one condition");
        }

        @Override
        public Finding check(PurchaseFacts facts) {
            List<Finding> findings = new ArrayList<>(conditions.size());
            for (PurchaseCondition condition : conditions) {
                Finding finding = condition.check(facts);
                if (finding.met()) {
                    return Finding.of(true, finding::found, this::describe);
                }
                findings.add(finding);
            }
            return Finding.of(
                    false,
                    () -> findings.stream().map(Finding::found).collect(Collectors.joining(", ")),
                    this::describe);
        }

        @Override
        public String describe() {
            return joined(conditions, " or ");
        }

        @Override
        public Scope scope() {
            return conditions.stream()
                    .map(PurchaseCondition::scope)
                    .reduce(Scope::or)
                    .orElse(Scope.ANY);
        }

        @Override
        public Mentions mentions() {
            return mentionsOf(conditions);
        }
    }

    private record Not(PurchaseCondition condition) implements PurchaseCondition {
        Not {
            requireNonNull(condition);
        }

        @Override
        public Finding check(PurchaseFacts facts) {
            Finding finding = condition.check(facts);
            return Finding.of(!finding.met(), finding::found, () -> "not: " + finding.required());
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

    private static Mentions mentionsOf(List<PurchaseCondition> conditions) {
        return conditions.stream().map(PurchaseCondition::mentions).reduce(Mentions.NOTHING, Mentions::and);
    }

    private static String joined(List<PurchaseCondition> conditions, String word) {
        return conditions.stream().map(PurchaseCondition::describe).collect(Collectors.joining(word, "(", ")"));
    }
}
