package dev.laurel.engine;

import dev.laurel.reward.Reward;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reward with what the plan has worked out about it.
 *
 * @param reward the reward
 * @param holding the place of the price's point currency among the holdings
 * @param limits its limits and the counters that they count on
 */
record PlannedReward(Reward reward, int holding, List<PlannedCap> limits) {
    /** The reward as messages name it. */
    String named() {
        return "reward '" + reward.id() + "'";
    }

    /** How many points it takes, where so many are named or none. */
    long pointsOf(@Nullable Long named) {
        return named == null ? reward.price().least() : named;
    }
}
