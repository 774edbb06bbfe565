package dev.laurel.engine.settle;

import dev.laurel.decision.Refusal;
import dev.laurel.event.Return;
import dev.laurel.event.ReturnedLine;
import dev.laurel.money.Money;
import dev.laurel.receipt.CountedSum;
import dev.laurel.receipt.OpenHold;
import dev.laurel.receipt.PaidOrders;
import dev.laurel.receipt.PointPayment;
import dev.laurel.receipt.PurchaseReceipt;
import dev.laurel.receipt.RedemptionReceipt;
import dev.laurel.receipt.TakenPoints;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goods come back, and what follows is worked out from the receipt alone: points that paid go back, points that were awarded are
 * taken back, and what was counted is taken out of the windows in which it was.
 */
final class ReturnSettlement implements Settlement<Return> {
    @Override
    public List<String> receiptsNamedBy(Return event) {
        return List.of(event.purchase());
    }

    @Override
    public void settle(Evaluation<Return> on) {
        Return event = on.event();
        requireMoney(on, event.amount());
        for (ReturnedLine line : event.lines()) {
            requireMoney(on, line.amount());
            requireMoney(on, line.gross());
        }
        PurchaseReceipt before = on.purchase(event.purchase());
        if (before == null || !returnedAt(before, event).isBefore(before.returnableUntil())) {
            throw on.refuse(new Refusal.UnknownPurchase(event.purchase()));
        }
        PurchaseReceipt returned = new ReturnedLines(before, event).receiptAfter();
        List<PointPayment> payments = giveBack(on, before, returned);
        Clawback clawback = new Clawback(on, before, returned);
        List<TakenPoints> taken = clawback.take();
        on.account().expireOverdue();
        clawback.makeRoom();
        for (CountedSum sum : before.sums()) {
            long less = sum.left(before) - sum.left(returned);
            on.account().counters().takeOut(sum.key(), sum.window(), less);
        }
        on.undoSums();
        on.leave(returned.withSettled(payments, clawback.awardsAfter(), taken));
    }

    private static void requireMoney(Evaluation<Return> on, @Nullable Money amount) {
        if (amount != null) {
            on.plan().requireMoney(amount.currency());
        }
    }

    /** By its own date; one that a till's clock dates before its purchase happened at once after it. */
    private static Instant returnedAt(PurchaseReceipt purchase, Return event) {
        return event.occurredAt().isBefore(purchase.occurredAt()) ? purchase.occurredAt() : event.occurredAt();
    }

    /** Gives back the points that paid. */
    private static List<PointPayment> giveBack(
            Evaluation<Return> on, PurchaseReceipt before, PurchaseReceipt returned) {
        List<PointPayment> payments = new ArrayList<>();
        for (PointPayment payment : before.pointPayments()) {
            long more = returned.partReturned(payment.points()) - payment.restored();
            RedemptionReceipt redemption = on.redemption(payment.redemption());
            if (redemption != null && more > 0) {
                on.leave(giveBack(on, redemption, more));
            }
            OpenHold hold = on.account().holds().find(payment.redemption());
            if (hold != null && returned.isNothingLeftToPay()) {
                on.account().holds().payNoMore(hold, before.purchase());
            }
            payments.add(new PointPayment(payment.redemption(), payment.points(), payment.restored() + more));
        }
        return payments;
    }

    /**
     * What is on hold goes back as far as it is captured; what a cancellation gave back, or what was never captured, is not there to be
     * given again.
     */
    private static RedemptionReceipt giveBack(Evaluation<Return> on, RedemptionReceipt redemption, long points) {
        PaidOrders paid = redemption.paid();
        if (paid != null && on.account().holds().find(redemption.redemption()) != null) {
            return WaitingPoints.giveBack(
                    on, redemption.withPaid(paid.withWaiting(Math.addExact(paid.waiting(), points))));
        }
        long back = Math.min(points, redemption.pointsLeft());
        return back == 0
                ? redemption
                : on.account().restore(redemption, back, null, on.event().id());
    }
}
