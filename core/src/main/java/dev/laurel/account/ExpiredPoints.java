package dev.laurel.account;

import dev.laurel.time.Timestamps;
import java.time.Instant;

/**
 * Points of a lot that expired unused. A return of the purchase that they were awarded for counts them as taken back already, so
 * they are remembered for as long as returns are accepted.
 *
 * @param lot the number of the lot
 * @param points how many expired
 * @param earned when they were earned
 */
public record ExpiredPoints(long lot, long points, Instant earned) {
    /** Keeps the instant to the microsecond. */
    public ExpiredPoints {
        earned = Timestamps.kept(earned);
    }
}
