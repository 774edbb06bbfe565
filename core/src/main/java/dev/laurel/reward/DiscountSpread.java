package dev.laurel.reward;

import com.google.common.collect.ImmutableList;
import dev.laurel.event.Basket;
import dev.laurel.event.PurchaseLine;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import java.util.Currency;

/** Takes an amount off the lines of an order in proportion to their nets. */
final class DiscountSpread {
    private DiscountSpread() {}

    /**
     * What lines together have to bear is rounded after each line, so the parts add up to the whole; a line never bears more
     * than its net.
     */
    static Basket over(Basket basket, Money discount) {
        Currency currency = basket.currency();
        long unit = unitOf(basket, discount);
        long net = basket.net().millionths();
        ImmutableList.Builder<PurchaseLine> lines = ImmutableList.builder();
        long before = 0;
        long borne = 0;
        for (PurchaseLine line : basket.lines()) {
            before += line.net().millionths();
            long share = net == 0
                    ? 0
                    : Ratio.of(discount.millionths(), unit)
                                    .times(Ratio.of(before, net))
                                    .rounded(Rounding.DOWN)
                            * unit;
            lines.add(line.withNet(line.net().minus(Money.ofMillionths(currency, share - borne))));
            borne = share;
        }
        return basket.withLines(lines.build());
    }

    /** A minor unit, if all amounts are whole in it; otherwise a millionth. */
    private static long unitOf(Basket basket, Money discount) {
        long unit = MinorUnits.millionthsOfOne(basket.currency());
        boolean whole = discount.millionths() % unit == 0;
        for (PurchaseLine line : basket.lines()) {
            whole &= line.net().millionths() % unit == 0;
        }
        return whole ? unit : 1;
    }
}
