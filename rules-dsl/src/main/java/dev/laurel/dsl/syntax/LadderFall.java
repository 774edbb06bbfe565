package dev.laurel.dsl.syntax;

/** A ladder that knows how long a tier is kept. Next: where it falls to then, unless it is where it would fall anyway. */
public interface LadderFall extends LadderLowest {
    /**
     * To the highest tier that the last full window and the present one earned.
     *
     * <pre>{@code
     * TierLadder ladder = byQualifyingSpend().perCalendarYear().keptThroughWindow().fallingToWhatIsEarned()
     *         .startingAt(INSIDER).then(VIB, usd(350));
     * }</pre>
     */
    LadderLowest fallingToWhatIsEarned();

    /**
     * To the lowest tier, whatever was earned.
     *
     * <pre>{@code
     * TierLadder ladder = byQualifyingSpend().perCalendarYear().keptThroughNextWindow().fallingToTheLowest()
     *         .startingAt(INSIDER).then(VIB, usd(350));
     * }</pre>
     */
    LadderLowest fallingToTheLowest();
}
