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
    }

    /** Those that something can still pay; the same list if nothing has changed. */
    List<Shortfall> thatMatter(AccountDraft account) {
        if (shortfalls.isEmpty()) {
            return shortfalls;
        }
        Instant date = account.earliestDate();
        return shortfalls.stream().noneMatch(shortfall -> shortfall.ends().isBefore(date))
                ? shortfalls
                : shortfalls.stream()
                        .filter(shortfall -> !shortfall.ends().isBefore(date))
                        .toList();
    }
}
