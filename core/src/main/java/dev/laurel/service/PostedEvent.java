package dev.laurel.service;

import com.google.common.collect.ImmutableList;
import dev.laurel.codec.Codec;
import dev.laurel.decision.TierChange;
import dev.laurel.decision.UnpaidOrders;
import dev.laurel.event.ErasedEvent;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.ledger.LedgerEntry;
import java.time.Instant;
import java.util.List;

/**
 * An event in the journal of an account, with what it brought about.
 *
 * @param event the event
 * @param hash the SHA-256 of its canonical form, by which a repetition is told from a conflict
 * @param recordedAt when it was recorded, strictly increasing per account
 * @param entries the ledger entries
 * @param tierChanges the changes of the tier
 * @param unpaid orders that holds left unpaid which ended without a capture
 */
public record PostedEvent(
        LoyaltyEvent event,
        String hash,
        Instant recordedAt,
        List<LedgerEntry> entries,
        List<TierChange> tierChanges,
        List<UnpaidOrders> unpaid) {
    /** Takes copies of the lists. */
    public PostedEvent {
        entries = ImmutableList.copyOf(entries);
        tierChanges = ImmutableList.copyOf(tierChanges);
        unpaid = ImmutableList.copyOf(unpaid);
    }

    /** Whether an erasure has left only this of it: its id, when it happened, and its entries. */
    public boolean isErased() {
        return event instanceof ErasedEvent;
    }

    /** What is left of it after an erasure: its id, when it happened, and its entries, which hold nothing personal. */
    public PostedEvent erased() {
        ErasedEvent erased = ErasedEvent.of(event);
        return new PostedEvent(erased, Codec.EVENTS.digest(erased), recordedAt, entries, tierChanges, unpaid);
    }
}
