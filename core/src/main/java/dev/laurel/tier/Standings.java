package dev.laurel.tier;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * What a member holds and why.
 *
 * @param held the tier held: the highest of the one earned and those granted
 * @param earned the tier earned, which grants never change
 * @param grants the grants that are running, at most one a tier, by ascending tier
 */
public record Standings(TierStanding held, TierStanding earned, List<TierStanding> grants) {
    /** Takes a copy of the grants. */
    public Standings {
        grants = ImmutableList.copyOf(grants);
    }

    /** A standing that is earned, and no grants. */
    public static Standings earned(TierStanding standing) {
        return new Standings(standing, standing, List.of());
    }
}
