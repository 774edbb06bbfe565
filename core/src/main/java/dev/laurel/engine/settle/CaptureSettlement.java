package dev.laurel.engine.settle;

import dev.laurel.account.OpenHold;
import dev.laurel.decision.Refusal;
import dev.laurel.event.Capture;
import dev.laurel.program.Expiry;
import dev.laurel.receipt.LotTaken;
import dev.laurel.receipt.RedemptionReceipt;
import java.util.List;

/** Points that a hold had set aside are taken for good, all or some; the rest goes back. */
final class CaptureSettlement implements Settlement<Capture> {
    @Override
    public List<String> receiptsNamedBy(Capture event) {
        return List.of(event.hold());
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
        List<LotTaken> lots = on.account().holds().capture(hold, points, capture.id());
        on.leave(new RedemptionReceipt(
                capture.id(),
                capture.customer(),
                on.plan().versionedId(),
                hold.takenAt(),
                hold.reward(),
                hold.currency(),
                lots));
    }
}
