package dev.laurel.dsl.syntax;

import dev.laurel.reward.PointsAsPayment;

/** An amount of money that points pay. Next: how many points. */
public interface PaymentRate {
    /**
     * Each point pays so much.
     *
     * <pre>{@code
     * Reward pay = reward("points").costing(anyNumberOf(POINTS)).gives(paymentOf(usd("0.01")).perPoint());
     * }</pre>
     */
    PointsAsPayment perPoint();

    /**
     * So many points pay so much, and others in proportion, rounded down to the currency's minor unit.
     *
     * <pre>{@code
     * Reward blocks = reward("points").costing(anyNumberOf(POINTS).inStepsOf(100)).gives(paymentOf(usd(5)).perPoints(100));
     * }</pre>
     *
     * @throws IllegalArgumentException if they are not positive
     */
    PointsAsPayment perPoints(long points);
}
