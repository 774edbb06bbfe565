package dev.laurel.dsl.syntax;

import dev.laurel.time.Moment;
import java.time.Period;

/** An offer on birthdays. Next: how long it is open. Two birthdays never meet: at most 180 days. */
public interface BirthdayOpening {
    /**
     * From the start of the birthday on, for a period.
     *
     * <pre>{@code
     * Offer drink = offer("birthday-drink").on(birthday()).openFor(days(7)).gives(item("drink"));
     * }</pre>
     */
    OfferTerms openFor(Period period);

    /**
     * From the start of the birthday on, until a moment that is worked out from it.
     *
     * <pre>{@code
     * Offer drink = offer("birthday-drink").on(birthday()).openUntil(endOf(MONTH)).gives(item("drink"));
     * }</pre>
     */
    OfferTerms openUntil(Moment moment);

    /**
     * In the calendar month of the birthday.
     *
     * <pre>{@code
     * Offer birthday = offer("birthday").on(birthday()).openInItsMonth().choiceOf(item("lipstick"), item("mascara"));
     * }</pre>
     */
    OfferTerms openInItsMonth();
}
