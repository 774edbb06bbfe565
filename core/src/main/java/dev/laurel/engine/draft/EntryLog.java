package dev.laurel.engine.draft;

import com.google.common.collect.ImmutableList;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LedgerEntry;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entries that one event adds to a ledger, in their order. */
public final class EntryLog {
    private final String program;
    private final @Nullable EntryLog earlier;
    private String judging;
    private Unread[] posted = new Unread[2];
    private int size;
    private @Nullable List<LedgerEntry> read;

    /**
     * No entries yet of an event that is judged by the version in force unless something else is said.
     *
     * @param program the version of the program that is in force
     * @param earlier the entries of the same event that an earlier version has made, or null
     */
    EntryLog(String program, @Nullable EntryLog earlier) {
        this.program = program;
        this.earlier = earlier;
        judging = program;
    }

    /** The event is judged by this version of the program. */
    void noteJudgedBy(String version) {
        judging = version;
    }

    void add(Unread entry) {
        if (size == posted.length) {
            posted = Arrays.copyOf(posted, size * 2);
        }
        posted[size++] = entry;
    }

    /** The version of the program that is in force. */
    String program() {
        return program;
    }

    /** The version of the program by which the event is judged. */
    String judging() {
        return judging;
    }

    /** The entries; to be called when all are there. */
    public List<LedgerEntry> entries() {
        List<LedgerEntry> known = read;
        if (known == null) {
            ImmutableList.Builder<LedgerEntry> entries = ImmutableList.builderWithExpectedSize(size);
            if (earlier != null) {
                entries.addAll(earlier.entries());
            }
            for (int i = 0; i < size; i++) {
                entries.add(posted[i].toEntry(this));
            }
            known = entries.build();
            read = known;
        }
        return known;
    }

    /** The points of a currency that were earned. */
    public long earned(String currency) {
        long sum = 0;
        for (int i = 0; i < size; i++) {
            // Whatever is earned is credited.
            if (posted[i] instanceof Credit credit
                    && credit.kind() == EntryKind.EARN
                    && credit.currency().equals(currency)) {
                sum = Math.addExact(sum, credit.points());
            }
        }
        return sum;
    }
}
