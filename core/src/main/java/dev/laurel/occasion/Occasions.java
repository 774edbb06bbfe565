package dev.laurel.occasion;

import dev.laurel.tier.Tier;

/** The occasions that need no words of their own. */
public final class Occasions {
    private static final Enrolling ENROLLMENT = new Enrolling();

    private Occasions() {}

    /** A customer enrolls: once, and not by being brought over. */
    public static Occasion enrollment() {
        return ENROLLMENT;
    }

    /** A tier is reached by what the customer does, or passed on the way to a higher one. */
    public static Occasion reaching(Tier tier) {
        return new TierReached(tier, true);
    }

    /** A tier is reached by what the customer does, and no higher one at once. */
    public static Occasion stoppingAt(Tier tier) {
        return new TierReached(tier, false);
    }

    /** A customer enrolls. */
    public record Enrolling() implements Occasion {
        @Override
        public String describe() {
            return "enrollment";
        }
    }
}
