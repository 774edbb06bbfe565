package dev.laurel.dsl;

import dev.laurel.condition.Condition;
import dev.laurel.condition.Conditions;
import dev.laurel.condition.PurchaseCondition;
import dev.laurel.condition.Selector;
import dev.laurel.money.Money;
import dev.laurel.occasion.Goal;
import dev.laurel.occasion.Goals;
import dev.laurel.tier.Tier;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;

/**
 * The words for conditions. Those about the customer or the time alone are a {@link Condition}, and stand wherever one about a
 * purchase does; a condition of one's own stands wherever these do.
 */
public abstract class ConditionWords extends SelectorWords {
    ConditionWords() {}

    /**
     * The member holds exactly this tier.
     *
     * <pre>{@code
     * Multiplier vib = rule("vib-rate").onPurchase().where(memberIs(VIB)).multiplies(BASE).by("1.25");
     * }</pre>
     */
    public static Condition memberIs(Tier tier) {
        return Conditions.memberIs(tier);
    }

    /**
     * The member holds this tier or one above it.
     *
     * <pre>{@code
     * Benefit early = benefit("early-access").where(memberIsAtLeast(VIB));
     * }</pre>
     */
    public static Condition memberIsAtLeast(Tier tier) {
        return Conditions.memberIsAtLeast(tier);
    }

    /**
     * The host puts the customer into this segment.
     *
     * <pre>{@code
     * Multiplier champions = rule("champions").onPurchase().where(memberIsIn("champions")).multiplies(BASE).by("1.2");
     * }</pre>
     */
    public static Condition memberIsIn(String segment) {
        return Conditions.memberIsIn(segment);
    }

    /**
     * The date lies between two dates of the program's zone, both included.
     *
     * <pre>{@code
     * Multiplier week = rule("double-week").onPurchase().where(during("2026-05-01", "2026-05-07")).multiplies(BASE).by("2");
     * }</pre>
     *
     * @throws IllegalArgumentException if they are no dates in the form of ISO 8601
     */
    public static Condition during(String from, String to) {
        return during(date(from), date(to));
    }

    /**
     * The date lies between two dates of the program's zone, both included.
     *
     * <pre>{@code
     * LocalDate first = LocalDate.of(2026, 5, 1);
     * Multiplier week = rule("double-week").onPurchase().where(during(first, first.plusDays(6))).multiplies(BASE).by("2");
     * }</pre>
     */
    public static Condition during(LocalDate from, LocalDate to) {
        return Conditions.during(from, to);
    }

    /**
     * The date is one of these days of the week, in the program's zone.
     *
     * <pre>{@code
     * Multiplier weekend = rule("weekend").onPurchase().where(onDays(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)).multiplies(BASE).by("2");
     * }</pre>
     */
    public static Condition onDays(DayOfWeek day, DayOfWeek... more) {
        return Conditions.onDays(OneOrMore.of(day, more).toArray(DayOfWeek[]::new));
    }

    /**
     * All lines that the program covers cost this much or more, without tax unless the program includes it.
     *
     * <pre>{@code
     * EarnRule big = rule("big-order").onPurchase().where(orderOfAtLeast(usd(100))).earns(POINTS.points(50));
     * }</pre>
     */
    public static PurchaseCondition orderOfAtLeast(Money least) {
        return Conditions.orderOfAtLeast(least);
    }

    /**
     * The lines that the selector chooses, of those that the program covers, cost this much or more, without tax unless the program
     * includes it.
     *
     * <pre>{@code
     * Benefit shipping = benefit("free-shipping").where(orderOfAtLeast(usd(50), category("fragrance")));
     * }</pre>
     */
    public static PurchaseCondition orderOfAtLeast(Money least, Selector selector) {
        return Conditions.orderOfAtLeast(least, selector);
    }

    /**
     * The member has been enrolled for so long: when the event happens; of an offer, when it opens.
     *
     * <pre>{@code
     * EarnRule loyal = rule("loyal").onPurchase().where(enrolledFor(years(1))).earns(POINTS.points(5));
     * Offer drink = offer("birthday-drink").on(birthday()).openFor(days(7))
     *         .where(enrolledFor(days(7)), counter("orders").purchases().per(EVER).isAtLeast(1)).gives(item("drink"));
     * }</pre>
     *
     * @throws IllegalArgumentException if the period is negative
     */
    public static Condition enrolledFor(Period period) {
        return Conditions.enrolledFor(period);
    }

    /**
     * The order is placed through this channel.
     *
     * <pre>{@code
     * EarnRule app = rule("app-bonus").onPurchase().where(orderedThrough("app")).earns(POINTS.points(10));
     * }</pre>
     */
    public static PurchaseCondition orderedThrough(String channel) {
        return Conditions.orderedThrough(channel);
    }

    /**
     * The basket has a line that the selector chooses and the program covers.
     *
     * <pre>{@code
     * EarnRule pair = rule("pair").onPurchase().of(category("shampoo")).where(basketHas(category("conditioner")))
     *         .earns(POINTS.points(10));
     * }</pre>
     */
    public static PurchaseCondition basketHas(Selector selector) {
        return Conditions.basketHas(selector);
    }

    /**
     * All of these hold.
     *
     * <pre>{@code
     * PurchaseCondition either = any(memberIs(ROUGE), all(memberIs(VIB), orderOfAtLeast(usd(100))));
     * }</pre>
     *
     * @throws IllegalArgumentException if there are none
     */
    public static PurchaseCondition all(PurchaseCondition... conditions) {
        return Conditions.all(conditions);
    }

    /**
     * All of these hold, none of which needs a purchase.
     *
     * <pre>{@code
     * Benefit preview = benefit("preview").where(any(memberIs(ROUGE), all(memberIs(VIB), memberIsIn("champions"))));
     * }</pre>
     *
     * @throws IllegalArgumentException if there are none
     */
    public static Condition all(Condition... conditions) {
        return Conditions.all(conditions);
    }

    /**
     * At least one of these holds.
     *
     * <pre>{@code
     * EarnRule far = rule("far").onPurchase().where(any(orderedThrough("app"), memberIs(ROUGE))).earns(POINTS.points(10));
     * }</pre>
     *
     * @throws IllegalArgumentException if there are none
     */
    public static PurchaseCondition any(PurchaseCondition... conditions) {
        return Conditions.any(conditions);
    }

    /**
     * At least one of these holds, none of which needs a purchase.
     *
     * <pre>{@code
     * Benefit preview = benefit("preview").where(any(memberIs(ROUGE), memberIsIn("champions")));
     * }</pre>
     *
     * @throws IllegalArgumentException if there are none
     */
    public static Condition any(Condition... conditions) {
        return Conditions.any(conditions);
    }

    /**
     * All of these goals must be reached.
     *
     * <pre>{@code
     * Ladder status = ladder("status").startingAt(INSIDER)
     *         .then(VIB, all(SPEND.per(YEAR).reaches(usd(350)), PURCHASES.per(YEAR).reaches(3)));
     * }</pre>
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Goal all(Goal... goals) {
        return Goals.all(goals);
    }

    /**
     * One of these goals must be reached.
     *
     * <pre>{@code
     * Ladder status = ladder("status").startingAt(INSIDER)
     *         .then(VIB, any(SPEND.per(YEAR).reaches(usd(350)), PURCHASES.per(YEAR).reaches(20)));
     * }</pre>
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Goal any(Goal... goals) {
        return Goals.any(goals);
    }

    /**
     * This does not hold.
     *
     * <pre>{@code
     * EarnRule shop = rule("in-the-shop").onPurchase().where(not(orderedThrough("web"))).earns(POINTS.points(5));
     * }</pre>
     */
    public static PurchaseCondition not(PurchaseCondition condition) {
        return Conditions.not(condition);
    }

    /**
     * This does not hold, and needs no purchase.
     *
     * <pre>{@code
     * Benefit trial = benefit("trial").where(not(memberIsAtLeast(VIB)));
     * }</pre>
     */
    public static Condition not(Condition condition) {
        return Conditions.not(condition);
    }
}
