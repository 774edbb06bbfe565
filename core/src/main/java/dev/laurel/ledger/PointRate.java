package dev.laurel.ledger;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.laurel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How many points there are for how much.
 *
 * @param points how many
 * @param basis for what
 * @param money for how much money, if it is for money; otherwise null
 */
public record PointRate(
        Points points, Basis basis, @Nullable Money money) {
    /** What points are given for. */
    public enum Basis {
        /** An amount of money, in proportion. */
        MONEY,
        /** Each full amount of money. */
        FULL_MONEY,
        /** Each item. */
        ITEM
    }

    /**
     * Checks the money.
     *
     * @throws IllegalArgumentException if it is not positive, or not given exactly where the rate is for money
     */
    public PointRate {
        requireNonNull(points, "points");
        requireNonNull(basis, "basis");
        checkArgument((basis == Basis.ITEM) == (money == null), "a rate must have money exactly if it is for money");
        checkArgument(
                money == null || (!money.isNegative() && !money.isZero()),
                "a rate must be for more than nothing, but was for %s",
                money);
    }
}
