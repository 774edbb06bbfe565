package dev.laurel.event;

import static com.google.common.base.Preconditions.checkArgument;

import dev.laurel.id.Identifiers;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Points that a customer brings from another system.
 *
 * @param currency the id of the point currency
 * @param points how many, more than zero
 * @param earned when they were earned there
 * @param expires when they are gone, or null for what the program says of points earned then
 */
public record OpeningLot(
        String currency,
        long points,
        Instant earned,
        @Nullable Instant expires) {
    /**
     * Checks the points and the dates.
     *
     * @throws IllegalArgumentException if points are not positive, or they expire no later than they were earned
     */
    public OpeningLot {
        Identifiers.text("point currency", currency, Identifiers.MAX_HOST_ID_LENGTH);
        checkArgument(points > 0, "points of a lot must be positive, but were %s", points);
        earned = Timestamps.checked("earned", earned);
        expires = expires == null ? null : Timestamps.checked("expires", expires);
        checkArgument(
                expires == null || expires.isAfter(earned),
                "a lot must expire after it was earned, at %s, but expired at %s",
                earned,
                expires);
    }
}
