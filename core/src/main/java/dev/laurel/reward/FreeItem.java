package dev.laurel.reward;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.event.Basket;
import dev.laurel.event.PurchaseLine;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import dev.laurel.money.Ratio;
import dev.laurel.rule.Finding;
import dev.laurel.rule.Selector;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One piece of the chosen lines for nothing: the dearest, as a member would choose; of equal ones the first. Of a line of less
 * than one piece, such as half a pound, the whole line. A piece of less than a minor unit of the currency is none.
 *
 * @param selector the lines of which a piece is free
 */
public record FreeItem(Selector selector) implements Discount {
    /** Checks that there is a selector. */
    public FreeItem {
        requireNonNull(selector, "selector");
    }

    @Override
    public Finding check(Basket basket) {
        boolean found = dearest(basket) != null;
        return Finding.of(
                found, () -> found ? "such a line" : "no such line", () -> "a line of " + selector.describe());
    }

    @Override
    public Money worthOn(Basket basket) {
        requireUsableOn(basket);
        PurchaseLine line = requireNonNull(dearest(basket));
        return worthOf(line);
    }

    @Override
    public Basket applied(Basket basket) {
        requireUsableOn(basket);
        PurchaseLine line = requireNonNull(dearest(basket));
        List<PurchaseLine> lines = new ArrayList<>(basket.lines());
        lines.replaceAll(other ->
                other.id().equals(line.id()) ? other.withNet(other.net().minus(worthOf(other))) : other);
        return basket.withLines(ImmutableList.copyOf(lines));
    }

    private @Nullable PurchaseLine dearest(Basket basket) {
        @Nullable PurchaseLine dearest = null;
        for (PurchaseLine line : basket.lines()) {
            if (selector.selects(line)
                    && !worthOf(line).isZero()
                    && (dearest == null || worthOf(line).compareTo(worthOf(dearest)) > 0)) {
                dearest = line;
            }
        }
        return dearest;
    }

    private static Money worthOf(PurchaseLine line) {
        Quantity quantity = line.quantity();
        if (quantity.compareTo(Quantity.ONE) <= 0) {
            return line.net();
        }
        Ratio piece = line.net().toRatio().dividedBy(quantity.toRatio());
        return MinorUnits.roundedDown(line.net().currency(), piece);
    }

    @Override
    public String describe() {
        return "one of " + selector.describe() + " free";
    }
}
