package dev.laurel.engine.settle;

import dev.laurel.decision.Refusal;
import dev.laurel.event.Cancellation;
import dev.laurel.receipt.RedemptionReceipt;
import java.util.List;

/** A redemption is cancelled, in all or in part: its points go back to the lots that they came from. */
final class CancellationSettlement implements Settlement<Cancellation> {
    @Override
    public List<String> receiptsNamedBy(Cancellation event) {
        return List.of(event.redemption());
    }

    @Override
    public void settle(Evaluation<Cancellation> on) {
        Cancellation cancellation = on.event();
        RedemptionReceipt redemption = on.redemption(cancellation.redemption());
        if (redemption == null) {
            throw on.refuse(new Refusal.UnknownRedemption(cancellation.redemption()));
        }
        long left = redemption.pointsLeft();
        if (left == 0) {
            throw on.refuse(new Refusal.AlreadyCancelled(redemption.redemption()));
        }
        Long asked = cancellation.points();
        long points = asked == null ? left : asked;
        if (points > left) {
            throw on.refuse(
                    new Refusal.ExceedsRedemption("redemption '" + redemption.redemption() + "'", left, points));
        }
        on.leave(on.account().restore(redemption, points, cancellation.id()));
    }
}
