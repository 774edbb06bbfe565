package dev.laurel.event;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.laurel.id.Copies;
import dev.laurel.id.Identifiers;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer is brought over from another system, with lots, tiers, sums and dates. It comes once, also after the first events:
 * what happened here already stays, and what is brought comes to it. The tier that is brought is a grant: a floor until its end, beside
 * what its ladder's sums reach.
 *
 * <pre>{@code
 * Opening.of("o1", "c9", at, new OpeningLot("points", 320, earned, null))
 *         .holding("vib", endOfNextYear)
 *         .counting(new OpeningSum("spend", at, new BigDecimal("410.00")))
 *         .dated(OpeningDates.NONE.withEnrolled(joined))
 *         .counting(new OpeningSum("visits", lastVisit, BigDecimal.valueOf(12)));
 * }</pre>
 *
 * @param id the event's id
 * @param customer the host's id of the customer
 * @param occurredAt when the customer comes over
 * @param lots the points that the customer brings
 * @param tiers the tiers that the customer holds, on whatever ladders; none for what the sums reach
 * @param dates when things happened there
 * @param sums what the customer has done there, by the counters of the program
 */
public record Opening(
        String id,
        String customer,
        Instant occurredAt,
        List<OpeningLot> lots,
        List<BroughtTier> tiers,
        OpeningDates dates,
        List<OpeningSum> sums)
        implements LoyaltyEvent {
    /** The most lots that a customer may bring. */
    public static final int MAX_LOTS = 10_000;

    /** The most tiers that a customer may bring. */
    public static final int MAX_TIERS = 100;

    /** The most sums that a customer may bring. */
    public static final int MAX_SUMS = 10_000;

    /**
     * Takes copies of the lists.
     *
     * @throws IllegalArgumentException if an id is malformed, there are too many lots, tiers or sums, a lot was earned later or the date of
     *     anything lies later
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
        tiers = Copies.list("tiers of an opening", tiers, MAX_TIERS);
        requireNotLater("enrolled", dates.enrolled(), occurredAt);
        requireNotLater("firstPurchase", dates.firstPurchase(), occurredAt);
        requireNotLater("birthdaySince", dates.birthdaySince(), occurredAt);
        sums = Copies.list("sums of an opening", sums, MAX_SUMS);
        for (OpeningSum sum : sums) {
            requireNotLater("the date of a sum", sum.at(), occurredAt);
        }
    }

    private static void requireNotLater(String what, @Nullable Instant date, Instant occurredAt) {
        checkArgument(
                date == null || !date.isAfter(occurredAt),
                "%s must not be after the opening, at %s, but was at %s",
                what,
                occurredAt,
                date);
    }

    /** An opening of which no dates and sums are known. */
    public Opening(String id, String customer, Instant occurredAt, List<OpeningLot> lots, List<BroughtTier> tiers) {
        this(id, customer, occurredAt, lots, tiers, OpeningDates.NONE, ImmutableList.of());
    }

    /** An opening with points only. */
    public static Opening of(String id, String customer, Instant occurredAt, OpeningLot... lots) {
        return new Opening(id, customer, occurredAt, ImmutableList.copyOf(lots), List.of());
    }

    /** A copy of a customer who holds one more tier, for as long as the program keeps one that is reached now. */
    public Opening holding(String tier) {
        return holding(new BroughtTier(tier, null));
    }

    /** A copy of a customer who holds one more tier, until an instant. */
    public Opening holding(String tier, Instant until) {
        return holding(new BroughtTier(tier, until));
    }

    private Opening holding(BroughtTier tier) {
        List<BroughtTier> more =
                ImmutableList.<BroughtTier>builder().addAll(tiers).add(tier).build();
        return new Opening(id, customer, occurredAt, lots, more, dates, sums);
    }

    /**
     * A copy with these dates.
     *
     * @throws IllegalArgumentException if one lies after the opening
     */
    public Opening dated(OpeningDates dates) {
        return new Opening(id, customer, occurredAt, lots, tiers, dates, sums);
    }

    /**
     * A copy with these sums.
     *
     * @throws IllegalArgumentException if there are too many, or the date of one lies after the opening
     */
    public Opening counting(OpeningSum... sums) {
        return new Opening(id, customer, occurredAt, lots, tiers, dates, ImmutableList.copyOf(sums));
    }

    /** Ids only: dates may be personal. */
    @Override
    public String toString() {
        return "Opening[" + id + " of " + customer + " at " + occurredAt + ", " + lots.size() + " lots]";
    }
}
