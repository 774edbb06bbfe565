package dev.laurel.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.testing.EqualsTester;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("E1")
class PurchaseLineTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency JPY = Currency.getInstance("JPY");
    private static final PurchaseLine LINE = PurchaseLine.of("1", "lipstick", Money.of(USD, "12.50"));

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static String notAllowed(String what, String hex, int index) {
        return what
                + " must not hold control, format, private-use, surrogate or unassigned characters"
                + " of Unicode 15, but had U+"
                + hex + " at index " + index;
    }

    @Nested
    class Texts {
        @Test
        void textsOfAPurchaseLineAreCheckedOneByOne() {
            Money price = Money.of(USD, 1);
            refused(() -> PurchaseLine.of("", "a", price), "line id must not be empty");
            refused(
                    () -> PurchaseLine.of("laurel:1", "a", price),
                    "line id must not begin with 'laurel:', which is kept for ids the engine derives");
            refused(() -> PurchaseLine.of("1", "", price), "SKU must not be empty");
            refused(
                    () -> PurchaseLine.of("1", "x".repeat(201), price),
                    "SKU must have at most 200 characters, but had 201");
            refused(() -> PurchaseLine.of("1", "a\u0000", price), notAllowed("SKU", "0000", 1));
            refused(() -> LINE.withBrand(""), "brand must not be empty");
            refused(() -> LINE.withBrand("a\u202Eb"), notAllowed("brand", "202E", 1));
            refused(() -> LINE.withCategories("a", ""), "category must not be empty");
            refused(() -> LINE.withCategories("\n"), notAllowed("category", "000A", 0));
            refused(() -> LINE.withAttribute("", "x"), "name of an attribute must not be empty");
            refused(
                    () -> LINE.withAttribute("note", "x".repeat(1001)),
                    "value of attribute 'note' must have at most 1000 characters, but had 1001");
        }
    }

    @Nested
    class Amounts {
        @Test
        void amountsOfAPurchaseLineMustNotBeNegativeButTheNetMayBeZero() {
            assertThat(PurchaseLine.of("1", "gift", Money.zero(USD)).net().isZero())
                    .isTrue();
            refused(
                    () -> PurchaseLine.of("7", "a", Money.of(USD, "-0.01")),
                    "net of line '7' must not be negative, but was USD -0.01");
            refused(() -> LINE.withTax(Money.of(USD, "-1")), "tax of line '1' must not be negative, but was USD -1.00");
            refused(
                    () -> LINE.withNet(Money.of(USD, "-0.000001")),
                    "net of line '1' must not be negative, but was USD -0.000001");
        }

        @Test
        @Tag("N1")
        void amountsOfAPurchaseLineAreOfOneCurrency() {
            refused(
                    () -> LINE.withTax(Money.of(JPY, 100)),
                    "tax of line '1' must be in USD, as its net is, but was JPY 100");
            refused(
                    () -> LINE.withNet(Money.of(JPY, 100)),
                    "tax of line '1' must be in JPY, as its net is, but was USD 0.00");
        }

        @Test
        void aPurchaseLineNeedsAQuantityAboveZero() {
            assertThat(LINE.withQuantity(Quantity.of("0.345")).quantity()).isEqualTo(Quantity.of("0.345"));
            refused(() -> LINE.withQuantity(Quantity.of(0)), "quantity of line '1' must be positive, but was 0");
        }
    }

    @Nested
    class Copies {
        @Test
        void copiesOfAPurchaseLineChangeOneThingEachAndLeaveTheLineAsItWas() {
            assertThat(LINE.withCategories("b", "a").categories()).containsExactly("a", "b");
            assertThat(LINE.withCategories(List.of("a", "a")).categories()).containsExactly("a");
            assertThat(LINE.withBrand("acme").brand()).isEqualTo("acme");
            assertThat(LINE.withQuantity(Quantity.of(2)).net()).isEqualTo(LINE.net());
            assertThat(LINE.withTax(Money.of(USD, 1)).tax()).isEqualTo(Money.of(USD, 1));
            assertThat(LINE.withNet(Money.of(USD, 9)).net()).isEqualTo(Money.of(USD, 9));
            assertThat(LINE.withDiscount().discounted()).isTrue();
            assertThat(LINE.withAttribute("b", "1")
                            .withAttribute("a", "2")
                            .withAttribute("b", "3")
                            .attributes())
                    .containsExactly(Map.entry("a", "2"), Map.entry("b", "3"));
            assertThat(LINE).isEqualTo(PurchaseLine.of("1", "lipstick", Money.of(USD, "12.50")));
        }

        @Test
        void copiesOfAPurchaseLineKeepEverythingElse() {
            PurchaseLine full = LINE.withCategories("c")
                    .withBrand("b")
                    .withQuantity(Quantity.of(2))
                    .withTax(Money.of(USD, 1))
                    .withDiscount()
                    .withAttribute("a", "1");
            PurchaseLine again = full.withAttribute("a", "1")
                    .withDiscount()
                    .withTax(Money.of(USD, 1))
                    .withNet(Money.of(USD, "12.50"))
                    .withQuantity(Quantity.of(2))
                    .withBrand("b")
                    .withCategories("c");
            assertThat(again).isEqualTo(full);
            assertThat(full)
                    .isEqualTo(new PurchaseLine(
                            "1",
                            "lipstick",
                            Set.of("c"),
                            "b",
                            Quantity.of(2),
                            Money.of(USD, "12.50"),
                            Money.of(USD, 1),
                            true,
                            Map.of("a", "1")));
        }
    }

    @Test
    void collectionsPassedInAreCopiedAndThoseGivenOutCannotBeChanged() {
        Set<String> categories = new HashSet<>(Set.of("a"));
        Map<String, String> attributes = new HashMap<>(Map.of("k", "v"));
        List<String> listed = new ArrayList<>(List.of("a"));
        PurchaseLine line = new PurchaseLine(
                "1", "x", categories, null, Quantity.ONE, Money.of(USD, 1), Money.zero(USD), false, attributes);
        PurchaseLine other = LINE.withCategories(listed);
        categories.add("b");
        attributes.put("l", "w");
        listed.add("b");
        assertThat(line.categories()).containsExactly("a");
        assertThat(line.attributes()).containsExactly(Map.entry("k", "v"));
        assertThat(other.categories()).containsExactly("a");
        for (PurchaseLine any : List.of(line, LINE)) {
            assertThatThrownBy(() -> any.categories().add("b")).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> any.attributes().put("l", "w")).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Test
    void nothingButTheBrandMayBeNull() {
        Money price = Money.of(USD, 1);
        assertThat(LINE.brand()).isNull();
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> PurchaseLine.of(null, "x", price),
                () -> PurchaseLine.of("1", null, price),
                () -> PurchaseLine.of("1", "x", null),
                () -> LINE.withCategories((List<String>) null),
                () -> LINE.withCategories("a", null),
                () -> LINE.withQuantity(null),
                () -> LINE.withTax(null),
                () -> LINE.withNet(null),
                () -> LINE.withAttribute(null, "x"),
                () -> LINE.withAttribute("x", null),
                () -> new PurchaseLine("1", "x", null, null, Quantity.ONE, price, price, false, Map.of()),
                () -> new PurchaseLine("1", "x", Set.of(), null, Quantity.ONE, price, price, false, null))) {
            assertThatNullPointerException().isThrownBy(call);
        }
    }

    @Test
    @Tag("F2")
    void aPurchaseLineShowsIdArticleAndAmountsAndNothingPersonal() {
        PurchaseLine line = LINE.withAttribute("canary-name", "canary-value").withQuantity(Quantity.of(2));
        assertThat(line).hasToString("PurchaseLine[1: 2 of lipstick, USD 12.50]");
    }

    @Test
    void equalLinesAreEqualHoweverTheyWereWritten() {
        new EqualsTester()
                .addEqualityGroup(
                        LINE,
                        LINE.withCategories(),
                        PurchaseLine.of("1", "lipstick", Money.of(USD, "12.500")),
                        LINE.withQuantity(Quantity.of("1.0")))
                .addEqualityGroup(LINE.withCategories("a", "b"), LINE.withCategories("b", "a", "b"))
                .addEqualityGroup(
                        LINE.withAttribute("a", "1").withAttribute("b", "2"),
                        LINE.withAttribute("b", "2").withAttribute("a", "1"))
                .addEqualityGroup(LINE.withDiscount())
                .addEqualityGroup(LINE.withBrand("b"))
                .testEquals();
    }
}
