package dev.laurel.reward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.event.Basket;
import dev.laurel.event.PurchaseLine;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R1")
class DiscountSpreadTest {
    private static final Currency USD = Currency.getInstance("USD");

    private static Basket basket(Currency currency, String... nets) {
        List<PurchaseLine> lines = new ArrayList<>();
        for (String net : nets) {
            lines.add(PurchaseLine.of(Integer.toString(lines.size() + 1), "sku", Money.of(currency, net)));
        }
        return Basket.of(lines);
    }

    private static void spreads(String currency, String discount, String nets, String left) {
        Currency money = Currency.getInstance(currency);
        Basket basket = basket(money, nets.split(" "));
        Basket lower = DiscountSpread.over(basket, basket.lines(), Money.of(money, discount));
        assertThat(lower.lines())
                .extracting(PurchaseLine::net)
                .isEqualTo(Arrays.stream(left.split(" "))
                        .map(net -> Money.of(money, net))
                        .toList());
    }

    @Test
    void aDiscountIsSpreadInProportionToWhatTheLinesCost() {
        spreads("USD", "10.00", "60.00 30.00 10.00", "54.00 27.00 9.00");
    }

    @Test
    void aDiscountIsSpreadInWholeMinorUnits() {
        spreads("USD", "10.00", "10.00 10.00 10.00", "6.67 6.67 6.66");
        spreads("USD", "0.01", "10.00 10.00 10.00", "10.00 10.00 9.99");
        spreads("JPY", "100", "100 100 100", "67 67 66");
        spreads("KWD", "1.000", "1.000 1.000 1.000", "0.667 0.667 0.666");
    }

    @Test
    void aDiscountIsSpreadInMillionthsWhereAnAmountIsNotWhole() {
        spreads("USD", "1.00", "0.995 0.995 0.995", "0.661667 0.661667 0.661666");
        spreads("USD", "0.005", "1.00 1.00", "0.9975 0.9975");
        spreads("JPY", "1", "1.5 1.5", "1 1");
    }

    @Test
    void aDiscountLeavesNothingWhereItIsAllThatTheLinesCost() {
        spreads("USD", "30.00", "10.00 0.00 20.00", "0 0 0");
        spreads("USD", "0.000001", "0.000001", "0");
    }

    @Test
    void aDiscountPassesOverLinesThatCostNothing() {
        spreads("USD", "0.03", "0.00 0.02 0.00 0.02 0.00", "0 0.01 0 0 0");
        spreads("USD", "0.00", "0.00 0.00", "0 0");
    }

    @Test
    void aDiscountIsSpreadExactlyUpToTheMostThatAnOrderCanCost() {
        spreads("USD", "8999999999999.99", "4500000000000.00 4499999999999.99 0.01", "0.01 0 0");
    }

    @Test
    void aDiscountLeavesEverythingButNetsAndTaxesAsItIs() {
        PurchaseLine line = PurchaseLine.of("7", "tea", Money.of(USD, 10))
                .withQuantity(Quantity.of(3))
                .withTax(Money.of(USD, 2))
                .withBrand("acme")
                .withCategories("drink")
                .withDiscount()
                .withAttribute("k", "v");
        Basket basket = Basket.of(line).withShipping(Money.of(USD, 4)).throughChannel("web");
        assertThat(DiscountSpread.over(basket, basket.lines(), Money.of(USD, 3)))
                .isEqualTo(
                        basket.withLines(List.of(line.withNet(Money.of(USD, 7)).withTax(Money.of(USD, "1.4")))));
        assertThat(basket.net()).isEqualTo(Money.of(USD, 10));
    }

    @Test
    void aDiscountIsSpreadOverTheChosenLinesOnly() {
        Basket basket = basket(USD, "10.00", "90.00", "0.00", "20.00");
        List<PurchaseLine> chosen = List.of(
                basket.lines().get(0), basket.lines().get(2), basket.lines().get(3));
        assertThat(DiscountSpread.over(basket, chosen, Money.of(USD, 10)).lines())
                .extracting(PurchaseLine::net)
                .containsExactly(
                        Money.of(USD, "6.67"), Money.of(USD, "90"), Money.of(USD, "0"), Money.of(USD, "13.33"));
        assertThat(DiscountSpread.over(basket, List.of(), Money.zero(USD))).isEqualTo(basket);
    }

    @Test
    void aDiscountLeavesTheTaxOfALineTheSamePartOfItsNet() {
        assertThat(taxLeft("10.00", "1.90", "5.00")).isEqualTo(Money.of(USD, "0.95"));
        assertThat(taxLeft("10.00", "0.70", "1.23")).isEqualTo(Money.of(USD, "0.61"));
        // A half cent goes up.
        assertThat(taxLeft("10.00", "0.01", "5.00")).isEqualTo(Money.of(USD, "0.01"));
        assertThat(taxLeft("10.00", "0.01", "5.01")).isEqualTo(Money.of(USD, "0.00"));
        assertThat(taxLeft("10.00", "0", "5.00")).isEqualTo(Money.zero(USD));
        assertThat(taxLeft("3.00", "1.005", "1.00")).isEqualTo(Money.of(USD, "0.67"));
        assertThat(taxLeft("3.00", "0.999999", "1.00")).isEqualTo(Money.of(USD, "0.666666"));
        assertThat(taxLeft("JPY", "1000", "100", "333")).isEqualTo(Money.of(Currency.getInstance("JPY"), "67"));
        assertThat(taxLeft("KWD", "1", "0.05", "0.333")).isEqualTo(Money.of(Currency.getInstance("KWD"), "0.033"));
        assertThat(taxLeft("0.01", "9000000000000", "0.005")).isEqualTo(Money.of(USD, "4500000000000"));
    }

    private static Money taxLeft(String net, String tax, String discount) {
        return taxLeft("USD", net, tax, discount);
    }

    private static Money taxLeft(String currency, String net, String tax, String discount) {
        Currency money = Currency.getInstance(currency);
        Basket basket = basket(money, net);
        List<PurchaseLine> lines = List.of(basket.lines().get(0).withTax(Money.of(money, tax)));
        return DiscountSpread.over(basket.withLines(lines), lines, Money.of(money, discount))
                .lines()
                .get(0)
                .tax();
    }

    @Test
    @Tag("A6")
    void aLineOfWhichADiscountLeavesNothingHasNoTax() {
        Money one = Money.of(USD, 1);
        Basket basket = basket(USD, "10.00", "0.00", "20.00");
        basket = basket.withLines(
                basket.lines().stream().map(line -> line.withTax(one)).toList());
        assertThat(DiscountSpread.over(basket, basket.lines().subList(0, 2), Money.of(USD, 10))
                        .lines())
                .extracting(PurchaseLine::tax)
                .containsExactly(Money.zero(USD), one, one);
    }
}
