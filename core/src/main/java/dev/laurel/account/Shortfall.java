package dev.laurel.account;

import dev.laurel.ledger.EntryKind;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Points that were to be taken but were not there, where the program forgets them: no more than were on hold or redeemed then. What
 * comes back from a hold or redemption of before pays it.
 *
 * @param kind how they were to be taken: a clawback or an adjustment
 * @param source the id of the rule whose award was to be taken back, or null for an adjustment
 * @param points how many
 * @param entry the number of the ledger entry that did not find them; what was taken by an earlier one pays
 * @param ends when nothing can come back any more that pays it
 */
public record Shortfall(EntryKind kind, @Nullable String source, long points, long entry, Instant ends) {
    /** Keeps the instant to the microsecond. */
    public Shortfall {
        ends = Timestamps.kept(ends);
    }

    /** A copy of which so many points are left. */
    public Shortfall withPoints(long left) {
        return new Shortfall(kind, source, left, entry, ends);
    }
}
