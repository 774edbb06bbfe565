package dev.laurel.engine.draft;

import com.google.common.collect.ImmutableList;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LedgerEntry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entries that one event adds to a ledger, in their order. */
public final class EntryLog {
    private final List<Unread> posted = new ArrayList<>(2);
    private @Nullable List<LedgerEntry> read;

    void add(Unread entry) {
        posted.add(entry);
    }

    /** The entries; to be called when all are there. */
    public List<LedgerEntry> entries() {
        List<LedgerEntry> known = read;
        if (known == null) {
            known = posted.stream().map(Unread::toEntry).collect(ImmutableList.toImmutableList());
            read = known;
        }
        return known;
    }

    /** The points of a currency that were earned. */
    public long earned(String currency) {
        long sum = 0;
        for (int i = 0; i < posted.size(); i++) {
            // Whatever is earned is credited.
            if (posted.get(i) instanceof Credit credit
                    && credit.kind() == EntryKind.EARN
                    && credit.currency().equals(currency)) {
                sum = Math.addExact(sum, credit.points());
            }
        }
        return sum;
    }
}
