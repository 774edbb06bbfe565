package dev.laurel.event;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.laurel.customer.Birthday;
import dev.laurel.customer.Customer;
import dev.laurel.id.Identifiers;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What is known of a customer changed. Each field is set, cleared or left: a field that changes is from now on what the profile has of it,
 * which may be nothing; the others stay as they were. Attributes and segments are replaced as a whole.
 *
 * <pre>{@code
 * ProfileChange.ofBirthday("f1", "c1", at, Birthday.parse("--06-15"));
 * ProfileChange.withoutBirthday("f2", "c1", at);
 * ProfileChange.to("f3", Customer.of("c1").withSegments("staff"), at, Field.SEGMENTS, Field.ATTRIBUTES);
 * }</pre>
 *
 * @param id the event's id
 * @param occurredAt when it happened
 * @param profile what is known from now on in the fields that change; nothing in the others
 * @param fields the fields that change, at least one
 */
public record ProfileChange(String id, Instant occurredAt, Customer profile, Set<Field> fields)
        implements LoyaltyEvent {
    /** A part of a profile that can change by itself. */
    public enum Field {
        /** The birthday. */
        BIRTHDAY,
        /** All attributes together. */
        ATTRIBUTES,
        /** All segments together. */
        SEGMENTS
    }

    /**
     * Takes a copy of the fields, and leaves out of the profile what does not change.
     *
     * @throws IllegalArgumentException if the id is malformed, no field changes, or the instant is out of range
     */
    public ProfileChange {
        Identifiers.hostId("event id", id);
        occurredAt = Timestamps.checked("occurredAt", occurredAt);
        requireNonNull(profile, "profile");
        fields = Sets.immutableEnumSet(ImmutableSet.copyOf(fields));
        checkArgument(
                !fields.isEmpty(), "a change of a profile must change the birthday, the attributes or the segments");
        profile = merged(Customer.of(profile.id()), profile, fields);
    }

    /** The fields that are named are from now on what the profile has of them, which may be nothing. */
    public static ProfileChange to(String id, Customer profile, Instant occurredAt, Field first, Field... more) {
        return new ProfileChange(id, occurredAt, profile, EnumSet.of(first, more));
    }

    /** The birthday is this. */
    public static ProfileChange ofBirthday(String id, String customer, Instant occurredAt, Birthday birthday) {
        return to(id, Customer.of(customer).withBirthday(birthday), occurredAt, Field.BIRTHDAY);
    }

    /** No birthday is on file any more. */
    public static ProfileChange withoutBirthday(String id, String customer, Instant occurredAt) {
        return to(id, Customer.of(customer), occurredAt, Field.BIRTHDAY);
    }

    /** These are all attributes. */
    public static ProfileChange ofAttributes(
            String id, String customer, Instant occurredAt, Map<String, String> attributes) {
        return to(id, new Customer(customer, null, attributes, Set.of()), occurredAt, Field.ATTRIBUTES);
    }

    /** These are all segments. */
    public static ProfileChange ofSegments(String id, String customer, Instant occurredAt, Set<String> segments) {
        return to(id, new Customer(customer, null, Map.of(), segments), occurredAt, Field.SEGMENTS);
    }

    @Override
    public String customer() {
        return profile.id();
    }

    /** Whether a field changes. */
    public boolean changes(Field field) {
        return fields.contains(field);
    }

    /** What is known afterwards of a customer of whom this was known before. */
    public Customer applied(Customer before) {
        return merged(before, profile, fields);
    }

    private static Customer merged(Customer before, Customer told, Set<Field> fields) {
        return new Customer(
                before.id(),
                (fields.contains(Field.BIRTHDAY) ? told : before).birthday(),
                (fields.contains(Field.ATTRIBUTES) ? told : before).attributes(),
                (fields.contains(Field.SEGMENTS) ? told : before).segments());
    }

    /** Ids only: all else is personal. */
    @Override
    public String toString() {
        return "ProfileChange[" + id + " of " + customer() + " at " + occurredAt + "]";
    }
}
