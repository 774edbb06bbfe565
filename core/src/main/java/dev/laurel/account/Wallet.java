package dev.laurel.account;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dev.laurel.ledger.Balance;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotQueue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an account holds of one point currency.
 *
 * @param currency the id of the point currency
 * @param balance the totals
 * @param dated the lots with a date of their own at which they expire
 * @param undated the lots without: they never expire, or all together when the customer has been inactive for too long
 * @param pending the lots that cannot be spent yet, with or without a date, in the order in which that ends
 * @param runsOut when that will be if nothing happens, or null if no such timer is running; while expiry is suspended, when it
 *     would have been
 * @param ranOut when such a timer last ran out, or null if none ever did: what it ran out on stays expired
 * @param expired what expired unused of lots whose purchases can still be returned, by the number of the lot
 * @param suspended whether a tier that the customer holds suspends expiry: then no lot has a date, and no timer runs out
 * @param redating when all lots last got another date by a suspension or its end, or null if they never did
 */
public record Wallet(
        String currency,
        Balance balance,
        LotQueue dated,
        LotQueue undated,
        LotQueue pending,
        @Nullable Instant runsOut,
        @Nullable Instant ranOut,
        List<ExpiredPoints> expired,
        boolean suspended,
        @Nullable Redating redating) {
    /** Takes a copy of the list. */
    public Wallet {
        expired = ImmutableList.copyOf(expired);
    }

    /** A wallet of which nothing is pending and nothing has expired unused. */
    public Wallet(String currency, Balance balance, LotQueue dated, LotQueue undated, @Nullable Instant runsOut) {
        this(currency, balance, dated, undated, LotQueue.NONE_PENDING, runsOut, null, List.of(), false, null);
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
        boolean inactive = !suspended && runsOut != null && !runsOut.isAfter(instant);
        if (inactive) {
            for (Lot lot : undated) {
                points = Math.addExact(points, lot.left());
            }
        }
        for (Lot lot : pending) {
            if (lot.expires() == null ? inactive : lot.isExpiredAt(instant)) {
                points = Math.addExact(points, lot.left());
            }
        }
        return points;
    }

    /** The points that expire next if nothing happens until then, and when; empty if none ever will. */
    public Optional<Expiring> expiringNext() {
        Instant next = dated.isEmpty() ? null : dated.first().expires();
        Instant inactive = suspended ? null : runsOut;
        if (!undated.isEmpty()) {
            next = earlier(next, inactive);
        }
        for (Lot lot : pending) {
            next = earlier(next, lot.expires() == null ? inactive : lot.expires());
        }
        return next == null ? Optional.empty() : Optional.of(new Expiring(expiringBy(next), next));
    }

    private static @Nullable Instant earlier(@Nullable Instant left, @Nullable Instant right) {
        return left == null || (right != null && right.isBefore(left)) ? right : left;
    }

    /** The points that become available next, and when; empty if none are pending that will. */
    public Optional<Maturing> maturingNext() {
        Instant next = null;
        long points = 0;
        for (Lot lot : pending) {
            if (next != null && lot.pendingUntil().isAfter(next)) {
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
