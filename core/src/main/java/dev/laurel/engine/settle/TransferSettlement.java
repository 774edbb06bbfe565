package dev.laurel.engine.settle;

import dev.laurel.decision.Refusal;
import dev.laurel.engine.draft.AccountDraft;
import dev.laurel.engine.draft.WalletDraft;
import dev.laurel.engine.guard.RefusedSignal;
import dev.laurel.engine.plan.Plan;
import dev.laurel.event.Transfer;
import dev.laurel.event.TransferReceived;
import dev.laurel.receipt.LotTaken;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Points on their way from one account to another, with their dates. */
final class TransferSettlement {
    private final Plan plan;
    private final AccountDraft account;

    TransferSettlement(Plan plan, AccountDraft account) {
        this.plan = plan;
        this.account = account;
    }

    /** Takes them out of the account, and says what is to arrive at the other one. */
    TransferReceived send(Transfer transfer) {
        WalletDraft wallet = account.wallet(plan.requirePoints(transfer.currency()));
        if (transfer.to().equals(transfer.customer())) {
            throw new RefusedSignal(new Refusal.NotAllowed("customer '" + transfer.customer()
                    + "' cannot transfer points to themselves; name the customer who receives them"));
        }
        if (!wallet.isTransferable()) {
            throw new RefusedSignal(new Refusal.NotAllowed(
                    transfer.currency() + " cannot be transferred; the program does not allow it"));
        }
        wallet.requireAvailable(transfer.points());
        Instant runsOut = wallet.expiry().runsOutOnLeaving(account.asOf(), plan.zone());
        List<TransferReceived.Points> points = new ArrayList<>();
        boolean undated = false;
        for (LotTaken taken : account.ledger().send(wallet, transfer.points(), transfer.id())) {
            Instant expires = requireFits(wallet.expiry().expiryOnLeaving(taken.lot(), account.asOf(), plan.zone()));
            undated |= expires == null;
            points.add(new TransferReceived.Points(taken.points(), taken.lot().earned(), expires));
        }
        return new TransferReceived(
                transfer.to(),
                transfer.occurredAt(),
                transfer.customer(),
                transfer.id(),
                transfer.currency(),
                points,
                undated ? requireFits(runsOut) : null);
    }

    /** Points can have a date here that lies after all that an event can tell. */
    private static @Nullable Instant requireFits(@Nullable Instant end) {
        if (end != null && end.isAfter(Timestamps.MAX)) {
            throw new RefusedSignal(new Refusal.Overflow("the date at which points expire that are to be transferred"));
        }
        return end;
    }

    /** Puts them into the account; what is past its date already is gone at once, and the rest pays what is owed first. */
    void receive(TransferReceived received) {
        WalletDraft wallet = account.wallet(plan.requirePoints(received.currency()));
        for (TransferReceived.Points points : received.lots()) {
            account.ledger().receive(wallet, points.points(), points.earned(), points.expires(), received.id());
        }
        wallet.expiry().startTimerAs(received.runsOut());
        account.settleCredits(received.id());
    }
}
