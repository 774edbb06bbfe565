package dev.laurel.event;

import static com.google.common.base.Preconditions.checkArgument;

import dev.laurel.id.Identifiers;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A redemption is undone, as a whole or in part: its points go back to the lots that they came from. Or a claim is undone: what it gave in
 * points is taken back, and the offer can be claimed again. Either is possible as long as a purchase of that date could be returned.
 *
 * @param id the event's id
 * @param customer the host's id of the customer
 * @param occurredAt when it happened
 * @param redemption the id of the redemption, of the capture of a hold, or of the claim
 * @param points how many points go back, or null for all that are left; of a fixed price no other number, and null for a claim
 */
public record Cancellation(
        String id,
        String customer,
        Instant occurredAt,
        String redemption,
        @Nullable Long points) implements LoyaltyEvent {
    /**
     * Checks the ids.
     *
     * @throws IllegalArgumentException if an id is malformed, points are not positive, or the instant is out of range
     */
    public Cancellation {
        Identifiers.hostId("event id", id);
        Identifiers.hostId("customer id", customer);
        occurredAt = Timestamps.checked("occurredAt", occurredAt);
        Identifiers.hostId("redemption id", redemption);
        checkArgument(points == null || points > 0, "points of a cancellation must be positive, but were %s", points);
    }

    /** A cancellation of all that is left of a redemption. */
    public static Cancellation ofAll(String id, String customer, Instant occurredAt, String redemption) {
        return new Cancellation(id, customer, occurredAt, redemption, null);
    }
}
