package dev.laurel.engine.settle;

import dev.laurel.account.OpenHold;
import dev.laurel.event.Hold;
import dev.laurel.receipt.HoldReceipt;

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
        OpenHold open = request(on).allowed().setAside(hold);
        on.leave(new HoldReceipt(
                open.hold(),
                hold.customer(),
                on.plan().versionedId(),
                open.takenAt(),
                open.until(),
                open.reward(),
                open.currency(),
                open.points()));
    }
}
