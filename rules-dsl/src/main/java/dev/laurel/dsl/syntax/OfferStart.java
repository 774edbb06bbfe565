package dev.laurel.dsl.syntax;

import dev.laurel.reward.BirthdayOccasion;

/** An offer that has a name. Next: on what occasion it is made. */
public interface OfferStart {
    /**
     * On birthdays, one claim for each.
     *
     * <pre>{@code
     * Offer drink = offer("birthday-drink").on(birthday().knownFor(days(7))).openFor(days(1)).gives(item("drink"));
     * Offer later = offer("birthday-gift").on(birthday().purchasedFor(days(30))).openInItsMonth().gives(item("drink"));
     * }</pre>
     */
    BirthdayOpening on(BirthdayOccasion birthday);
}
