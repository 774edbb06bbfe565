package dev.laurel.dsl.syntax;

/** A ladder that knows its window. Next: how long a tier is kept that was reached in one. */
public interface LadderKept {
    /**
     * To the end of the window in which it was reached; then it falls to the lowest tier, unless said otherwise.
     *
     * <pre>{@code
     * TierLadder ladder = byQualifyingSpend().perCalendarYear().keptThroughWindow().startingAt(INSIDER).then(VIB, usd(350));
     * }</pre>
     */
    LadderFall keptThroughWindow();

    /**
     * Through the end of the next window; then it falls to what is earned, unless said otherwise.
     *
     * <pre>{@code
     * TierLadder ladder = byQualifyingSpend().perCalendarYear().keptThroughNextWindow().startingAt(INSIDER).then(VIB, usd(350));
     * }</pre>
     */
    LadderFall keptThroughNextWindow();
}
