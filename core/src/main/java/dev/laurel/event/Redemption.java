package dev.laurel.event;

import static com.google.common.base.Preconditions.checkArgument;

import dev.laurel.id.Identifiers;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer takes a reward and pays its price in points.
 *
 * @param id the event's id, and so the redemption's
 * @param customer the host's id of the customer
 * @param occurredAt when it happened
 * @param reward the id of the reward
 * @param points how many points, for a reward of variable price; null for the reward's own price
 * @param basket the order that the reward is used on, if it is used on one
 */
public record Redemption(
        String id,
        String customer,
        Instant occurredAt,
        String reward,
        @Nullable Long points,
        @Nullable Basket basket) implements LoyaltyEvent {
    /**
     * Checks the ids.
     *
     * @throws IllegalArgumentException if an id is malformed, points are not positive, or the instant is out of range
     */
    public Redemption {
        PreviewId.checked(id);
        Identifiers.hostId("customer id", customer);
        occurredAt = Timestamps.checked("occurredAt", occurredAt);
        Identifiers.text("reward id", reward, Identifiers.MAX_HOST_ID_LENGTH);
        checkArgument(points == null || points > 0, "points of a redemption must be positive, but were %s", points);
    }

    /** A redemption of a reward at its own price, without an order. */
    public static Redemption of(String id, String customer, Instant occurredAt, String reward) {
        return new Redemption(id, customer, occurredAt, reward, null, null);
    }

    /** A redemption of a reward at its own price, on an order. */
    public static Redemption of(String id, String customer, Instant occurredAt, String reward, Basket basket) {
        return new Redemption(id, customer, occurredAt, reward, null, basket);
    }

    /** A redemption of a reward of variable price for so many points, without an order. */
    public static Redemption of(String id, String customer, Instant occurredAt, String reward, long points) {
        return new Redemption(id, customer, occurredAt, reward, points, null);
    }

    /** A redemption of a reward of variable price for so many points, on an order. */
    public static Redemption of(
            String id, String customer, Instant occurredAt, String reward, long points, Basket basket) {
        return new Redemption(id, customer, occurredAt, reward, points, basket);
    }

    /**
     * The redemption that this would be, to ask whether it would be accepted. A service refuses to record it.
     *
     * @throws IllegalArgumentException as for a redemption
     */
    public static Redemption preview(String customer, Instant at, String reward, @Nullable Basket basket) {
        return preview(customer, at, reward, null, basket);
    }

    /**
     * The redemption for so many points that this would be, to ask whether it would be accepted. A service refuses to record it.
     *
     * @throws IllegalArgumentException as for a redemption
     */
    public static Redemption preview(
            String customer, Instant at, String reward, @Nullable Long points, @Nullable Basket basket) {
        return new Redemption(PreviewId.VALUE, customer, at, reward, points, basket);
    }
}
