package dev.laurel.examples.replay;

import dev.laurel.decision.Refusal;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.money.CurrencyMismatchException;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A well-formed line of a history: an event, or one whose values no event may have.
 *
 * @param customer the customer as written
 * @param id the event's id as written
 * @param at when it happened
 * @param event the event, or null if its values are refused
 * @param refusal why they are refused, or null
 */
record Arrival(
        String customer,
        String id,
        Instant at,
        @Nullable LoyaltyEvent event,
        @Nullable Refusal refusal) {
    /** Makes the event of what was read, or the refusal that takes its place. */
    static Arrival of(String customer, String id, Instant at, Supplier<? extends LoyaltyEvent> event) {
        try {
            return new Arrival(customer, id, at, event.get(), null);
        } catch (CurrencyMismatchException e) {
            return new Arrival(
                    customer,
                    id,
                    at,
                    null,
                    new Refusal.WrongCurrency(
                            e.expected().getCurrencyCode(), e.actual().getCurrencyCode()));
        } catch (IllegalArgumentException e) {
            return new Arrival(customer, id, at, null, new Refusal.Invalid(String.valueOf(e.getMessage())));
        }
    }
}
