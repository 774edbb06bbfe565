package dev.laurel.rule;

import static com.google.common.base.Preconditions.checkArgument;
import static dev.laurel.id.Identifiers.quoted;
import static java.util.Objects.requireNonNull;

import dev.laurel.id.Identifiers;
import dev.laurel.tier.Tier;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Conditions about the member and the time. */
final class MemberConditions {
    private static final int MAX_NAME_LENGTH = 200;

    private MemberConditions() {}

    private static String tierInWords(Facts facts) {
        Tier tier = facts.tier();
        return tier == null ? "no tier" : "tier " + tier.id();
    }

    record MemberIs(Tier tier) implements Condition {
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

    record MemberIsAtLeast(Tier tier) implements Condition {
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

    record MemberIsIn(String segment) implements Condition {
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

    record During(LocalDate from, LocalDate to) implements Condition {
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

    record OnDays(Set<DayOfWeek> days) implements Condition {
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
}
