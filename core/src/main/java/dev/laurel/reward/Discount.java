package dev.laurel.reward;

import static com.google.common.base.Preconditions.checkArgument;

import dev.laurel.event.Basket;
import dev.laurel.money.Money;
import dev.laurel.rule.Finding;

/** Something off the price of an order. A host grants it by lowering the net of the order's lines. */
public sealed interface Discount extends Content permits AmountOff, PercentageOff, FreeItem {
    /** Whether it can be used on an order: it never takes off more than there is. */
    Finding check(Basket basket);

    /**
     * How much it takes off an order on which it can be used.
     *
     * @throws IllegalArgumentException if it cannot be used on it
     */
    Money worthOn(Basket basket);

    /**
     * The order with lower nets. An amount is spread over the lines in proportion to their nets, in whole minor units of the
     * currency where the nets have such, so that the lines together are lower by exactly what it is worth. Taxes stay as
     * they are: they are the host's to work out anew.
     *
     * @throws IllegalArgumentException if it cannot be used on it
     */
    default Basket applied(Basket basket) {
        return DiscountSpread.over(basket, worthOn(basket));
    }

    /**
     * Does nothing where it can be used.
     *
     * @throws IllegalArgumentException if it cannot be used on it
     */
    default void requireUsableOn(Basket basket) {
        Finding finding = check(basket);
        checkArgument(finding.met(), "discount needs %s, but there is %s", finding.required(), finding.found());
    }
}
