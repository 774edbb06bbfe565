package dev.laurel.event;

import dev.laurel.customer.Customer;
import dev.laurel.id.Identifiers;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * A customer did something that the host gives a name: wrote a review, checked in, answered a survey, renewed a subscription.
 *
 * @param id the event's id
 * @param customer the host's id of the customer
 * @param occurredAt when it happened
 * @param name what, such as {@code review}
 * @param attributes more about it, by name
 */
public record Activity(String id, String customer, Instant occurredAt, String name, Map<String, String> attributes)
        implements LoyaltyEvent {
    /**
     * Takes a copy of the attributes, in the order of their names.
     *
     * @throws IllegalArgumentException if an id or a name is malformed, or the instant is out of range
     */
    public Activity {
        Identifiers.hostId("event id", id);
        occurredAt = Timestamps.checked("occurredAt", occurredAt);
        Identifiers.text("name of an activity", name, Identifiers.MAX_HOST_ID_LENGTH);
        attributes = new Customer(customer, null, attributes, Set.of()).attributes();
    }

    /** An activity of which nothing more is said. */
    public static Activity of(String id, String customer, Instant occurredAt, String name) {
        return new Activity(id, customer, occurredAt, name, Map.of());
    }

    /** Ids and the name: the attributes may be personal. */
    @Override
    public String toString() {
        return "Activity[" + id + " of " + customer + " at " + occurredAt + ", " + name + "]";
    }
}
