package dev.laurel.simulation;

import dev.laurel.event.Transfer;
import dev.laurel.event.TransferReceived;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LotUse;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What leaves one customer and arrives at another. */
final class PlainTransfers {
    private PlainTransfers() {}

    static TransferReceived send(PlainAccount account, Transfer event) {
        PlainWallet wallet = account.wallet(event.currency());
        PlainRefusal.unless(!event.to().equals(event.customer()), "NOT_ALLOWED");
        PlainRefusal.unless(wallet.policy.transferable(), "NOT_ALLOWED");
        PlainRewards.requireSpendable(wallet, event.points());
        List<LotUse> uses = wallet.take(event.points());
        wallet.count(PlainWallet.Total.SENT, event.points());
        account.write(EntryKind.SEND, wallet, -event.points(), uses, null, 0);
        List<TransferReceived.Points> points = new ArrayList<>();
        Instant runsOut = null;
        for (LotUse use : uses) {
            PlainLot lot = wallet.lot(use.lot());
            Instant expires = wallet.expiryOnSending(lot);
            runsOut = expires == null ? wallet.timerOnSending() : runsOut;
            PlainRefusal.unless(expires == null || !expires.isAfter(Timestamps.MAX), "OVERFLOW");
            PlainRefusal.unless(runsOut == null || !runsOut.isAfter(Timestamps.MAX), "OVERFLOW");
            points.add(new TransferReceived.Points(use.points(), lot.earned, expires));
        }
        return new TransferReceived(
                event.to(), event.occurredAt(), event.customer(), event.id(), event.currency(), points, runsOut);
    }

    static void receive(PlainAccount account, TransferReceived event) {
        PlainWallet wallet = account.wallet(event.currency());
        for (TransferReceived.Points points : event.lots()) {
            wallet.count(PlainWallet.Total.RECEIVED, points.points());
            PlainLot lot = account.openMoved(wallet, points.points(), points.earned(), account.asOf, points.expires());
            List<LotUse> uses = List.of(new LotUse(lot.number, points.points()));
            account.write(EntryKind.RECEIVE, wallet, points.points(), uses, null, 0);
        }
        wallet.startTimerAs(event.runsOut());
        account.settle();
    }
}
