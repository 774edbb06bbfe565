package dev.laurel.tier;

import dev.laurel.time.Timestamps;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The tier that a member holds, and until when.
 *
 * @param tier the tier
 * @param until when it is reviewed; it is held strictly before that. Null for the lowest tier, which has no end
 */
public record TierStanding(Tier tier, @Nullable Instant until) {
    /** Keeps the instant to the microsecond. */
    public TierStanding {
        until = Timestamps.keptOrNull(until);
    }
}
