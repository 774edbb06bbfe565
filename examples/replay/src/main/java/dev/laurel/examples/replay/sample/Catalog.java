package dev.laurel.examples.replay.sample;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** All products of the shop. The shop is the same in every history: seeds change who comes and what they buy. */
final class Catalog {
    /** Made up; the shop's own name stands on its gift cards. */
    private static final String SHOP_BRAND = "laurel-beauty";

    private static final List<String> BRANDS = List.of(
            "avelune",
            "belmirra",
            "calder-rose",
            "dovelle",
            "ember-oak",
            "fennwick",
            "glasmeer",
            "halcyra",
            "ivorelle",
            "junefall",
            "kestrova",
            "lumivane",
            "maren-lab",
            "noctelle",
            "orsova",
            "petalwerk",
            "quillane",
            "rosamire",
            "saltmoor",
            "tamsin-gray",
            "umbrielle",
            "verdaine",
            "willowmark",
            "yarrowell",
            "zephina");

    private static final int[] CENTS_OF_PRICES = {0, 0, 0, 0, 0, 50, 50, 95, 99, 99};

    /** The one catalog. */
    static final Catalog SHOP = new Catalog(Dice.ofSeed(1908));

    private final Map<Category, List<Product>> products = new EnumMap<>(Category.class);
    private final Map<Category, Weights> popularity = new EnumMap<>(Category.class);

    private Catalog(Dice dice) {
        for (Category category : Category.values()) {
            List<Product> made = new ArrayList<>();
            for (int number = 1; number <= category.products(); number++) {
                made.add(category == Category.GIFT_CARD ? giftCard(number) : product(dice, category, number));
            }
            products.put(category, List.copyOf(made));
            popularity.put(category, Weights.ofRanks(made.size()));
        }
    }

    private static Product giftCard(int number) {
        int dollars = Category.GIFT_CARD.lowestDollars() * number;
        return new Product("gift-card-" + dollars, Category.GIFT_CARD, SHOP_BRAND, dollars * 100L);
    }

    private static Product product(Dice dice, Category category, int number) {
        int brand = dice.below(BRANDS.size());
        int range = category.highestDollars() - category.lowestDollars() + 1;
        // The lower of two draws: there are more cheap things than dear ones. Some brands are dearer throughout.
        int drawn = Math.min(dice.below(range), dice.below(range));
        int dollars = (category.lowestDollars() + drawn) * (75 + 2 * brand) / 100;
        int cents = CENTS_OF_PRICES[dice.below(CENTS_OF_PRICES.length)];
        String sku = category.label() + "-" + (100 + number);
        return new Product(sku, category, BRANDS.get(brand), dollars * 100L + cents);
    }

    /** A product of a category; some are bought more than others. */
    Product product(Dice dice, Category category) {
        Weights weights = Objects.requireNonNull(popularity.get(category));
        return of(category).get(weights.draw(dice));
    }

    /** The products of a category. */
    List<Product> of(Category category) {
        return Objects.requireNonNull(products.get(category));
    }
}
