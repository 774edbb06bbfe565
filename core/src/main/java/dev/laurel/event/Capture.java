package dev.laurel.event;

import static com.google.common.base.Preconditions.checkArgument;

import dev.laurel.id.Identifiers;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Points that were held are taken for good, all or some of them. The rest goes back to the lots that it came from, unless more captures
 * follow, as for an order that is shipped in parts: then it stays on hold. What was taken is a redemption under the id of the capture,
 * which can be cancelled as any other.
 *
 * @param id the event's id, and so the redemption's
 * @param customer the host's id of the customer
 * @param occurredAt when it happened
 * @param hold the id of the hold
 * @param points how many points are taken, or null for all that are held; of a fixed price no other number, of a chosen one as its steps
 *     allow
 * @param more whether more captures follow, so that the rest stays on hold
 */
public record Capture(
        String id,
        String customer,
        Instant occurredAt,
        String hold,
        @Nullable Long points,
        boolean more) implements LoyaltyEvent {
    /**
     * Checks the ids.
     *
     * @throws IllegalArgumentException if an id is malformed, points are not positive, or the instant is out of range
     */
    public Capture {
        Identifiers.hostId("event id", id);
        Identifiers.hostId("customer id", customer);
        occurredAt = Timestamps.checked("occurredAt", occurredAt);
        Identifiers.hostId("hold id", hold);
        checkArgument(points == null || points > 0, "points of a capture must be positive, but were %s", points);
    }

    /** A capture after which the rest goes back. */
    public Capture(String id, String customer, Instant occurredAt, String hold, @Nullable Long points) {
        this(id, customer, occurredAt, hold, points, false);
    }

    /** A capture of all that is held. */
    public static Capture ofAll(String id, String customer, Instant occurredAt, String hold) {
        return new Capture(id, customer, occurredAt, hold, null);
    }

    /** A copy that more captures follow. */
    public Capture withMoreToFollow() {
        return new Capture(id, customer, occurredAt, hold, points, true);
    }
}
