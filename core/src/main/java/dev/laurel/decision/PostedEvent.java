package dev.laurel.decision;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.event.BatchRecord;
import dev.laurel.event.ErasedEvent;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LedgerEntry;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An event in the journal of an account, with what it did. Two are equal if all of that is; how a store has written it does not matter.
 *
 * <p>That of a {@link Decision} makes its entries when somebody reads them.
 */
public final class PostedEvent {
    private final LoyaltyEvent event;
    private final Instant recordedAt;
    private final Posted posted;

    private PostedEvent(LoyaltyEvent event, Instant recordedAt, Posted posted) {
        this.event = requireNonNull(event, "event");
        this.recordedAt = requireNonNull(recordedAt, "recordedAt");
        this.posted = posted;
    }

    /** What a store gave. Takes copies of the lists. */
    private record Kept(
            List<String> versions, List<LedgerEntry> entries, List<TierChange> tierChanges, List<UnpaidOrders> unpaid)
            implements Posted {
        Kept {
            versions = ImmutableList.copyOf(versions);
            entries = ImmutableList.copyOf(entries);
            tierChanges = ImmutableList.copyOf(tierChanges);
            unpaid = ImmutableList.copyOf(unpaid);
        }

        @Override
        public long earned(String currency) {
            long sum = 0;
            for (LedgerEntry entry : entries) {
                if (entry.kind() == EntryKind.EARN && entry.currency().equals(currency)) {
                    sum = Math.addExact(sum, entry.points());
                }
            }
            return sum;
        }
    }

    /**
     * An event of all its parts, such as one that is read from a store.
     *
     * @param event the event
     * @param recordedAt when it was recorded, strictly increasing per account
     * @param versions the versions of the program by which it was posted
     * @param entries the ledger entries that it added
     * @param tierChanges the changes of the tier
     * @param unpaid orders that holds left unpaid which ended without a capture
     */
    public static PostedEvent of(
            LoyaltyEvent event,
            Instant recordedAt,
            List<String> versions,
            List<LedgerEntry> entries,
            List<TierChange> tierChanges,
            List<UnpaidOrders> unpaid) {
        return new PostedEvent(event, recordedAt, new Kept(versions, entries, tierChanges, unpaid));
    }

    /**
     * An event that was accepted, as it goes into the journal.
     *
     * @throws RefusedException if it was refused
     */
    public static PostedEvent of(Decision decision, Instant recordedAt) {
        return new PostedEvent(decision.orThrow().event(), recordedAt, decision.posted());
    }

    /** The event. */
    public LoyaltyEvent event() {
        return event;
    }

    /** When it was recorded, strictly increasing per account. */
    public Instant recordedAt() {
        return recordedAt;
    }

    /**
     * The versions of the program by which it was posted, in the order in which they come into force: the one of its date, by which it was
     * judged, those that came into force for the account until it, and the one that was in force after it. Mostly they are one.
     */
    public List<String> versions() {
        return posted.versions();
    }

    /** The ledger entries that it added, in their order. */
    public List<LedgerEntry> entries() {
        return posted.entries();
    }

    /** The changes of the tier, in their order. */
    public List<TierChange> tierChanges() {
        return posted.tierChanges();
    }

    /** Orders that holds left unpaid which ended without a capture. */
    public List<UnpaidOrders> unpaid() {
        return posted.unpaid();
    }

    /** The points of a currency that it earned. */
    public long earned(String currency) {
        return posted.earned(currency);
    }

    /** Whether an erasure has left only this of it: its id, when it happened, and its entries. */
    public boolean isErased() {
        return event instanceof ErasedEvent;
    }

    /** The same, of values alone: it leads to nothing of which the engine made it. */
    public PostedEvent inParts() {
        return of(event, recordedAt, versions(), entries(), tierChanges(), unpaid());
    }

    /**
     * What is left of it after an erasure: its id, when it happened, and its entries, which hold nothing personal; of the record of a batch
     * also the ids of its events.
     */
    public PostedEvent erased() {
        LoyaltyEvent left = event instanceof BatchRecord record ? record.withoutPromise() : ErasedEvent.of(event);
        return of(left, recordedAt, versions(), entries(), tierChanges(), unpaid());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PostedEvent that
                && event.equals(that.event)
                && recordedAt.equals(that.recordedAt)
                && versions().equals(that.versions())
                && entries().equals(that.entries())
                && tierChanges().equals(that.tierChanges())
                && unpaid().equals(that.unpaid());
    }

    @Override
    public int hashCode() {
        return Objects.hash(event, recordedAt);
    }

    /** Ids and counts only. */
    @Override
    public String toString() {
        return "PostedEvent[" + event.id() + " of " + event.customer() + ": "
                + entries().size() + " entries, recorded at " + recordedAt + "]";
    }
}
