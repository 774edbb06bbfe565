package dev.laurel.engine.settle;

import dev.laurel.engine.draft.AccountDraft;
import dev.laurel.engine.draft.WalletDraft;
import dev.laurel.engine.plan.PlannedCap;
import dev.laurel.engine.plan.PlannedReward;
import dev.laurel.event.Hold;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Redemption;
import dev.laurel.receipt.CountedUse;
import dev.laurel.receipt.LotTaken;
import dev.laurel.receipt.OpenHold;
import dev.laurel.receipt.PaidOrders;
import dev.laurel.receipt.RedemptionReceipt;
import dev.laurel.receipt.TakenLots;
import dev.laurel.reward.PointsAsPayment;
import dev.laurel.time.Expiry;
import java.time.Instant;
import java.util.ArrayList;
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
                hold.id(),
                hold.reward(),
                wallet.currency(),
                hold.occurredAt(),
                account.asOf(),
                account.ledger().sequence(),
                hold.until(),
                lots,
                0,
                List.of(),
                counted(hold.occurredAt()));
        account.open(open);
        return open;
    }

    /**
     * What the event leaves behind that took the points.
     *
     * @param takenAt when they were taken
     * @param entry the number of the entry by which they were
     * @param taken what was taken for good
     */
    RedemptionReceipt receipt(LoyaltyEvent event, Instant takenAt, long entry, List<TakenLots> taken) {
        return new RedemptionReceipt(
                event.id(),
                event.customer(),
                account.plan().versionedId(),
                event.occurredAt(),
                takenAt,
                entry,
                reward.reward().id(),
                wallet.currency(),
                points,
                taken,
                0,
                counted(event.occurredAt()),
                reward.reward().content() instanceof PointsAsPayment payment
                        ? PaidOrders.none(PointsAsPayment.of(payment.worth(), payment.points()))
                        : null);
    }

    private void countUse(Instant at) {
        for (PlannedCap limit : reward.limits()) {
            account.counters().count(limit, at, 1);
        }
    }

    /** Where the use was counted, so that it can be given back. */
    private List<CountedUse> counted(Instant at) {
        List<CountedUse> counted = new ArrayList<>(reward.limits().size());
        for (PlannedCap limit : reward.limits()) {
            CountedUse use = account.counters().useAt(limit, at);
            if (use != null) {
                counted.add(use);
            }
        }
        return counted;
    }
}
