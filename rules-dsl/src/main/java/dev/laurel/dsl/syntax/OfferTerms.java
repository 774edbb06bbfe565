package dev.laurel.dsl.syntax;

import dev.laurel.condition.Condition;
import dev.laurel.reward.Choice;
import dev.laurel.reward.Gift;
import dev.laurel.reward.Offer;
import dev.laurel.tier.Tier;
import dev.laurel.time.Moment;
import java.time.Period;

/**
 * An offer that knows how long it is open. Next: conditions, if any; then what it gives, with which it is an {@link Offer}, whose copies
 * say the rest.
 *
 * <pre>{@code
 * Offer birthday = offer("birthday").on(birthday().knownFor(days(1))).openInItsMonth()
 *         .choiceOf(item("lipstick"), item("mascara"))
 *         .alsoFor(memberIsAtLeast(VIB), bonus(POINTS.points(250)));
 * }</pre>
 */
public interface OfferTerms {
    /**
     * For another period to members of a tier and those above it; the last that a member's tier reaches counts.
     *
     * <pre>{@code
     * Offer drink = offer("birthday-drink").on(birthday()).openFor(days(1)).openFor(VIB, days(7)).openFor(ROUGE, days(30))
     *         .gives(item("drink"));
     * }</pre>
     */
    OfferTerms openFor(Tier tier, Period period);

    /**
     * Until another moment to members of a tier and those above it.
     *
     * <pre>{@code
     * Offer drink = offer("birthday-drink").on(birthday()).openFor(days(1)).openUntil(VIB, endOf(MONTH)).gives(item("drink"));
     * }</pre>
     */
    OfferTerms openUntil(Tier tier, Moment moment);

    /**
     * In the whole month of the birthday to members of a tier and those above it.
     *
     * <pre>{@code
     * Offer drink = offer("birthday-drink").on(birthday()).openFor(days(1)).openInItsMonth(VIB).gives(item("drink"));
     * }</pre>
     */
    OfferTerms openInItsMonth(Tier tier);

    /**
     * These conditions must hold too, all of them.
     *
     * <pre>{@code
     * Offer drink = offer("birthday-drink").on(birthday()).openFor(days(1)).where(memberIsAtLeast(VIB)).gives(item("drink"));
     * }</pre>
     */
    OfferTerms where(Condition condition, Condition... more);

    /**
     * What it gives: an item or points.
     *
     * <pre>{@code
     * Offer points = offer("birthday-points").on(birthday()).openInItsMonth().gives(bonus(POINTS.points(250)));
     * }</pre>
     */
    Offer gives(Gift content);

    /**
     * One of these items or points, as the member chooses.
     *
     * <pre>{@code
     * Offer choice = offer("birthday").on(birthday()).openInItsMonth().choiceOf(item("lipstick"), bonus(POINTS.points(250)));
     * }</pre>
     *
     * @throws IllegalArgumentException if two are called the same
     */
    Offer choiceOf(Gift content, Gift... more);

    /**
     * One of these, as the member chooses among those that are for them.
     *
     * <pre>{@code
     * Offer birthday = offer("birthday").on(birthday()).openInItsMonth().choiceOf(
     *         choice(item("mini-lipstick")),
     *         choice(item("lipstick")).where(memberIsAtLeast(VIB)));
     * }</pre>
     *
     * @throws IllegalArgumentException if two are called the same
     */
    Offer choiceOf(Choice choice, Choice... more);
}
