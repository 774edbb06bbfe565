package dev.laurel.event;

import static com.google.common.base.Preconditions.checkArgument;

import dev.laurel.id.Identifiers;
import dev.laurel.time.Timestamps;
import java.time.Instant;

/**
 * A customer gives points to another one. They keep their dates, and those on a timer of inactivity get the date at which it stands:
 * giving points away never makes them last longer. A program may ask that points have an age; younger ones stay. What arrives is a
 * {@link TransferReceived}, which the engine makes; both accounts change together or not at all.
 *
 * @param id the event's id
 * @param customer the host's id of the customer who gives
 * @param occurredAt when it happened
 * @param to the host's id of the customer who receives
 * @param currency the id of the point currency
 * @param points how many, more than zero
 */
public record Transfer(String id, String customer, Instant occurredAt, String to, String currency, long points)
        implements LoyaltyEvent {
    /**
     * Checks the ids.
     *
     * @throws IllegalArgumentException if an id is malformed, points are not positive, or the instant is out of range
     */
    public Transfer {
        Identifiers.hostId("event id", id);
        Identifiers.hostId("customer id", customer);
        occurredAt = Timestamps.checked("occurredAt", occurredAt);
        Identifiers.hostId("receiving customer's id", to);
        Identifiers.text("point currency", currency, Identifiers.MAX_HOST_ID_LENGTH);
        checkArgument(points > 0, "points of a transfer must be positive, but were %s", points);
    }
}
