package dev.laurel.engine.settle;

import dev.laurel.decision.Refusal;
import dev.laurel.event.Hold;
import dev.laurel.receipt.OpenHold;
import java.time.Instant;
import java.time.Period;
import java.util.List;

/** Points are set aside for a reward. */
final class HoldSettlement implements Settlement<Hold> {
    @Override
    public void requireValid(Evaluation<Hold> on) {
        request(on).requireValid();
        requireNotTooLong(on);
    }

    /** A hold ends within the program's longest, counted from its own date, whenever it arrives. */
    private static void requireNotTooLong(Evaluation<Hold> on) {
        Hold hold = on.event();
        Period longest = on.judgingPlan().program().longestHold();
        Instant last = on.account().zone().plus(hold.occurredAt(), longest);
        if (hold.until().isAfter(last)) {
            throw on.refuse(new Refusal.Invalid(
                    "a hold must end within " + longest + ", by " + last + ", but was to end at " + hold.until()));
        }
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
