package dev.laurel.event;

import static com.google.common.base.Preconditions.checkArgument;

import dev.laurel.id.Identifiers;
import dev.laurel.time.Timestamps;
import java.time.Instant;

/**
 * Somebody adds or takes points by hand.
 *
 * @param id the event's id
 * @param customer the host's id of the customer
 * @param occurredAt when it happened
 * @param currency the id of the point currency
 * @param points how many are added, or, if negative, taken; not zero
 * @param reason why
 * @param actor who, by the host's id
 */
public record Adjustment(
        String id, String customer, Instant occurredAt, String currency, long points, String reason, String actor)
        implements LoyaltyEvent {
    private static final int MAX_REASON_LENGTH = 500;

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if an id or the reason is malformed, points are zero or cannot be negated, or the instant
     *     is out of range
     */
    public Adjustment {
        Identifiers.hostId("event id", id);
        Identifiers.hostId("customer id", customer);
        occurredAt = Timestamps.checked("occurredAt", occurredAt);
        Identifiers.text("point currency", currency, Identifiers.MAX_HOST_ID_LENGTH);
        checkArgument(
                points != 0 && points != Long.MIN_VALUE,
                "points of an adjustment must be more or less than 0, but were %s",
                points);
        Identifiers.text("reason", reason, MAX_REASON_LENGTH);
        Identifiers.hostId("actor", actor);
    }

    /** Ids and points: the reason is free text, which may be personal. */
    @Override
    public String toString() {
        return "Adjustment[" + id + " of " + customer + " at " + occurredAt + ", " + points + " " + currency + "]";
    }
}
