package dev.laurel.reward;

import dev.laurel.condition.Selector;
import dev.laurel.condition.Selectors;
import dev.laurel.event.Basket;
import dev.laurel.event.PurchaseLine;
import dev.laurel.money.Money;
import java.util.List;

/** The lines that a discount is of. */
final class ChosenLines {
    private ChosenLines() {}

    static boolean isAll(Selector selector) {
        return Selectors.everything().equals(selector);
    }

    static List<PurchaseLine> of(Basket covered, Selector selector) {
        return isAll(selector)
                ? covered.lines()
                : covered.lines().stream().filter(selector::selects).toList();
    }

    /** What they cost without tax. */
    static Money net(Basket covered, Selector selector) {
        Money net = Money.zero(covered.currency());
        for (PurchaseLine line : of(covered, selector)) {
            net = net.plus(line.net());
        }
        return net;
    }

    /** An amount and of what it is, such as {@code USD 10.00} or {@code USD 10.00 of category drink}. */
    static String words(Object amount, Selector selector) {
        return isAll(selector) ? amount.toString() : amount + " of " + selector.describe();
    }
}
