package dev.laurel.ledger;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many points of a lot an entry opened, took or gave back.
 *
 * @param lot the number of the lot in its account
 * @param points how many, more than zero
 * @param until for points that came back to the lot and may last longer than it, until when; otherwise null
 */
public record LotUse(long lot, long points, @Nullable Instant until) {
    /**
     * Checks the number and the points.
     *
     * @throws IllegalArgumentException if one of them is not positive
     */
    public LotUse {
        checkArgument(lot > 0, "number of a lot must be positive, but was %s", lot);
        checkArgument(points > 0, "points of a lot must be positive, but were %s", points);
    }

    /** Points that last as long as their lot. */
    public LotUse(long lot, long points) {
        this(lot, points, null);
    }
}
