package dev.laurel.decision;

import com.google.common.collect.ImmutableList;
import dev.laurel.id.Identifiers;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.rule.MemberEffect;
import dev.laurel.rule.MoneyStep;
import dev.laurel.rule.RoundingStep;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of a rule, or of rules that were not considered for one reason. */
public sealed interface RuleOutcome {
    /** One sentence. */
    String describe();

    /**
     * The rule applied.
     *
     * @param rule the id of the rule
     * @param currency the id of the point currency
     * @param lines the ids of the lines that it selected, in their order
     * @param multiplies the id of the rule that it multiplies, or null
     * @param factor by what it multiplies, or null
     * @param reached the step of a total that it earned by, or null if it earned by none
     * @param paidBy of a rule about what one payment method paid, that method and its part; otherwise null
     * @param exact the exact amount up to and with this rule
     * @param rounding how that amount was rounded
     * @param step on what it was rounded
     * @param paidWithPoints the exact part of what points may pay that they paid, which earned nothing, from zero to one; zero for a fixed
     *     amount, which is earned whole
     * @param given the rounded amount up to and with this rule, less that before it; negative for a multiplier below one, which takes so
     *     much of what the rules before it give
     * @param reductions what multipliers below one and caps took of it
     * @param reason why there is this rule, or null
     */
    record Applied(
            String rule,
            String currency,
            List<String> lines,
            @Nullable String multiplies,
            @Nullable Ratio factor,
            @Nullable MoneyStep reached,
            @Nullable PaidPart paidBy,
            Ratio exact,
            Rounding rounding,
            RoundingStep step,
            Ratio paidWithPoints,
            long given,
            List<Reduction> reductions,
            @Nullable String reason)
            implements RuleOutcome {
        private static final long PERCENT = 100;

        /**
         * What one payment method paid.
         *
         * @param method the method
         * @param part the part of each line that counted as paid by it, more than zero and at most one
         */
        public record PaidPart(String method, Ratio part) {}

        /** Takes copies of the lists. */
        public Applied {
            lines = ImmutableList.copyOf(lines);
            reductions = ImmutableList.copyOf(reductions);
        }

        /** What it awarded: what it gave less what was taken of that; nothing for a multiplier below one. */
        public long points() {
            long points = Math.max(0, given);
            for (Reduction reduction : reductions) {
                points -= reduction.points();
            }
            return points;
        }

        /** Whether a cap took points of it, be it one of a rule or of the program. */
        public boolean isCut() {
            return reductions.stream()
                    .anyMatch(reduction ->
                            reduction instanceof Reduction.ByCap || reduction instanceof Reduction.ByCapOfProgram);
        }

        @Override
        public String describe() {
            StringBuilder text = new StringBuilder(rule)
                    .append(": +")
                    .append(points())
                    .append(' ')
                    .append(currency);
            if (factor != null) {
                text.append(" for ").append(factor.inDigits()).append(" x ").append(multiplies);
            }
            text.append(" (")
                    .append(exact.inDigits())
                    .append(multiplies == null ? " " : " in all, ")
                    .append(rounding.describe())
                    .append(' ')
                    .append(step.describe());
            if (reached != null) {
                text.append(", by ")
                        .append(reached.describe())
                        .append(" from ")
                        .append(reached.from())
                        .append(" on");
            }
            if (paidBy != null) {
                text.append(", for the ")
                        .append(paidBy.part().times(PERCENT).inDigits())
                        .append(" % that ")
                        .append(Identifiers.quoted(paidBy.method()))
                        .append(" paid");
            }
            if (multiplies == null && paidWithPoints.signum() > 0) {
                text.append(", while points paid ")
                        .append(paidWithPoints.times(PERCENT).inDigits())
                        .append(" % of the purchase");
            }
            if (given < 0) {
                text.append(", takes ").append(-given).append(" of what was before it");
            }
            reductions.forEach(reduction -> text.append(", ").append(reduction.describe()));
            text.append(')');
            return reason == null
                    ? text.toString()
                    : text.append(": ").append(reason).toString();
        }
    }

    /**
     * A rule on a member applied: this followed from an activity, an enrollment, a sum or a tier.
     *
     * @param rule the id of the rule
     * @param effect what follows by it; of a sum or a tier, the points that were posted
     * @param reductions what caps took of the points that it earns
     * @param reason why there is this rule, or null
     */
    record Followed(
            String rule,
            MemberEffect effect,
            List<Reduction> reductions,
            @Nullable String reason) implements RuleOutcome {
        /** Takes a copy of the list. */
        public Followed {
            reductions = ImmutableList.copyOf(reductions);
        }

        /** The points of which it awarded some; empty for a rule that grants a tier. */
        public Optional<PointCurrency> currency() {
            return effect instanceof MemberEffect.Earns earns
                    ? Optional.of(earns.points().currency())
                    : Optional.empty();
        }

        /** What it awarded: what it earns less what caps took of that; nothing for a rule that grants a tier. */
        public long points() {
            long points =
                    effect instanceof MemberEffect.Earns earns ? earns.points().count() : 0;
            for (Reduction reduction : reductions) {
                points -= reduction.points();
            }
            return points;
        }

        @Override
        public String describe() {
            StringBuilder text = new StringBuilder(rule).append(": ").append(effect.describe());
            reductions.forEach(reduction -> text.append(", ").append(reduction.describe()));
            return reason == null
                    ? text.toString()
                    : text.append(": ").append(reason).toString();
        }
    }

    /**
     * The rule did not apply.
     *
     * @param rule the id of the rule
     * @param condition the first condition that was not met, in words
     * @param found the value found
     * @param required the value required
     */
    record NotApplied(String rule, String condition, String found, String required) implements RuleOutcome {
        @Override
        public String describe() {
            return rule + ": not applied, since " + required + " is required, but found " + found;
        }
    }

    /**
     * Rules that were not considered, since by what they state of themselves they could not apply. Their ids and outcomes are made when
     * they are read. Equal by value, which reads all of them.
     */
    final class NotConsidered implements RuleOutcome {
        private static final int NAMED = 10;

        private final Reason reason;
        private final List<String> rules;
        private final List<NotApplied> outcomes;

        private NotConsidered(Reason reason, List<String> rules, List<NotApplied> outcomes) {
            this.reason = reason;
            this.rules = Collections.unmodifiableList(rules);
            this.outcomes = Collections.unmodifiableList(outcomes);
        }

        /**
         * Some rules together. The engine says so; hosts have no need to.
         *
         * @param rules their ids, ascending; a list that never changes, and may make its elements when they are read
         * @param outcomes the outcome of each, in the same order; likewise
         */
        public static NotConsidered of(Reason reason, List<String> rules, List<NotApplied> outcomes) {
            return new NotConsidered(reason, rules, outcomes);
        }

        /** Why all of them were not considered. */
        public Reason reason() {
            return reason;
        }

        /** The ids of all of them, ascending. */
        public List<String> rules() {
            return rules;
        }

        /**
         * Each with the first of its own conditions that is not met, by id; that need not be the reason why it was not considered. An
         * element is worked out each time that it is read.
         */
        public List<NotApplied> outcomes() {
            return outcomes;
        }

        /** The outcome of one of them, as in {@link #outcomes}; empty for another rule. */
        public Optional<NotApplied> outcomeOf(String rule) {
            int place = Collections.binarySearch(rules, rule);
            return place < 0 ? Optional.empty() : Optional.of(outcomes.get(place));
        }

        /** How many they are, why they were not considered, and the ids of the first ten. */
        @Override
        public String describe() {
            int count = rules.size();
            String named = String.join(", ", rules.subList(0, Math.min(count, NAMED)));
            return count + (count == 1 ? " rule " + reason.ofOne : " rules " + reason.ofMany) + ": " + named
                    + (count <= NAMED ? "" : " and " + (count - NAMED) + " more");
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof NotConsidered that
                    && reason == that.reason
                    && rules.equals(that.rules)
                    && outcomes.equals(that.outcomes);
        }

        @Override
        public int hashCode() {
            return Objects.hash(reason, rules);
        }

        @Override
        public String toString() {
            return "NotConsidered[" + describe() + "]";
        }

        /** Why rules were not considered; where there are several reasons, the first of these. */
        public enum Reason {
            /** The purchase is outside of the dates that they state. */
            DATES("is not in its dates", "are not in their dates"),
            /** The tier that the member holds is none of those that they state. */
            TIER("is not open to the member's tier", "are not open to the member's tier"),
            /** They need lines of some category, SKU or brand, and the purchase has none. */
            LINES("needs lines that the purchase does not have", "need lines that the purchase does not have");

            private final String ofOne;
            private final String ofMany;

            Reason(String ofOne, String ofMany) {
                this.ofOne = ofOne;
                this.ofMany = ofMany;
            }
        }
    }
}
