package dev.laurel.event;

import static com.google.common.base.Preconditions.checkArgument;

import dev.laurel.time.Timestamps;
import java.time.Instant;

/**
 * What an {@link Erasure} leaves of an event in the journal: that it was there, and when. It cannot be evaluated again.
 *
 * @param id the event's id
 * @param customer the host's id of the customer
 * @param occurredAt when it happened
 */
public record ErasedEvent(String id, String customer, Instant occurredAt) implements LoyaltyEvent {
    /**
     * Checks the instant; the id may be one that the engine derived.
     *
     * @throws IllegalArgumentException if an id is empty, or the instant is out of range
     */
    public ErasedEvent {
        checkArgument(!id.isEmpty(), "event id must not be empty");
        checkArgument(!customer.isEmpty(), "customer id must not be empty");
        occurredAt = Timestamps.checked("occurredAt", occurredAt);
    }

    /** What is left of an event. */
    public static ErasedEvent of(LoyaltyEvent event) {
        return new ErasedEvent(event.id(), event.customer(), event.occurredAt());
    }

    @Override
    public boolean isSubmittable() {
        return false;
    }
}
