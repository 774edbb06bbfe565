package dev.laurel.event;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.laurel.id.Identifiers;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A customer gives back a purchase or a part of it.
 *
 * @param id the event's id
 * @param customer the host's id of the customer who bought
 * @param occurredAt when it happened
 * @param purchase the id of the purchase
 * @param lines what comes back; empty for all that is left
 */
public record Return(String id, String customer, Instant occurredAt, String purchase, List<ReturnedLine> lines)
        implements LoyaltyEvent {
    /**
     * Takes a copy of the lines.
     *
     * @throws IllegalArgumentException if an id is malformed, a line occurs twice, or the instant is out of range
     */
    public Return {
        Identifiers.hostId("event id", id);
        Identifiers.hostId("customer id", customer);
        occurredAt = Timestamps.checked("occurredAt", occurredAt);
        Identifiers.hostId("purchase id", purchase);
        lines = ImmutableList.copyOf(lines);
        Set<String> seen = new HashSet<>();
        for (ReturnedLine line : lines) {
            checkArgument(seen.add(line.line()), "a return must have a line once, but '%s' occurs twice", line.line());
        }
    }

    /** A return of all that is left of a purchase. */
    public static Return ofAll(String id, String customer, Instant occurredAt, String purchase) {
        return new Return(id, customer, occurredAt, purchase, List.of());
    }
}
