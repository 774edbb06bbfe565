package dev.laurel.decision;

import dev.laurel.tier.TierStanding;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of a member's standing on a ladder: of the tier, or of its end alone.
 *
 * @param ladder the id of the ladder
 * @param from the standing before
 * @param to the standing after, or null if the program has the ladder no more
 * @param at when it took effect
 * @param cause the id of the event, or of the passage of time, that brought it about
 */
public record TierChange(
        String ladder, TierStanding from, @Nullable TierStanding to, Instant at, String cause) {}
