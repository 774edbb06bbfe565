package dev.laurel.event;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.laurel.id.Copies;
import dev.laurel.id.Identifiers;
import dev.laurel.money.Money;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer is brought over from another system, with lots, tier, qualifying spend and dates. It comes once, also after the first events:
 * what happened here already stays, and what is brought comes to it. The tier that is brought is a grant: a floor until its end, beside
 * what the spend supports.
 *
 * <pre>{@code
 * Opening.of("o1", "c9", at, new OpeningLot("points", 320, earned, null))
 *         .holding("vib", endOfNextYear)
 *         .havingSpent(Money.of(USD, "410.00"))
 *         .dated(OpeningDates.NONE.withEnrolled(joined));
 * }</pre>
 *
 * @param id the event's id
 * @param customer the host's id of the customer
 * @param occurredAt when the customer comes over
 * @param lots the points that the customer brings
 * @param tier the id of the tier that the customer holds, or null for what the qualifying spend supports
 * @param tierUntil until when the tier is held, or null for as long as the program keeps a tier that is reached now
 * @param qualifying the spend that counts in the tier window of {@code occurredAt} beside what was bought here, or null for none
 * @param dates when things happened there
 */
public record Opening(
        String id,
        String customer,
        Instant occurredAt,
        List<OpeningLot> lots,
        @Nullable String tier,
        @Nullable Instant tierUntil,
        @Nullable Money qualifying,
        OpeningDates dates)
        implements LoyaltyEvent {
    /** The most lots that a customer may bring. */
    public static final int MAX_LOTS = 10_000;

    /**
     * Takes a copy of the lots.
     *
     * @throws IllegalArgumentException if an id is malformed, there are too many lots, a lot was earned later or a date lies later, the
     *     spend is negative, or an end is given without a tier
     */
    public Opening {
        Identifiers.hostId("event id", id);
        Identifiers.hostId("customer id", customer);
        occurredAt = Timestamps.checked("occurredAt", occurredAt);
        lots = Copies.list("lots of an opening", lots, MAX_LOTS);
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
        requireNotLater("enrolled", dates.enrolled(), occurredAt);
        requireNotLater("firstPurchase", dates.firstPurchase(), occurredAt);
        requireNotLater("birthdaySince", dates.birthdaySince(), occurredAt);
    }

    private static void requireNotLater(String what, @Nullable Instant date, Instant occurredAt) {
        checkArgument(
                date == null || !date.isAfter(occurredAt),
                "%s must not be after the opening, at %s, but was at %s",
                what,
                occurredAt,
                date);
    }

    /** An opening of which no dates are known. */
    public Opening(
            String id,
            String customer,
            Instant occurredAt,
            List<OpeningLot> lots,
            @Nullable String tier,
            @Nullable Instant tierUntil,
            @Nullable Money qualifying) {
        this(id, customer, occurredAt, lots, tier, tierUntil, qualifying, OpeningDates.NONE);
    }

    /** An opening with points only. */
    public static Opening of(String id, String customer, Instant occurredAt, OpeningLot... lots) {
        return new Opening(id, customer, occurredAt, ImmutableList.copyOf(lots), null, null, null);
    }

    /** A copy of a customer who holds a tier for as long as the program keeps one that is reached now. */
    public Opening holding(String tier) {
        return new Opening(id, customer, occurredAt, lots, tier, null, qualifying, dates);
    }

    /** A copy of a customer who holds a tier until an instant. */
    public Opening holding(String tier, Instant until) {
        return new Opening(id, customer, occurredAt, lots, tier, until, qualifying, dates);
    }

    /** A copy with the spend that counts in the tier window of the opening. */
    public Opening havingSpent(Money qualifying) {
        return new Opening(id, customer, occurredAt, lots, tier, tierUntil, qualifying, dates);
    }

    /**
     * A copy with these dates.
     *
     * @throws IllegalArgumentException if one lies after the opening
     */
    public Opening dated(OpeningDates dates) {
        return new Opening(id, customer, occurredAt, lots, tier, tierUntil, qualifying, dates);
    }

    /** Ids only: dates may be personal. */
    @Override
    public String toString() {
        return "Opening[" + id + " of " + customer + " at " + occurredAt + ", " + lots.size() + " lots]";
    }
}
