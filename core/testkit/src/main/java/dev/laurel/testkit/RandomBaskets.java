package dev.laurel.testkit;

import dev.laurel.event.Basket;
import dev.laurel.event.PurchaseLine;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** Baskets with lines of all sizes, from nothing to more than can be counted. */
final class RandomBaskets {
    private static final List<String> QUANTITIES = List.of("0.345", "0.001", "2.5", "1.999");

    private final Draw draw;

    RandomBaskets(Draw draw) {
        this.draw = draw;
    }

    /** A basket in a currency that no program names. */
    static Basket inPounds() {
        return Basket.ofTotal(Money.of(Currency.getInstance("GBP"), "10"));
    }

    /** A basket without payments. */
    Basket drawn() {
        List<PurchaseLine> lines = new ArrayList<>();
        // Of some orders each line costs little, so that few points pay all of it.
        boolean small = draw.chance(20);
        for (int i = 1 + draw.below(4); i > 0; i--) {
            lines.add(line("l" + i, small));
        }
        Basket basket = Basket.of(lines);
        basket = draw.chance(40) ? basket.throughChannel(draw.pick(RandomConditions.CHANNELS)) : basket;
        return draw.chance(35) ? basket.withShipping(draw.money(draw.below(900))) : basket;
    }

    private PurchaseLine line(String id, boolean small) {
        Money net = small ? draw.money(draw.below(300)) : net();
        PurchaseLine line = PurchaseLine.of(id, draw.chance(1) ? RogueRules.SKU : "sku-" + draw.below(8), net)
                .withCategories(draw.pick(RandomConditions.CATEGORIES))
                .withQuantity(draw.chance(80) ? Quantity.of(1 + draw.below(5)) : Quantity.of(draw.pick(QUANTITIES)))
                .withTax(draw.money(draw.chance(30) ? 0 : draw.below(small ? 20 : 500)));
        line = draw.chance(30) ? line.withBrand(draw.pick(RandomConditions.BRANDS)) : line;
        line = draw.chance(30) ? line.withDiscount() : line;
        return draw.chance(20) ? line.withAttribute("cabin", "business") : line;
    }

    private Money net() {
        int kind = draw.below(200);
        if (kind < 10) {
            return draw.money(0);
        }
        if (kind < 20) {
            return draw.money(1);
        }
        if (kind < 26) {
            // Less than the least coin, as unit prices have it.
            return Money.ofMillionths(draw.currency(), 1 + draw.below(9_999));
        }
        return kind == 26
                ? Money.ofMillionths(draw.currency(), Money.MAX_MILLIONTHS - draw.below(3))
                : draw.money(draw.below(20_000));
    }
}
