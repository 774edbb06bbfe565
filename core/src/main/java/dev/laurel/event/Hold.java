package dev.laurel.event;

import static com.google.common.base.Preconditions.checkArgument;

import dev.laurel.id.Identifiers;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Points of a reward are set aside until it is certain that the customer takes it, such as while an order is being paid. A hold
 * is resolved exactly once: by a {@link Capture}, by a {@link Release}, or by itself when it lapses.
 *
 * @param id the event's id, and so the hold's
 * @param customer the host's id of the customer
 * @param occurredAt when it happened
 * @param reward the id of the reward
 * @param until when it lapses: it can be captured strictly before that
 * @param points how many points, for a reward of variable price; null for the reward's own price
 * @param basket the order that the reward is used on, if it is used on one
 */
public record Hold(
        String id,
        String customer,
        Instant occurredAt,
        String reward,
        Instant until,
        @Nullable Long points,
        @Nullable Basket basket)
        implements LoyaltyEvent {
    /**
     * Checks the ids.
     *
     * @throws IllegalArgumentException if an id is malformed, points are not positive, an instant is out of range, or the hold
     *     does not end after it begins
     */
    public Hold {
        Identifiers.hostId("event id", id);
        Identifiers.hostId("customer id", customer);
        occurredAt = Timestamps.checked("occurredAt", occurredAt);
        Identifiers.text("reward id", reward, Identifiers.MAX_HOST_ID_LENGTH);
        until = Timestamps.checked("until", until);
        checkArgument(
                until.isAfter(occurredAt),
                "a hold must end after it begins, at %s, but ended at %s",
                occurredAt,
                until);
        checkArgument(points == null || points > 0, "points of a hold must be positive, but were %s", points);
    }

    /** A hold for a reward at its own price, without an order. */
    public static Hold of(String id, String customer, Instant occurredAt, String reward, Instant until) {
        return new Hold(id, customer, occurredAt, reward, until, null, null);
    }
}
