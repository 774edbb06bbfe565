package dev.laurel.event;

import dev.laurel.id.Identifiers;
import dev.laurel.time.Timestamps;
import java.time.Instant;

/**
 * Nothing but time has passed: what it brought about until then is written down. Never needed for a right result, since every
 * event catches up first.
 *
 * @param customer the host's id of the customer
 * @param occurredAt until when
 */
public record TimePassed(String customer, Instant occurredAt) implements LoyaltyEvent {
    /**
     * Checks the customer's id.
     *
     * @throws IllegalArgumentException if it is malformed, or the instant out of range
     */
    public TimePassed {
        Identifiers.hostId("customer id", customer);
        occurredAt = Timestamps.checked("occurredAt", occurredAt);
    }

    /** Derived from the instant, so writing down the same passage twice is harmless. */
    @Override
    public String id() {
        return causeAt(occurredAt);
    }

    /** The cause that entries carry which time alone brought about at an instant. */
    public static String causeAt(Instant instant) {
        return Identifiers.RESERVED_PREFIX + "time:" + instant;
    }
}
