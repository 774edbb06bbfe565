package dev.laurel.engine.draft;

import dev.laurel.ledger.LotUse;
import java.util.List;

/**
 * Points that were taken out of the lots of a wallet.
 *
 * @param uses from which lots, and how many
 * @param pending how many of them could not be spent yet
 */
record Removed(List<LotUse> uses, long pending) {
    /** No points. */
    static final Removed NOTHING = new Removed(List.of(), 0);

    boolean isEmpty() {
        return uses.isEmpty();
    }

    /** How many they are together. */
    long points() {
        return pointsOf(uses);
    }

    /** The points of uses of lots. */
    static long pointsOf(List<LotUse> uses) {
        long points = 0;
        for (int i = 0; i < uses.size(); i++) {
            points = Math.addExact(points, uses.get(i).points());
        }
        return points;
    }
}
