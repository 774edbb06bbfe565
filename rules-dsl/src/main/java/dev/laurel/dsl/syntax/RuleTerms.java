package dev.laurel.dsl.syntax;

import dev.laurel.condition.PurchaseCondition;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.ledger.PointRate;
import dev.laurel.ledger.Points;
import dev.laurel.rule.Amount;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.MoneySteps;

/**
 * A rule that knows its lines. Next: conditions, if any; then what it does. One that earns is an {@link EarnRule}, whose copies say the
 * rest; of one that multiplies, by what is said next.
 *
 * <pre>{@code
 * EarnRule base = rule("base").onPurchase().earns(POINTS.points(1).per(usd(1)))
 *         .rounded(Rounding.HALF_EVEN, RoundingStep.PER_LINE)
 *         .combining(Combination.COMPOUND)
 *         .capped(atMost(POINTS.points(1000)).per(MONTH))
 *         .availableFrom(after(days(14)))
 *         .because("A point for each dollar");
 * }</pre>
 */
public interface RuleTerms {
    /**
     * These conditions must hold too, all of them, and are asked in this order.
     *
     * <pre>{@code
     * EarnRule first = rule("spring-web").onPurchase()
     *         .where(during("2026-03-01", "2026-05-31"), orderedThrough("web"))
     *         .where(any(memberIs(VIB), memberIs(ROUGE)))
     *         .earns(POINTS.points(50));
     * }</pre>
     */
    RuleTerms where(PurchaseCondition condition, PurchaseCondition... more);

    /**
     * It is about the part alone that a payment method paid: its part of all payments of the order, and no more than was paid in money.
     *
     * <pre>{@code
     * EarnRule card = rule("store-card").onPurchase().partPaidBy("store-card").earns(POINTS.points(1).per(usd(1)));
     * }</pre>
     *
     * @throws IllegalArgumentException if the method is malformed
     */
    PaidPartTerms partPaidBy(String method);

    /**
     * It earns so many points for each purchase: a fixed addition, never multiplied.
     *
     * <pre>{@code
     * EarnRule big = rule("big-order").onPurchase().where(orderOfAtLeast(usd(100))).earns(POINTS.points(50));
     * }</pre>
     */
    EarnRule earns(Points points);

    /**
     * It earns points at a rate.
     *
     * <pre>{@code
     * EarnRule inProportion = rule("base").onPurchase().earns(POINTS.points(1).per(usd(1)));
     * EarnRule forEachFull = rule("fives").onPurchase().earns(POINTS.points(5).perFull(usd("2.50")));
     * EarnRule forEachItem = rule("stamp").onPurchase().earns(STAMPS.points(1).perItem());
     * }</pre>
     */
    EarnRule earns(PointRate rate);

    /**
     * It earns by the step that the total of its lines reaches, for all of it; less than the first earns nothing.
     *
     * <pre>{@code
     * EarnRule big = rule("big").onPurchase().of(category("skin"))
     *         .earns(steps(usd(50), POINTS.points(5).per(usd(1))).then(usd(100), POINTS.points(7).per(usd(1))));
     * }</pre>
     */
    EarnRule earns(MoneySteps steps);

    /**
     * It earns an amount of one's own in points of a currency.
     *
     * <pre>{@code
     * Amount amount = Amounts.perCompleted(1, usd(3));
     * EarnRule own = rule("own").onPurchase().earns(POINTS, amount);
     * }</pre>
     */
    EarnRule earns(PointCurrency currency, Amount amount);

    /**
     * It earns an amount in points of the program's first currency, whichever that is.
     *
     * <pre>{@code
     * EarnRule shared = rule("per-dollar").onPurchase().earns(Amounts.perCompleted(1, usd(1)));
     * }</pre>
     */
    EarnRule earns(Amount amount);

    /**
     * It multiplies the exact amount of a rule, before it is rounded.
     *
     * <pre>{@code
     * Multiplier vib = rule("vib-rate").onPurchase().where(memberIs(VIB)).multiplies(BASE).by("1.25");
     * }</pre>
     */
    Factor multiplies(EarnRule rule);

    /**
     * It multiplies the rounded points of a rule, and the product is rounded again.
     *
     * <pre>{@code
     * Multiplier vib = rule("vib-rate").onPurchase().where(memberIs(VIB)).multipliesRounded(BASE).by("1.25");
     * }</pre>
     */
    FactorOfRounded multipliesRounded(EarnRule rule);
}
