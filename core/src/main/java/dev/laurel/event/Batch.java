package dev.laurel.event;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.laurel.id.Identifiers;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Several events of one customer at one instant that are given together, in their order: all of them are accepted, or none is.
 *
 * <pre>{@code
 * Batch.of("checkout-7", Redemption.of("order-7-cash", "ada", now, "cash-10", basket), new Purchase("order-7", "ada", now, discounted))
 * }</pre>
 *
 * @param id the batch's id, chosen by the host; no event of the customer has it
 * @param customer the host's id of the customer
 * @param occurredAt when all of it happened
 * @param events the events, at least one
 */
public record Batch(String id, String customer, Instant occurredAt, List<LoyaltyEvent> events) {
    /** The most events of a batch. */
    public static final int MAX_EVENTS = 1_000;

    /**
     * Takes a copy of the list.
     *
     * @throws IllegalArgumentException if an id is malformed or occurs twice, there is no event or more than a thousand, one is of another
     *     customer or instant, or one is no event that a host submits or a passage of time, which needs no batch
     */
    public Batch {
        Identifiers.hostId("batch id", id);
        Identifiers.hostId("customer id", customer);
        occurredAt = Timestamps.checked("occurredAt", occurredAt);
        events = ImmutableList.copyOf(events);
        checkArgument(!events.isEmpty(), "batch '%s' must have an event", id);
        checkArgument(
                events.size() <= MAX_EVENTS,
                "batch '%s' must have at most %s events, but had %s",
                id,
                MAX_EVENTS,
                events.size());
        Set<String> ids = new HashSet<>(ImmutableSet.of(id));
        for (LoyaltyEvent event : events) {
            checkArgument(ids.add(event.id()), "batch '%s' must have each id once, but had '%s' twice", id, event.id());
            checkArgument(
                    event.isSubmittable() && !event.isPreview(),
                    "batch '%s' must not have '%s', which no host submits",
                    id,
                    event.id());
            checkArgument(
                    !(event instanceof TimePassed),
                    "batch '%s' must not have '%s': time passes by itself with the other events",
                    id,
                    event.id());
            checkArgument(
                    event.customer().equals(customer),
                    "batch '%s' must be of one customer, but '%s' is of another",
                    id,
                    event.id());
            checkArgument(
                    event.occurredAt().equals(occurredAt),
                    "batch '%s' must be of one instant, %s, but '%s' happened at %s",
                    id,
                    occurredAt,
                    event.id(),
                    event.occurredAt());
        }
    }

    /**
     * A batch of the customer and the instant of its events.
     *
     * @throws IllegalArgumentException as for a batch of all its parts
     */
    public static Batch of(String id, LoyaltyEvent first, LoyaltyEvent... more) {
        return new Batch(
                id,
                first.customer(),
                first.occurredAt(),
                ImmutableList.<LoyaltyEvent>builder().add(first).add(more).build());
    }

    /** What the journal keeps of it beside its events. */
    public BatchRecord record() {
        return new BatchRecord(
                id, customer, occurredAt, events.stream().map(LoyaltyEvent::id).toList(), null);
    }

    /** Ids and counts only. */
    @Override
    public String toString() {
        return "Batch[" + id + " of " + customer + ", " + events.size() + " events, occurredAt=" + occurredAt + "]";
    }
}
