package dev.laurel.reward;

import static com.google.common.base.Preconditions.checkArgument;

import dev.laurel.id.Identifiers;
import dev.laurel.ledger.PointCurrency;
import org.jspecify.annotations.Nullable;

/**
 * Something that points buy at a fixed price.
 *
 * @param id kebab-case and permanent: it is written into entries
 * @param price how many points it costs, more than zero
 * @param currency the point currency of the price, or null for the program's first
 */
public record Reward(String id, long price, @Nullable PointCurrency currency) {
    /**
     * Checks the id and the price.
     *
     * @throws IllegalArgumentException if the id is not kebab-case, or the price not positive
     */
    public Reward {
        Identifiers.declaredId("reward id", id);
        checkArgument(price > 0, "price of a reward must be positive, but was %s", price);
    }

    /** A reward that costs so many points of the program's first currency. */
    public static Reward costing(String id, long price) {
        return new Reward(id, price, null);
    }

    /** The reward in words, for a program's stable text. */
    public String describe() {
        return id + ": costs " + price + (currency == null ? "" : " " + currency.id());
    }
}
