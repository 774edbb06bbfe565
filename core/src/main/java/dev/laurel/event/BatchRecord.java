package dev.laurel.event;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.laurel.id.Identifiers;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Batch}, or an order that is placed on a {@link Promise}, leaves in the journal beside its events: that its id is used, and
 * for what. It does nothing.
 *
 * @param id the batch's id
 * @param customer the host's id of the customer
 * @param occurredAt when all of it happened
 * @param events the ids of its events, in their order
 * @param promise what was promised of the order, or null for a batch
 */
public record BatchRecord(
        String id,
        String customer,
        Instant occurredAt,
        List<String> events,
        @Nullable Promise promise) implements LoyaltyEvent {
    /**
     * Takes a copy of the list.
     *
     * @throws IllegalArgumentException if an id is malformed, there is none of an event, or the instant is out of range
     */
    public BatchRecord {
        Identifiers.hostId("batch id", id);
        Identifiers.hostId("customer id", customer);
        occurredAt = Timestamps.checked("occurredAt", occurredAt);
        events = ImmutableList.copyOf(events);
        checkArgument(!events.isEmpty(), "batch '%s' must have an event", id);
        events.forEach(event -> Identifiers.hostId("event id", event));
    }

    /** What an erasure leaves of it: ids only. */
    public BatchRecord withoutPromise() {
        return new BatchRecord(id, customer, occurredAt, events, null);
    }

    @Override
    public boolean isSubmittable() {
        return false;
    }
}
