package dev.laurel.event;

import static java.util.Objects.requireNonNull;

import dev.laurel.customer.Customer;
import dev.laurel.id.Identifiers;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer joins the program. If the account exists already, because something was bought before, this completes it, once.
 *
 * @param id the event's id
 * @param occurredAt when it happened
 * @param profile what is known of the customer from now on; a birthday that is on file already stays if it has none
 * @param referrer the host's id of the customer who brought this one, if any
 */
public record Enrollment(
        String id,
        Instant occurredAt,
        Customer profile,
        @Nullable String referrer) implements LoyaltyEvent {
    /**
     * Checks the ids.
     *
     * @throws IllegalArgumentException if an id is malformed, or the instant out of range
     */
    public Enrollment {
        Identifiers.hostId("event id", id);
        occurredAt = Timestamps.checked("occurredAt", occurredAt);
        requireNonNull(profile, "profile");
        if (referrer != null) {
            Identifiers.hostId("referrer", referrer);
        }
    }

    /** An enrollment of which nothing is known but who and when. */
    public static Enrollment of(String id, String customer, Instant occurredAt) {
        return new Enrollment(id, occurredAt, Customer.of(customer), null);
    }

    /** An enrollment of a customer of whom something is known, whom nobody brought. */
    public static Enrollment of(String id, Customer profile, Instant occurredAt) {
        return new Enrollment(id, occurredAt, profile, null);
    }

    @Override
    public String customer() {
        return profile.id();
    }
}
