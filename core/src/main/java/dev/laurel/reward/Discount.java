package dev.laurel.reward;

import static com.google.common.base.Preconditions.checkArgument;

import dev.laurel.condition.Finding;
import dev.laurel.condition.Selector;
import dev.laurel.event.Basket;
import dev.laurel.money.Money;

/**
 * Something off the price of an order, or of the lines of it that a selector chooses. It touches no line that the program excludes.
 *
 * <p>What it is worth is without tax. A quote takes it off its basket; a host that grants it otherwise lowers the net of the lines.
 */
public sealed interface Discount extends Content permits AmountOff, PercentageOff, FreeItem {
    /** The lines that it is of. */
    Selector selector();

    /**
     * Whether it can be used on an order: it never takes off more than there is.
     *
     * @param covered the order without the lines that the program excludes
     */
    Finding check(Basket covered);

    /**
     * How much it takes off the nets of an order on which it can be used.
     *
     * @param covered the order without the lines that the program excludes
     * @throws IllegalArgumentException if it cannot be used on it
     */
    Money worthOn(Basket covered);

    /**
     * The order with lower nets. An amount is spread over the lines that it is of in proportion to their nets, in whole minor units of
     * the currency where the nets have such, so that the lines together are lower by exactly what it is worth. The tax of a line stays the same
     * part of its net, rounded to the nearest minor unit if it was whole in it, and a half up. So what then costs nothing has no tax.
     *
     * @param order all of the order
     * @param covered the order without the lines that the program excludes
     * @throws IllegalArgumentException if it cannot be used on it
     */
    default Basket applied(Basket order, Basket covered) {
        return DiscountSpread.over(order, ChosenLines.of(covered, selector()), worthOn(covered));
    }

    /**
     * Does nothing where it can be used.
     *
     * @param covered the order without the lines that the program excludes
     * @throws IllegalArgumentException if it cannot be used on it
     */
    default void requireUsableOn(Basket covered) {
        Finding finding = check(covered);
        checkArgument(finding.met(), "discount needs %s, but there is %s", finding.required(), finding.found());
    }
}
