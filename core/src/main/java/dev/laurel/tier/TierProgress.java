package dev.laurel.tier;

import dev.laurel.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a member stands on the ladder, what is missing to the next tier, and what to the present one again.
 *
 * @param standing what the member holds
 * @param measured the qualifying spend of the present window so far
 * @param windowEnds when the present window ends: until then what is missing can be spent
 * @param next the next tier above the one held, or null at the top
 * @param missingToNext what is missing to it, or null at the top
 * @param missingToKeep what the present window must still bring for the present tier to be held as long as this window can
 *     make it, zero once it has; null for the lowest tier, and where this window cannot prolong it
 */
public record TierProgress(
        TierStanding standing,
        Money measured,
        Instant windowEnds,
        @Nullable Tier next,
        @Nullable Money missingToNext,
        @Nullable Money missingToKeep) {}
