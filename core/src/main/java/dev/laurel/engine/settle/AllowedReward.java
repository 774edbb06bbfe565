package dev.laurel.engine.settle;

import dev.laurel.engine.draft.AccountDraft;
import dev.laurel.engine.draft.WalletDraft;
import dev.laurel.engine.plan.PlannedCap;
import dev.laurel.engine.plan.PlannedReward;
import java.time.Instant;

/**
 * A reward that a customer may have.
 *
 * @param reward the reward
 * @param wallet the wallet that pays for it
 * @param points how many points it takes; they are there
 * @param account the account
 * @param occurredAt when it was asked for
 */
record AllowedReward(PlannedReward reward, WalletDraft wallet, long points, AccountDraft account, Instant occurredAt) {
    /** Uses up its limits. */
    void countUse() {
        for (PlannedCap limit : reward.limits()) {
            if (limit.isCounted()) {
                account.counters().count(limit.counter(), limit.windowAt(occurredAt, account.zone()), 1);
            }
        }
    }
}
