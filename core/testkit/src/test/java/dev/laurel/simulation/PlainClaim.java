package dev.laurel.simulation;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An offer that was claimed.
 *
 * @param birthday the birthday that it was claimed for
 * @param currency of the points that it gave, or null if it gave an item
 * @param points how many it gave
 * @param lot into which lot
 * @param isCancelled whether it was taken back
 */
record PlainClaim(
        String offer, LocalDate birthday, Instant at, String currency, long points, long lot, boolean isCancelled) {
    PlainClaim cancelled() {
        return new PlainClaim(offer, birthday, at, currency, points, lot, true);
    }

    boolean gavePoints() {
        return currency != null;
    }
}
