package dev.laurel.decision;

import dev.laurel.tier.TierStanding;
import java.time.Instant;

/**
 * A change of a member's standing: of the tier, or of its end alone.
 *
 * @param from the standing before
 * @param to the standing after
 * @param at when it took effect
 * @param cause the id of the event, or of the passage of time, that brought it about
 */
public record TierChange(TierStanding from, TierStanding to, Instant at, String cause) {}
