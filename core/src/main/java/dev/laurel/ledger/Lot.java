package dev.laurel.ledger;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Points that were credited together and expire together. Of a lot to which points came back that may last longer there are two: the
 * second has the number of the first, and a later date. Immutable.
 */
public final class Lot {
    private final long number;
    private final long points;
    private final long left;

    /** Instants in microseconds since 1970: an account has many lots, and an instant would be an object more. */
    private final long earned;

    private final long available;
    private final long expires;
    private final LotDating dating;

    /**
     * A lot. Instants are kept to the microsecond; what is finer is dropped.
     *
     * @param number the number of the lot in its account, from 1 in the order of opening
     * @param points how many it was opened with
     * @param left how many are still there
     * @param earned when they were earned
     * @param available from when they can be spent
     * @param expires from when they are gone, or null if the lot has no date
     * @param dating what rules that date
     * @throws IllegalArgumentException if there are no points, or more left than there were, or a date is missing that rules
     */
    public Lot(
            long number,
            long points,
            long left,
            Instant earned,
            Instant available,
            @Nullable Instant expires,
            LotDating dating) {
        this(
                number,
                points,
                left,
                Timestamps.micros(earned),
                Timestamps.micros(available),
                Timestamps.microsOrNever(expires),
                dating);
    }

    /** A lot whose date is that of its currency's terms. */
    public Lot(long number, long points, long left, Instant earned, Instant available, @Nullable Instant expires) {
        this(number, points, left, earned, available, expires, LotDating.BY_TERMS);
    }

    private Lot(long number, long points, long left, long earned, long available, long expires, LotDating dating) {
        requireNonNull(dating, "dating");
        if (expires == Timestamps.NEVER) {
            checkArgument(dating == LotDating.BY_TERMS, "a lot without a date cannot have one that is %s", dating);
        }
        checkArgument(number > 0, "number of a lot must be positive, but was %s", number);
        checkArgument(points > 0, "points of a lot must be positive, but were %s", points);
        checkArgument(left >= 0 && left <= points, "a lot of %s points cannot have %s left", points, left);
        this.number = number;
        this.points = points;
        this.left = left;
        this.earned = earned;
        this.available = available;
        this.expires = expires;
        this.dating = dating;
    }

    /** A lot of which nothing is taken. Instants are in microseconds since 1970. */
    public static Lot full(long number, long points, long earned, long available, long expires, LotDating dating) {
        return new Lot(number, points, points, earned, available, expires, dating);
    }

    /** An emptied lot to look another up by: it has its number and dates, and nothing else of it. */
    public static Lot key(long number, Instant earned, Instant available, @Nullable Instant expires, LotDating dating) {
        return new Lot(number, 1, 0, earned, available, expires, dating);
    }

    /** The same, with instants in microseconds since 1970. */
    public static Lot key(long number, long earned, long available, long expires, LotDating dating) {
        return new Lot(number, 1, 0, earned, available, expires, dating);
    }

    /** The number of the lot in its account, from 1 in the order of opening. */
    public long number() {
        return number;
    }

    /** How many points it was opened with. */
    public long points() {
        return points;
    }

    /** How many points are still there. */
    public long left() {
        return left;
    }

    /** When they were earned. */
    public Instant earned() {
        return Timestamps.ofMicros(earned);
    }

    /** When they were earned, in microseconds since 1970. */
    public long earnedMicros() {
        return earned;
    }

    /** From when they can be spent. */
    public Instant available() {
        return Timestamps.ofMicros(available);
    }

    /** From when they can be spent, in microseconds since 1970. */
    public long availableMicros() {
        return available;
    }

    /** From when they are gone, or null if the lot has no date. */
    public @Nullable Instant expires() {
        return Timestamps.ofMicrosOrNull(expires);
    }

    /** From when they are gone, in microseconds since 1970; never if the lot has no date. */
    public long expiresMicros() {
        return expires;
    }

    /** What rules that date. */
    public LotDating dating() {
        return dating;
    }

    /**
     * Until when a lot that cannot be spent yet stays so, in microseconds since 1970: it becomes available then, or is gone by then
     * already.
     */
    public long pendingUntilMicros() {
        return Math.min(available, endMicros());
    }

    /** The lot with so many points left. */
    public Lot withLeft(long left) {
        return new Lot(number, points, left, earned, available, expires, dating);
    }

    /** The lot with another date at which it expires, or none, by this. */
    public Lot withExpires(@Nullable Instant expires, LotDating dating) {
        return withExpires(Timestamps.microsOrNever(expires), dating);
    }

    /** The same, in microseconds since 1970, or never. */
    public Lot withExpires(long expires, LotDating dating) {
        return new Lot(number, points, left, earned, available, expires, dating);
    }

    /** From when it is gone, by the date that counts, or null if none does. */
    public @Nullable Instant end() {
        return Timestamps.ofMicrosOrNull(endMicros());
    }

    /** From when it is gone, by the date that counts, in microseconds since 1970; never if none does. */
    public long endMicros() {
        return dating == LotDating.SUSPENDED ? Timestamps.NEVER : expires;
    }

    /** Whether it is gone at an instant by the date that counts. */
    public boolean isExpiredAt(Instant instant) {
        Instant end = end();
        return end != null && !instant.isBefore(end);
    }

    /** The same, in microseconds since 1970. */
    public boolean isExpiredAt(long micros) {
        return micros >= endMicros();
    }

    /** As an entry names the lot that it uses so many points of. */
    public LotUse use(long count) {
        return new LotUse(number, count, dating == LotDating.GIVEN_BACK ? expires() : null);
    }

    /**
     * Less than zero if this is spent before the other: it expires first (never and suspended are last), then was earned first, then
     * is the older.
     */
    static int compareBySpending(Lot left, Lot right) {
        int byExpiry = Long.compare(left.endMicros(), right.endMicros());
        if (byExpiry != 0) {
            return byExpiry;
        }
        int byEarned = Long.compare(left.earned, right.earned);
        return byEarned != 0 ? byEarned : Long.compare(left.number, right.number);
    }

    /** Less than zero if this stops being pending before the other, or at the same instant and is the older. */
    static int compareByPending(Lot left, Lot right) {
        int byEnd = Long.compare(left.pendingUntilMicros(), right.pendingUntilMicros());
        return byEnd != 0 ? byEnd : Long.compare(left.number, right.number);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Lot that
                && number == that.number
                && points == that.points
                && left == that.left
                && earned == that.earned
                && available == that.available
                && expires == that.expires
                && dating == that.dating;
    }

    @Override
    public int hashCode() {
        return Objects.hash(number, points, left, earned, available, expires, dating);
    }

    @Override
    public String toString() {
        return "Lot[number=" + number + ", points=" + points + ", left=" + left + ", earned=" + earned()
                + ", available=" + available() + ", expires=" + expires() + ", dating=" + dating + "]";
    }
}
