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
 * @param runsOut when that will be if nothing happens, or null if no such timer is running
 * @param ranOut when such a timer last ran out, or null if none ever did: what it ran out on stays expired
 * @param expired what expired unused of lots whose purchases can still be returned, by the number of the lot
 */
public record Holding(
        String currency,
        Balance balance,
        LotQueue dated,
        LotQueue undated,
        @Nullable Instant runsOut,
        @Nullable Instant ranOut,
        List<ExpiredPoints> expired) {
    /** Takes a copy of the list. */
    public Holding {
        expired = ImmutableList.copyOf(expired);
    }

    /** A holding of which nothing has expired unused. */
    public Holding(String currency, Balance balance, LotQueue dated, LotQueue undated, @Nullable Instant runsOut) {
        this(currency, balance, dated, undated, runsOut, null, List.of());
    }

    /** Nothing of a currency. */
    public static Holding none(String currency) {
        return new Holding(currency, Balance.ZERO, LotQueue.EMPTY, LotQueue.EMPTY, null);
    }

    /** All lots with points left, those with a date first. */
    public Iterable<Lot> lots() {
        return Iterables.concat(dated, undated);
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
        if (runsOut != null && !runsOut.isAfter(instant)) {
            for (Lot lot : undated) {
                points = Math.addExact(points, lot.left());
            }
        }
        return points;
    }

    /** The points that expire next if nothing happens until then, and when; empty if none ever will. */
    public Optional<Expiring> expiringNext() {
        Instant next = dated.isEmpty() ? null : dated.first().expires();
        if (!undated.isEmpty() && runsOut != null && (next == null || runsOut.isBefore(next))) {
            next = runsOut;
        }
        return next == null ? Optional.empty() : Optional.of(new Expiring(expiringBy(next), next));
    }

    /**
     * Points that will expire.
     *
     * @param points how many
     * @param at when: they can be spent strictly before that
     */
    public record Expiring(long points, Instant at) {}
}
