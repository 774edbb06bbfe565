package dev.laurel.service;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.account.Account;
import dev.laurel.decision.PostedEvent;
import dev.laurel.decision.Refusal;
import dev.laurel.decision.RefusedException;
import dev.laurel.decision.TierChange;
import dev.laurel.decision.UnpaidOrders;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.ledger.LedgerEntry;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of an event that was submitted: accepted, accepted before, or refused. */
public final class Outcome {
    private final LoyaltyEvent event;
    private final Account account;
    private final @Nullable PostedEvent posted;
    private final boolean isRepeat;
    private final @Nullable Refusal refusal;

    private Outcome(
            LoyaltyEvent event,
            Account account,
            @Nullable PostedEvent posted,
            boolean isRepeat,
            @Nullable Refusal refusal) {
        this.event = requireNonNull(event, "event");
        this.account = requireNonNull(account, "account");
        this.posted = posted;
        this.isRepeat = isRepeat;
        this.refusal = refusal;
    }

    static Outcome accepted(PostedEvent posted, Account account) {
        return new Outcome(posted.event(), account, posted, false, null);
    }

    /** The event was accepted before. */
    static Outcome repeated(LoyaltyEvent event, PostedEvent before, Account account) {
        return new Outcome(event, account, before, true, null);
    }

    /** Nothing happened, so nothing is kept of it. */
    static Outcome nothing(LoyaltyEvent event, Account account) {
        return new Outcome(event, account, null, false, null);
    }

    static Outcome refused(LoyaltyEvent event, Account account, Refusal refusal) {
        return new Outcome(event, account, null, false, requireNonNull(refusal, "refusal"));
    }

    /** The event, as it was submitted. */
    public LoyaltyEvent event() {
        return event;
    }

    /** The account after the event; for a repetition or a refusal, as it stands. */
    public Account account() {
        return account;
    }

    /** Whether the same event was accepted before; then this says what it did then, and nothing new was done. */
    public boolean isRepeat() {
        return isRepeat;
    }

    /** Whether the event was accepted, now or before. */
    public boolean isAccepted() {
        return refusal == null;
    }

    /** Why it was refused, if it was. */
    public Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    /**
     * This outcome, if the event was accepted.
     *
     * @throws RefusedException if it was refused
     */
    @CanIgnoreReturnValue
    public Outcome orThrow() {
        if (refusal != null) {
            throw new RefusedException(refusal);
        }
        return this;
    }

    /** The ledger entries that the event added. */
    public List<LedgerEntry> entries() {
        return posted == null ? List.of() : posted.entries();
    }

    /** The points of a currency that the event earned. */
    public long earned(String currency) {
        return posted == null ? 0 : posted.earned(currency);
    }

    /** The changes of the tier that it brought. */
    public List<TierChange> tierChanges() {
        return posted == null ? List.of() : posted.tierChanges();
    }

    /** Orders that holds leave unpaid which ended without a capture. */
    public List<UnpaidOrders> unpaid() {
        return posted == null ? List.of() : posted.unpaid();
    }

    /** What is in the journal of it, if anything is. */
    public Optional<PostedEvent> posted() {
        return Optional.ofNullable(posted);
    }

    /** By all that it says of the event, but not by when that was recorded. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Outcome that
                && event.equals(that.event)
                && isRepeat == that.isRepeat
                && Objects.equals(refusal, that.refusal)
                && account.equals(that.account)
                && entries().equals(that.entries())
                && tierChanges().equals(that.tierChanges())
                && unpaid().equals(that.unpaid());
    }

    @Override
    public int hashCode() {
        return Objects.hash(event, isRepeat, refusal);
    }

    /** Ids and counts only. */
    @Override
    public String toString() {
        return "Outcome[" + event.id() + " of " + event.customer() + ": "
                + (refusal == null ? entries().size() + " entries" : refusal.code())
                + (isRepeat ? ", repeated]" : "]");
    }
}
