package dev.laurel.engine.settle;

import dev.laurel.event.Hold;
import dev.laurel.receipt.OpenHold;
import java.util.List;

/** Points are set aside for a reward. */
final class HoldSettlement implements Settlement<Hold> {
    @Override
    public void requireValid(Evaluation<Hold> on) {
        request(on).requireValid();
    }

    private static RewardRequest request(Evaluation<Hold> on) {
        Hold hold = on.event();
        return new RewardRequest(on, hold.reward(), hold.points(), hold.basket());
    }

    @Override
    public void settle(Evaluation<Hold> on) {
        Hold hold = on.event();
        AllowedReward reward = request(on).allowed();
        OpenHold open = reward.setAside(hold);
        on.leave(reward.receipt(hold, open.takenAt(), open.entry(), List.of()));
    }
}
