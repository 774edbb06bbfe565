package dev.laurel.reward;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.laurel.condition.Finding;
import dev.laurel.condition.Mentions;
import dev.laurel.condition.Selector;
import dev.laurel.condition.Selectors;
import dev.laurel.event.Basket;
import dev.laurel.money.Money;

/**
 * An amount off an order, or off the lines of it that a selector chooses, which must cost at least that much.
 *
 * @param amount how much, more than zero
 * @param selector the lines that it is of
 */
public record AmountOff(Money amount, Selector selector) implements Discount {
    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the amount is not positive
     */
    public AmountOff {
        checkArgument(!amount.isNegative() && !amount.isZero(), "amount off must be positive, but was %s", amount);
        requireNonNull(selector, "selector");
    }

    /**
     * An amount off all of an order.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public AmountOff(Money amount) {
        this(amount, Selectors.everything());
    }

    /** A copy that is of the lines that the selector chooses. */
    public AmountOff of(Selector selector) {
        return new AmountOff(amount, selector);
    }

    @Override
    public Finding check(Basket covered) {
        Money net = ChosenLines.net(covered, selector);
        return Finding.of(
                net.compareTo(amount) >= 0,
                () -> "order of " + ChosenLines.words(net, selector),
                () -> "order of at least " + ChosenLines.words(amount, selector));
    }

    @Override
    public Money worthOn(Basket covered) {
        requireUsableOn(covered);
        return amount;
    }

    @Override
    public String describe() {
        return amount + " off" + (ChosenLines.isAll(selector) ? "" : " " + selector.describe());
    }

    @Override
    public Mentions mentions() {
        return Mentions.of(amount);
    }
}
