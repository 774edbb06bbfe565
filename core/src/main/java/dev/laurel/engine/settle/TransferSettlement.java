package dev.laurel.engine.settle;

import dev.laurel.decision.Refusal;
import dev.laurel.engine.draft.WalletDraft;
import dev.laurel.engine.guard.RefusedSignal;
import dev.laurel.event.Transfer;
import dev.laurel.event.TransferReceived;
import dev.laurel.ledger.Lot;
import dev.laurel.receipt.LotTaken;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Points go to another account, with their dates. */
final class TransferSettlement implements Settlement<Transfer> {
    @Override
    public void settle(Evaluation<Transfer> on) {
        Transfer transfer = on.event();
        WalletDraft wallet = on.wallet(transfer.currency());
        if (transfer.to().equals(transfer.customer())) {
            throw on.refuse(new Refusal.NotAllowed("customer '" + transfer.customer()
                    + "' cannot transfer points to themselves; name the customer who receives them"));
        }
        Period age = wallet.transferAge();
        if (age == null) {
            throw on.refuse(new Refusal.NotAllowed(
                    transfer.currency() + " cannot be transferred; the program does not allow it"));
        }
        wallet.requireAvailable(transfer.points());
        requireSendable(on, wallet, age);
        List<LotTaken> sent = on.account()
                .ledger()
                .send(wallet, transfer.points(), lot -> isSendable(on, wallet, lot, age), transfer.id());
        List<TransferReceived.Points> points = new ArrayList<>();
        for (LotTaken taken : sent) {
            Instant expires = requireFits(wallet.expiry().dateOnLeaving(taken.lot()));
            points.add(new TransferReceived.Points(taken.points(), taken.lot().earned(), expires));
        }
        on.deliver(new TransferReceived(
                transfer.to(), transfer.occurredAt(), transfer.customer(), transfer.id(), transfer.currency(), points));
    }

    private static void requireSendable(Evaluation<Transfer> on, WalletDraft wallet, Period age) {
        long sendable = wallet.lots().available(lot -> isSendable(on, wallet, lot, age));
        if (sendable < on.event().points()) {
            String condition = (age.isZero() ? "" : "earned at least " + age + " before, and ")
                    + "not past the date with which they leave";
            throw on.refuse(new Refusal.ConditionNotMet(
                    "the transfer",
                    "points are " + condition,
                    sendable + " points",
                    on.event().points() + " points that are " + condition));
        }
    }

    /** Points must be old enough; and those whose date a tier suspends leave with it, so it must not be past. */
    private static boolean isSendable(Evaluation<Transfer> on, WalletDraft wallet, Lot lot, Period age) {
        Instant now = on.account().asOf();
        Instant expires = wallet.expiry().dateOnLeaving(lot);
        boolean isOldEnough =
                age.isZero() || !on.account().zone().plus(lot.earned(), age).isAfter(now);
        return isOldEnough && (expires == null || expires.isAfter(now));
    }

    /** Points can have a date here that lies after all that an event can tell. */
    private static @Nullable Instant requireFits(@Nullable Instant end) {
        if (end != null && end.isAfter(Timestamps.MAX)) {
            throw new RefusedSignal(new Refusal.Overflow("the date at which points expire that are to be transferred"));
        }
        return end;
    }
}
