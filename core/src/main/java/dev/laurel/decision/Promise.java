package dev.laurel.decision;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.event.Basket;
import dev.laurel.id.Identifiers;
import dev.laurel.money.Money;
import dev.laurel.reward.RewardChoice;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a quote said, in plain values, so that it can wait from the page that showed it until the order is placed. A service keeps it
 * ({@code LoyaltyService.place}), or refuses the order.
 *
 * <p>Its instant decides which campaigns apply, so keep it where the customer cannot change it, such as in the session;
 * {@code Codec.PROMISES} turns it into bytes.
 *
 * @param customer the host's id of the customer
 * @param basket the order as it was asked about, before any reward
 * @param choices the rewards
 * @param at when it was promised; the order's events have this instant
 * @param toPay what is left to pay in money
 * @param earned the points that the purchase earns, by currency; only those of which it earns any
 * @param tier the tier after the purchase, or null in a program without tiers
 */
public record Promise(
        String customer,
        Basket basket,
        List<RewardChoice> choices,
        Instant at,
        Money toPay,
        Map<String, Long> earned,
        @Nullable String tier) {
    /**
     * Takes copies of the collections.
     *
     * @throws IllegalArgumentException if an id is malformed, points are not positive, the amounts are of two currencies, or the instant is
     *     out of range
     */
    public Promise {
        Identifiers.hostId("customer id", customer);
        requireNonNull(basket, "basket");
        choices = ImmutableList.copyOf(choices);
        at = Timestamps.checked("instant", at);
        requireNonNull(toPay, "toPay");
        checkArgument(
                toPay.currency().equals(basket.currency()),
                "a promise must be of one currency, but was of %s and %s",
                basket.currency(),
                toPay.currency());
        if (tier != null) {
            Identifiers.declaredId("tier id", tier);
        }
        earned = ImmutableSortedMap.copyOf(earned);
        earned.forEach((currency, points) ->
                checkArgument(points > 0, "points that a promise earns must be positive, but were %s", points));
    }

    /** The points of a currency that the purchase earns. */
    public long earned(String currency) {
        return earned.getOrDefault(currency, 0L);
    }

    /** Ids and amounts only. */
    @Override
    public String toString() {
        return "Promise[" + toPay + " to pay by " + customer + ", " + choices.size() + " rewards, " + earned
                + " earned, at " + at + "]";
    }
}
