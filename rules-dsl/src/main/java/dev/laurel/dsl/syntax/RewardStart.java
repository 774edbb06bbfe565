package dev.laurel.dsl.syntax;

import dev.laurel.ledger.Points;
import dev.laurel.reward.ChosenPrice;

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

    /**
     * It costs as many points as the customer likes, and those pay.
     *
     * <pre>{@code
     * Reward pay = reward("points").costing(anyNumberOf(POINTS)).gives(paymentOf(usd("0.01")).perPoint());
     * }</pre>
     */
    PaymentTerms costing(ChosenPrice price);
}
