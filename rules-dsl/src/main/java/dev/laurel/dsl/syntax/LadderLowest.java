package dev.laurel.dsl.syntax;

import dev.laurel.tier.Tier;

/** A ladder without tiers. Next: the lowest. */
public interface LadderLowest {
    /**
     * The tier of everybody, from no spend at all.
     *
     * <pre>{@code
     * LadderNext lowest = byQualifyingSpend().per(YEAR).startingAt(INSIDER);
     * }</pre>
     */
    LadderNext startingAt(Tier lowest);
}
