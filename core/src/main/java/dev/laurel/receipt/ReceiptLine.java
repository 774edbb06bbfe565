package dev.laurel.receipt;

import static com.google.common.base.Preconditions.checkArgument;

import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;

/**
 * A line of a purchase, as a later return needs it.
 *
 * @param id the line's id
 * @param quantity how many were bought
 * @param net what the whole line cost
 * @param qualifying how much of it counted for the tier
 * @param left the part of it that has not been returned, from 0 to 1
 */
public record ReceiptLine(String id, Quantity quantity, Money net, Money qualifying, Ratio left) {
    /**
     * Checks the part.
     *
     * @throws IllegalArgumentException if it is less than 0 or more than 1
     */
    public ReceiptLine {
        checkArgument(
                left.signum() >= 0 && left.compareTo(Ratio.ONE) <= 0,
                "what is left of a line must be a part of it, but was %s",
                left);
    }

    /** A line of which nothing has been returned. */
    public static ReceiptLine bought(String id, Quantity quantity, Money net, Money qualifying) {
        return new ReceiptLine(id, quantity, net, qualifying, Ratio.ONE);
    }

    /** A copy of which this part is left. */
    public ReceiptLine withLeft(Ratio left) {
        return new ReceiptLine(id, quantity, net, qualifying, left);
    }

    /** Whether all of it has been returned. */
    public boolean isReturned() {
        return left.signum() == 0;
    }

    /** How much still counts for the tier, in whole millionths, rounded down. */
    public Money qualifyingLeft() {
        return Money.ofMillionths(
                qualifying.currency(), left.times(qualifying.millionths()).rounded(Rounding.DOWN));
    }
}
