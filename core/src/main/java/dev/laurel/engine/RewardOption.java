package dev.laurel.engine;

import dev.laurel.decision.Refusal;
import dev.laurel.reward.Reward;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A reward, whether a customer can have it now, and if not, why. One whose price the customer chooses is told by the least of it.
 *
 * @param reward the reward
 * @param refusalOrNull why it would be refused, or null if it can be had
 * @param missingPoints how many points are missing to its price and to what is owed before, or 0
 * @param usableOrNull how many points can be used, if it can be had and gives points as payment; otherwise null
 */
public record RewardOption(
        Reward reward,
        @Nullable Refusal refusalOrNull,
        long missingPoints,
        @Nullable UsablePoints usableOrNull) {
    /** Whether it can be had now. */
    public boolean isAvailable() {
        return refusalOrNull == null;
    }

    /** Why it would be refused, if it would be. */
    public Optional<Refusal> refusal() {
        return Optional.ofNullable(refusalOrNull);
    }

    /** How many points can be used now, and what they pay; empty where it cannot be had or gives something else. */
    public Optional<UsablePoints> usable() {
        return Optional.ofNullable(usableOrNull);
    }
}
