package dev.laurel.tier;

import static java.util.Objects.requireNonNull;

import dev.laurel.money.Money;

/**
 * A tier and what it takes to reach it.
 *
 * @param tier the tier
 * @param threshold the qualifying spend from which it is reached: the threshold itself is enough
 */
public record TierStep(Tier tier, Money threshold) {
    /** Both are needed. */
    public TierStep {
        requireNonNull(tier);
        requireNonNull(threshold);
    }
}
