package dev.laurel.engine.draft;

import com.google.common.collect.Lists;
import dev.laurel.ledger.EntryKind;
import dev.laurel.receipt.LotTaken;
import dev.laurel.receipt.RedemptionReceipt;
import dev.laurel.receipt.TakenLots;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Points of a redemption that go back, what was taken last first. */
final class Restored {
    private final List<LotTaken> lots = new ArrayList<>();
    private RedemptionReceipt left;

    /**
     * Takes points out of what a redemption took.
     *
     * @param points how many, no more than are left
     * @param whose what of it is given back: by what event it was taken, or null for all of it
     */
    Restored(RedemptionReceipt redemption, long points, @Nullable String whose) {
        left = redemption;
        long missing = points;
        for (TakenLots taken : Lists.reverse(redemption.taken())) {
            if (whose == null || whose.equals(taken.event())) {
                TakenLots after = takenFrom(taken, missing);
                missing -= taken.left() - after.left();
                left = left.withLeft(after);
            }
        }
    }

    /** What is left once up to so many points are given back, which are noted. */
    private TakenLots takenFrom(TakenLots taken, long points) {
        List<LotTaken> rest = new ArrayList<>(taken.lots());
        long missing = points;
        for (int i = rest.size() - 1; i >= 0 && missing > 0; i--) {
            LotTaken lot = rest.get(i);
            long part = Math.min(missing, lot.left());
            if (part > 0) {
                lots.add(new LotTaken(lot.lot(), part, part));
                rest.set(i, lot.withLeft(lot.left() - part));
                missing -= part;
            }
        }
        return new TakenLots(taken.event(), rest);
    }

    /** What is left of the redemption. */
    RedemptionReceipt left() {
        return left;
    }

    /** To which lots the points go back. */
    List<LotTaken> lots() {
        return lots;
    }

    /** How they come back. */
    LedgerDraft.Origin origin() {
        return new LedgerDraft.Origin(EntryKind.RESTORE, left.entry(), left.reward(), null);
    }
}
