package dev.laurel.reward;

import static com.google.common.base.Preconditions.checkArgument;

import dev.laurel.event.Basket;
import dev.laurel.money.Money;
import dev.laurel.rule.Finding;
import dev.laurel.rule.Mentions;

/**
 * An amount off an order of at least that much.
 *
 * @param amount how much, more than zero
 */
public record AmountOff(Money amount) implements Discount {
    /**
     * Checks the amount.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public AmountOff {
        checkArgument(!amount.isNegative() && !amount.isZero(), "amount off must be positive, but was %s", amount);
    }

    @Override
    public Finding check(Basket basket) {
        Money net = basket.net();
        return Finding.of(net.compareTo(amount) >= 0, () -> "order of " + net, () -> "order of at least " + amount);
    }

    @Override
    public Money worthOn(Basket basket) {
        requireUsableOn(basket);
        return amount;
    }

    @Override
    public String describe() {
        return amount + " off";
    }

    @Override
    public Mentions mentions() {
        return Mentions.of(amount);
    }
}
