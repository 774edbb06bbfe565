package dev.laurel.simulation;

import dev.laurel.ledger.EntryKind;

/** Points that were to be taken, were not there, and are not owed: what was out of the wallet then pays when it comes back. */
record PlainShortfall(EntryKind kind, PlainWallet.Total total, String source, long points, long entry) {
    PlainShortfall less(long paid) {
        return new PlainShortfall(kind, total, source, points - paid, entry);
    }
}
