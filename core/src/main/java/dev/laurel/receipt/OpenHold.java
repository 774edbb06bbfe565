package dev.laurel.receipt;

import com.google.common.collect.ImmutableList;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Points that are set aside for a reward, until they are captured or released or the hold lapses.
 *
 * @param hold the id of the hold
 * @param reward the id of the reward
 * @param currency the id of the point currency
 * @param occurredAt when the hold happened
 * @param takenAt when the points were set aside, which is later for a hold that came late
 * @param entry the number of the ledger entry by which they were
 * @param until when it lapses
 * @param lots what is set aside from which lots, in the order in which it was taken
 * @param captured how many points captures took of it that have not been given back
 * @param orders the ids of the purchases that its points are to pay
 * @param counted where its use was counted for the limits of the reward
 */
public record OpenHold(
        String hold,
        String reward,
        String currency,
        Instant occurredAt,
        Instant takenAt,
        long entry,
        Instant until,
        List<LotTaken> lots,
        long captured,
        List<String> orders,
        List<CountedUse> counted) {
    /** The most holds that an account may have open at once. */
    public static final int MOST_AT_ONCE = 1000;

    /** The order in which holds lapse: by their ends, and of those at one instant by their ids. */
    public static final Comparator<OpenHold> BY_END =
            Comparator.comparing(OpenHold::until).thenComparing(OpenHold::hold);

    /** Takes copies of the lists, and keeps instants to the microsecond. */
    public OpenHold {
        occurredAt = Timestamps.kept(occurredAt);
        takenAt = Timestamps.kept(takenAt);
        until = Timestamps.kept(until);
        lots = ImmutableList.copyOf(lots);
        orders = ImmutableList.copyOf(orders);
        counted = ImmutableList.copyOf(counted);
    }

    /** A copy that is to pay these purchases. */
    public OpenHold paying(List<String> purchases) {
        return new OpenHold(
                hold, reward, currency, occurredAt, takenAt, entry, until, lots, captured, purchases, counted);
    }

    /** A copy that still sets this aside, after a capture. */
    public OpenHold withLots(List<LotTaken> left) {
        return new OpenHold(hold, reward, currency, occurredAt, takenAt, entry, until, left, captured, orders, counted);
    }

    /** A copy with the points that captures took and that have not been given back. */
    public OpenHold withCaptured(long points) {
        return new OpenHold(hold, reward, currency, occurredAt, takenAt, entry, until, lots, points, orders, counted);
    }

    /** How many points are set aside. */
    public long points() {
        return lots.stream().mapToLong(LotTaken::points).sum();
    }
}
