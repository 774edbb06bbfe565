package dev.laurel.dsl.syntax;

import dev.laurel.ledger.PointCurrency;
import dev.laurel.occasion.ActivityKind;
import dev.laurel.occasion.CountSum;
import dev.laurel.occasion.Measure;
import dev.laurel.occasion.MemberCounter;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.Property;
import dev.laurel.occasion.PurchaseCounter;

/** A counter without what it counts. Next: that. */
public interface CounterStart {
    /**
     * What purchases cost, as far as they are paid in money, without tax unless the program includes it.
     *
     * <pre>{@code
     * Counter<MoneySum> spend = counter("spend").spend();
     * EarnRule thanks = rule("thanks").onPurchase().where(spend.per(YEAR).isAtLeast(usd(1000))).earns(POINTS.points(50));
     * }</pre>
     */
    PurchaseCounter<MoneySum> spend();

    /**
     * How many purchases.
     *
     * <pre>{@code
     * Counter<CountSum> visits = counter("visits").purchases().where(orderedThrough("store"));
     * EarnRule first = rule("first").onPurchase().where(visits.per(EVER).isLessThan(1)).earns(POINTS.points(500));
     * }</pre>
     */
    PurchaseCounter<CountSum> purchases();

    /**
     * How many items, or their weight or length, as far as they are paid in money.
     *
     * <pre>{@code
     * Counter<CountSum> nights = counter("nights").quantity().of(category("night"));
     * Benefit lounge = benefit("lounge").where(nights.per(overTheLast(months(12))).isAtLeast(25));
     * }</pre>
     */
    PurchaseCounter<CountSum> quantity();

    /**
     * On how many dates something is bought.
     *
     * <pre>{@code
     * Counter<CountSum> days = counter("days").purchaseDays();
     * EarnRule regular = rule("regular").onPurchase().where(days.per(MONTH).isAtLeast(10)).earns(POINTS.points(5));
     * }</pre>
     */
    PurchaseCounter<CountSum> purchaseDays();

    /**
     * How many different values of a property are bought, such as categories.
     *
     * <pre>{@code
     * Counter<CountSum> kinds = counter("kinds").distinct(category());
     * Benefit explorer = benefit("explorer").where(kinds.per(YEAR).isAtLeast(5));
     * }</pre>
     */
    PurchaseCounter<CountSum> distinct(Property property);

    /**
     * How many points of a currency are earned.
     *
     * <pre>{@code
     * Counter<CountSum> earned = counter("earned").earned(POINTS);
     * Reward mug = reward("mug").costing(POINTS.points(100)).where(earned.per(YEAR).isAtLeast(1000)).gives(item("mug"));
     * }</pre>
     */
    MemberCounter<CountSum> earned(PointCurrency currency);

    /**
     * How many activities of a kind that the program declares.
     *
     * <pre>{@code
     * Counter<CountSum> reviews = counter("reviews").activities(REVIEW).where(memberIs(VIB));
     * Benefit critic = benefit("critic").where(reviews.per(YEAR).isAtLeast(10));
     * }</pre>
     */
    MemberCounter<CountSum> activities(ActivityKind kind);

    /**
     * A number of one's own that a purchase is worth.
     *
     * <pre>{@code
     * Counter<CountSum> lines = counter("lines").measuredBy(facts -> facts.basket().lines().size());
     * EarnRule many = rule("many").onPurchase().where(lines.per(MONTH).isAtLeast(100)).earns(POINTS.points(5));
     * }</pre>
     */
    PurchaseCounter<CountSum> measuredBy(Measure measure);
}
