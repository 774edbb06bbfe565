package dev.laurel.event;

import dev.laurel.id.Identifiers;
import dev.laurel.time.Timestamps;
import java.time.Instant;

/**
 * What is personal is to be forgotten: birthday, attributes and segments, and the content of all events so far. Entries and sums
 * stay, and the customer's id stays as a mark that nothing is accepted for it any more. To let points that are left expire at
 * once, close the account first.
 *
 * @param id the event's id
 * @param customer the host's id of the customer
 * @param occurredAt when it happened
 */
public record Erasure(String id, String customer, Instant occurredAt) implements LoyaltyEvent {
    /**
     * Checks the ids.
     *
     * @throws IllegalArgumentException if an id is malformed, or the instant is out of range
     */
    public Erasure {
        Identifiers.hostId("event id", id);
        Identifiers.hostId("customer id", customer);
        occurredAt = Timestamps.checked("occurredAt", occurredAt);
    }
}
