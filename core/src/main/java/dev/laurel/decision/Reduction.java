package dev.laurel.decision;

import dev.laurel.rule.Cap;

/** What a rule awarded less than its amount comes to, and why. */
public sealed interface Reduction {
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
     * A cap of a rule cut it.
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

    /**
     * A cap of the whole program cut it.
     *
     * @param program the id of the program
     * @param cap the cap
     * @param points how many points
     */
    record ByCapOfProgram(String program, Cap cap, long points) implements Reduction {
        @Override
        public String describe() {
            return "less " + points + " by the cap of program " + program + ", at most " + cap.describe();
        }
    }
}
