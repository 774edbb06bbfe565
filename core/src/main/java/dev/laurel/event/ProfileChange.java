package dev.laurel.event;

import static com.google.common.base.Preconditions.checkArgument;

import dev.laurel.customer.Birthday;
import dev.laurel.customer.Customer;
import dev.laurel.id.Identifiers;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a customer changed. What is null stays as it was; attributes and segments are replaced as a whole.
 *
 * @param id the event's id
 * @param customer the host's id of the customer
 * @param occurredAt when it happened
 * @param birthday the birthday from now on, or null
 * @param attributes all attributes from now on, or null
 * @param segments all segments from now on, or null
 */
public record ProfileChange(
        String id,
        String customer,
        Instant occurredAt,
        @Nullable Birthday birthday,
        @Nullable Map<String, String> attributes,
        @Nullable Set<String> segments)
        implements LoyaltyEvent {
    /**
     * Takes copies of the collections.
     *
     * @throws IllegalArgumentException if an id or a name is malformed, nothing changes, or the instant is out of range
     */
    public ProfileChange {
        Identifiers.hostId("event id", id);
        occurredAt = Timestamps.checked("occurredAt", occurredAt);
        checkArgument(
                birthday != null || attributes != null || segments != null,
                "a change of a profile must change the birthday, the attributes or the segments");
        Customer checked = new Customer(
                customer, birthday, attributes == null ? Map.of() : attributes, segments == null ? Set.of() : segments);
        attributes = attributes == null ? null : checked.attributes();
        segments = segments == null ? null : checked.segments();
    }

    /** The birthday is this. */
    public static ProfileChange ofBirthday(String id, String customer, Instant occurredAt, Birthday birthday) {
        return new ProfileChange(id, customer, occurredAt, birthday, null, null);
    }

    /** What is known afterwards of a customer of whom this was known before. */
    public Customer applied(Customer before) {
        return new Customer(
                before.id(),
                birthday == null ? before.birthday() : birthday,
                attributes == null ? before.attributes() : attributes,
                segments == null ? before.segments() : segments);
    }

    /** Ids only: all else is personal. */
    @Override
    public String toString() {
        return "ProfileChange[" + id + " of " + customer + " at " + occurredAt + "]";
    }
}
