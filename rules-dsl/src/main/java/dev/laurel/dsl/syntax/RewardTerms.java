package dev.laurel.dsl.syntax;

import dev.laurel.condition.PurchaseCondition;
import dev.laurel.reward.Content;
import dev.laurel.reward.Reward;

/**
 * A reward that has a price. Next: conditions, if any; then what it gives, with which it is a {@link Reward}, whose copies say
 * the rest.
 *
 * <pre>{@code
 * Reward summer = reward("summer-bag").costing(POINTS.points(900)).where(memberIsAtLeast(VIB)).gives(item("bag"))
 *         .capped(atMost(1).usesPer(YEAR))
 *         .valid(between("2026-06-01", "2026-08-31"));
 * }</pre>
 */
public interface RewardTerms {
    /**
     * These conditions must hold too, all of them; one about an order makes it a reward that is taken on an order.
     *
     * <pre>{@code
     * Reward cash = reward("cash-10").costing(POINTS.points(500)).where(orderOfAtLeast(usd(10))).gives(amountOff(usd(10)));
     * }</pre>
     */
    RewardTerms where(PurchaseCondition condition, PurchaseCondition... more);

    /**
     * What it gives.
     *
     * <pre>{@code
     * Reward drink = reward("free-drink").costing(STAMPS.points(9)).gives(freeItem(category("drink")));
     * Reward tenth = reward("tenth-off").costing(POINTS.points(800)).gives(percentageOff("10").upTo(usd(50)));
     * }</pre>
     */
    Reward gives(Content content);
}
