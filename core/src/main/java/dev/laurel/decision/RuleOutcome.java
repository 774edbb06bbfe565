package dev.laurel.decision;

import com.google.common.collect.ImmutableList;
import dev.laurel.money.Ratio;
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
     * @param rounding how that amount was rounded, in words
     * @param uncapped what it would have awarded without caps: the rounded amount less what was awarded before it
     * @param points what it awarded
     * @param reason why there is this rule, or null
     */
    record Applied(
            String rule,
            String currency,
            List<String> lines,
            @Nullable String multiplies,
            @Nullable Ratio factor,
            Ratio exact,
            String rounding,
            long uncapped,
            long points,
            @Nullable String reason)
            implements RuleOutcome {
        /** Takes a copy of the lines. */
        public Applied {
            lines = ImmutableList.copyOf(lines);
        }

        @Override
        public String describe() {
            StringBuilder text = new StringBuilder(rule)
                    .append(": +")
                    .append(points)
                    .append(' ')
                    .append(currency);
            if (multiplies != null) {
                text.append(" for ").append(factor).append(" x ").append(multiplies);
            }
            text.append(" (")
                    .append(exact)
                    .append(multiplies == null ? " " : " in all, ")
                    .append(rounding);
            if (points < uncapped) {
                text.append(", capped from ").append(uncapped);
            }
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
