package dev.laurel.receipt;

import static com.google.common.base.Preconditions.checkArgument;

import dev.laurel.event.Pricing;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;

/**
 * A line of a purchase, as a later return needs it.
 *
 * @param id the line's id
 * @param quantity how many were bought
 * @param net what the whole line cost without tax
 * @param tax the tax on it
 * @param qualifying how much of it counted for the tier
 * @param counts whether the program covers it and it cost something: only such lines earn and are paid with points
 * @param left the part of it that has not been returned, from 0 to 1
 */
public record ReceiptLine(
        String id, Quantity quantity, Money net, Money tax, Money qualifying, boolean counts, Ratio left) {
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

    /** A copy of which this part is left. */
    public ReceiptLine withLeft(Ratio left) {
        return new ReceiptLine(id, quantity, net, tax, qualifying, counts, left);
    }

    /** Whether all of it has been returned. */
    public boolean isReturned() {
        return left.signum() == 0;
    }

    /** What it cost with its tax. */
    public Money gross() {
        return cost(Pricing.GROSS);
    }

    /** What it cost without tax or with it. */
    public Money cost(Pricing pricing) {
        return pricing.of(net, tax);
    }

    /** How much of what it cost has not been returned, in whole millionths, rounded down. */
    public Money costLeft(Pricing pricing) {
        long cost = cost(pricing).millionths();
        return Money.ofMillionths(net.currency(), left.times(cost).rounded(Rounding.DOWN));
    }

    /** How much still counts for the tier, in whole millionths, rounded down. */
    public Money qualifyingLeft() {
        return Money.ofMillionths(
                qualifying.currency(), left.times(qualifying.millionths()).rounded(Rounding.DOWN));
    }
}
