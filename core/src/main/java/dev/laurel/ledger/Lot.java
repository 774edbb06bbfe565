package dev.laurel.ledger;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Points that were credited together and expire together. Of a lot to which points came back that may last longer there are two: the
 * second has the number of the first, and a later date.
 *
 * @param number the number of the lot in its account, from 1 in the order of opening
 * @param points how many it was opened with
 * @param left how many are still there
 * @param earned when they were earned
 * @param available from when they can be spent
 * @param expires from when they are gone, or null if the lot has no date
 * @param dating what rules that date
 */
public record Lot(
        long number,
        long points,
        long left,
        Instant earned,
        Instant available,
        @Nullable Instant expires,
        LotDating dating) {
    /**
     * Checks the points.
     *
     * @throws IllegalArgumentException if there are none, or more left than there were, or a date is missing that rules
     */
    public Lot {
        requireNonNull(dating, "dating");
        checkArgument(
                expires != null || dating == LotDating.BY_TERMS,
                "a lot without a date cannot have one that is %s",
                dating);

        checkArgument(number > 0, "number of a lot must be positive, but was %s", number);
        checkArgument(points > 0, "points of a lot must be positive, but were %s", points);
        checkArgument(left >= 0 && left <= points, "a lot of %s points cannot have %s left", points, left);
    }

    /** A lot whose date is that of its currency's terms. */
    public Lot(long number, long points, long left, Instant earned, Instant available, @Nullable Instant expires) {
        this(number, points, left, earned, available, expires, LotDating.BY_TERMS);
    }

    /** An emptied lot to look another up by: it has its number and dates, and nothing else of it. */
    public static Lot key(long number, Instant earned, Instant available, @Nullable Instant expires, LotDating dating) {
        return new Lot(number, 1, 0, earned, available, expires, dating);
    }

    /** Until when a lot that cannot be spent yet stays so: it becomes available then, or is gone by then already. */
    public Instant pendingUntil() {
        Instant end = end();
        return end != null && !available.isBefore(end) ? end : available;
    }

    /** The lot with so many points left. */
    public Lot withLeft(long left) {
        return new Lot(number, points, left, earned, available, expires, dating);
    }

    /** The lot with another date at which it expires, or none, by this. */
    public Lot withExpires(@Nullable Instant expires, LotDating dating) {
        return new Lot(number, points, left, earned, available, expires, dating);
    }

    /** From when it is gone, by the date that counts, or null if none does. */
    public @Nullable Instant end() {
        return dating == LotDating.SUSPENDED ? null : expires;
    }

    /** Whether it is gone at an instant by the date that counts. */
    public boolean isExpiredAt(Instant instant) {
        Instant end = end();
        return end != null && !instant.isBefore(end);
    }

    /** As an entry names the lot that it uses so many points of. */
    public LotUse use(long count) {
        return new LotUse(number, count, dating == LotDating.GIVEN_BACK ? expires : null);
    }

    /**
     * Less than zero if this is spent before the other: it expires first (never and suspended are last), then was earned first, then
     * is the older.
     */
    static int compareBySpending(Lot left, Lot right) {
        int byExpiry = compareExpiry(left.end(), right.end());
        if (byExpiry != 0) {
            return byExpiry;
        }
        int byEarned = left.earned.compareTo(right.earned);
        return byEarned != 0 ? byEarned : Long.compare(left.number, right.number);
    }

    /** Less than zero if this stops being pending before the other, or at the same instant and is the older. */
    static int compareByPending(Lot left, Lot right) {
        int byEnd = left.pendingUntil().compareTo(right.pendingUntil());
        return byEnd != 0 ? byEnd : Long.compare(left.number, right.number);
    }

    private static int compareExpiry(@Nullable Instant left, @Nullable Instant right) {
        if (left == null || right == null) {
            return Boolean.compare(left == null, right == null);
        }
        return left.compareTo(right);
    }
}
