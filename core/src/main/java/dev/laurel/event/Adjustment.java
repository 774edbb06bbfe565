package dev.laurel.event;

import static com.google.common.base.Preconditions.checkArgument;

import dev.laurel.id.Identifiers;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody adds or takes points by hand. Points that are added have the dates of their currency's terms, or dates of their own: one at
 * which they expire rules alone, so that no timer moves it and no tier suspends it.
 *
 * <pre>{@code
 * new Adjustment("j1", "c1", at, "points", 50, "parcel was late", "agent-7").expiring(endOfMay).about("order-1");
 * }</pre>
 *
 * @param id the event's id
 * @param customer the host's id of the customer
 * @param occurredAt when it happened
 * @param currency the id of the point currency
 * @param points how many are added, or, if negative, taken; not zero
 * @param reason why
 * @param actor who, by the host's id
 * @param available from when points that are added can be spent, or null for at once
 * @param expires from when points that are added are gone, or null for what the program says of points earned now
 * @param purchase the id of the order that it is about, or null. It is for whoever reads the journal: nothing is worked out from it, and
 *     it can be of an order that came too late to be accepted
 */
public record Adjustment(
        String id,
        String customer,
        Instant occurredAt,
        String currency,
        long points,
        String reason,
        String actor,
        @Nullable Instant available,
        @Nullable Instant expires,
        @Nullable String purchase)
        implements LoyaltyEvent {
    private static final int MAX_REASON_LENGTH = 500;

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if an id or the reason is malformed, points are zero or cannot be negated, an instant is out of
     *     range, points that are taken have dates, or points would expire before they can be spent
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
        checkArgument(
                points > 0 || (available == null && expires == null),
                "points that are taken have no dates of their own, but %s were to be taken with some",
                -points);
        available = available == null ? null : Timestamps.checked("available", available);
        expires = expires == null ? null : Timestamps.checked("expires", expires);
        checkArgument(
                available == null || available.isAfter(occurredAt),
                "points must become available after the adjustment, at %s, or at once, but were to at %s",
                occurredAt,
                available);
        Instant spendable = available == null ? occurredAt : available;
        checkArgument(
                expires == null || expires.isAfter(spendable),
                "points must expire after they can be spent, from %s on, but were to at %s",
                spendable,
                expires);
        if (purchase != null) {
            Identifiers.hostId("purchase id", purchase);
        }
    }

    /** An adjustment whose points have the dates of their currency's terms, and that is about no order. */
    public Adjustment(
            String id, String customer, Instant occurredAt, String currency, long points, String reason, String actor) {
        this(id, customer, occurredAt, currency, points, reason, actor, null, null, null);
    }

    /**
     * A copy whose points can be spent from this instant on.
     *
     * @throws IllegalArgumentException if it takes points, or the instant is not after it or not before they expire
     */
    public Adjustment availableFrom(Instant available) {
        return new Adjustment(id, customer, occurredAt, currency, points, reason, actor, available, expires, purchase);
    }

    /**
     * A copy whose points are gone from this instant on.
     *
     * @throws IllegalArgumentException if it takes points, or they could not be spent before that
     */
    public Adjustment expiring(Instant expires) {
        return new Adjustment(id, customer, occurredAt, currency, points, reason, actor, available, expires, purchase);
    }

    /**
     * A copy that is about an order.
     *
     * @throws IllegalArgumentException if the id is malformed
     */
    public Adjustment about(String purchase) {
        return new Adjustment(id, customer, occurredAt, currency, points, reason, actor, available, expires, purchase);
    }

    /** Ids and points: the reason is free text, which may be personal. */
    @Override
    public String toString() {
        return "Adjustment[" + id + " of " + customer + " at " + occurredAt + ", " + points + " " + currency + "]";
    }
}
