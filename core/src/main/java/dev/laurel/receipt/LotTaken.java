package dev.laurel.receipt;

import static com.google.common.base.Preconditions.checkArgument;

import dev.laurel.ledger.Lot;

/**
 * What a redemption took from a lot.
 *
 * @param lot the lot, emptied: its number, dates and the points that it was opened with
 * @param points how many were taken
 * @param left how many of these have not been given back
 */
public record LotTaken(Lot lot, long points, long left) {
    /**
     * Checks the points.
     *
     * @throws IllegalArgumentException if there are none, or more left than were taken
     */
    public LotTaken {
        checkArgument(
                points > 0 && left >= 0 && left <= points, "of %s points taken there cannot be %s left", points, left);
        lot = lot.withLeft(0);
    }

    /** A copy of which so many are left. */
    public LotTaken withLeft(long left) {
        return new LotTaken(lot, points, left);
    }
}
