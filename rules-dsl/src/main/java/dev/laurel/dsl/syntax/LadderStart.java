package dev.laurel.dsl.syntax;

import dev.laurel.tier.Tier;

/** A ladder without tiers. Next: the lowest. */
public interface LadderStart {
    /**
     * The tier that everybody begins with.
     *
     * <pre>{@code
     * LadderBase lowest = ladder("status").startingAt(INSIDER);
     * }</pre>
     */
    LadderBase startingAt(Tier lowest);
}
