package dev.laurel.engine;

import static java.util.Objects.requireNonNull;

import dev.laurel.tier.Tier;
import dev.laurel.tier.TierStanding;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a member stands on a ladder, what is missing to the next tier that can be earned, and what to the present one again.
 *
 * @param ladder the id of the ladder
 * @param standing what the member holds
 * @param windowEnds when the present window ends: until then what is missing can be done; null where sums go back from any date, never end,
 *     or the ladder has only tiers that are granted
 * @param next the next tier above the one held that can be earned, or null if there is none
 * @param toNext how far its goal is, in the present window; empty if there is no such tier
 * @param toKeep how far the tier's own goal is, in the present window, for it to be held as long as this window can make it; empty for the
 *     lowest tier, for one that is only granted, and where this window cannot prolong it
 */
public record LadderProgress(
        String ladder,
        TierStanding standing,
        @Nullable Instant windowEnds,
        @Nullable Tier next,
        GoalProgress toNext,
        GoalProgress toKeep) {
    /** All are needed but the window's end and the next tier. */
    public LadderProgress {
        requireNonNull(ladder, "ladder");
        requireNonNull(standing, "standing");
        requireNonNull(toNext, "toNext");
        requireNonNull(toKeep, "toKeep");
    }
}
