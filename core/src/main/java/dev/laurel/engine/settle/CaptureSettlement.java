package dev.laurel.engine.settle;

import dev.laurel.decision.Refusal;
import dev.laurel.engine.plan.PlannedReward;
import dev.laurel.event.Capture;
import dev.laurel.receipt.CaptureReceipt;
import dev.laurel.receipt.LotTaken;
import dev.laurel.receipt.OpenHold;
import dev.laurel.receipt.RedemptionReceipt;
import dev.laurel.receipt.TakenLots;
import dev.laurel.reward.ChosenPrice;
import dev.laurel.time.Expiry;
import java.util.List;

/** Points that a hold had set aside are taken for good, all or some; the rest goes back, unless more captures follow. */
final class CaptureSettlement implements Settlement<Capture> {
    @Override
    public List<String> receiptsNamedBy(Capture event) {
        return List.of(event.hold());
    }

    /** A fixed price is captured whole, and a chosen one in its steps. */
    @Override
    public void requireValid(Evaluation<Capture> on) {
        Capture capture = on.event();
        Long points = capture.points();
        RedemptionReceipt hold = on.redemption(capture.hold());
        if (points == null || hold == null || !hold.redemption().equals(capture.hold()) || !hold.isOfHold()) {
            return;
        }
        // By the receipt alone: whether the hold has lapsed is not known yet.
        long left = hold.points() - hold.pointsTaken();
        if (points == left) {
            return;
        }
        PlannedReward reward = on.account().versions().rewardOf(hold);
        if (reward != null && !reward.reward().price().allows(points)) {
            String allowed = reward.reward().price() instanceof ChosenPrice chosen ? ", or " + chosen.describe() : "";
            throw on.refuse(new Refusal.Invalid("points of a capture of hold '" + capture.hold()
                    + "' must be all that it sets aside, " + left + allowed + ", but were " + points));
        }
    }

    @Override
    public void settle(Evaluation<Capture> on) {
        Capture capture = on.event();
        OpenHold hold = on.openHold(capture.hold());
        Long asked = capture.points();
        long points = asked == null ? hold.points() : asked;
        if (points > hold.points()) {
            throw on.refuse(new Refusal.ExceedsRedemption("hold '" + hold.hold() + "'", hold.points(), points));
        }
        on.account().recordActivity(Expiry.Activity.CAPTURE, capture.occurredAt());
        List<LotTaken> lots = on.account().holds().capture(hold, points, capture.more(), capture.id());
        RedemptionReceipt receipt = on.requireRedemption(hold.hold())
                .withTaken(new TakenLots(capture.id(), lots), capture.occurredAt(), on.returnableUntil());
        if (receipt.paid() != null && receipt.pointsPaid() <= receipt.pointsTaken()) {
            on.account().holds().payNothingMore(hold.hold());
        }
        on.leave(new CaptureReceipt(
                capture.id(), capture.customer(), capture.occurredAt(), on.returnableUntil(), hold.hold()));
        on.leave(WaitingPoints.giveBack(on, receipt));
        on.account().expireOverdue();
    }
}
