package dev.laurel.codec;

import dev.laurel.tier.Standings;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierStanding;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How tiers with their ends are written and read. */
final class StandingForm {
    private StandingForm() {}

    /** Most members hold what they earned, which then is written once; and most tiers end with a day, so instants are told from one. */
    static void standings(CanonicalWriter out, Standings standings, Instant asOf) {
        Instant day = asOf.truncatedTo(ChronoUnit.DAYS);
        out.text(standings.ladder());
        standing(out, standings.earned(), day);
        boolean heldAsEarned = standings.held().equals(standings.earned());
        out.orNull(heldAsEarned ? null : standings.held(), (to, held) -> standing(to, held, day));
        out.list(standings.grants(), (to, grant) -> standing(to, grant, day));
        out.count(standings.began().size());
        long near = 0;
        for (Map.Entry<Long, TierStanding> began : standings.began().entrySet()) {
            out.number(began.getKey() - near);
            standing(out, began.getValue(), day);
            near = began.getKey();
        }
    }

    static Standings standings(CanonicalReader in, Instant asOf) {
        Instant day = asOf.truncatedTo(ChronoUnit.DAYS);
        String ladder = in.text();
        TierStanding earned = standing(in, day);
        TierStanding held = in.orNull(from -> standing(from, day));
        List<TierStanding> grants = in.list(from -> standing(from, day));
        SortedMap<Long, TierStanding> began = new TreeMap<>();
        long near = 0;
        for (int more = in.count(); more > 0; more--) {
            near += in.number();
            began.put(near, standing(in, day));
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
