package dev.laurel.engine.draft;

import com.google.common.collect.ImmutableList;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LedgerEntry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entries that one event adds to a ledger, in their order: a credit becomes an entry when somebody reads it. */
public final class EntryLog {
    /** Of {@link LedgerEntry} or {@link Credit}. */
    private final List<Object> posted = new ArrayList<>(2);

    private @Nullable List<LedgerEntry> read;

    void add(LedgerEntry entry) {
        posted.add(entry);
    }

    void add(Credit credit) {
        posted.add(credit);
    }

    /** The entries; to be called when all are there. */
    public List<LedgerEntry> entries() {
        List<LedgerEntry> known = read;
        if (known == null) {
            ImmutableList.Builder<LedgerEntry> entries = ImmutableList.builderWithExpectedSize(posted.size());
            for (Object each : posted) {
                entries.add(each instanceof Credit credit ? credit.toEntry() : (LedgerEntry) each);
            }
            known = entries.build();
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
