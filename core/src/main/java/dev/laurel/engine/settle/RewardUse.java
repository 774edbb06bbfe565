package dev.laurel.engine.settle;

import dev.laurel.engine.guard.ConditionGate;
import dev.laurel.engine.guard.RefusedSignal;
import dev.laurel.engine.guard.RuleGuard;
import dev.laurel.engine.plan.PlannedReward;
import dev.laurel.event.Basket;
import dev.laurel.reward.Content;
import dev.laurel.reward.Discount;
import dev.laurel.reward.PointsAsPayment;
import java.util.function.Supplier;

/** What a reward takes off an order or pays of it: never more than there is. */
public final class RewardUse {
    private RewardUse() {}

    /**
     * Refuses a discount that takes off what is not there, and points that pay for more of an order than they may.
     *
     * @param points how many points are taken
     * @param covered the order without the lines that the program excludes; asked for only where it is needed
     * @throws RefusedSignal if it does
     */
    public static void requireFits(PlannedReward planned, long points, Supplier<Basket> covered) {
        String id = planned.reward().id();
        ConditionGate gate = new ConditionGate(id, planned.named());
        Content content = planned.reward().content();
        if (content instanceof Discount discount) {
            Basket order = covered.get();
            String words = RuleGuard.ask(id, "description", discount::describe);
            gate.require(words, RuleGuard.ask(id, "selector", () -> discount.check(order)));
        } else if (content instanceof PointsAsPayment payment) {
            gate.require(payment.describe(), payment.check(points, covered.get()));
        }
    }
}
