package dev.laurel.event;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.id.Identifiers;
import dev.laurel.money.Money;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a quote said, in plain values, so that it can wait from the page that showed it until the order is placed. A service keeps it
 * ({@code LoyaltyService.place}), or refuses the order.
 *
 * <p>Its instant decides which campaigns apply, so keep it where the customer cannot change it, such as in the session;
 * {@code Codec.PROMISES} turns it into bytes. A service keeps it for a day, unless the host says otherwise.
 *
 * @param customer the host's id of the customer
 * @param basket the order as it was asked about, before any reward
 * @param choices the rewards; how their redemptions are called follows from the order that is placed
 * @param at when it was promised; the order's events have this instant
 * @param toPay what is left to pay in money
 * @param spent the points that the rewards take, by currency; only those of which they take any
 * @param earned the points that the purchase earns, by currency; only those of which it earns any
 * @param tiers the tiers after the purchase, by the id of their ladder
 */
public record Promise(
        String customer,
        Basket basket,
        List<RewardChoice> choices,
        Instant at,
        Money toPay,
        Map<String, Long> spent,
        Map<String, Long> earned,
        Map<String, String> tiers) {
    /** The longest id of an order that is placed, in UTF-16 code units. */
    public static final int MAX_ORDER_ID_LENGTH = 190;

    /**
     * Takes copies of the collections.
     *
     * @throws IllegalArgumentException if an id is malformed, points are not positive, the amounts are of two currencies, the order has a
     *     payment of which the redemption is not known, or the instant is out of range
     */
    public Promise {
        Identifiers.hostId("customer id", customer);
        requireNonNull(basket, "basket");
        for (Payment payment : basket.payments()) {
            checkArgument(
                    !payment.isPreview(),
                    "a promise must not have a payment of which the redemption is not known; choose the reward instead");
        }
        choices = choices.stream()
                .map(choice -> new RewardChoice(choice.reward(), choice.points(), null))
                .collect(ImmutableList.toImmutableList());
        at = Timestamps.checked("instant", at);
        requireNonNull(toPay, "toPay");
        checkArgument(
                toPay.currency().equals(basket.currency()),
                "a promise must be of one currency, but was of %s and %s",
                basket.currency(),
                toPay.currency());
        tiers = ImmutableSortedMap.copyOf(tiers);
        tiers.forEach((ladder, tier) -> {
            Identifiers.declaredId("ladder id", ladder);
            Identifiers.declaredId("tier id", tier);
        });
        spent = positive(spent);
        earned = positive(earned);
    }

    private static Map<String, Long> positive(Map<String, Long> points) {
        Map<String, Long> copy = ImmutableSortedMap.copyOf(points);
        copy.values()
                .forEach(each -> checkArgument(each > 0, "points of a promise must be positive, but were %s", each));
        return copy;
    }

    /** The points of a currency that the rewards take. */
    public long spent(String currency) {
        return spent.getOrDefault(currency, 0L);
    }

    /** The points of a currency that the purchase earns. */
    public long earned(String currency) {
        return earned.getOrDefault(currency, 0L);
    }

    /** The tier of a ladder after the purchase, if the program has that. */
    public Optional<String> tier(String ladder) {
        return Optional.ofNullable(tiers.get(ladder));
    }

    // --- the order that is placed on it ---

    /**
     * The ids of the redemptions of an order that is placed on it, in the order of the choices: that of the order with {@code /1},
     * {@code /2} and so on.
     *
     * @throws IllegalArgumentException if the order's id is malformed, or has more than 190 characters
     */
    public List<String> redemptionsOf(String order) {
        String checked = orderId(order);
        return IntStream.rangeClosed(1, choices.size())
                .mapToObj(number -> checked + "/" + number)
                .toList();
    }

    /**
     * What the journal keeps of an order that is placed on it, beside its events; its id is that of the order with {@code /placed}.
     *
     * @throws IllegalArgumentException if the order's id is malformed, or has more than 190 characters
     */
    public BatchRecord record(String order) {
        return new BatchRecord(
                orderId(order) + "/placed",
                customer,
                at,
                ImmutableList.<String>builder()
                        .addAll(redemptionsOf(order))
                        .add(order)
                        .build(),
                this);
    }

    private static String orderId(String order) {
        Identifiers.hostId("order id", order);
        checkArgument(
                order.length() <= MAX_ORDER_ID_LENGTH,
                "order id must have at most %s characters, since the ids of its events begin with it, but had %s",
                MAX_ORDER_ID_LENGTH,
                order.length());
        return order;
    }

    /** Ids and amounts only. */
    @Override
    public String toString() {
        return "Promise[" + toPay + " to pay by " + customer + ", " + choices.size() + " rewards, " + earned
                + " earned, at " + at + "]";
    }
}
