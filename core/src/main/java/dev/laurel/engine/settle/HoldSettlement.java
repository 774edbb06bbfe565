package dev.laurel.engine.settle;

import dev.laurel.account.OpenHold;
import dev.laurel.decision.Refusal;
import dev.laurel.engine.draft.AccountDraft;
import dev.laurel.engine.guard.RefusedSignal;
import dev.laurel.engine.plan.Plan;
import dev.laurel.event.Capture;
import dev.laurel.event.Hold;
import dev.laurel.event.Release;
import dev.laurel.program.Expiry;
import dev.laurel.receipt.HoldReceipt;
import dev.laurel.receipt.LotTaken;
import dev.laurel.receipt.RedemptionReceipt;
import java.util.List;

/** A hold on its way through: points are set aside, and later captured or released. */
final class HoldSettlement {
    private final Plan plan;
    private final AccountDraft account;
    private final Receipts receipts;

    HoldSettlement(Plan plan, AccountDraft account, Receipts receipts) {
        this.plan = plan;
        this.account = account;
        this.receipts = receipts;
    }

    void hold(Hold hold) {
        OpenHold open = RewardSettlement.hold(plan, account, hold);
        account.holds().add(open);
        receipts.leave(new HoldReceipt(
                open.hold(),
                hold.customer(),
                plan.versionedId(),
                open.takenAt(),
                open.until(),
                open.reward(),
                open.currency(),
                open.points()));
        // One that comes so late that it is over already lapses at once.
        account.catchUp(account.asOf());
    }

    void capture(Capture capture) {
        OpenHold hold = requireOpen(capture.hold(), capture.customer());
        Long asked = capture.points();
        long points = asked == null ? hold.points() : asked;
        if (points > hold.points()) {
            throw new RefusedSignal(new Refusal.ExceedsRedemption("hold '" + hold.hold() + "'", hold.points(), points));
        }
        account.recordActivity(Expiry.Activity.CAPTURE, capture.occurredAt());
        List<LotTaken> lots = account.holds().capture(hold, points, capture.id());
        receipts.leave(new RedemptionReceipt(
                capture.id(),
                capture.customer(),
                plan.versionedId(),
                hold.takenAt(),
                hold.reward(),
                hold.currency(),
                lots));
    }

    void release(Release release) {
        OpenHold hold = requireOpen(release.hold(), release.customer());
        account.holds().release(hold, release.id());
    }

    private OpenHold requireOpen(String hold, String customer) {
        if (receipts.hold(hold, customer) == null) {
            throw new RefusedSignal(new Refusal.UnknownHold(hold));
        }
        OpenHold open = account.holds().find(hold);
        if (open == null) {
            throw new RefusedSignal(new Refusal.AlreadyResolved(hold));
        }
        return open;
    }
}
