package dev.laurel.engine.settle;

import dev.laurel.account.OpenHold;
import dev.laurel.engine.draft.AccountDraft;
import dev.laurel.engine.draft.WalletDraft;
import dev.laurel.engine.plan.PlannedCap;
import dev.laurel.engine.plan.PlannedReward;
import dev.laurel.event.Hold;
import dev.laurel.event.Redemption;
import dev.laurel.program.Expiry;
import dev.laurel.receipt.LotTaken;
import java.time.Instant;
import java.util.List;

/**
 * A reward that a customer may have.
 *
 * @param reward the reward
 * @param wallet the wallet that pays for it
 * @param points how many points it takes; they are there
 * @param account the account
 */
record AllowedReward(PlannedReward reward, WalletDraft wallet, long points, AccountDraft account) {
    /** Takes the points for good, and says from which lots. */
    List<LotTaken> redeem(Redemption redemption) {
        account.recordActivity(Expiry.Activity.REDEMPTION, redemption.occurredAt());
        List<LotTaken> lots = account.ledger().redeem(wallet, points, redemption.reward(), redemption.id());
        countUse(redemption.occurredAt());
        return lots;
    }

    /** Sets the points aside. */
    OpenHold setAside(Hold hold) {
        List<LotTaken> lots = account.ledger().hold(wallet, points, hold.reward(), hold.id());
        countUse(hold.occurredAt());
        OpenHold open = new OpenHold(
                hold.id(), hold.reward(), wallet.currency(), hold.occurredAt(), account.asOf(), hold.until(), lots);
        account.open(open);
        return open;
    }

    private void countUse(Instant at) {
        for (PlannedCap limit : reward.limits()) {
            account.counters().count(limit, at, 1);
        }
    }
}
