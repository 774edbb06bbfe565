package dev.laurel.rule;

import dev.laurel.condition.Mentions;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;

/** What a rule does when it applies. Closed, since the ledger must know how to settle every effect. */
public sealed interface Effect {
    /** The effect in words, for a program's stable text. */
    String describe();

    /** What of a program it speaks of. */
    default Mentions mentions() {
        return Mentions.NOTHING;
    }

    /**
     * Earns an amount.
     *
     * @param amount how much
     */
    record Earns(Amount amount) implements Effect {
        @Override
        public Mentions mentions() {
            return amount.mentions();
        }

        @Override
        public String describe() {
            return "earns " + amount.describe();
        }
    }

    /** Multiplies what another rule earns. */
    sealed interface Multiplies extends Effect {
        /** The id of the rule that it multiplies. */
        String rule();

        /** By what: above one it adds, below one it takes; neither one nor zero. */
        Ratio factor();
    }

    /**
     * Multiplies the exact amount of another rule, before it is rounded: base and multipliers are one amount.
     *
     * @param rule the id of the rule whose amount it multiplies
     * @param factor by what: above one it adds, below one it takes; neither one nor zero
     */
    record MultipliesExact(String rule, Ratio factor) implements Multiplies {
        @Override
        public String describe() {
            return "multiplies " + rule + " by " + factor;
        }
    }

    /**
     * Multiplies the rounded points of another rule, and is rounded a second time. Several of them work on one product, which is
     * rounded at each: what a multiplier awards is that rounded product less what was awarded before it. One above one never takes, and one
     * below one never adds.
     *
     * @param rule the id of the rule whose points it multiplies
     * @param factor by what: above one it adds, below one it takes; neither one nor zero
     * @param rounding how the product is rounded
     */
    record MultipliesRounded(String rule, Ratio factor, Rounding rounding) implements Multiplies {
        @Override
        public String describe() {
            return "multiplies the rounded points of " + rule + " by " + factor;
        }
    }
}
