package dev.laurel.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.condition.Finding;
import dev.laurel.condition.Mentions;
import dev.laurel.condition.Selectors;
import dev.laurel.event.Basket;
import dev.laurel.event.PurchaseLine;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
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

    private static PurchaseLine freeOf(String id, String freeId) {
        return PurchaseLine.of(freeId, "sku-" + id, usd("0")).withCategories("drink");
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
        assertThat(DRINK.applied(basket, basket))
                .isEqualTo(basket.withLines(List.of(
                        food("1", "20"), drink("2", "12", "4"), drink("3", "0", "1"), drink("4", "4.50", "1"))));
    }

    @Test
    void aFreeItemIsTheFirstOfEquallyDearOnes() {
        Basket basket = Basket.of(drink("2", "6", "2"), drink("1", "3", "1"));
        assertThat(DRINK.applied(basket, basket).lines())
                .containsExactly(drink("2", "3", "1"), freeOf("2", "2-free"), drink("1", "3", "1"));
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
        assertThat(DRINK.applied(basket, basket).net()).isEqualTo(basket.net().minus(Money.of(money, worth)));
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
        assertThatThrownBy(() -> DRINK.applied(basket, basket))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void aFreeItemLeavesEverythingElseOfTheOrderAsItIs() {
        PurchaseLine full = new PurchaseLine(
                "1", "tea", Set.of("drink"), "acme", Quantity.of(2), usd("4"), usd("0.40"), true, Map.of("k", "v"));
        Basket basket = Basket.of(full).withShipping(usd("3")).throughChannel("web");
        PurchaseLine paid = full.withQuantity(Quantity.ONE).withNet(usd("2")).withTax(usd("0.20"));
        PurchaseLine free = new PurchaseLine(
                "1-free", "tea", Set.of("drink"), "acme", Quantity.ONE, usd("0"), usd("0"), true, Map.of("k", "v"));
        assertThat(DRINK.applied(basket, basket)).isEqualTo(basket.withLines(List.of(paid, free)));
    }

    @Nested
    class SeveralOfThem {
        private List<String> free(Basket basket, int pieces) {
            Basket left = basket;
            for (int i = 0; i < pieces; i++) {
                left = DRINK.applied(left, left);
            }
            return left.lines().stream()
                    .map(line -> line.id() + ": " + line.quantity() + " for "
                            + line.net().amount().toPlainString() + " and "
                            + line.tax().amount().toPlainString())
                    .toList();
        }

        @Test
        void freePiecesAreWorthWhatOneThatIsStillPaidCostsSoAllTogetherAreTheWholeLine() {
            Basket basket = Basket.of(drink("1", "10", "3").withTax(usd("1")));
            assertThat(free(basket, 1)).containsExactly("1: 2 for 6.67 and 0.67", "1-free: 1 for 0.00 and 0.00");
            assertThat(free(basket, 2))
                    .containsExactly(
                            "1: 1 for 3.34 and 0.34", "1-free-2: 1 for 0.00 and 0.00", "1-free: 1 for 0.00 and 0.00");
            assertThat(free(basket, 3))
                    .containsExactly(
                            "1: 1 for 0.00 and 0.00", "1-free-2: 1 for 0.00 and 0.00", "1-free: 1 for 0.00 and 0.00");
        }

        @Test
        void freePiecesAreNoMoreThanThereAre() {
            Basket basket = Basket.of(drink("1", "10", "3"), food("2", "5"));
            Basket left = basket;
            for (int i = 0; i < 3; i++) {
                left = DRINK.applied(left, left);
            }
            assertThat(left.net()).isEqualTo(usd("5"));
            assertThat(DRINK.check(left)).isEqualTo(Finding.of(false, "no such line", "a line of category drink"));
        }

        @Test
        void freePiecesOfAFractionEndWithTheRestOfIt() {
            Basket basket = Basket.of(drink("1", "3", "1.5").withTax(usd("0.30")));
            assertThat(free(basket, 1)).containsExactly("1: 0.5 for 1.00 and 0.10", "1-free: 1 for 0.00 and 0.00");
            assertThat(free(basket, 2)).containsExactly("1: 0.5 for 0.00 and 0.00", "1-free: 1 for 0.00 and 0.00");
            assertThat(free(Basket.of(drink("1", "3", "0.5").withTax(usd("0.30"))), 1))
                    .containsExactly("1: 0.5 for 0.00 and 0.00");
        }

        @Test
        void freePiecesAreTheDearestThatAreStillPaid() {
            Basket basket = Basket.of(drink("1", "6", "2"), drink("2", "4", "1"), drink("3", "3", "1"));
            assertThat(free(basket, 1))
                    .containsExactly("1: 2 for 6.00 and 0.00", "2: 1 for 0.00 and 0.00", "3: 1 for 3.00 and 0.00");
            assertThat(free(basket, 3))
                    .containsExactly(
                            "1: 1 for 0.00 and 0.00",
                            "1-free: 1 for 0.00 and 0.00",
                            "2: 1 for 0.00 and 0.00",
                            "3: 1 for 3.00 and 0.00");
        }

        @ParameterizedTest
        @CsvSource({"JPY, 100, 33, 67, 10, 3, 7", "KWD, 10.000, 3.333, 6.667, 1.000, 0.333, 0.667"})
        void freePiecesCostWholeMinorUnitsOfTheirCurrency(
                String code, String net, String worth, String left, String tax, String itsTax, String taxLeft) {
            Currency currency = Currency.getInstance(code);
            Basket basket = Basket.of(PurchaseLine.of("1", "tea", Money.of(currency, net))
                    .withCategories("drink")
                    .withQuantity(Quantity.of(3))
                    .withTax(Money.of(currency, tax)));
            assertThat(DRINK.worthOn(basket)).isEqualTo(Money.of(currency, worth));
            Basket lower = DRINK.applied(basket, basket);
            assertThat(lower.net()).isEqualTo(Money.of(currency, left));
            assertThat(lower.total()).isEqualTo(Money.of(currency, left).plus(Money.of(currency, taxLeft)));
            assertThat(basket.total().minus(lower.total()))
                    .isEqualTo(Money.of(currency, worth).plus(Money.of(currency, itsTax)));
        }
    }

    @Nested
    class Ids {
        private static PurchaseLine line(String id, String category) {
            return PurchaseLine.of(id, "tea", usd("6")).withCategories(category);
        }

        private List<String> ids(String... of) {
            List<PurchaseLine> lines =
                    new ArrayList<>(List.of(line(of[0], "drink").withQuantity(Quantity.of(2))));
            for (int i = 1; i < of.length; i++) {
                lines.add(line(of[i], "food"));
            }
            Basket order = Basket.of(lines);
            // Only the first is covered: also the ids of the others are taken.
            return DRINK.applied(order, order.withLines(order.lines().subList(0, 1))).lines().stream()
                    .map(PurchaseLine::id)
                    .toList();
        }

        @Test
        void idsOfFreePiecesAreMadeFromThoseOfTheirLinesAndAreUniqueInTheWholeOrder() {
            assertThat(ids("a", "b")).containsExactly("a", "a-free", "b");
            assertThat(ids("a", "a-free")).containsExactly("a", "a-free-2", "a-free");
            assertThat(ids("a", "a-free-2", "a-free")).containsExactly("a", "a-free-3", "a-free-2", "a-free");
        }

        @Test
        void idsOfFreePiecesAreAsLongAsIdsMayBe() {
            String longest = "x".repeat(200);
            String cut = "x".repeat(195) + "-free";
            assertThat(ids(longest)).containsExactly(longest, cut);
            assertThat(ids(longest, cut)).containsExactly(longest, "x".repeat(193) + "-free-2", cut);
            assertThat(ids("x".repeat(195))).containsExactly("x".repeat(195), cut);
        }

        @Test
        void idsOfFreePiecesEndWithNoHalfCharacter() {
            String wide = "x" + "\uD83D\uDE00".repeat(99);
            assertThat(ids(wide)).containsExactly(wide, wide.substring(0, 195) + "-free");
            String other = "\uD83D\uDE00".repeat(100);
            assertThat(ids(other)).containsExactly(other, other.substring(0, 194) + "-free");
        }
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
