package dev.laurel.event;

import dev.laurel.id.Identifiers;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer takes what an offer gives.
 *
 * @param id the event's id
 * @param customer the host's id of the customer
 * @param occurredAt when it happened
 * @param offer the id of the offer
 * @param choice what is chosen: the id of an item, or of the point currency of a bonus; may be null where there is one choice
 */
public record Claim(
        String id,
        String customer,
        Instant occurredAt,
        String offer,
        @Nullable String choice) implements LoyaltyEvent {
    /**
     * Checks the ids.
     *
     * @throws IllegalArgumentException if an id is malformed, or the instant is out of range
     */
    public Claim {
        PreviewId.checked(id);
        Identifiers.hostId("customer id", customer);
        occurredAt = Timestamps.checked("occurredAt", occurredAt);
        Identifiers.text("offer id", offer, Identifiers.MAX_HOST_ID_LENGTH);
        if (choice != null) {
            Identifiers.text("choice", choice, Identifiers.MAX_HOST_ID_LENGTH);
        }
    }

    /** A claim of an offer that has one choice. */
    public static Claim of(String id, String customer, Instant occurredAt, String offer) {
        return new Claim(id, customer, occurredAt, offer, null);
    }

    /**
     * The claim that this would be, to ask whether it would be accepted. A service refuses to record it.
     *
     * @throws IllegalArgumentException as for a claim
     */
    public static Claim preview(String customer, Instant at, String offer, @Nullable String choice) {
        return new Claim(PreviewId.VALUE, customer, at, offer, choice);
    }
}
