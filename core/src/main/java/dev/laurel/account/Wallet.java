package dev.laurel.account;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dev.laurel.ledger.Balance;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotDating;
import dev.laurel.ledger.LotQueue;
import dev.laurel.ledger.Totals;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an account holds of one point currency.
 *
 * @param currency the id of the point currency
 * @param balance the totals
 * @param dated the lots with a date that counts
 * @param undated the lots without: they never expire, or all together when the customer has been inactive for too long, or not as
 *     long as a tier suspends their dates
 * @param pending the lots that cannot be spent yet, with or without a date, in the order in which that ends
 * @param runsOut when that will be if nothing happens, or null if no such timer is running; while expiry is suspended, when it
 *     would have been
 * @param ranOut the number of the last ledger entry when such a timer last ran out, or 0 if none ever did: what was taken by then from
 *     lots without a date stays expired
 * @param expired what expired unused of lots whose purchases can still be returned, by the number of the lot
 * @param suspendedSince since when a tier that the customer holds suspends expiry, or null if none does: what is dated later expires
 *     neither at its date nor by a timer
 * @param redatings the suspensions of before whose end gave lots a date that can still matter, in their order
 * @param shortfalls points that were to be taken but were not there and are forgotten, in the order in which that happened
 */
public record Wallet(
        String currency,
        Balance balance,
        LotQueue dated,
        LotQueue undated,
        LotQueue pending,
        @Nullable Instant runsOut,
        long ranOut,
        List<ExpiredPoints> expired,
        @Nullable Instant suspendedSince,
        List<Redating> redatings,
        List<Shortfall> shortfalls) {
    /** Takes copies of the lists. */
    public Wallet {
        expired = ImmutableList.copyOf(expired);
        redatings = ImmutableList.copyOf(redatings);
        shortfalls = ImmutableList.copyOf(shortfalls);
    }

    /** A wallet of which nothing is pending and nothing has expired unused. */
    public Wallet(String currency, Balance balance, LotQueue dated, LotQueue undated, @Nullable Instant runsOut) {
        this(
                currency,
                balance,
                dated,
                undated,
                LotQueue.NONE_PENDING,
                runsOut,
                0,
                List.of(),
                null,
                List.of(),
                List.of());
    }

    /** The wallet of an account at a place. */
    static Wallet of(String currency, Header header, int place, LotQueue[] lots, Remembered remembered) {
        return new Wallet(
                currency,
                Totals.balance(header, place),
                lots[3 * place],
                lots[3 * place + 1],
                lots[3 * place + 2],
                Timestamps.ofMicrosOrNull(header.runsOut(place)),
                header.ranOut(place),
                remembered.expired(),
                Timestamps.ofMicrosOrNull(header.suspendedSince(place)),
                remembered.redatings(),
                remembered.shortfalls());
    }

    /** Puts its numbers and lots where an account keeps them. */
    void putInto(Header header, int place, LotQueue[] lots) {
        Totals.put(balance, header, place);
        header.setRunsOut(place, Timestamps.microsOrNever(runsOut));
        header.setRanOut(place, ranOut);
        header.setSuspendedSince(place, Timestamps.microsOrNever(suspendedSince));
        lots[3 * place] = dated;
        lots[3 * place + 1] = undated;
        lots[3 * place + 2] = pending;
    }

    Remembered remembered() {
        return Remembered.of(expired, redatings, shortfalls);
    }

    /** Whether a tier suspends expiry. */
    public boolean isSuspended() {
        return suspendedSince != null;
    }

    /** Nothing of a currency. */
    public static Wallet none(String currency) {
        return new Wallet(currency, Balance.ZERO, LotQueue.EMPTY, LotQueue.EMPTY, null);
    }

    /** All lots with points left: those that can be spent, those with a date first, and then those that are pending. */
    public Iterable<Lot> lots() {
        return Iterables.concat(dated, undated, pending);
    }

    /** How many points of a lot expired unused, as far as that still matters. */
    public long expiredOf(Lot lot) {
        for (ExpiredPoints points : expired) {
            if (points.lot() == lot.number()) {
                return points.points();
            }
        }
        return 0;
    }

    /** How many points will have expired before or at an instant if nothing happens until then. */
    public long expiringBy(Instant instant) {
        long points = 0;
        for (Lot lot : dated) {
            if (!lot.isExpiredAt(instant)) {
                break;
            }
            points = Math.addExact(points, lot.left());
        }
        boolean inactive = !isSuspended() && runsOut != null && !runsOut.isAfter(instant);
        if (inactive) {
            for (Lot lot : dated) {
                points = isOnBoth(lot) && !lot.isExpiredAt(instant) ? Math.addExact(points, lot.left()) : points;
            }
            for (Lot lot : undated) {
                points = Math.addExact(points, lot.left());
            }
        }
        for (Lot lot : pending) {
            if (lot.isExpiredAt(instant) || (inactive && (lot.end() == null || isOnBoth(lot)))) {
                points = Math.addExact(points, lot.left());
            }
        }
        return points;
    }

    /** The points that expire next if nothing happens until then, and when; empty if none ever will. */
    public Optional<Expiring> expiringNext() {
        Instant next = dated.isEmpty() ? null : dated.first().end();
        Instant inactive = isSuspended() ? null : runsOut;
        if (!undated.isEmpty() || Iterables.any(dated, this::isOnBoth)) {
            next = earlier(next, inactive);
        }
        for (Lot lot : pending) {
            next = earlier(next, lot.end());
            next = lot.end() == null || isOnBoth(lot) ? earlier(next, inactive) : next;
        }
        return next == null ? Optional.empty() : Optional.of(new Expiring(expiringBy(next), next));
    }

    /** Whether both its date and inactivity can end a lot: where a timer runs, all but dates of their own. */
    private boolean isOnBoth(Lot lot) {
        return runsOut != null && lot.end() != null && lot.dating() == LotDating.BY_TERMS;
    }

    private static @Nullable Instant earlier(@Nullable Instant left, @Nullable Instant right) {
        return left == null || (right != null && right.isBefore(left)) ? right : left;
    }

    /** The points that become available next, and when; empty if none are pending that will. */
    public Optional<Maturing> maturingNext() {
        Instant next = null;
        long points = 0;
        for (Lot lot : pending) {
            if (next != null && lot.pendingUntilMicros() > Timestamps.micros(next)) {
                break;
            }
            if (!lot.isExpiredAt(lot.available())) {
                next = lot.available();
                points = Math.addExact(points, lot.left());
            }
        }
        return next == null ? Optional.empty() : Optional.of(new Maturing(points, next));
    }

    /**
     * Points that will be available.
     *
     * @param points how many
     * @param at when: they can be spent from then on
     */
    public record Maturing(long points, Instant at) {}

    /**
     * Points that will expire.
     *
     * @param points how many
     * @param at when: they can be spent strictly before that
     */
    public record Expiring(long points, Instant at) {}
}
