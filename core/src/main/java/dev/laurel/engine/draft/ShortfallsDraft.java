package dev.laurel.engine.draft;

import dev.laurel.account.Shortfall;
import dev.laurel.ledger.Balance;
import dev.laurel.ledger.EntryKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of a wallet was to be taken, was not there, and can still be paid by what comes back, while an event is being settled. */
final class ShortfallsDraft {
    private List<Shortfall> shortfalls;
    private boolean changed;

    ShortfallsDraft(List<Shortfall> before) {
        shortfalls = before;
    }

    List<Shortfall> toList() {
        return shortfalls;
    }

    /** Remembers points that were not there: no more than are on hold or redeemed, of which others may be remembered already. */
    void remember(EntryKind kind, @Nullable String source, long missing, long entry, Instant ends, Balance balance) {
        long others = shortfalls.stream().mapToLong(Shortfall::points).sum();
        long out = Math.addExact(balance.held(), balance.redeemed()) - others;
        long points = Math.min(missing, out);
        if (points > 0) {
            shortfalls = new ArrayList<>(shortfalls);
            shortfalls.add(new Shortfall(kind, source, points, entry, ends));
            changed = true;
        }
    }

    /** Some points of a shortfall were paid. */
    void paid(Shortfall shortfall, long points) {
        shortfalls = new ArrayList<>(shortfalls);
        int place = shortfalls.indexOf(shortfall);
        if (points == shortfall.points()) {
            shortfalls.remove(place);
        } else {
            shortfalls.set(place, shortfall.withPoints(shortfall.points() - points));
        }
        changed = true;
    }

    /** Forgets those that nothing can pay any more, and says whether anything here is other than before the event. */
    boolean forget(AccountDraft account) {
        if (shortfalls.isEmpty()) {
            return changed;
        }
        Instant date = account.earliestDate();
        if (shortfalls.stream().anyMatch(shortfall -> shortfall.ends().isBefore(date))) {
            shortfalls = shortfalls.stream()
                    .filter(shortfall -> !shortfall.ends().isBefore(date))
                    .toList();
            changed = true;
        }
        return changed;
    }
}
