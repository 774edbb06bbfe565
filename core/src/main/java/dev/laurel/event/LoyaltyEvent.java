package dev.laurel.event;

import java.time.Instant;

/**
 * Something that happened to one customer, as the host reports it.
 *
 * <p>An event is its own idempotency key: the same id with the same content again changes nothing, the same id with other
 * content is an error. Content means the values, not how they were written: {@code 5.0} and {@code 5.00} are the same.
 */
public sealed interface LoyaltyEvent
        permits Opening,
                Enrollment,
                Purchase,
                Redemption,
                Hold,
                Capture,
                Release,
                Return,
                Cancellation,
                Claim,
                Activity,
                ProfileChange,
                Adjustment,
                TierGrant,
                Transfer,
                TransferReceived,
                Closure,
                Reopening,
                Erasure,
                ErasedEvent,
                BatchRecord,
                TimePassed {
    /** The id, chosen by the host and unique per customer over all kinds of event. */
    String id();

    /** The host's id of the customer. */
    String customer();

    /** When it happened, to the microsecond. */
    Instant occurredAt();

    /** Whether hosts submit such events; the others come from these. */
    default boolean isSubmittable() {
        return true;
    }

    /** Whether this only asks what an event would give; it happened to nobody. */
    default boolean isPreview() {
        return id().equals(PreviewId.VALUE);
    }
}
