package dev.laurel.simulation;

import dev.laurel.ledger.LotUse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Points that were taken for good at once: by a redemption, or by one of the captures of a hold. */
final class PlainTaken {
    /** The id of the redemption or capture. */
    final String id;

    final Instant at;

    /** From which lots, in the order of taking. */
    final List<LotUse> lots;

    /** How many of the points have gone back. */
    private long back;

    PlainTaken(String id, Instant at, List<LotUse> lots) {
        this.id = id;
        this.at = at;
        this.lots = lots;
    }

    PlainTaken copy() {
        PlainTaken copy = new PlainTaken(id, at, lots);
        copy.back = back;
        return copy;
    }

    long points() {
        return PlainPoints.sum(lots);
    }

    /** How many points are still out. */
    long left() {
        return points() - back;
    }

    /** Lets the next so many points go back, those taken last first. */
    List<LotUse> giveBack(long points) {
        List<LotUse> uses = new ArrayList<>();
        long skipped = back;
        long missing = points;
        for (int i = lots.size() - 1; i >= 0; i--) {
            LotUse use = lots.get(i);
            long gone = Math.min(use.points(), skipped);
            skipped -= gone;
            long part = Math.min(use.points() - gone, missing);
            if (part > 0) {
                uses.add(new LotUse(use.lot(), part, use.until()));
                missing -= part;
            }
        }
        back += points - missing;
        return uses;
    }
}
