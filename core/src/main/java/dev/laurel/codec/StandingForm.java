package dev.laurel.codec;

import dev.laurel.tier.Standings;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierStanding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How tiers with their ends are written and read. */
final class StandingForm {
    private StandingForm() {}

    /** Most members hold what they earned, which then is written once. */
    static void standings(CanonicalWriter out, Standings standings, Instant asOf) {
        out.text(standings.ladder());
        standing(out, standings.earned(), asOf);
        boolean heldAsEarned = standings.held().equals(standings.earned());
        out.orNull(heldAsEarned ? null : standings.held(), (to, held) -> standing(to, held, asOf));
        out.list(standings.grants(), (to, grant) -> standing(to, grant, asOf));
        out.count(standings.began().size());
        long near = 0;
        for (Map.Entry<Long, TierStanding> began : standings.began().entrySet()) {
            out.number(began.getKey() - near);
            standing(out, began.getValue(), asOf);
            near = began.getKey();
        }
    }

    static Standings standings(CanonicalReader in, Instant asOf) {
        String ladder = in.text();
        TierStanding earned = standing(in, asOf);
        TierStanding held = in.orNull(from -> standing(from, asOf));
        List<TierStanding> grants = in.list(from -> standing(from, asOf));
        SortedMap<Long, TierStanding> began = new TreeMap<>();
        long near = 0;
        for (int more = in.count(); more > 0; more--) {
            near += in.number();
            began.put(near, standing(in, asOf));
        }
        return new Standings(ladder, held == null ? earned : held, earned, grants, began);
    }

    static void standing(CanonicalWriter out, TierStanding standing, Instant near) {
        out.text(standing.tier().id());
        out.instantOrNull(standing.until(), near);
    }

    static TierStanding standing(CanonicalReader in, Instant near) {
        return new TierStanding(Tier.of(in.text()), in.instantOrNull(near));
    }
}
