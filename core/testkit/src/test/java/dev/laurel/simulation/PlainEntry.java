package dev.laurel.simulation;

import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.ledger.LotUse;
import java.time.Instant;
import java.util.List;

/** What of an entry the plain ledger works out by itself. */
record PlainEntry(
        EntryKind kind,
        String currency,
        long points,
        List<LotUse> lots,
        String source,
        Instant effective,
        long shortfall,
        Instant expires,
        String hold,
        String program) {
    PlainEntry with(long otherPoints, List<LotUse> otherLots) {
        return new PlainEntry(
                kind, currency, otherPoints, otherLots, source, effective, shortfall, expires, hold, program);
    }

    static PlainEntry of(LedgerEntry entry) {
        return new PlainEntry(
                entry.kind(),
                entry.currency(),
                entry.points(),
                entry.lots(),
                entry.source(),
                entry.effective(),
                entry.shortfall(),
                entry.kind() == EntryKind.REDATE ? entry.expires() : null,
                entry.hold(),
                entry.program());
    }
}
