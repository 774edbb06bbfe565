package dev.laurel.codec;

import dev.laurel.tier.Standings;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierStanding;
import java.time.Instant;

/** How tiers with their ends are written and read. */
final class StandingForm {
    private StandingForm() {}

    /** Most members hold what they earned, which then is written once. */
    static void standings(CanonicalWriter out, Standings standings, Instant asOf) {
        standing(out, standings.earned(), asOf);
        boolean heldAsEarned = standings.held().equals(standings.earned());
        out.orNull(heldAsEarned ? null : standings.held(), (to, held) -> standing(to, held, asOf));
        out.list(standings.grants(), (to, grant) -> standing(to, grant, asOf));
    }

    static Standings standings(CanonicalReader in, Instant asOf) {
        TierStanding earned = standing(in, asOf);
        TierStanding held = in.orNull(from -> standing(from, asOf));
        return new Standings(held == null ? earned : held, earned, in.list(from -> standing(from, asOf)));
    }

    static void standing(CanonicalWriter out, TierStanding standing, Instant near) {
        out.text(standing.tier().id());
        out.instantOrNull(standing.until(), near);
    }

    static TierStanding standing(CanonicalReader in, Instant near) {
        return new TierStanding(Tier.of(in.text()), in.instantOrNull(near));
    }
}
