package dev.laurel.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.event.Basket;
import dev.laurel.event.PurchaseLine;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import dev.laurel.rule.Finding;
import dev.laurel.rule.Mentions;
import dev.laurel.rule.Selectors;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("R1")
class FreeItemTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final FreeItem DRINK = new FreeItem(Selectors.category("drink"));

    private static Money usd(String amount) {
        return Money.of(USD, amount);
    }

    private static PurchaseLine drink(String id, String net, String quantity) {
        return PurchaseLine.of(id, "sku-" + id, usd(net))
                .withCategories("drink")
                .withQuantity(Quantity.of(quantity));
    }

    private static PurchaseLine food(String id, String net) {
        return PurchaseLine.of(id, "sku-" + id, usd(net)).withCategories("food");
    }

    @Test
    void aFreeItemIsTheDearestOfTheChosenPieces() {
        Basket basket =
                Basket.of(food("1", "20"), drink("2", "12", "4"), drink("3", "5", "1"), drink("4", "4.50", "1"));
        assertThat(DRINK.check(basket)).isEqualTo(Finding.of(true, "such a line", "a line of category drink"));
        assertThat(DRINK.worthOn(basket)).isEqualTo(usd("5"));
        assertThat(DRINK.applied(basket))
                .isEqualTo(basket.withLines(List.of(
                        food("1", "20"), drink("2", "12", "4"), drink("3", "0", "1"), drink("4", "4.50", "1"))));
    }

    @Test
    void aFreeItemIsTheFirstOfEquallyDearOnes() {
        Basket basket = Basket.of(drink("2", "6", "2"), drink("1", "3", "1"));
        assertThat(DRINK.applied(basket).lines()).containsExactly(drink("2", "3", "2"), drink("1", "3", "1"));
    }

    @ParameterizedTest
    @CsvSource({
        "USD, 10.00, 3, 3.33",
        "USD, 10.00, 0.5, 10.00",
        "USD, 10.005, 1, 10.005",
        "USD, 10.005, 0.000001, 10.005",
        "USD, 10.00, 2.5, 4.00",
        "USD, 10.00, 1.000001, 9.99",
        "USD, 9000000000000, 9000000000000, 1.00",
        "JPY, 100, 3, 33",
        "KWD, 1.000, 3, 0.333"
    })
    void aFreeItemIsOnePieceRoundedDownOrTheWholeOfALineOfLess(
            String currency, String net, String quantity, String worth) {
        Currency money = Currency.getInstance(currency);
        Basket basket = Basket.of(PurchaseLine.of("1", "tea", Money.of(money, net))
                .withCategories("drink")
                .withQuantity(Quantity.of(quantity)));
        assertThat(DRINK.worthOn(basket)).isEqualTo(Money.of(money, worth));
        assertThat(DRINK.applied(basket).net()).isEqualTo(basket.net().minus(Money.of(money, worth)));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0, 5", "0.01, 2", "0.000001, 9000000000000", "1, 101"})
    void aFreeItemIsNoPieceThatIsWorthNothing(String net, String quantity) {
        Basket basket = Basket.of(food("1", "5"), drink("2", net, quantity));
        assertThat(DRINK.check(basket)).isEqualTo(Finding.of(false, "no such line", "a line of category drink"));
        assertThatThrownBy(() -> DRINK.worthOn(basket))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("discount needs a line of category drink, but there is no such line");
    }

    @Test
    void aFreeItemNeedsALineThatTheSelectorChooses() {
        Basket basket = Basket.of(food("1", "5"));
        String message = "discount needs a line of category drink, but there is no such line";
        assertThat(DRINK.check(basket)).isEqualTo(Finding.of(false, "no such line", "a line of category drink"));
        assertThatThrownBy(() -> DRINK.worthOn(basket))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> DRINK.applied(basket))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void aFreeItemLeavesEverythingElseOfTheOrderAsItIs() {
        PurchaseLine full = new PurchaseLine(
                "1", "tea", Set.of("drink"), "acme", Quantity.of(2), usd("4"), usd("0.40"), true, Map.of("k", "v"));
        Basket basket = Basket.of(full).withShipping(usd("3")).throughChannel("web");
        assertThat(DRINK.applied(basket)).isEqualTo(basket.withLines(List.of(full.withNet(usd("2")))));
        assertThat(full.withNet(usd("2")).tax()).isEqualTo(usd("0.40"));
    }

    @Test
    @Tag("P3")
    void aFreeItemDescribesItself() {
        assertThat(DRINK.describe()).isEqualTo("one of category drink free");
        assertThat(DRINK.mentions()).isEqualTo(Mentions.NOTHING);
    }

    @Test
    @Tag("F1")
    void aFreeItemRefusesNull() {
        assertThatNullPointerException().isThrownBy(() -> new FreeItem(null)).withMessage("selector");
        assertThatNullPointerException().isThrownBy(() -> DRINK.check(null));
    }
}
