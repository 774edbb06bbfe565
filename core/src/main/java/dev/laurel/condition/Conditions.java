package dev.laurel.condition;

import com.google.common.collect.ImmutableSortedSet;
import dev.laurel.money.Money;
import dev.laurel.tier.Tier;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;

/** The conditions that come with Laurel. */
public final class Conditions {
    private Conditions() {}

    /** The member holds exactly this tier. */
    public static Condition memberIs(Tier tier) {
        return new MemberConditions.MemberIs(tier);
    }

    /** The member holds this tier or one above it. */
    public static Condition memberIsAtLeast(Tier tier) {
        return new MemberConditions.MemberIsAtLeast(tier);
    }

    /** The host puts the customer into this segment. */
    public static Condition memberIsIn(String segment) {
        return new MemberConditions.MemberIsIn(segment);
    }

    /**
     * The member has been enrolled for so long: when the event happens; of an offer, when it opens.
     *
     * @throws IllegalArgumentException if the period is negative
     */
    public static Condition enrolledFor(Period period) {
        return new MemberConditions.EnrolledFor(period);
    }

    /** The date lies between two dates of the program's zone, both included. */
    public static Condition during(LocalDate from, LocalDate to) {
        return new MemberConditions.During(from, to);
    }

    /**
     * The date is one of these days of the week, in the program's zone.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Condition onDays(DayOfWeek... days) {
        return new MemberConditions.OnDays(ImmutableSortedSet.copyOf(days));
    }

    /** All lines that the program covers cost this much or more, without tax unless the program includes it. */
    public static PurchaseCondition orderOfAtLeast(Money least) {
        return orderOfAtLeast(least, Selectors.everything());
    }

    /**
     * The lines that the selector chooses, of those that the program covers, cost this much or more, without tax unless the program
     * includes it.
     */
    public static PurchaseCondition orderOfAtLeast(Money least, Selector selector) {
        return new OrderConditions.OrderOfAtLeast(least, selector);
    }

    /** The order is placed through this channel, such as {@code web}. */
    public static PurchaseCondition orderedThrough(String channel) {
        return new OrderConditions.OrderedThrough(channel);
    }

    /** The basket has a line that the selector chooses and the program covers. */
    public static PurchaseCondition basketHas(Selector selector) {
        return new OrderConditions.BasketHas(selector);
    }

    /** All of these hold; the finding is that of the first that does not. */
    public static PurchaseCondition all(PurchaseCondition... conditions) {
        return new Combined.OfPurchase(Combined.all("condition", conditions));
    }

    /** All of these hold, none of which needs a purchase; the finding is that of the first that does not. */
    public static Condition all(Condition... conditions) {
        return new Combined.OfMember(Combined.all("condition", conditions));
    }

    /** At least one of these holds. */
    public static PurchaseCondition any(PurchaseCondition... conditions) {
        return new Combined.OfPurchase(Combined.any("condition", conditions));
    }

    /** At least one of these holds, none of which needs a purchase. */
    public static Condition any(Condition... conditions) {
        return new Combined.OfMember(Combined.any("condition", conditions));
    }

    /** This does not hold. */
    public static PurchaseCondition not(PurchaseCondition condition) {
        return new Combined.OfPurchase(Combined.not(condition));
    }

    /** This does not hold, and needs no purchase. */
    public static Condition not(Condition condition) {
        return new Combined.OfMember(Combined.not(condition));
    }
}
