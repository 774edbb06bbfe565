package dev.laurel.dsl.syntax;

import dev.laurel.condition.PurchaseCondition;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.ledger.PointRate;
import dev.laurel.rule.Amount;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.MoneySteps;

/** A rule about the part of an order that one payment method paid. Next: conditions, if any; then what that part earns. */
public interface PaidPartTerms {
    /**
     * These conditions must hold too, all of them, and are asked in this order.
     *
     * <pre>{@code
     * EarnRule card = rule("store-card").onPurchase().partPaidBy("store-card").where(orderedThrough("web"))
     *         .earns(POINTS.points(1).per(usd(1)));
     * }</pre>
     */
    PaidPartTerms where(PurchaseCondition condition, PurchaseCondition... more);

    /**
     * The part earns points at a rate.
     *
     * <pre>{@code
     * EarnRule card = rule("store-card").onPurchase().partPaidBy("store-card").earns(POINTS.points(5).perFull(usd("2.50")));
     * }</pre>
     */
    EarnRule earns(PointRate rate);

    /**
     * The part earns by the step that it reaches.
     *
     * <pre>{@code
     * EarnRule card = rule("store-card").onPurchase().partPaidBy("store-card").earns(steps(usd(50), POINTS.points(20)));
     * }</pre>
     */
    EarnRule earns(MoneySteps steps);

    /**
     * The part earns an amount of one's own in points of a currency.
     *
     * <pre>{@code
     * EarnRule card = rule("store-card").onPurchase().partPaidBy("store-card").earns(POINTS, Amounts.perCompleted(1, usd(3)));
     * }</pre>
     */
    EarnRule earns(PointCurrency currency, Amount amount);

    /**
     * The part earns an amount in points of the program's first currency, whichever that is.
     *
     * <pre>{@code
     * EarnRule card = rule("store-card").onPurchase().partPaidBy("store-card").earns(Amounts.proportional(1, usd(1)));
     * }</pre>
     */
    EarnRule earns(Amount amount);
}
