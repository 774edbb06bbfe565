package dev.laurel.tier;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.List;
import java.util.SortedMap;

/**
 * What a member holds on a ladder and why.
 *
 * @param ladder the id of the ladder
 * @param held the tier held: the highest of the one earned and those granted
 * @param earned the tier earned, which grants never change
 * @param grants the grants that are running, at most one a tier, by ascending tier
 * @param began the earned standings with which windows began that can still matter, by the number of the window: a return into one of
 *     them is judged from there. Where one is missing, nothing was earned or lost from its beginning to that of the next that is there, or
 *     to the present
 */
public record Standings(
        String ladder,
        TierStanding held,
        TierStanding earned,
        List<TierStanding> grants,
        SortedMap<Long, TierStanding> began) {
    /** Takes copies of the collections. */
    public Standings {
        requireNonNull(ladder, "ladder");
        requireNonNull(held, "held");
        requireNonNull(earned, "earned");
        grants = ImmutableList.copyOf(grants);
        began = ImmutableSortedMap.copyOfSorted(began);
    }

    /** A standing that is earned, and nothing else. */
    public static Standings earned(String ladder, TierStanding standing) {
        return new Standings(ladder, standing, standing, List.of(), ImmutableSortedMap.of());
    }
}
