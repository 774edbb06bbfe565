package dev.laurel.engine.draft;

import dev.laurel.ledger.LotDating;
import dev.laurel.time.Timestamps;
import java.time.Instant;

/**
 * The dates of a lot, in microseconds since 1970. Credits of one event that may share a lot do so if these are the same.
 *
 * @param earned when its points were earned
 * @param available from when they can be spent
 * @param expires when they are gone, or never if they have no date
 * @param dating what rules that date
 */
public record LotDates(long earned, long available, long expires, LotDating dating) {
    /** Dates of points that come with one of their own, which rules alone. */
    public static LotDates withOwn(Instant earned, Instant available, Instant expires) {
        return new LotDates(
                Timestamps.micros(earned), Timestamps.micros(available), Timestamps.micros(expires), LotDating.OWN);
    }

    /** Whether there is a date. */
    boolean hasDate() {
        return expires != Timestamps.NEVER;
    }

    /** The same dates of points that were earned at another instant. */
    public LotDates ofEarned(Instant other) {
        return new LotDates(Timestamps.micros(other), available, expires, dating);
    }
}
