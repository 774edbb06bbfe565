package dev.laurel.reward;

import com.google.common.collect.ImmutableList;
import dev.laurel.event.Basket;
import dev.laurel.event.PurchaseLine;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes an amount off some lines of an order in proportion to their nets. */
final class DiscountSpread {
    private DiscountSpread() {}

    /**
     * What lines together have to bear is rounded after each line, so the parts add up to the whole; a line never bears more
     * than its net.
     *
     * @param chosen the lines that bear it, which together cost at least as much
     */
    static Basket over(Basket order, List<PurchaseLine> chosen, Money discount) {
        Currency currency = order.currency();
        long unit = unitOf(chosen, discount);
        long net = chosen.stream().mapToLong(line -> line.net().millionths()).sum();
        Set<String> bearing = chosen.stream().map(PurchaseLine::id).collect(Collectors.toSet());
        ImmutableList.Builder<PurchaseLine> lines = ImmutableList.builder();
        long before = 0;
        long borne = 0;
        for (PurchaseLine line : order.lines()) {
            if (net == 0 || !bearing.contains(line.id())) {
                lines.add(line);
                continue;
            }
            before += line.net().millionths();
            long share = Ratio.of(discount.millionths(), unit)
                            .times(Ratio.of(before, net))
                            .rounded(Rounding.DOWN)
                    * unit;
            lines.add(lowered(line, Money.ofMillionths(currency, share - borne)));
            borne = share;
        }
        return order.withLines(lines.build());
    }

    /**
     * The tax stays the same part of the net. So a line of which nothing is left to pay has no tax: what is given away must not count as
     * bought by that.
     */
    private static PurchaseLine lowered(PurchaseLine line, Money share) {
        if (share.isZero()) {
            return line;
        }
        Money net = line.net().minus(share);
        long unit = unitOf(line.tax());
        Ratio tax = Ratio.of(line.tax().millionths(), unit)
                .times(Ratio.of(net.millionths(), line.net().millionths()));
        return line.withNet(net).withTax(Money.ofMillionths(net.currency(), tax.rounded(Rounding.HALF_UP) * unit));
    }

    /** A minor unit, if all amounts are whole in it; otherwise a millionth. */
    private static long unitOf(List<PurchaseLine> chosen, Money discount) {
        long unit = unitOf(discount);
        for (PurchaseLine line : chosen) {
            unit = Math.min(unit, unitOf(line.net()));
        }
        return unit;
    }

    private static long unitOf(Money amount) {
        long unit = MinorUnits.millionthsOfOne(amount.currency());
        return amount.millionths() % unit == 0 ? unit : 1;
    }
}
