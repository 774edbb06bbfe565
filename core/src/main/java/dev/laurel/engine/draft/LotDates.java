package dev.laurel.engine.draft;

import dev.laurel.ledger.LotDating;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The dates of a lot. Credits of one event that may share a lot do so if these are the same.
 *
 * @param earned when its points were earned
 * @param available from when they can be spent
 * @param expires when they are gone, or null if they have no date
 * @param dating what rules that date
 */
public record LotDates(
        Instant earned, Instant available, @Nullable Instant expires, LotDating dating) {
    /** Dates of points that come with one of their own, which rules alone. */
    public static LotDates withOwn(Instant earned, Instant available, Instant expires) {
        return new LotDates(earned, available, expires, LotDating.OWN);
    }
}
