package dev.laurel.engine.settle;

import dev.laurel.account.Account;
import dev.laurel.account.Milestone;
import dev.laurel.decision.Decision;
import dev.laurel.decision.Posted;
import dev.laurel.decision.Refusal;
import dev.laurel.engine.draft.AccountDraft;
import dev.laurel.engine.draft.Credit;
import dev.laurel.engine.draft.FactsOfMember;
import dev.laurel.engine.draft.MemberRulesDraft;
import dev.laurel.engine.draft.StandingsDraft;
import dev.laurel.engine.draft.WalletDraft;
import dev.laurel.engine.guard.RefusedSignal;
import dev.laurel.engine.plan.Plan;
import dev.laurel.engine.plan.PlannedMemberRule;
import dev.laurel.engine.plan.Versions;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.receipt.ClaimReceipt;
import dev.laurel.receipt.ClosureReceipt;
import dev.laurel.receipt.OpenHold;
import dev.laurel.receipt.PurchaseReceipt;
import dev.laurel.receipt.Receipt;
import dev.laurel.receipt.RedemptionReceipt;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way into an account: all that its settlement works with. Made and dropped within one decision.
 *
 * @param <E> the kind of event
 */
public final class Evaluation<E extends LoyaltyEvent> {
    private final AccountDraft account;
    private final E event;
    private final Receipts receipts;
    private final Mode mode;
    private @Nullable Supplier<? extends Receipt> unwritten;
    private List<LoyaltyEvent> deliveries = List.of();

    /** What is asked. */
    public enum Mode {
        /** Everything, as for an event that is submitted. */
        WHOLE,
        /** All but what conditions say about an order: a page of rewards is shown to somebody who has not chosen any goods yet. */
        WITHOUT_ORDER
    }

    private Evaluation(AccountDraft account, E event, Receipts receipts, Mode mode) {
        this.account = account;
        this.event = event;
        this.receipts = receipts;
        this.mode = mode;
    }

    /**
     * The decision on an event.
     *
     * @param before the account, of the program and the event's customer
     * @param receipts the receipts of the events that it names; others do no harm
     */
    public static <E extends LoyaltyEvent> Decision decide(
            Versions versions, Account before, E event, Iterable<? extends Receipt> receipts, Mode mode) {
        Settlement<E> settlement = Settlements.of(event);
        try {
            AccountDraft account = settlement.letsTimePass()
                    ? AccountDraft.of(versions, before, event.occurredAt())
                    : AccountDraft.standing(versions, before, event.occurredAt());
            Evaluation<E> on = new Evaluation<>(account, event, new Receipts(receipts), mode);
            settlement.admit(on);
            settlement.settle(on);
            return Decision.accepted(event, account.toAccount(), on.posted(versions, before));
        } catch (RefusedSignal refused) {
            return Decision.refused(event, before, refused.refusal(), refused.getCause());
        } catch (ArithmeticException | DateTimeException e) {
            Refusal overflow = new Refusal.Overflow("a sum, date or exact fraction of this event");
            return Decision.refused(event, before, overflow, null);
        }
    }

    private Posted posted(Versions versions, Account before) {
        return new Settled<>(
                versions,
                before,
                event,
                account.versions().posting(),
                account.entries(),
                account.tierChanges(),
                receipts.left(),
                unwritten,
                account.unpaid(),
                deliveries);
    }

    E event() {
        return event;
    }

    AccountDraft account() {
        return account;
    }

    /** The terms in force, for what the event meets: wallets, tiers, offers. */
    Plan plan() {
        return account.plan();
    }

    /** The terms that were in force at its date, by which it is judged. */
    Plan judgingPlan() {
        return account.judgingPlan();
    }

    /** Whether conditions about an order are asked. */
    boolean asksAboutOrder() {
        return mode == Mode.WHOLE;
    }

    // --- whether it can come ---

    /** Refuses it, for this reason; to be thrown. */
    RefusedSignal refuse(Refusal refusal) {
        return new RefusedSignal(refusal);
    }

    /** Refuses it on an account that is closed, or whose customer was erased. */
    void requireNotClosed() {
        Instant closed = account.member().instantOf(Milestone.CLOSED);
        if (closed != null) {
            throw refuse(new Refusal.AccountClosed(event.customer(), closed));
        }
        requireNotErased();
    }

    /** Refuses it on an account whose customer was erased. */
    void requireNotErased() {
        Instant erased = account.member().instantOf(Milestone.ERASED);
        if (erased != null) {
            Instant closed = account.member().instantOf(Milestone.CLOSED);
            throw refuse(new Refusal.AccountClosed(event.customer(), closed == null ? erased : closed));
        }
    }

    /** Refuses it if it happened too long before the latest event that the host gave. */
    void requireNotTooLate() {
        Instant latest = account.member().latestAfter(event.occurredAt());
        Period broken = latest == null ? null : account.versions().brokenLateLimit(event.occurredAt(), latest);
        if (latest != null && broken != null) {
            throw refuse(new Refusal.EventTooLate(event.occurredAt(), latest, broken));
        }
    }

    /** Lets happen what does by itself until the event. */
    void catchUp() {
        account.catchUp(event.occurredAt());
    }

    /** The first event of a customer opens the account; what the host gave tells how late another may come. */
    void open() {
        account.member().open(event.occurredAt());
        if (event.isSubmittable()) {
            account.member().noteGiven(event.occurredAt());
        }
    }

    // --- what it names ---

    /** The wallet of a point currency that it names, or a refusal. */
    WalletDraft wallet(String currency) {
        plan().requirePoints(currency);
        return account.wallet(currency);
    }

    /** The receipt of a purchase of the customer, or null. */
    @Nullable
    PurchaseReceipt purchase(String id) {
        return receipts.purchase(id, event.customer());
    }

    /** The receipt of a redemption or hold of the customer, or of the hold of a capture; or null. */
    @Nullable
    RedemptionReceipt redemption(String id) {
        return receipts.redemption(id, event.customer());
    }

    /** Until when what it leaves can be undone, by the terms of its date. */
    Instant returnableUntil() {
        return judgingPlan().returnableUntil(event.occurredAt());
    }

    /** Whether a redemption or capture can still be cancelled, by the date of the event; a hold can have several captures. */
    boolean isCancellable(String id, RedemptionReceipt redemption) {
        return event.occurredAt().isBefore(receipts.returnableUntil(id, redemption));
    }

    /** The receipt of a claim of the customer, or null. */
    @Nullable
    ClaimReceipt claim(String id) {
        return receipts.claim(id, event.customer());
    }

    /** What the closure of the customer's account ended, or null. */
    @Nullable
    ClosureReceipt closure() {
        return receipts.closure(event.customer());
    }

    /**
     * The receipt of a hold that is open: there always is one.
     *
     * @throws IllegalStateException if there is none
     */
    RedemptionReceipt requireRedemption(String id) {
        RedemptionReceipt receipt = redemption(id);
        if (receipt == null) {
            throw new IllegalStateException("no receipt of '" + id + "'");
        }
        return receipt;
    }

    /** A hold of the customer that is open, or a refusal. */
    OpenHold openHold(String id) {
        if (!receipts.isHold(id, event.customer())) {
            throw refuse(new Refusal.UnknownHold(id));
        }
        OpenHold open = account.holds().find(id);
        if (open == null) {
            throw refuse(new Refusal.AlreadyResolved(id));
        }
        return open;
    }

    // --- what it does ---

    /** Credits points, and all that follows from it. */
    void credit(List<Credit> credits) {
        account.credit(credits, event.id());
    }

    /** What rules on a member give for what the event is, by the terms of its date. */
    MemberRulesDraft asked(List<PlannedMemberRule> rules) {
        return new MemberRulesDraft(account, judgingPlan(), new FactsOfMember(account, event.occurredAt())).ask(rules);
    }

    /** Something of it is about to be counted: what rules on sums see of the member is as it is by now. */
    void expectSums() {
        account.expectSums(event.occurredAt());
    }

    /** Lets standings follow what the event has counted, and all that follows from that. */
    void followSums() {
        account.followSums(event.id());
    }

    /** Lets standings be as if what the event has taken out of sums had never been, and all that follows from that. */
    void undoSums() {
        account.undoSums(event.id());
    }

    /** Changes standings, and all that follows from that: what a tier that is left suspended may be over at once. */
    void changeTiers(Consumer<StandingsDraft> change) {
        account.changeTiers(event.id(), change);
        account.catchUp(account.asOf());
    }

    /** Leaves a receipt, in place of the one of the same event. */
    void leave(Receipt receipt) {
        receipts.leave(receipt);
    }

    /** Leaves a receipt after all others, which is written when somebody reads it. It must not fail then. */
    void leaveUnwritten(Supplier<? extends Receipt> receipt) {
        unwritten = receipt;
    }

    /** Sends an event to another customer's account. */
    void deliver(LoyaltyEvent delivery) {
        deliveries = deliveries.isEmpty() ? new ArrayList<>(1) : deliveries;
        deliveries.add(delivery);
    }
}
