package dev.laurel.decision;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.account.Account;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.receipt.Receipt;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an event does. Refused or accepted; if refused, the account is the one before, and there are no entries.
 *
 * <p>A value without effects: nothing has happened until a host stores it.
 */
public final class Decision {
    private final LoyaltyEvent event;
    private final Account account;
    private final Posted posted;
    private final @Nullable Refusal refusal;
    private final @Nullable Throwable failure;

    private Decision(
            LoyaltyEvent event,
            Account account,
            Posted posted,
            @Nullable Refusal refusal,
            @Nullable Throwable failure) {
        this.event = event;
        this.account = account;
        this.posted = posted;
        this.refusal = refusal;
        this.failure = failure;
    }

    /**
     * An event is accepted. The engine says so; hosts have no need to.
     *
     * @param account the account after it
     * @param posted what it writes beside the account
     */
    public static Decision accepted(LoyaltyEvent event, Account account, Posted posted) {
        return new Decision(
                requireNonNull(event, "event"),
                requireNonNull(account, "account"),
                requireNonNull(posted, "posted"),
                null,
                null);
    }

    /**
     * An event is refused. The engine says so; hosts have no need to.
     *
     * @param account the account, as it was and is
     * @param failure what a rule threw, if that is why, or null
     */
    public static Decision refused(LoyaltyEvent event, Account account, Refusal refusal, @Nullable Throwable failure) {
        return new Decision(
                requireNonNull(event, "event"),
                requireNonNull(account, "account"),
                Posted.NOTHING,
                requireNonNull(refusal, "refusal"),
                failure);
    }

    /** The event that this is about. */
    public LoyaltyEvent event() {
        return event;
    }

    /** Whether the event was accepted. */
    public boolean isAccepted() {
        return refusal == null;
    }

    /** Why it was refused, if it was. */
    public Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    /**
     * What a rule threw, if that is why the event was refused: for whoever looks into it. Its message is the rule's own and may
     * hold personal data, so it is not part of the refusal.
     */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    /**
     * This decision, if the event was accepted.
     *
     * @throws RefusedException if it was refused
     */
    @CanIgnoreReturnValue
    public Decision orThrow() {
        if (refusal != null) {
            throw new RefusedException(refusal);
        }
        return this;
    }

    /** The account after the event. */
    public Account account() {
        return account;
    }

    /**
     * The versions of the program that posted it, in the order in which they come into force: that of its date, by which it was judged,
     * those that came into force for the account until it, and the one that is in force after it. Mostly they are one.
     */
    public List<String> versions() {
        return posted.versions();
    }

    /** The entries that the event adds to the ledger, those of time until then included, in their order. */
    public List<LedgerEntry> entries() {
        return posted.entries();
    }

    /** The changes of the member's standing, those of time until then included, in their order. */
    public List<TierChange> tierChanges() {
        return posted.tierChanges();
    }

    /** What later events need that name this one, and the receipts that it changed: to be kept beside the account. */
    public List<Receipt> receipts() {
        return posted.receipts();
    }

    /** Orders that holds leave unpaid which ended without a capture, those of time until then included, in their order. */
    public List<UnpaidOrders> unpaid() {
        return posted.unpaid();
    }

    /**
     * Events of other customers that follow from this one, such as points that arrive there. They are evaluated on the accounts
     * of those customers; if one is refused, this event must not count either, so all are stored together.
     */
    public List<LoyaltyEvent> deliveries() {
        return posted.deliveries();
    }

    /** The points of a currency that this event earned. */
    public long earned(String currency) {
        return posted.earned(currency);
    }

    /** What an accepted event writes; nothing if it was refused. */
    Posted posted() {
        return posted;
    }

    /** For a purchase, an activity or an enrollment that was accepted, what became of each rule on it; worked out when asked for. */
    public Explanation explanation() {
        return posted.explanation();
    }

    /** Ids and counts only. */
    @Override
    public String toString() {
        return "Decision[" + event.id() + " of " + event.customer() + ": "
                + (refusal == null ? entries().size() + " entries" : refusal.code()) + "]";
    }
}
