package dev.laurel.occasion;

import static java.util.Objects.requireNonNull;

import dev.laurel.condition.Mentions;
import dev.laurel.tier.Tier;

/**
 * A tier is reached by what the customer does: no grant, and nothing that is brought over, reaches one.
 *
 * @param tier the tier
 * @param isPassed whether it also happens when the tier is passed on the way to a higher one
 */
public record TierReached(Tier tier, boolean isPassed) implements Occasion {
    /** The tier is needed. */
    public TierReached {
        requireNonNull(tier, "tier");
    }

    @Override
    public Mentions mentions() {
        return Mentions.of(tier);
    }

    @Override
    public String describe() {
        return (isPassed ? "reaching " : "stopping at ") + tier.id();
    }
}
