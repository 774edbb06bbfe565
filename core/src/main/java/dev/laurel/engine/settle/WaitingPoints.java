package dev.laurel.engine.settle;

import dev.laurel.receipt.PaidOrders;
import dev.laurel.receipt.RedemptionReceipt;

/**
 * Points of a hold that go back by returns of orders which it is to pay. They wait as long as the hold can still be captured: what orders
 * were paid with but is not captured goes back anyway, when the hold lapses.
 */
final class WaitingPoints {
    private WaitingPoints() {}

    /**
     * Gives back what need not wait any longer: what waits less what orders were paid with but captures have not taken so far. It is never
     * more than what is left of what they took.
     */
    static RedemptionReceipt giveBack(Evaluation<?> on, RedemptionReceipt receipt) {
        PaidOrders paid = receipt.paid();
        if (paid == null || paid.waiting() == 0) {
            return receipt;
        }
        long notCaptured = Math.max(0, receipt.pointsPaid() - receipt.pointsTaken());
        long due = Math.max(0, paid.waiting() - notCaptured);
        long back = Math.min(due, receipt.pointsLeft());
        RedemptionReceipt settled = receipt.withPaid(paid.withWaiting(paid.waiting() - back));
        return back == 0
                ? receipt
                : on.account().restore(settled, back, null, on.event().id());
    }
}
