package dev.laurel.dsl.syntax;

import dev.laurel.time.BoundedWindow;

/** A ladder of tiers by qualifying spend. Next: the window in which spend is summed. */
public interface LadderWindow {
    /**
     * Spend is summed in each window of this kind.
     *
     * <pre>{@code
     * TierLadder ladder = byQualifyingSpend().per(YEAR).startingAt(INSIDER).then(VIB, usd(350));
     * TierLadder quarterly = byQualifyingSpend().per(QUARTER).startingAt(INSIDER).then(VIB, usd(100));
     * TierLadder personal = byQualifyingSpend().per(MEMBERSHIP_YEAR).startingAt(INSIDER).then(VIB, usd(350));
     * }</pre>
     */
    LadderLowest per(BoundedWindow window);
}
