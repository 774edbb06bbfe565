package dev.laurel.engine.settle;

import dev.laurel.decision.Refusal;
import dev.laurel.engine.draft.WalletDraft;
import dev.laurel.engine.guard.RefusedSignal;
import dev.laurel.event.Transfer;
import dev.laurel.event.TransferReceived;
import dev.laurel.receipt.LotTaken;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Points go to another account, with their dates. */
final class TransferSettlement implements Settlement<Transfer> {
    @Override
    public List<String> othersTouchedBy(Transfer event) {
        return List.of(event.to());
    }

    @Override
    public void settle(Evaluation<Transfer> on) {
        Transfer transfer = on.event();
        WalletDraft wallet = on.wallet(transfer.currency());
        if (transfer.to().equals(transfer.customer())) {
            throw on.refuse(new Refusal.NotAllowed("customer '" + transfer.customer()
                    + "' cannot transfer points to themselves; name the customer who receives them"));
        }
        if (!wallet.isTransferable()) {
            throw on.refuse(new Refusal.NotAllowed(
                    transfer.currency() + " cannot be transferred; the program does not allow it"));
        }
        Instant now = on.account().asOf();
        Instant runsOut = wallet.expiry().runsOutOnLeaving(now, on.account().zone());
        List<LotTaken> sent = on.account().ledger().send(wallet, transfer.points(), transfer.id());
        List<TransferReceived.Points> points = new ArrayList<>();
        boolean undated = false;
        for (LotTaken taken : sent) {
            Instant expires = requireFits(wallet.expiry()
                    .expiryOnLeaving(taken.lot(), now, on.account().zone()));
            undated |= expires == null;
            points.add(new TransferReceived.Points(taken.points(), taken.lot().earned(), expires));
        }
        on.deliver(new TransferReceived(
                transfer.to(),
                transfer.occurredAt(),
                transfer.customer(),
                transfer.id(),
                transfer.currency(),
                points,
                undated ? requireFits(runsOut) : null));
    }

    /** Points can have a date here that lies after all that an event can tell. */
    private static @Nullable Instant requireFits(@Nullable Instant end) {
        if (end != null && end.isAfter(Timestamps.MAX)) {
            throw new RefusedSignal(new Refusal.Overflow("the date at which points expire that are to be transferred"));
        }
        return end;
    }
}
