package dev.laurel.event;

import dev.laurel.id.Identifiers;
import dev.laurel.time.Timestamps;
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
        PreviewId.checked(id);
        Identifiers.hostId("customer id", customer);
        occurredAt = Timestamps.checked("occurredAt", occurredAt);
        if (basket.lines().isEmpty()) {
            throw new IllegalArgumentException("a purchase must have at least one line");
        }
    }

    /**
     * The purchase that a basket would be, to ask what it would give. A service refuses to record it.
     *
     * @throws IllegalArgumentException as for a purchase
     */
    public static Purchase preview(String customer, Instant at, Basket basket) {
        return new Purchase(PreviewId.VALUE, customer, at, basket);
    }

    /** Whether it only asks what it would give, or is paid with points that were only asked about. */
    @Override
    public boolean isPreview() {
        if (LoyaltyEvent.super.isPreview()) {
            return true;
        }
        for (Payment payment : basket.payments()) {
            if (payment.isPreview()) {
                return true;
            }
        }
        return false;
    }

    /** Ids and size only. */
    @Override
    public String toString() {
        return "Purchase[" + id + " of " + customer + " at " + occurredAt + ", " + basket + "]";
    }
}
