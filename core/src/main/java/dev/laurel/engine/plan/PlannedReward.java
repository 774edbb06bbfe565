package dev.laurel.engine.plan;

import dev.laurel.reward.Reward;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reward with what the plan has worked out about it.
 *
 * @param reward the reward
 * @param currency the id of the price's point currency
 * @param limits its limits and the counters that they count on
 */
public record PlannedReward(Reward reward, String currency, List<PlannedCap> limits) {
    /** The reward as messages name it. */
    public String named() {
        return "reward '" + reward.id() + "'";
    }

    /** How many points it takes, where so many are named or none. */
    public long pointsOf(@Nullable Long named) {
        return named == null ? reward.price().least() : named;
    }
}
