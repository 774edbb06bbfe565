package dev.laurel.examples.replay.sample;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fills the baskets of one customer, who likes some categories more than others. */
final class Baskets {
    /** How often a basket has one line, two, and so on. */
    private static final Weights LINES = Weights.of(380, 260, 160, 100, 60, 40);

    private static final Weights QUANTITIES = Weights.of(900, 80, 20);
    private static final List<Category> CATEGORIES = List.of(Category.values());
    private static final int FOR_LIKED_ONES = 5;

    private final String currency;
    private final Dice dice;
    private final Set<Category> liked;
    private final Map<Month, Weights> weights = new EnumMap<>(Month.class);

    Baskets(String currency, Dice dice, Set<Category> liked) {
        this.currency = currency;
        this.dice = dice;
        this.liked = liked;
    }

    /** A basket of a day. */
    Basket next(LocalDate day, Channel channel) {
        Map<Product, Integer> quantities = new LinkedHashMap<>();
        int lines = LINES.draw(dice) + 1;
        if (dice.happens(day.getMonth() == Month.DECEMBER ? 35 : 12)) {
            quantities.put(Catalog.SHOP.product(dice, Category.GIFT_CARD), 1);
            // Most who come for a gift card take nothing else.
            lines = dice.happens(650) ? 1 : lines;
        }
        Weights categories = weights.computeIfAbsent(day.getMonth(), this::weightsIn);
        while (quantities.size() < lines) {
            Category category = CATEGORIES.get(categories.draw(dice));
            quantities.putIfAbsent(Catalog.SHOP.product(dice, category), QUANTITIES.draw(dice) + 1);
        }
        List<Line> made = new ArrayList<>();
        quantities.forEach((product, quantity) -> made.add(line(day, product, quantity)));
        return new Basket(currency, channel, made);
    }

    private Weights weightsIn(Month month) {
        return Weights.of(
                CATEGORIES, category -> category.weightIn(month) * (liked.contains(category) ? FOR_LIKED_ONES : 1));
    }

    private Line line(LocalDate day, Product product, int quantity) {
        long price = product.cents() * quantity;
        int percentOff = product.isGiftCard() ? 0 : percentOff(day);
        return new Line(product, quantity, Cents.reduced(price, percentOff), percentOff > 0);
    }

    private int percentOff(LocalDate day) {
        if (Seasons.isThanksgivingSale(day)) {
            return dice.happens(600) ? 25 : 0;
        }
        if (Seasons.isSpringSale(day) || Seasons.isAutumnSale(day)) {
            return dice.happens(550) ? 20 : 0;
        }
        // What is about to leave the shelves.
        return dice.happens(40) ? 30 : 0;
    }
}
