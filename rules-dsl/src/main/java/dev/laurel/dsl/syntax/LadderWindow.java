package dev.laurel.dsl.syntax;

import dev.laurel.time.CalendarWindow;

/** A ladder of tiers by qualifying spend. Next: the calendar window in which spend is summed. */
public interface LadderWindow {
    /**
     * Spend is summed in each calendar year.
     *
     * <pre>{@code
     * TierLadder ladder = byQualifyingSpend().perCalendarYear().keptThroughNextWindow().startingAt(INSIDER).then(VIB, usd(350));
     * }</pre>
     */
    LadderKept perCalendarYear();

    /**
     * Spend is summed in each window of this kind.
     *
     * <pre>{@code
     * TierLadder ladder = byQualifyingSpend().per(QUARTER).keptThroughNextWindow()
     *         .startingAt(INSIDER).then(VIB, usd(100));
     * }</pre>
     */
    LadderKept per(CalendarWindow window);
}
