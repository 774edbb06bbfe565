package dev.laurel.simulation;

import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotDating;
import dev.laurel.ledger.LotUse;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** When points of the lots of one customer can be spent, as the entries tell. */
final class NotedLots {
    private final Map<Long, Noted> lots = new HashMap<>();
    private final Map<String, Instant> suspended = new HashMap<>();

    private static final class Noted {
        private final LedgerEntry opened;
        private Instant expires;

        Noted(LedgerEntry opened) {
            this.opened = opened;
            expires = opened.expires();
        }
    }

    void note(LedgerEntry entry) {
        if (entry.earned() != null) {
            entry.lots().forEach(use -> lots.putIfAbsent(use.lot(), new Noted(entry)));
            if (entry.dating() == LotDating.SUSPENDED) {
                // That it began before there were any points is told by no entry.
                suspended.putIfAbsent(entry.currency(), Timestamps.MIN);
            }
        } else if (entry.kind() == EntryKind.REDATE && !entry.lots().isEmpty()) {
            entry.lots().forEach(use -> lots.get(use.lot()).expires = entry.expires());
        } else if (entry.kind() == EntryKind.REDATE && entry.expires() == null) {
            suspended.put(entry.currency(), entry.effective());
        } else if (entry.kind() == EntryKind.REDATE) {
            lots.values().forEach(lot -> redate(lot, entry));
            suspended.remove(entry.currency());
        }
    }

    private void redate(Noted lot, LedgerEntry entry) {
        if (lot.opened.currency().equals(entry.currency())
                && isSuspended(lot)
                && lot.expires.isBefore(entry.expires())) {
            lot.expires = entry.expires();
        }
    }

    private boolean isSuspended(Noted lot) {
        Instant since = suspended.get(lot.opened.currency());
        return since != null
                && lot.opened.dating() != LotDating.OWN
                && lot.expires != null
                && lot.expires.isAfter(since);
    }

    /** The lot that is used, with nothing in it. */
    Lot of(LotUse use) {
        Noted lot = lots.get(use.lot());
        LotDating dating = lot.opened.dating() == LotDating.OWN ? LotDating.OWN : LotDating.BY_TERMS;
        if (use.until() != null) {
            dating = LotDating.GIVEN_BACK;
        } else if (isSuspended(lot)) {
            dating = LotDating.SUSPENDED;
        }
        Instant expires = use.until() != null ? use.until() : lot.expires;
        return Lot.key(use.lot(), lot.opened.earned(), lot.opened.available(), expires, dating);
    }
}
