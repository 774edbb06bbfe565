package dev.laurel.dsl.syntax;

import dev.laurel.condition.PurchaseCondition;
import dev.laurel.reward.PointsAsPayment;
import dev.laurel.reward.Reward;

/**
 * A reward whose price the customer chooses. Next: conditions, if any; then what its points pay, with which it is a {@link Reward},
 * whose copies say the rest.
 *
 * <pre>{@code
 * Reward pay = reward("points").costing(anyNumberOf(POINTS).inStepsOf(100).atLeast(500)).where(memberIsAtLeast(VIB))
 *         .gives(paymentOf(usd("0.01")).perPoint().upToPercentOfOrder(50));
 * }</pre>
 */
public interface PaymentTerms {
    /**
     * These conditions must hold too, all of them; one about an order makes it a reward that is taken on an order.
     *
     * <pre>{@code
     * Reward pay = reward("points").costing(anyNumberOf(POINTS)).where(orderOfAtLeast(usd(10)))
     *         .gives(paymentOf(usd("0.01")).perPoint());
     * }</pre>
     */
    PaymentTerms where(PurchaseCondition condition, PurchaseCondition... more);

    /**
     * What its points pay.
     *
     * <pre>{@code
     * Reward pay = reward("points").costing(anyNumberOf(POINTS)).gives(paymentOf(usd("0.01")).perPoint());
     * }</pre>
     */
    Reward gives(PointsAsPayment payment);
}
