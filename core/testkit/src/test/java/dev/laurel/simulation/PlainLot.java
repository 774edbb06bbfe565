package dev.laurel.simulation;

import java.time.Instant;

/** Points that were credited together; kept for ever, also when nothing is left of them. */
final class PlainLot {
    final long number;
    final long points;
    final Instant earned;
    final Instant available;

    /** When it was to expire when it was opened; a tier may have changed that. */
    final Instant expiresAtFirst;

    Instant expires;
    long left;
    long expiredUnused;

    /** Whether a timer of inactivity ran out while the lot was there, so that what comes back to it is gone. */
    boolean ranOut;

    /** Whether it could not be spent at once. */
    private final boolean isHeldBack;

    PlainLot(long number, long points, Instant earned, Instant available, Instant expires, boolean isHeldBack) {
        this.number = number;
        this.points = points;
        this.earned = earned;
        this.available = available;
        this.expires = expires;
        this.isHeldBack = isHeldBack;
        expiresAtFirst = expires;
        left = points;
    }

    private PlainLot(PlainLot lot) {
        number = lot.number;
        points = lot.points;
        earned = lot.earned;
        available = lot.available;
        expiresAtFirst = lot.expiresAtFirst;
        isHeldBack = lot.isHeldBack;
        expires = lot.expires;
        left = lot.left;
        expiredUnused = lot.expiredUnused;
        ranOut = lot.ranOut;
    }

    PlainLot copy() {
        return new PlainLot(this);
    }

    boolean isOverAt(Instant now) {
        return ranOut || (expires != null && !now.isBefore(expires));
    }

    boolean isPendingAt(Instant now) {
        return available.isAfter(now);
    }

    /** Whether it waits until an instant or longer. */
    boolean isWaitingAt(Instant now) {
        return isHeldBack && !available.isBefore(now);
    }

    @Override
    public String toString() {
        return "lot " + number + ": " + left + " of " + points + ", earned " + earned + ", available " + available
                + ", expires " + expires;
    }
}
