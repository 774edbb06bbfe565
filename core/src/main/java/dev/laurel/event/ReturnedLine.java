package dev.laurel.event;

import static com.google.common.base.Preconditions.checkArgument;

import dev.laurel.id.Identifiers;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What comes back of a line of a purchase: so many pieces, or so much of its net.
 *
 * @param line the id of the line
 * @param quantity how many pieces, or null if an amount is given
 * @param amount how much of the line's net, or null if a quantity is given
 */
public record ReturnedLine(
        String line, @Nullable Quantity quantity, @Nullable Money amount) {
    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the id is malformed, not exactly one of quantity and amount is given, or it is not
     *     positive
     */
    public ReturnedLine {
        Identifiers.hostId("line id", line);
        checkArgument(
                (quantity == null) != (amount == null),
                "a line that is returned must have either a quantity or an amount: line '%s'",
                line);
        checkArgument(
                quantity == null || !quantity.isZero(),
                "quantity returned of line '%s' must be positive, but was 0",
                line);
        checkArgument(
                amount == null || (!amount.isNegative() && !amount.isZero()),
                "amount returned of line '%s' must be positive, but was %s",
                line,
                amount);
    }

    /** So many pieces of a line. */
    public static ReturnedLine of(String line, Quantity quantity) {
        return new ReturnedLine(line, quantity, null);
    }

    /** So much of a line's net. */
    public static ReturnedLine of(String line, Money amount) {
        return new ReturnedLine(line, null, amount);
    }
}
