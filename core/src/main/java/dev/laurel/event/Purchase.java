package dev.laurel.event;

import dev.laurel.id.Identifiers;
import java.time.Instant;

/**
 * A customer bought a basket. The purchase is known by the id of this event.
 *
 * @param id the event's id, and so the purchase's
 * @param customer the host's id of the customer
 * @param occurredAt when it happened
 * @param basket what was bought
 */
public record Purchase(String id, String customer, Instant occurredAt, Basket basket) implements LoyaltyEvent {
    /**
     * Checks the ids.
     *
     * @throws IllegalArgumentException if an id is malformed, the basket is empty, or the instant out of range
     */
    public Purchase {
        // A preview is a purchase without an event: it alone may carry an id of the engine's.
        if (!id.equals(PREVIEW_ID)) {
            Identifiers.hostId("event id", id);
        }
        Identifiers.hostId("customer id", customer);
        occurredAt = Timestamps.checked("occurredAt", occurredAt);
        if (basket.lines().isEmpty()) {
            throw new IllegalArgumentException("a purchase must have at least one line");
        }
    }

    private static final String PREVIEW_ID = Identifiers.RESERVED_PREFIX + "preview";

    /**
     * The purchase that a basket would be, to ask what it would give. A service refuses to record it.
     *
     * @throws IllegalArgumentException as for a purchase
     */
    public static Purchase preview(String customer, Instant at, Basket basket) {
        return new Purchase(PREVIEW_ID, customer, at, basket);
    }

    /** Whether this only asks what a purchase would give. */
    public boolean isPreview() {
        return id.equals(PREVIEW_ID);
    }

    /** Ids and size only. */
    @Override
    public String toString() {
        return "Purchase[" + id + " of " + customer + " at " + occurredAt + ", " + basket + "]";
    }
}
