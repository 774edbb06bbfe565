package dev.laurel.simulation;

import dev.laurel.ledger.LotUse;
import java.util.ArrayList;
import java.util.List;

/** What is remembered of a redemption: from which lots it was paid, in the order of taking, and how much has gone back. */
record PlainRedemption(String reward, String currency, List<LotUse> taken, long back) {
    long points() {
        return PlainAccount.sum(taken);
    }

    long left() {
        return points() - back;
    }

    PlainRedemption without(long points) {
        return new PlainRedemption(reward, currency, taken, back + points);
    }

    /** The next so many points that go back: what was taken last first, after what has gone back before. */
    List<LotUse> lastTaken(long points) {
        List<LotUse> uses = new ArrayList<>();
        long skipped = back;
        long missing = points;
        for (int i = taken.size() - 1; i >= 0; i--) {
            long there = taken.get(i).points();
            long gone = Math.min(there, skipped);
            skipped -= gone;
            long part = Math.min(there - gone, missing);
            if (part > 0) {
                uses.add(new LotUse(taken.get(i).lot(), part));
                missing -= part;
            }
        }
        return uses;
    }
}
