package dev.laurel.event;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.laurel.id.Identifiers;
import org.jspecify.annotations.Nullable;

/**
 * A reward that a customer chooses at a checkout. In which order choices are given decides nothing; the same reward twice is two.
 *
 * @param reward the id of the reward
 * @param points how many points, for a reward of variable price; null for the reward's own price
 * @param redemption the id that the redemption will have, for points that pay: the payment names it; null if it is not known yet
 */
public record RewardChoice(
        String reward, @Nullable Long points, @Nullable String redemption) {
    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if an id is malformed, or points are not positive
     */
    public RewardChoice {
        Identifiers.text("reward id", reward, Identifiers.MAX_HOST_ID_LENGTH);
        checkArgument(points == null || points > 0, "points of a choice must be positive, but were %s", points);
        if (redemption != null) {
            Identifiers.hostId("redemption of a choice", redemption);
        }
    }

    /** A reward at its own price. */
    public static RewardChoice of(String reward) {
        return new RewardChoice(reward, null, null);
    }

    /** A reward of variable price for so many points. */
    public static RewardChoice of(String reward, long points) {
        return new RewardChoice(reward, points, null);
    }

    /** A copy whose redemption will have this id. */
    public RewardChoice redeemedAs(String redemption) {
        return new RewardChoice(reward, points, requireNonNull(redemption, "redemption"));
    }
}
