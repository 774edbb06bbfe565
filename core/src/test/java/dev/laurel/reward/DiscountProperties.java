package dev.laurel.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.condition.Selectors;
import dev.laurel.event.Basket;
import dev.laurel.event.PurchaseLine;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;

@Tag("R1")
class DiscountProperties {
    private static final Ratio HUNDRED = Ratio.of(100);

    /** A line as it is made here: what it costs in steps of its currency, and how many pieces in millionths. */
    private record Drawn(long steps, long quantity, boolean chosen) {}

    private static boolean isWhole(Money amount) {
        return amount.millionths() % MinorUnits.millionthsOfOne(amount.currency()) == 0;
    }

    private static boolean isWhole(Basket basket) {
        return basket.lines().stream().map(PurchaseLine::net).allMatch(DiscountProperties::isWhole);
    }

    private static void takesOffExactlyItsWorth(Discount discount, Basket basket) {
        if (!discount.check(basket).met()) {
            assertThatThrownBy(() -> discount.worthOn(basket)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> discount.applied(basket, basket)).isInstanceOf(IllegalArgumentException.class);
            return;
        }
        Money worth = discount.worthOn(basket);
        Basket lower = discount.applied(basket, basket);
        assertThat(worth).isGreaterThan(Money.zero(basket.currency())).isLessThanOrEqualTo(basket.net());
        assertThat(lower.net()).isEqualTo(basket.net().minus(worth));
        if (discount instanceof FreeItem) {
            return;
        }
        assertThat(lower.lines()).hasSameSizeAs(basket.lines());
        for (int i = 0; i < lower.lines().size(); i++) {
            PurchaseLine before = basket.lines().get(i);
            PurchaseLine after = lower.lines().get(i);
            assertThat(after.net()).isBetween(Money.zero(basket.currency()), before.net());
            assertThat(after.withNet(before.net()).withTax(before.tax())).isEqualTo(before);
            assertThatTaxIsInProportion(before, after);
        }
        if (isWhole(basket) && isWhole(worth)) {
            assertThat(isWhole(lower)).isTrue();
        }
        assertThat(lower.withLines(basket.lines())).isEqualTo(basket);
    }

    private static void assertThatTaxIsInProportion(PurchaseLine before, PurchaseLine after) {
        if (after.net().equals(before.net())) {
            assertThat(after.tax()).isEqualTo(before.tax());
            return;
        }
        Ratio exact = before.tax()
                .toRatio()
                .times(after.net().toRatio())
                .dividedBy(before.net().toRatio());
        Ratio unit = isWhole(before.tax())
                ? Ratio.of(MinorUnits.millionthsOfOne(before.tax().currency()), 1_000_000)
                : Ratio.of(1, 1_000_000);
        Ratio twice = Ratio.of(2);
        assertThat(after.tax().toRatio().minus(exact).times(twice)).isLessThanOrEqualTo(unit);
        assertThat(exact.minus(after.tax().toRatio()).times(twice)).isLessThan(unit);
        assertThat(isWhole(before.tax()) && !isWhole(after.tax())).isFalse();
    }

    @Property
    void anAmountTakesOffExactlyItself(@ForAll("baskets") Basket basket, @ForAll("parts") Ratio part) {
        Money amount = Money.ofMillionths(
                basket.currency(),
                Math.max(1, basket.net().toRatio().times(1_000_000).times(part).rounded(Rounding.DOWN)));
        AmountOff discount = new AmountOff(amount);
        takesOffExactlyItsWorth(discount, basket);
        if (discount.check(basket).met()) {
            assertThat(discount.worthOn(basket)).isEqualTo(amount);
        }
    }

    @Property
    void anAmountInWholeMinorUnitsLeavesWholeMinorUnits(
            @ForAll("wholeBaskets") Basket basket, @ForAll("parts") Ratio part) {
        Money worth =
                MinorUnits.roundedDown(basket.currency(), basket.net().toRatio().times(part));
        if (!worth.isZero()) {
            takesOffExactlyItsWorth(new AmountOff(worth), basket);
            assertThat(isWhole(new AmountOff(worth).applied(basket, basket))).isTrue();
        }
    }

    @Property
    void aShareOfALineIsItsPartToLessThanAMinorUnit(
            @ForAll("wholeBaskets") Basket basket, @ForAll("parts") Ratio part) {
        Money worth =
                MinorUnits.roundedDown(basket.currency(), basket.net().toRatio().times(part));
        if (worth.isZero()) {
            return;
        }
        Basket lower = new AmountOff(worth).applied(basket, basket);
        Ratio unit = Ratio.of(MinorUnits.millionthsOfOne(basket.currency()), 1_000_000);
        for (int i = 0; i < lower.lines().size(); i++) {
            Money before = basket.lines().get(i).net();
            Ratio exact = worth.toRatio()
                    .times(before.toRatio())
                    .dividedBy(basket.net().toRatio());
            Ratio share = before.minus(lower.lines().get(i).net()).toRatio();
            assertThat(share.minus(exact).compareTo(unit)).isNegative();
            assertThat(exact.minus(share).compareTo(unit)).isNegative();
        }
    }

    @Property
    void aPercentageNeverExceedsItsPartOfTheOrder(@ForAll("baskets") Basket basket, @ForAll("parts") Ratio part) {
        PercentageOff discount = PercentageOff.of(part.times(HUNDRED));
        takesOffExactlyItsWorth(discount, basket);
        if (discount.check(basket).met()) {
            Money worth = discount.worthOn(basket);
            Ratio exact = basket.net().toRatio().times(part);
            Ratio unit = Ratio.of(MinorUnits.millionthsOfOne(basket.currency()), 1_000_000);
            assertThat(worth.toRatio()).isLessThanOrEqualTo(exact).isGreaterThan(exact.minus(unit));
            assertThat(isWhole(worth)).isTrue();
            Money most = Money.ofMillionths(basket.currency(), 1_230_000);
            assertThat(discount.upTo(most).worthOn(basket)).isEqualTo(worth.compareTo(most) < 0 ? worth : most);
            takesOffExactlyItsWorth(discount.upTo(most), basket);
        }
    }

    @Property
    void aFreePieceIsAsDearAsAnyOther(@ForAll("baskets") Basket basket) {
        FreeItem discount = new FreeItem(Selectors.category("drink"));
        takesOffExactlyItsWorth(discount, basket);
        if (discount.check(basket).met()) {
            Ratio worth = discount.worthOn(basket).toRatio();
            Ratio unit = Ratio.of(MinorUnits.millionthsOfOne(basket.currency()), 1_000_000);
            for (PurchaseLine line : basket.lines()) {
                if (line.categories().contains("drink")) {
                    Ratio pieces = line.quantity().compareTo(Quantity.ONE) <= 0
                            ? Ratio.ONE
                            : line.quantity().toRatio();
                    assertThat(line.net().toRatio().dividedBy(pieces).minus(unit))
                            .isLessThan(worth);
                }
            }
        }
    }

    @Property
    void freePiecesTakeTheChosenLinesDownToNothingAndNeverMore(@ForAll("fewPieces") Basket basket) {
        FreeItem discount = new FreeItem(Selectors.category("drink"));
        Basket left = basket;
        Money last = null;
        while (discount.check(left).met()) {
            Money worth = discount.worthOn(left);
            Basket lower = discount.applied(left, left);
            assertThat(lower.net()).isEqualTo(left.net().minus(worth));
            assertThat(quantityOf(lower)).isEqualTo(quantityOf(left));
            assertThat(lower.lines())
                    .filteredOn(line -> line.categories().contains("food"))
                    .isEqualTo(left.lines().stream()
                            .filter(line -> line.categories().contains("food"))
                            .toList());
            assertThat(isWhole(left) && !isWhole(lower)).isFalse();
            left = lower;
            last = worth;
        }
        for (PurchaseLine line : left.lines()) {
            // What is left of the chosen lines is worth less than a minor unit a piece.
            if (line.categories().contains("drink")) {
                Ratio pieces = line.quantity().compareTo(Quantity.ONE) <= 0
                        ? Ratio.ONE
                        : line.quantity().toRatio();
                assertThat(line.net().toRatio().dividedBy(pieces)).isLessThan(unitOf(basket));
            }
        }
        assertThat(last == null || last.compareTo(basket.net()) <= 0).isTrue();
    }

    private static Ratio unitOf(Basket basket) {
        return Ratio.of(MinorUnits.millionthsOfOne(basket.currency()), 1_000_000);
    }

    private static long quantityOf(Basket basket) {
        return basket.lines().stream()
                .mapToLong(line -> line.quantity().millionths())
                .sum();
    }

    @Property
    void aDiscountOfChosenLinesIsThatOfAnOrderOfTheseAlone(
            @ForAll("baskets") Basket basket, @ForAll("parts") Ratio part) {
        List<PurchaseLine> chosen = basket.lines().stream()
                .filter(line -> line.categories().contains("drink"))
                .toList();
        Basket alone = basket.withLines(chosen);
        Money amount = Money.ofMillionths(
                basket.currency(),
                Math.max(1, alone.net().toRatio().times(1_000_000).times(part).rounded(Rounding.DOWN)));
        for (Discount discount : List.of(new AmountOff(amount), PercentageOff.of(part.times(HUNDRED)))) {
            Discount ofDrinks = discount instanceof AmountOff off
                    ? off.of(Selectors.category("drink"))
                    : ((PercentageOff) discount).of(Selectors.category("drink"));
            assertThat(ofDrinks.check(basket).met())
                    .isEqualTo(discount.check(alone).met());
            if (ofDrinks.check(basket).met()) {
                assertThat(ofDrinks.worthOn(basket)).isEqualTo(discount.worthOn(alone));
                Basket lower = ofDrinks.applied(basket, basket);
                assertThat(lower.lines())
                        .filteredOn(line -> line.categories().contains("drink"))
                        .isEqualTo(discount.applied(alone, alone).lines());
                assertThat(lower.lines())
                        .filteredOn(line -> line.categories().contains("food"))
                        .isEqualTo(basket.lines().stream()
                                .filter(line -> line.categories().contains("food"))
                                .toList());
                // The same where the rest is no part of the program.
                assertThat(discount.applied(basket, alone)).isEqualTo(lower);
            }
        }
    }

    @Provide
    Arbitrary<Basket> fewPieces() {
        return baskets(Arbitraries.of(5L, 10L), 4);
    }

    @Provide
    Arbitrary<Basket> baskets() {
        return baskets(Arbitraries.of(1L, 5L, 10L));
    }

    @Provide
    Arbitrary<Basket> wholeBaskets() {
        return baskets(Arbitraries.just(10L));
    }

    /** Baskets whose nets are so many tenths of a minor unit, or multiples of them. */
    private static Arbitrary<Basket> baskets(Arbitrary<Long> tenths) {
        return baskets(tenths, 12);
    }

    private static Arbitrary<Basket> baskets(Arbitrary<Long> tenths, int most) {
        Arbitrary<Long> steps = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(0L)),
                Tuple.of(4, Arbitraries.longs().between(1, 30)),
                Tuple.of(4, Arbitraries.longs().between(1, 100_000)),
                Tuple.of(1, Arbitraries.longs().between(1, 50_000_000_000L)));
        Arbitrary<Long> quantity = Arbitraries.oneOf(
                Arbitraries.longs().between(1, 12).map(pieces -> pieces * 1_000_000),
                Arbitraries.longs().between(1, 3_000_000));
        Arbitrary<Drawn> line = Combinators.combine(steps, quantity, Arbitraries.of(true, false))
                .as(Drawn::new);
        return Combinators.combine(
                        Arbitraries.of("USD", "JPY", "KWD").map(Currency::getInstance),
                        tenths,
                        line.list().ofMinSize(1).ofMaxSize(most))
                .as(DiscountProperties::basket);
    }

    private static Basket basket(Currency currency, long tenths, List<Drawn> drawn) {
        long step = MinorUnits.millionthsOfOne(currency) / 10 * tenths;
        return Basket.of(IntStream.range(0, drawn.size())
                .mapToObj(i -> PurchaseLine.of(
                                Integer.toString(i),
                                "sku",
                                Money.ofMillionths(currency, drawn.get(i).steps() * step))
                        .withQuantity(Quantity.ofMillionths(drawn.get(i).quantity()))
                        .withTax(Money.ofMillionths(currency, drawn.get(i).steps() * step / 10))
                        .withCategories(drawn.get(i).chosen() ? "drink" : "food"))
                .toList());
    }

    /** More than nothing and at most the whole. */
    @Provide
    Arbitrary<Ratio> parts() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 1_000),
                        Arbitraries.longs().between(0, 1_000))
                .as((part, rest) -> Ratio.of(part, part + rest));
    }
}
