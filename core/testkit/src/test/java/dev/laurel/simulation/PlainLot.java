package dev.laurel.simulation;

import dev.laurel.ledger.LotUse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Points that were credited together; kept for ever, also when nothing is left of them. Points that came back to a lot and may last
 * longer than it are a second one of the same number.
 */
final class PlainLot {
    final long number;
    final long points;
    final Instant earned;
    final Instant available;

    /** Whether its date is its own, which no timer moves and no tier suspends. */
    final boolean hasOwnDate;

    /** Whether it is of the points that came back to a lot and may last longer than it. */
    final boolean isGivenBack;

    Instant expires;
    long left;
    long expiredUnused;

    /** How its date changed. */
    private final List<Redating> redatings = new ArrayList<>();

    /** Whether a timer of inactivity ran out while the lot was there, so that what comes back to it is gone. */
    boolean ranOut;

    /** Whether it has become available after it had to wait. */
    boolean isMatured;

    /** Whether it could not be spent at once. */
    private final boolean isHeldBack;

    PlainLot(
            long number,
            long points,
            Instant earned,
            Instant available,
            Instant expires,
            boolean hasOwnDate,
            boolean isHeldBack) {
        this.number = number;
        this.points = points;
        this.earned = earned;
        this.available = available;
        this.expires = expires;
        this.hasOwnDate = hasOwnDate;
        this.isHeldBack = isHeldBack;
        isGivenBack = false;
        left = points;
    }

    private PlainLot(PlainLot lot, boolean isGivenBack, Instant expires) {
        number = lot.number;
        points = lot.points;
        earned = lot.earned;
        available = lot.available;
        hasOwnDate = lot.hasOwnDate;
        isHeldBack = lot.isHeldBack;
        this.isGivenBack = isGivenBack;
        this.expires = expires;
    }

    PlainLot copy() {
        PlainLot copy = new PlainLot(this, isGivenBack, expires);
        copy.left = left;
        copy.expiredUnused = expiredUnused;
        copy.ranOut = ranOut;
        copy.isMatured = isMatured;
        copy.redatings.addAll(redatings);
        return copy;
    }

    /** The second one of its number, with nothing in it yet. */
    PlainLot lasting(Instant until) {
        PlainLot lasting = new PlainLot(this, true, until);
        lasting.isMatured = true;
        return lasting;
    }

    /** So many points that came back to it too late to be put into it. */
    PlainLot tooLate(long count) {
        PlainLot apart = copy();
        apart.left = count;
        return apart;
    }

    /** Whether its date is what the program says of its currency, which a tier can suspend. */
    boolean isDatedByTerms() {
        return expires != null && !hasOwnDate && !isGivenBack;
    }

    /** Whether it cannot be spent yet. What ends at the very instant at which it could be never can. */
    boolean isPendingAt(Instant now) {
        return available.isAfter(now) || isWaitingAt(now);
    }

    /** Whether it waits until an instant or longer. */
    boolean isWaitingAt(Instant now) {
        return isHeldBack && !isMatured && !available.isBefore(now);
    }

    /**
     * That its date changed.
     *
     * @param before the date until then
     * @param entry the number of the last ledger entry until then
     * @param since when a tier began to suspend it, or null if a version came into force
     * @param least the date that it got at least when no tier did any more
     */
    private record Redating(Instant before, long entry, Instant since, Instant least) {
        Instant from(Instant date) {
            return since == null || date == null || !date.isAfter(since) || date.isAfter(least) ? date : least;
        }
    }

    /** A version gives it another date, after the ledger entry of a number. */
    void redate(Instant date, long entry) {
        redatings.add(new Redating(expires, entry, null, null));
        expires = date;
    }

    /** No tier suspends it any more, after the ledger entry of a number. */
    void resume(Instant since, Instant least, long entry) {
        redatings.add(new Redating(expires, entry, since, least));
        expires = redatings.get(redatings.size() - 1).from(expires);
    }

    /** Whether versions that came since a ledger entry have given it another date than it would have without them. */
    boolean isRedatedSince(long entry) {
        Instant without = expires;
        boolean isFirst = true;
        for (Redating redating : redatings) {
            if (redating.entry >= entry) {
                without = redating.from(isFirst ? redating.before : without);
                isFirst = false;
            }
        }
        return !Objects.equals(without, expires);
    }

    /** So many points of it, as an entry names them. */
    LotUse use(long count) {
        return new LotUse(number, count, isGivenBack ? expires : null);
    }

    @Override
    public String toString() {
        return "lot " + number + ": " + left + " of " + points + ", earned " + earned + ", available " + available
                + ", expires " + expires;
    }
}
