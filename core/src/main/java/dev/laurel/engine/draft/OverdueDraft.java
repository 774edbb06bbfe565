package dev.laurel.engine.draft;

import dev.laurel.ledger.LotUse;
import dev.laurel.receipt.LotTaken;
import java.util.ArrayList;
import java.util.List;

/** What came back to a wallet past its date, and has not expired yet, since it may still be owed. It is gone when the event is settled. */
final class OverdueDraft {
    private final List<LotTaken> parts = new ArrayList<>(0);

    void add(LotTaken back) {
        parts.add(back);
    }

    long points() {
        return parts.stream().mapToLong(LotTaken::points).sum();
    }

    int size() {
        return parts.size();
    }

    /** Takes points, as many as are there at most, from a part on. */
    List<LotUse> take(long points, int from) {
        List<LotUse> uses = new ArrayList<>();
        long missing = points;
        while (missing > 0 && parts.size() > from) {
            LotTaken first = parts.get(from);
            long taken = Math.min(missing, first.points());
            uses.add(first.lot().use(taken));
            missing -= taken;
            if (taken == first.points()) {
                parts.remove(from);
            } else {
                parts.set(from, new LotTaken(first.lot(), first.points() - taken, first.points() - taken));
            }
        }
        return uses;
    }

    /** Takes out all that is left. */
    List<LotTaken> takeAll() {
        List<LotTaken> all = List.copyOf(parts);
        parts.clear();
        return all;
    }
}
