package dev.laurel.engine.settle;

import dev.laurel.decision.Refusal;
import dev.laurel.engine.plan.PlannedReward;
import dev.laurel.event.Cancellation;
import dev.laurel.receipt.ClaimReceipt;
import dev.laurel.receipt.RedemptionReceipt;
import dev.laurel.receipt.TakenLots;
import dev.laurel.reward.ChosenPrice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A redemption is cancelled, in all or in part: its points go back to the lots that they came from. Or a claim is: it gives nothing. */
final class CancellationSettlement implements Settlement<Cancellation> {
    @Override
    public List<String> receiptsNamedBy(Cancellation event) {
        return List.of(event.redemption());
    }

    /** A fixed price is cancelled whole. */
    @Override
    public void requireValid(Evaluation<Cancellation> on) {
        Cancellation cancellation = on.event();
        Long points = cancellation.points();
        ClaimReceipt claim = on.claim(cancellation.redemption());
        if (claim != null) {
            CancelledClaim.requireWhole(on, claim);
            return;
        }
        TakenLots taken = taken(on);
        RedemptionReceipt redemption = on.redemption(cancellation.redemption());
        // Past its time it is unknown, whether or not a store has forgotten it by then.
        if (points == null
                || taken == null
                || redemption == null
                || points >= taken.left()
                || !on.isCancellable(cancellation.redemption(), redemption)) {
            return;
        }
        PlannedReward reward = on.account().rewardOf(redemption);
        if (reward != null && !(reward.reward().price() instanceof ChosenPrice)) {
            throw on.refuse(new Refusal.Invalid(reward.named() + " has a fixed price, so what is left of redemption '"
                    + cancellation.redemption() + "' is cancelled as a whole, " + taken.left() + " points, but "
                    + points
                    + " were to be"));
        }
    }

    private static @Nullable TakenLots taken(Evaluation<Cancellation> on) {
        String id = on.event().redemption();
        RedemptionReceipt redemption = on.redemption(id);
        return redemption == null ? null : redemption.takenBy(id).orElse(null);
    }

    @Override
    public void settle(Evaluation<Cancellation> on) {
        Cancellation cancellation = on.event();
        String id = cancellation.redemption();
        ClaimReceipt claim = on.claim(id);
        if (claim != null) {
            CancelledClaim.settle(on, claim);
            return;
        }
        RedemptionReceipt redemption = on.redemption(id);
        TakenLots taken = taken(on);
        if (redemption == null || taken == null || !on.isCancellable(cancellation.redemption(), redemption)) {
            throw on.refuse(new Refusal.UnknownRedemption(id));
        }
        long left = taken.left();
        if (left == 0) {
            throw on.refuse(new Refusal.AlreadyCancelled(id));
        }
        Long asked = cancellation.points();
        long points = asked == null ? left : asked;
        if (points > left) {
            throw on.refuse(new Refusal.ExceedsRedemption("redemption '" + id + "'", left, points));
        }
        on.leave(on.account().restore(redemption, points, id, cancellation.id()).withCancelled(points));
        on.account().expireOverdue();
    }
}
