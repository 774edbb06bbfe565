package dev.laurel.engine.settle;

import dev.laurel.decision.Refusal;
import dev.laurel.event.Return;
import dev.laurel.event.ReturnedLine;
import dev.laurel.money.Money;
import dev.laurel.receipt.PointPayment;
import dev.laurel.receipt.PurchaseReceipt;
import dev.laurel.receipt.ReceiptLine;
import dev.laurel.receipt.RedemptionReceipt;
import dev.laurel.receipt.TakenPoints;
import java.util.ArrayList;
import java.util.List;

/**
 * Goods come back, and what follows is worked out from the receipt alone: points that paid go back, points that were awarded are
 * taken back, and the spend is taken out of the window in which it counted.
 */
final class ReturnSettlement implements Settlement<Return> {
    @Override
    public List<String> receiptsNamedBy(Return event) {
        return List.of(event.purchase());
    }

    @Override
    public void settle(Evaluation<Return> on) {
        Return event = on.event();
        for (ReturnedLine line : event.lines()) {
            Money amount = line.amount();
            if (amount != null) {
                on.plan().requireMoney(amount.currency());
            }
        }
        PurchaseReceipt before = on.purchase(event.purchase());
        if (before == null
                || !on.plan().isReturnable(before.occurredAt(), on.account().asOf())) {
            throw on.refuse(new Refusal.UnknownPurchase(event.purchase()));
        }
        List<ReceiptLine> lines = new ReturnedLines(before, event).left();
        PurchaseReceipt returned = before.after(lines, before.pointPayments(), before.taken());
        List<PointPayment> payments = giveBack(on, before, returned);
        List<TakenPoints> taken = new Clawback(on, before, returned).take();
        long millionths = countedBy(before) - countedBy(returned);
        on.changeTier(standings -> standings.disqualify(millionths, before.occurredAt()));
        on.leave(returned.after(lines, payments, taken));
    }

    private static long countedBy(PurchaseReceipt receipt) {
        long counted = 0;
        for (ReceiptLine line : receipt.lines()) {
            counted = Math.addExact(counted, line.qualifyingLeft().millionths());
        }
        return counted;
    }

    /** Gives back the points that paid. */
    private static List<PointPayment> giveBack(
            Evaluation<Return> on, PurchaseReceipt before, PurchaseReceipt returned) {
        List<PointPayment> payments = new ArrayList<>();
        for (PointPayment payment : before.pointPayments()) {
            RedemptionReceipt redemption = on.redemption(payment.redemption());
            long more = redemption == null ? 0 : toRestore(returned, payment, redemption);
            if (redemption != null && more > 0) {
                on.leave(on.account().restore(redemption, more, on.event().id()));
            }
            payments.add(new PointPayment(payment.redemption(), payment.restored() + more));
        }
        return payments;
    }

    /** In proportion to the net that has come back so far; what a cancellation gave back already is not there to be given again. */
    private static long toRestore(PurchaseReceipt returned, PointPayment payment, RedemptionReceipt redemption) {
        long soFar = returned.partReturned(redemption.points());
        return Math.min(Math.max(0, soFar - payment.restored()), redemption.pointsLeft());
    }
}
