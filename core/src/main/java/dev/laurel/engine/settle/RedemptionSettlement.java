package dev.laurel.engine.settle;

import dev.laurel.event.Redemption;
import dev.laurel.receipt.LotTaken;
import dev.laurel.receipt.TakenLots;
import java.util.List;

/** Points are taken for a reward. */
final class RedemptionSettlement implements Settlement<Redemption> {
    @Override
    public void requireValid(Evaluation<Redemption> on) {
        request(on).requireValid();
    }

    private static RewardRequest request(Evaluation<Redemption> on) {
        Redemption redemption = on.event();
        return new RewardRequest(on, redemption.reward(), redemption.points(), redemption.basket());
    }

    @Override
    public void settle(Evaluation<Redemption> on) {
        Redemption redemption = on.event();
        AllowedReward reward = request(on).allowed();
        List<LotTaken> lots = reward.redeem(redemption);
        on.leave(reward.receipt(
                redemption,
                on.account().asOf(),
                on.account().ledger().sequence(),
                List.of(new TakenLots(redemption.id(), lots))));
    }
}
