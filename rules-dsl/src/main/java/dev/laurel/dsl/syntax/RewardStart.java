package dev.laurel.dsl.syntax;

import dev.laurel.ledger.Points;

/** A reward that has a name. Next: its price. */
public interface RewardStart {
    /**
     * It costs so many points.
     *
     * <pre>{@code
     * Reward cash = reward("cash-10").costing(POINTS.points(500)).gives(amountOff(usd(10)));
     * }</pre>
     */
    RewardTerms costing(Points price);

    /**
     * It costs so many points of the program's first currency, whichever that is.
     *
     * <pre>{@code
     * Reward shared = reward("five-hundred").costing(500).gives(item("mug"));
     * }</pre>
     */
    RewardTerms costing(long points);
}
