package dev.laurel.engine.plan;

import dev.laurel.account.Account;
import dev.laurel.receipt.CaptureReceipt;
import dev.laurel.receipt.ClaimReceipt;
import dev.laurel.receipt.ClosureReceipt;
import dev.laurel.receipt.PurchaseReceipt;
import dev.laurel.receipt.Receipt;
import dev.laurel.receipt.RedemptionReceipt;
import java.time.Instant;
import java.util.function.BiFunction;

/** How long the receipts of an account are needed, whichever of the versions judges the events to come. */
public final class Retention {
    private final Versions versions;

    public Retention(Versions versions) {
        this.versions = versions;
    }

    /** Whether an event that would still be accepted can need a receipt: of what pays an order, as long as that can be returned. */
    public boolean isNeeded(Receipt receipt, Account account) {
        if (receipt instanceof ClosureReceipt) {
            return account.milestones().closed() != null && account.milestones().erased() == null;
        }
        Instant until = until(receipt);
        for (Version version : versions.each()) {
            if (version.plan().earliestAccepted(account.milestones().latest()).isBefore(until)) {
                return true;
            }
        }
        return false;
    }

    private Instant until(Receipt receipt) {
        if (receipt instanceof PurchaseReceipt purchase) {
            return purchase.returnableUntil();
        } else if (receipt instanceof ClaimReceipt claim) {
            return claim.returnableUntil();
        } else if (receipt instanceof CaptureReceipt capture) {
            return untilOrdersPaid(capture.returnableUntil(), true);
        } else if (receipt instanceof RedemptionReceipt redemption) {
            return untilOrdersPaid(redemption.returnableUntil(), redemption.isOfHold());
        }
        throw new AssertionError("no retention is known of " + receipt);
    }

    /** As long as a hold is open, also in an account that is closed for now, it can be captured and pay an order. */
    private Instant untilOrdersPaid(Instant until, boolean isOfHold) {
        Instant returned = latest(until, Plan::returnableUntil);
        return isOfHold ? latest(returned, Plan::afterLongestHold) : returned;
    }

    private Instant latest(Instant from, BiFunction<Plan, Instant, Instant> by) {
        Instant latest = from;
        for (Version version : versions.each()) {
            Instant end = by.apply(version.plan(), from);
            latest = end.isAfter(latest) ? end : latest;
        }
        return latest;
    }
}
