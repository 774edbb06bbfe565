package dev.laurel.event;

import static com.google.common.base.Preconditions.checkArgument;

import dev.laurel.id.Identifiers;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What comes back of a line of a purchase: so many pieces, or so much of what it cost, without or with its tax.
 *
 * @param line the id of the line
 * @param quantity how many pieces, or null
 * @param amount how much of the line's net, or null
 * @param gross how much of the line's net and tax together, or null
 */
public record ReturnedLine(
        String line,
        @Nullable Quantity quantity,
        @Nullable Money amount,
        @Nullable Money gross) {
    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the id is malformed, not exactly one of quantity, amount and gross is given, or it is
     *     not positive
     */
    public ReturnedLine {
        Identifiers.hostId("line id", line);
        checkArgument(
                Stream.of(Optional.ofNullable(quantity), Optional.ofNullable(amount), Optional.ofNullable(gross))
                                .filter(Optional::isPresent)
                                .count()
                        == 1,
                "a line that is returned must have either a quantity, an amount or a gross amount: line '%s'",
                line);
        checkArgument(
                quantity == null || !quantity.isZero(),
                "quantity returned of line '%s' must be positive, but was 0",
                line);
        requirePositive(line, amount);
        requirePositive(line, gross);
    }

    private static void requirePositive(String line, @Nullable Money amount) {
        checkArgument(
                amount == null || (!amount.isNegative() && !amount.isZero()),
                "amount returned of line '%s' must be positive, but was %s",
                line,
                amount);
    }

    /** So many pieces of a line. */
    public static ReturnedLine of(String line, Quantity quantity) {
        return new ReturnedLine(line, quantity, null, null);
    }

    /** So much of a line's net. */
    public static ReturnedLine of(String line, Money amount) {
        return new ReturnedLine(line, null, amount, null);
    }

    /** So much of a line's net and tax together. */
    public static ReturnedLine ofGross(String line, Money gross) {
        return new ReturnedLine(line, null, null, gross);
    }
}
