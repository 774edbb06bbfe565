package dev.laurel.engine;

import com.google.common.collect.ImmutableList;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierStanding;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a member stands on a ladder, what is missing to the next tier that can be earned, and what to the present one again.
 *
 * <p>A goal of several sums has a part for each; {@link dev.laurel.program.Ladder} tells whether all must be reached, or any.
 *
 * @param ladder the id of the ladder
 * @param standing what the member holds
 * @param windowEnds when the present window ends: until then what is missing can be done; null where sums go back from any date, never end,
 *     or the ladder has only tiers that are granted
 * @param next the next tier above the one held that can be earned, or null if there is none
 * @param toNext how far the sums of its goal are, in the present window; none if there is no such tier
 * @param toKeep how far the sums of the tier's goal are, in the present window, for it to be held as long as this window can make it; none
 *     for the lowest tier, for one that is only granted, and where this window cannot prolong it
 */
public record LadderProgress(
        String ladder,
        TierStanding standing,
        @Nullable Instant windowEnds,
        @Nullable Tier next,
        List<SumToGoal> toNext,
        List<SumToGoal> toKeep) {
    /** Takes copies of the lists. */
    public LadderProgress {
        toNext = ImmutableList.copyOf(toNext);
        toKeep = ImmutableList.copyOf(toKeep);
    }
}
