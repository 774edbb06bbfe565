package dev.laurel.engine;

import dev.laurel.reward.Reward;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A reward, whether a customer can have it now, and if not, why.
 *
 * @param reward the reward
 * @param refusalOrNull why it would be refused, or null if it can be had
 * @param missingPoints how many points are missing to its price and to what is owed before, or 0
 */
public record RewardOption(Reward reward, @Nullable Refusal refusalOrNull, long missingPoints) {
    /** Whether it can be had now. */
    public boolean isAvailable() {
        return refusalOrNull == null;
    }

    /** Why it would be refused, if it would be. */
    public Optional<Refusal> refusal() {
        return Optional.ofNullable(refusalOrNull);
    }
}
