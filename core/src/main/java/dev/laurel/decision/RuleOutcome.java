package dev.laurel.decision;

import com.google.common.collect.ImmutableList;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.rule.RoundingStep;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of one rule. */
public sealed interface RuleOutcome {
    /** The id of the rule. */
    String rule();

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
            Ratio exact,
            Rounding rounding,
            RoundingStep step,
            Ratio paidWithPoints,
            long given,
            List<Reduction> reductions,
            @Nullable String reason)
            implements RuleOutcome {
        private static final long PERCENT = 100;

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

        /** Whether a cap took points of it. */
        public boolean isCut() {
            return reductions.stream().anyMatch(Reduction.ByCap.class::isInstance);
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
}
