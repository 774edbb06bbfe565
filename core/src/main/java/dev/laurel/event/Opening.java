package dev.laurel.event;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.laurel.id.Identifiers;
import dev.laurel.money.Money;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer is brought over from another system, with lots, tier and qualifying spend. Can only be a customer's first event.
 *
 * @param id the event's id
 * @param customer the host's id of the customer
 * @param occurredAt when the customer comes over
 * @param lots the points that the customer brings
 * @param tier the id of the tier that the customer holds, or null for what the qualifying spend supports
 * @param tierUntil until when the tier is held, or null for as long as the program keeps a tier that is reached now
 * @param qualifying the spend that counts in the tier window of {@code occurredAt} so far, or null for none
 */
public record Opening(
        String id,
        String customer,
        Instant occurredAt,
        List<OpeningLot> lots,
        @Nullable String tier,
        @Nullable Instant tierUntil,
        @Nullable Money qualifying)
        implements LoyaltyEvent {
    /**
     * Takes a copy of the lots.
     *
     * @throws IllegalArgumentException if an id is malformed, a lot was earned later, the spend is negative, or an end is
     *     given without a tier
     */
    public Opening {
        Identifiers.hostId("event id", id);
        Identifiers.hostId("customer id", customer);
        occurredAt = Timestamps.checked("occurredAt", occurredAt);
        lots = ImmutableList.copyOf(lots);
        for (OpeningLot lot : lots) {
            checkArgument(
                    !lot.earned().isAfter(occurredAt),
                    "a lot must not be earned after the opening, but was at %s",
                    lot.earned());
        }
        if (tier != null) {
            Identifiers.text("tier id", tier, Identifiers.MAX_HOST_ID_LENGTH);
        }
        checkArgument(tier != null || tierUntil == null, "tierUntil must not be given without a tier");
        tierUntil = tierUntil == null ? null : Timestamps.checked("tierUntil", tierUntil);
        checkArgument(
                qualifying == null || !qualifying.isNegative(),
                "qualifying spend must not be negative, but was %s",
                qualifying);
    }

    /** An opening with points only. */
    public static Opening of(String id, String customer, Instant occurredAt, OpeningLot... lots) {
        return new Opening(id, customer, occurredAt, ImmutableList.copyOf(lots), null, null, null);
    }
}
