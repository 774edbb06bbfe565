package dev.laurel.condition;

import static com.google.common.base.Preconditions.checkArgument;
import static dev.laurel.id.Identifiers.quoted;
import static java.util.Objects.requireNonNull;

import dev.laurel.id.Identifiers;
import dev.laurel.tier.Tier;
import dev.laurel.time.Periods;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Conditions about the member and the time. */
final class MemberConditions {
    private static final int MAX_NAME_LENGTH = 200;

    private MemberConditions() {}

    private static String tierInWords(Facts facts, Tier wanted) {
        Tier held = facts.heldBeside(wanted);
        return held == null ? "no tier" : "tier " + held.id();
    }

    record MemberIs(Tier tier) implements Condition, Finding.Words<Facts> {
        MemberIs {
            requireNonNull(tier);
        }

        @Override
        public Finding check(Facts facts) {
            return Finding.of(facts.holds(tier), this, facts);
        }

        @Override
        public String found(Facts facts) {
            return tierInWords(facts, tier);
        }

        @Override
        public String required() {
            return "tier " + tier.id();
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

    record MemberIsAtLeast(Tier tier) implements Condition, Finding.Words<Facts> {
        MemberIsAtLeast {
            requireNonNull(tier);
        }

        @Override
        public Finding check(Facts facts) {
            return Finding.of(facts.holdsAtLeast(tier), this, facts);
        }

        @Override
        public String found(Facts facts) {
            return tierInWords(facts, tier);
        }

        @Override
        public String required() {
            return "tier " + tier.id() + " or above";
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

    record MemberIsIn(String segment) implements Condition, Finding.Words<Facts> {
        MemberIsIn {
            Identifiers.text("segment", segment, MAX_NAME_LENGTH);
        }

        @Override
        public Finding check(Facts facts) {
            return Finding.of(isIn(facts), this, facts);
        }

        private boolean isIn(Facts facts) {
            return facts.customer().segments().contains(segment);
        }

        @Override
        public String found(Facts facts) {
            // Which segments a customer is in is personal, so the finding says no more than it must.
            return isIn(facts) ? "in the segment" : "not in the segment";
        }

        @Override
        public String required() {
            return "in segment " + quoted(segment);
        }

        @Override
        public String describe() {
            return "the member is in segment " + quoted(segment);
        }
    }

    record EnrolledFor(Period period) implements Condition, Finding.Words<Facts> {
        EnrolledFor {
            checkArgument(
                    period.getYears() >= 0 && period.getMonths() >= 0 && period.getDays() >= 0,
                    "a period since the enrollment must not be negative, but was %s",
                    period);
        }

        @Override
        public Finding check(Facts facts) {
            Instant enrolled = facts.enrolled();
            boolean isEnough = enrolled != null
                    && !enrolled.atZone(facts.zone()).plus(period).toInstant().isAfter(facts.countsBackFrom());
            return Finding.of(isEnough, this, facts);
        }

        @Override
        public String found(Facts facts) {
            Instant enrolled = facts.enrolled();
            return enrolled == null ? "no enrollment" : "enrolled at " + enrolled;
        }

        @Override
        public String required() {
            return period.isZero() ? "an enrollment" : "an enrollment at least " + Periods.inWords(period) + " before";
        }

        @Override
        public String describe() {
            return period.isZero()
                    ? "the member is enrolled"
                    : "the member has been enrolled for " + Periods.inWords(period);
        }

        @Override
        public Mentions mentions() {
            return Mentions.of(Question.ENROLLMENT);
        }
    }

    record During(LocalDate from, LocalDate to) implements Condition, Finding.Words<Facts> {
        During {
            requireNonNull(from);
            requireNonNull(to);
        }

        @Override
        public Finding check(Facts facts) {
            LocalDate date = facts.date();
            return Finding.of(!date.isBefore(from) && !date.isAfter(to), this, facts);
        }

        @Override
        public String found(Facts facts) {
            return facts.date().toString();
        }

        @Override
        public String required() {
            return from + " to " + to;
        }

        @Override
        public String describe() {
            return "during " + required();
        }

        @Override
        public Scope scope() {
            return Scope.dates(from, to);
        }
    }

    record OnDays(Set<DayOfWeek> days) implements Condition, Finding.Words<Facts> {
        OnDays {
            checkArgument(!days.isEmpty(), "a condition on days of the week must name one");
        }

        @Override
        public Finding check(Facts facts) {
            return Finding.of(days.contains(facts.date().getDayOfWeek()), this, facts);
        }

        @Override
        public String found(Facts facts) {
            return inWords(facts.date().getDayOfWeek());
        }

        @Override
        public String required() {
            return days.stream().map(OnDays::inWords).collect(Collectors.joining(" or "));
        }

        @Override
        public String describe() {
            return "the day is " + required();
        }

        private static String inWords(DayOfWeek day) {
            return day.name().charAt(0) + day.name().substring(1).toLowerCase(Locale.ROOT);
        }
    }
}
