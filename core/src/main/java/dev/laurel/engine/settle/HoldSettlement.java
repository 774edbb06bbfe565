package dev.laurel.engine.settle;

import dev.laurel.account.OpenHold;
import dev.laurel.event.Hold;
import dev.laurel.receipt.HoldReceipt;
import dev.laurel.receipt.LotTaken;
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
        List<LotTaken> lots = on.account().ledger().hold(reward.wallet(), reward.points(), hold.reward(), hold.id());
        reward.countUse();
        on.account()
                .holds()
                .add(new OpenHold(
                        hold.id(),
                        hold.reward(),
                        reward.wallet().currency(),
                        hold.occurredAt(),
                        on.account().asOf(),
                        hold.until(),
                        lots));
        on.leave(new HoldReceipt(
                hold.id(),
                hold.customer(),
                on.plan().versionedId(),
                on.account().asOf(),
                hold.until(),
                hold.reward(),
                reward.wallet().currency(),
                reward.points()));
        // One that comes so late that it is over already lapses at once.
        on.account().catchUp(on.account().asOf());
    }
}
