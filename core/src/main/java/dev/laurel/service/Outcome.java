package dev.laurel.service;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.account.Account;
import dev.laurel.decision.Refusal;
import dev.laurel.decision.RefusedException;
import dev.laurel.decision.TierChange;
import dev.laurel.decision.UnpaidOrders;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.ledger.LedgerEntry;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of an event that was submitted: accepted, accepted before, or refused.
 *
 * @param event the event
 * @param isRepeat whether the same event was accepted before; then this says what it did then, and nothing new was done
 * @param account the account after the event; for a repetition or a refusal, as it stands
 * @param entries the ledger entries that the event brought about
 * @param tierChanges the changes of the tier that it brought about
 * @param unpaid orders that holds leave unpaid which ended without a capture
 * @param refusalOrNull why it was refused, or null; see {@link #refusal()}
 */
public record Outcome(
        LoyaltyEvent event,
        boolean isRepeat,
        Account account,
        List<LedgerEntry> entries,
        List<TierChange> tierChanges,
        List<UnpaidOrders> unpaid,
        @Nullable Refusal refusalOrNull) {
    /** Takes copies of the lists. */
    public Outcome {
        entries = ImmutableList.copyOf(entries);
        tierChanges = ImmutableList.copyOf(tierChanges);
        unpaid = ImmutableList.copyOf(unpaid);
    }

    /** Whether the event was accepted, now or before. */
    public boolean isAccepted() {
        return refusalOrNull == null;
    }

    /** Why it was refused, if it was. */
    public Optional<Refusal> refusal() {
        return Optional.ofNullable(refusalOrNull);
    }

    /**
     * This outcome, if the event was accepted.
     *
     * @throws RefusedException if it was refused
     */
    @CanIgnoreReturnValue
    public Outcome orThrow() {
        if (refusalOrNull != null) {
            throw new RefusedException(refusalOrNull);
        }
        return this;
    }

    /** Ids and counts only. */
    @Override
    public String toString() {
        return "Outcome[" + event.id() + " of " + event.customer() + ": "
                + (refusalOrNull == null ? entries.size() + " entries" : refusalOrNull.code())
                + (isRepeat ? ", repeated]" : "]");
    }
}
