package dev.laurel.decision;

import dev.laurel.counter.Cap;

/** What a rule awarded less than its amount comes to, and why. */
public sealed interface Reduction {
    /** The id of the rule that took it, or whose cap did. */
    String rule();

    /** How many points, at least one. */
    long points();

    /** In words that read in a sentence about the award, such as {@code less 5 by half-price}. */
    String describe();

    /**
     * A multiplier below one took it.
     *
     * @param rule the id of the multiplier
     * @param points how many points
     */
    record ByMultiplier(String rule, long points) implements Reduction {
        @Override
        public String describe() {
            return "less " + points + " by " + rule;
        }
    }

    /**
     * A cap cut it.
     *
     * @param rule the id of the rule whose cap it is: the rule itself, or the one that it multiplies
     * @param cap the cap
     * @param points how many points
     */
    record ByCap(String rule, Cap cap, long points) implements Reduction {
        @Override
        public String describe() {
            return "less " + points + " by the cap of " + rule + ", at most " + cap.describe();
        }
    }
}
