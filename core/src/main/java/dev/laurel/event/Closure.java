package dev.laurel.event;

import dev.laurel.id.Identifiers;
import dev.laurel.time.Timestamps;
import java.time.Instant;

/**
 * A customer's account is closed: all that is left expires, pending points and those on hold too, and a debt stays. Afterwards only a
 * {@link Reopening} or an {@link Erasure} is accepted.
 *
 * @param id the event's id
 * @param customer the host's id of the customer
 * @param occurredAt when it happened
 */
public record Closure(String id, String customer, Instant occurredAt) implements LoyaltyEvent {
    /**
     * Checks the ids.
     *
     * @throws IllegalArgumentException if an id is malformed, or the instant is out of range
     */
    public Closure {
        Identifiers.hostId("event id", id);
        Identifiers.hostId("customer id", customer);
        occurredAt = Timestamps.checked("occurredAt", occurredAt);
    }
}
