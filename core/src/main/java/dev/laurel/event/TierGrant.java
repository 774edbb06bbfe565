package dev.laurel.event;

import dev.laurel.id.Identifiers;
import dev.laurel.time.Timestamps;
import java.time.Instant;

/**
 * A customer is given a tier until an instant, whatever they have earned: a status match, or a membership that was paid for. It
 * is a floor, never a ceiling, and changes nothing about the tier that is earned. It takes the place of an earlier grant of the same tier,
 * so a later one can shorten it; one that is over already ends it.
 *
 * @param id the event's id
 * @param customer the host's id of the customer
 * @param occurredAt when it happened
 * @param tier the id of the tier
 * @param until when the grant ends: the tier is held strictly before that
 */
public record TierGrant(String id, String customer, Instant occurredAt, String tier, Instant until)
        implements LoyaltyEvent {
    /**
     * Checks the ids.
     *
     * @throws IllegalArgumentException if an id is malformed, or an instant is out of range
     */
    public TierGrant {
        Identifiers.hostId("event id", id);
        Identifiers.hostId("customer id", customer);
        occurredAt = Timestamps.checked("occurredAt", occurredAt);
        Identifiers.text("tier", tier, Identifiers.MAX_HOST_ID_LENGTH);
        until = Timestamps.checked("until", until);
    }
}
