package dev.laurel.dsl.syntax;

/** A birthday gift. Next: the days on which it can be claimed. */
public interface GiftWindow {
    /**
     * On the birthday alone.
     *
     * <pre>{@code
     * Offer drink = birthdayGift("birthday-drink").onBirthday().gives(item("drink"));
     * }</pre>
     */
    GiftTerms onBirthday();

    /**
     * In the calendar month of the birthday.
     *
     * <pre>{@code
     * Offer birthday = birthdayGift("birthday").inBirthdayMonth().choiceOf(item("lipstick"), item("mascara"));
     * }</pre>
     */
    GiftTerms inBirthdayMonth();

    /**
     * On so many days from the birthday on, the birthday included.
     *
     * <pre>{@code
     * Offer drink = birthdayGift("birthday-drink").forDaysFromBirthday(7).gives(item("drink"));
     * }</pre>
     *
     * @throws IllegalArgumentException if they are less than 1 or more than 180
     */
    GiftTerms forDaysFromBirthday(int days);
}
