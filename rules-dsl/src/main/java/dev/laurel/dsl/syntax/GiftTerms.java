package dev.laurel.dsl.syntax;

import dev.laurel.reward.Choice;
import dev.laurel.reward.Gift;
import dev.laurel.reward.Offer;
import dev.laurel.rule.Condition;
import dev.laurel.tier.Tier;
import java.time.Period;

/**
 * A birthday gift that knows its days. Next: the terms of a claim, if any; then what it gives, with which it is an
 * {@link Offer}, whose copies say the rest.
 *
 * <pre>{@code
 * Offer birthday = birthdayGift("birthday").inBirthdayMonth().onFileFor(days(1))
 *         .choiceOf(item("lipstick"), item("mascara"))
 *         .alsoFor(memberIsAtLeast(VIB), bonus(POINTS.points(250)));
 * }</pre>
 */
public interface GiftTerms {
    /**
     * Other days for members of a tier and those above it; the last that a member's tier reaches counts.
     *
     * <pre>{@code
     * Offer drink = birthdayGift("birthday-drink").onBirthday()
     *         .forMembersFrom(VIB).forDaysFromBirthday(7)
     *         .forMembersFrom(ROUGE).forDaysFromBirthday(30)
     *         .gives(item("drink"));
     * }</pre>
     */
    GiftWindow forMembersFrom(Tier tier);

    /**
     * The birthday must have been on file so long before a claim. To be said once.
     *
     * <pre>{@code
     * Offer drink = birthdayGift("birthday-drink").onBirthday().onFileFor(days(7)).gives(item("drink"));
     * }</pre>
     *
     * @throws IllegalArgumentException if the period is negative
     * @throws IllegalStateException if it was said before
     */
    GiftTerms onFileFor(Period period);

    /**
     * A first purchase must have been made so long before a claim. To be said once.
     *
     * <pre>{@code
     * Offer drink = birthdayGift("birthday-drink").onBirthday().purchasedFor(days(30)).gives(item("drink"));
     * }</pre>
     *
     * @throws IllegalArgumentException if the period is negative
     * @throws IllegalStateException if it was said before
     */
    GiftTerms purchasedFor(Period period);

    /**
     * These conditions must hold too, all of them.
     *
     * <pre>{@code
     * Offer drink = birthdayGift("birthday-drink").onBirthday().where(memberIsAtLeast(VIB)).gives(item("drink"));
     * }</pre>
     */
    GiftTerms where(Condition condition, Condition... more);

    /**
     * What it gives: an item or points.
     *
     * <pre>{@code
     * Offer points = birthdayGift("birthday-points").inBirthdayMonth().gives(bonus(POINTS.points(250)));
     * }</pre>
     */
    Offer gives(Gift content);

    /**
     * One of these items or points, as the member chooses.
     *
     * <pre>{@code
     * Offer choice = birthdayGift("birthday").inBirthdayMonth().choiceOf(item("lipstick"), bonus(POINTS.points(250)));
     * }</pre>
     *
     * @throws IllegalArgumentException if two are called the same
     */
    Offer choiceOf(Gift content, Gift... more);

    /**
     * One of these, as the member chooses among those that are for them.
     *
     * <pre>{@code
     * Offer birthday = birthdayGift("birthday").inBirthdayMonth().choiceOf(
     *         choice(item("mini-lipstick")),
     *         choice(item("lipstick")).where(memberIsAtLeast(VIB)));
     * }</pre>
     *
     * @throws IllegalArgumentException if two are called the same
     */
    Offer choiceOf(Choice choice, Choice... more);
}
