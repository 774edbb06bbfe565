package dev.laurel.rule;

import static com.google.common.base.Preconditions.checkArgument;
import static dev.laurel.id.Identifiers.quoted;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.laurel.event.Basket;
import dev.laurel.event.PurchaseLine;
import dev.laurel.id.Identifiers;
import dev.laurel.money.Money;
import dev.laurel.tier.Tier;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The conditions that come with Laurel. */
public final class Conditions {
    private static final int MAX_NAME_LENGTH = 200;

    private Conditions() {}

    /** The member holds exactly this tier. */
    public static Condition memberIs(Tier tier) {
        return new MemberIs(tier);
    }

    /** The member holds this tier or one above it. */
    public static Condition memberIsAtLeast(Tier tier) {
        return new MemberIsAtLeast(tier);
    }

    /** The host puts the customer into this segment. */
    public static Condition memberIsIn(String segment) {
        return new MemberIsIn(segment);
    }

    /** The date lies between two dates of the program's zone, both included. */
    public static Condition during(LocalDate from, LocalDate to) {
        return new During(from, to);
    }

    /**
     * The date is one of these days of the week, in the program's zone.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Condition onDays(DayOfWeek... days) {
        return new OnDays(ImmutableSortedSet.copyOf(days));
    }

    /** The net of all lines is this much or more. */
    public static PurchaseCondition orderOfAtLeast(Money least) {
        return new OrderOfAtLeast(least);
    }

    /** The order is placed through this channel, such as {@code web}. */
    public static PurchaseCondition orderedThrough(String channel) {
        return new OrderedThrough(channel);
    }

    /** The basket has a line that the selector chooses. */
    public static PurchaseCondition basketHas(Selector selector) {
        return new BasketHas(selector);
    }

    /** All of these hold; the finding is that of the first that does not. */
    public static PurchaseCondition all(PurchaseCondition... conditions) {
        return new All(ImmutableList.copyOf(conditions));
    }

    /** All of these hold, none of which needs a purchase; the finding is that of the first that does not. */
    public static Condition all(Condition... conditions) {
        return new AllOfMember(ImmutableList.copyOf(conditions));
    }

    /** At least one of these holds. */
    public static PurchaseCondition any(PurchaseCondition... conditions) {
        return new Any(ImmutableList.copyOf(conditions));
    }

    /** At least one of these holds, none of which needs a purchase. */
    public static Condition any(Condition... conditions) {
        return new AnyOfMember(ImmutableList.copyOf(conditions));
    }

    /** This does not hold. */
    public static PurchaseCondition not(PurchaseCondition condition) {
        return new Not(condition);
    }

    /** This does not hold, and needs no purchase. */
    public static Condition not(Condition condition) {
        return new NotOfMember(condition);
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

    private record MemberIsIn(String segment) implements Condition {
        MemberIsIn {
            Identifiers.text("segment", segment, MAX_NAME_LENGTH);
        }

        @Override
        public Finding check(Facts facts) {
            boolean found = facts.customer().segments().contains(segment);
            // Which segments a customer is in is personal, so the finding says no more than it must.
            return Finding.of(
                    found,
                    () -> found ? "in the segment" : "not in the segment",
                    () -> "in segment " + quoted(segment));
        }

        @Override
        public String describe() {
            return "the member is in segment " + quoted(segment);
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

    private record OnDays(Set<DayOfWeek> days) implements Condition {
        OnDays {
            checkArgument(!days.isEmpty(), "a condition on days of the week must name one");
        }

        @Override
        public Finding check(Facts facts) {
            DayOfWeek day = facts.date().getDayOfWeek();
            return Finding.of(days.contains(day), () -> inWords(day), this::inWords);
        }

        @Override
        public String describe() {
            return "the day is " + inWords();
        }

        private String inWords() {
            return days.stream().map(OnDays::inWords).collect(Collectors.joining(" or "));
        }

        private static String inWords(DayOfWeek day) {
            return day.name().charAt(0) + day.name().substring(1).toLowerCase(Locale.ROOT);
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

    private record OrderedThrough(String channel) implements PurchaseCondition {
        OrderedThrough {
            Identifiers.text("channel", channel, Basket.MAX_CHANNEL_LENGTH);
        }

        @Override
        public Finding check(PurchaseFacts facts) {
            String actual = facts.basket().channel();
            return Finding.of(
                    channel.equals(actual),
                    () -> actual == null ? "no channel" : "channel " + quoted(actual),
                    () -> "channel " + quoted(channel));
        }

        @Override
        public String describe() {
            return "the order is placed through " + quoted(channel);
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

    private record AllOfMember(List<Condition> conditions) implements Condition {
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

    private record Any(List<PurchaseCondition> conditions) implements PurchaseCondition {
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

    private record AnyOfMember(List<Condition> conditions) implements Condition {
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

    private record Not(PurchaseCondition condition) implements PurchaseCondition {
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

    private record NotOfMember(Condition condition) implements Condition {
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
