package dev.laurel.examples.replay.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogTest {
    private static final List<Product> PRODUCTS = Arrays.stream(Category.values())
            .flatMap(category -> Catalog.SHOP.of(category).stream())
            .toList();

    @Test
    void theCatalogHasSomeSixHundredProductsOfTwentyFiveBrandsAndTheShopsOwnGiftCards() {
        assertThat(PRODUCTS).hasSize(600);
        assertThat(PRODUCTS).extracting(Product::sku).doesNotHaveDuplicates();
        assertThat(PRODUCTS.stream().map(Product::brand).distinct()).hasSize(26);
    }

    @Test
    void theCatalogAsksForEveryProductAPriceOfSomeDollars() {
        assertThat(PRODUCTS).allMatch(product -> product.cents() >= 3_00 && product.cents() <= 200_00);
    }
}
