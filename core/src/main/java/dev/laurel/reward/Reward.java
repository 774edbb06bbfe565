package dev.laurel.reward;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dev.laurel.condition.Condition;
import dev.laurel.condition.Mentions;
import dev.laurel.condition.PurchaseCondition;
import dev.laurel.id.Identifiers;
import dev.laurel.ledger.Points;
import dev.laurel.rule.Cap;
import dev.laurel.rule.UseCap;
import dev.laurel.time.Dates;
import java.util.Arrays;
import java.util.List;

/**
 * Something that points buy: a value that can be named, shared between programs and printed.
 *
 * @param id kebab-case and permanent: it is written into entries
 * @param price how many points it costs, of which currency
 * @param conditions what must hold, all of it, in the order in which they are asked; those about an order need one
 * @param content what it gives
 * @param limits how often a customer may take it
 * @param validity when it can be taken
 */
public record Reward(
        String id,
        Price price,
        List<PurchaseCondition> conditions,
        Content content,
        List<UseCap> limits,
        Dates validity) {
    /**
     * Takes copies of the lists.
     *
     * @throws IllegalArgumentException if the id is not kebab-case
     */
    public Reward {
        Identifiers.declaredId("reward id", id);
        requireNonNull(price, "price");
        conditions = ImmutableList.copyOf(conditions);
        requireNonNull(content, "content");
        limits = ImmutableList.copyOf(limits);
        requireNonNull(validity, "validity");
    }

    /** A reward of a price, which gives an item that is called as it is. */
    public static Reward costing(String id, Price price) {
        return new Reward(id, price, List.of(), called(id), List.of(), Dates.ALWAYS);
    }

    /**
     * A reward that costs so many points of the program's first currency, and gives an item that is called as it is.
     *
     * @throws IllegalArgumentException if the id is not kebab-case, or the points are not positive
     */
    public static Reward costing(String id, long points) {
        return costing(id, FixedPrice.of(points));
    }

    /** A reward that costs so many points, and gives an item that is called as it is. */
    public static Reward costing(String id, Points points) {
        return costing(id, FixedPrice.of(points));
    }

    private static Content called(String id) {
        return new Item(Identifiers.declaredId("reward id", id));
    }

    /** A copy that gives this. */
    public Reward giving(Content content) {
        return new Reward(id, price, conditions, content, limits, validity);
    }

    /** A copy for which these conditions must hold too. */
    public Reward where(PurchaseCondition... more) {
        return new Reward(
                id,
                price,
                ImmutableList.copyOf(Iterables.concat(conditions, Arrays.asList(more))),
                content,
                limits,
                validity);
    }

    /** A copy that a customer may take no more often than these allow too. */
    public Reward capped(UseCap... more) {
        return new Reward(
                id,
                price,
                conditions,
                content,
                ImmutableList.copyOf(Iterables.concat(limits, Arrays.asList(more))),
                validity);
    }

    /** A copy that can be taken between these dates only. */
    public Reward valid(Dates validity) {
        return new Reward(id, price, conditions, content, limits, validity);
    }

    /** Whether a condition or what it gives asks about an order, so that it can only be taken on one. */
    public boolean needsOrder() {
        return conditions.stream().anyMatch(condition -> !(condition instanceof Condition))
                || (content instanceof PointsAsPayment payment && payment.needsOrder());
    }

    /** Whether the start of a membership decides where it counts. */
    public boolean needsMember() {
        return limits.stream().anyMatch(Cap::needsMember);
    }

    /** What of a program it speaks of. */
    public Mentions mentions() {
        return conditions.stream().map(PurchaseCondition::mentions).reduce(content.mentions(), Mentions::and);
    }

    /** The reward in words, for a program's stable text. */
    public String describe() {
        StringBuilder text = new StringBuilder(id)
                .append(": costs ")
                .append(price.describe())
                .append(", gives ")
                .append(content.describe());
        conditions.forEach(condition -> text.append(", where ").append(condition.describe()));
        limits.stream()
                .map(Cap::describe)
                .sorted()
                .forEach(limit -> text.append(", at most ").append(limit));
        return validity.equals(Dates.ALWAYS)
                ? text.toString()
                : text.append(", ").append(validity.describe()).toString();
    }
}
