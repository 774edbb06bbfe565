package dev.laurel.engine.draft;

import dev.laurel.ledger.LedgerEntry;

/** A ledger entry that is posted, and written when somebody reads it. */
interface Unread {
    /** The entry, by the log that it is in. */
    LedgerEntry toEntry(EntryLog log);
}
