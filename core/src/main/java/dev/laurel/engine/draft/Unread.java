package dev.laurel.engine.draft;

import dev.laurel.ledger.LedgerEntry;

/** A ledger entry that is posted, and written when somebody reads it. */
interface Unread {
    LedgerEntry toEntry();
}
