package dev.laurel.event;

import dev.laurel.money.AmountOverflowException;
import dev.laurel.money.Money;

/**
 * Whether a program counts what lines cost without tax or with it. It holds for all that follows from what they cost: points, totals in
 * conditions, spend that qualifies, and what returns take back.
 */
public enum Pricing {
    /** Without tax. */
    NET,
    /** With tax. */
    GROSS;

    /**
     * What a line costs.
     *
     * @throws AmountOverflowException if it is out of range
     */
    public Money of(PurchaseLine line) {
        return of(line.net(), line.tax());
    }

    /**
     * What all lines of a basket cost, without shipping.
     *
     * @throws AmountOverflowException if it is out of range
     */
    public Money of(Basket basket) {
        return this == NET ? basket.net() : basket.gross();
    }

    /**
     * What a net amount and the tax on it come to.
     *
     * @throws AmountOverflowException if it is out of range
     */
    public Money of(Money net, Money tax) {
        return this == NET ? net : net.plus(tax);
    }

    /**
     * What a line costs, in millionths.
     *
     * @throws ArithmeticException if it is out of range
     */
    public long millionthsOf(PurchaseLine line) {
        long net = line.net().millionths();
        return this == NET ? net : Math.addExact(net, line.tax().millionths());
    }
}
