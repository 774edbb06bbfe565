package dev.laurel.event;

import dev.laurel.id.Identifiers;
import dev.laurel.time.Timestamps;
import java.time.Instant;

/**
 * A {@linkplain Closure closed} account is opened again, no longer after that than an event may be late. It is then what it would be
 * had it never been closed: points whose dates are past are gone, and holds whose time is over have lapsed. Nothing that would have been
 * given meanwhile is given.
 *
 * @param id the event's id
 * @param customer the host's id of the customer
 * @param occurredAt when it happened
 */
public record Reopening(String id, String customer, Instant occurredAt) implements LoyaltyEvent {
    /**
     * Checks the ids.
     *
     * @throws IllegalArgumentException if an id is malformed, or the instant is out of range
     */
    public Reopening {
        Identifiers.hostId("event id", id);
        Identifiers.hostId("customer id", customer);
        occurredAt = Timestamps.checked("occurredAt", occurredAt);
    }
}
