package dev.laurel.engine;

import static java.util.Objects.requireNonNull;

import dev.laurel.decision.Refusal;
import dev.laurel.engine.guard.RefusedSignal;
import dev.laurel.engine.plan.Plan;
import dev.laurel.engine.plan.PlannedReward;
import dev.laurel.event.Basket;
import dev.laurel.event.Hold;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Redemption;
import dev.laurel.reward.RewardChoice;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rewards of a batch so far: all of them together must fit the order of each. */
final class BatchedRewards {
    private final Plan plan;
    private final List<RewardChoice> choices = new ArrayList<>();
    private final Set<Basket> orders = new LinkedHashSet<>();

    BatchedRewards(Plan plan) {
        this.plan = plan;
    }

    /** Why the reward of an event, if it takes one on an order, does not fit beside those before, or null. */
    @Nullable
    Refusal add(LoyaltyEvent event) {
        if (event instanceof Redemption redemption) {
            return add(redemption.reward(), redemption.points(), redemption.basket());
        }
        return event instanceof Hold hold ? add(hold.reward(), hold.points(), hold.basket()) : null;
    }

    private @Nullable Refusal add(String reward, @Nullable Long points, @Nullable Basket order) {
        if (order == null || plan.reward(reward) == null) {
            return null;
        }
        choices.add(new RewardChoice(reward, points, null));
        orders.add(order);
        // One by itself was judged with its event.
        return choices.size() == 1 ? null : refusalOfAll();
    }

    private @Nullable Refusal refusalOfAll() {
        List<RewardChoice> sorted = RewardedOrder.sorted(plan, choices);
        for (Basket order : orders) {
            RewardedOrder rewarded = new RewardedOrder(plan, order);
            try {
                for (RewardChoice choice : sorted) {
                    PlannedReward planned = requireNonNull(plan.reward(choice.reward()));
                    rewarded.take(planned, planned.pointsOf(choice.points()), null);
                }
            } catch (RefusedSignal refused) {
                return refused.refusal();
            }
        }
        return null;
    }
}
