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
        PlainRefusal.unless(wallet.policy.transferAge() != null, "NOT_ALLOWED");
        List<PlainLot> movable = new ArrayList<>();
        long old = 0;
        for (PlainLot lot : wallet.inOrderOfSpending()) {
            if (lot.left > 0 && canBeSent(account, wallet, lot)) {
                movable.add(lot);
                old = Math.addExact(old, lot.left);
            }
        }
        PlainRefusal.unless(old >= event.points() || wallet.available() < event.points(), "CONDITION_NOT_MET");
        PlainRewards.requireSpendable(wallet, event.points());
        List<LotUse> uses = wallet.take(event.points(), movable);
        wallet.count(PlainWallet.Total.SENT, event.points());
        account.points.write(EntryKind.SEND, wallet, -event.points(), uses, null, null);
        List<TransferReceived.Points> points = new ArrayList<>();
        for (LotUse use : uses) {
            PlainLot lot = wallet.lot(use);
            Instant expires = wallet.expiryOnSending(lot);
            PlainRefusal.unless(expires == null || !expires.isAfter(Timestamps.MAX), "OVERFLOW");
            points.add(new TransferReceived.Points(use.points(), lot.earned, expires));
        }
        return new TransferReceived(
                event.to(), event.occurredAt(), event.customer(), event.id(), event.currency(), points);
    }

    /** Points that can be spent, are old enough, and are not gone by the date with which they would arrive. */
    private static boolean canBeSent(PlainAccount account, PlainWallet wallet, PlainLot lot) {
        Instant old = lot.earned
                .atZone(account.zone)
                .plus(wallet.policy.transferAge())
                .toInstant();
        Instant expires = wallet.expiryOnSending(lot);
        return !lot.isPendingAt(account.asOf)
                && !old.isAfter(account.asOf)
                && (expires == null || expires.isAfter(account.asOf));
    }

    /** Points keep their dates; those that have none get what the program gives points that are credited then. */
    static void receive(PlainAccount account, TransferReceived event) {
        PlainWallet wallet = account.wallet(event.currency());
        for (TransferReceived.Points points : event.lots()) {
            wallet.count(PlainWallet.Total.RECEIVED, points.points());
            Instant at = event.occurredAt();
            Instant expires = points.expires() == null ? wallet.expiryOf(at, at) : points.expires();
            PlainLot lot = account.points.open(
                    wallet, points.points(), points.earned(), account.asOf, expires, points.expires() != null);
            if (expires == null) {
                wallet.startTimer(at);
            }
            List<LotUse> uses = List.of(new LotUse(lot.number, points.points()));
            account.points.write(EntryKind.RECEIVE, wallet, points.points(), uses, null, null);
        }
        account.points.settle();
    }
}
