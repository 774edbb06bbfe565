package dev.laurel.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.testing.EqualsTester;
import dev.laurel.event.PurchaseLine;
import dev.laurel.money.Money;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("A2")
class SelectorsTest {
    private static final PurchaseLine LINE = PurchaseLine.of("1", "sku-1", Money.of(Currency.getInstance("USD"), 10))
            .withCategories("drink", "hot")
            .withBrand("acme")
            .withAttribute("color", "red");

    @Nested
    class Selects {
        @Test
        void selectorsChooseByCategoryArticleBrandAttributeAndDiscount() {
            assertThat(Selectors.everything().selects(LINE)).isTrue();
            assertThat(Selectors.category("hot").selects(LINE)).isTrue();
            assertThat(Selectors.category("Hot").selects(LINE)).isFalse();
            assertThat(Selectors.category("acme").selects(LINE)).isFalse();
            assertThat(Selectors.sku("sku-1").selects(LINE)).isTrue();
            assertThat(Selectors.sku("sku-2").selects(LINE)).isFalse();
            assertThat(Selectors.skus(Set.of("sku-1", "sku-2")).selects(LINE)).isTrue();
            assertThat(Selectors.skus(Set.of("sku-2")).selects(LINE)).isFalse();
            assertThat(Selectors.brand("acme").selects(LINE)).isTrue();
            assertThat(Selectors.brand("other").selects(LINE)).isFalse();
            assertThat(Selectors.attribute("color", "red").selects(LINE)).isTrue();
            assertThat(Selectors.attribute("color", "blue").selects(LINE)).isFalse();
            assertThat(Selectors.attribute("size", "red").selects(LINE)).isFalse();
            assertThat(Selectors.discounted().selects(LINE)).isFalse();
            assertThat(Selectors.discounted().selects(LINE.withDiscount())).isTrue();
        }

        @Test
        void aSelectorOfABrandChoosesNoLineWithoutABrand() {
            PurchaseLine plain = PurchaseLine.of("1", "sku-1", Money.of(Currency.getInstance("USD"), 10));
            assertThat(Selectors.brand("acme").selects(plain)).isFalse();
            assertThat(Selectors.not(Selectors.brand("acme")).selects(plain)).isTrue();
        }

        @Test
        void selectorsCombineByAllAnyAndNot() {
            Selector yes = Selectors.category("hot");
            Selector no = Selectors.sku("sku-2");
            assertThat(Selectors.all(yes, yes).selects(LINE)).isTrue();
            assertThat(Selectors.all(yes, no).selects(LINE)).isFalse();
            assertThat(Selectors.any(no, yes).selects(LINE)).isTrue();
            assertThat(Selectors.any(no, no).selects(LINE)).isFalse();
            assertThat(Selectors.not(no).selects(LINE)).isTrue();
            assertThat(Selectors.all(yes, yes, no).selects(LINE)).isFalse();
            assertThat(Selectors.any(no, no, yes).selects(LINE)).isTrue();
        }
    }

    @Nested
    class Describe {
        @Test
        void aSelectorDescribesItselfInWordsThatReadAfterOf() {
            assertThat(List.of(
                            Selectors.everything(),
                            Selectors.category("hot"),
                            Selectors.sku("sku-1"),
                            Selectors.skus(new LinkedHashSet<>(List.of("b", "a"))),
                            Selectors.brand("acme"),
                            Selectors.attribute("color", "red"),
                            Selectors.discounted(),
                            Selectors.all(
                                    Selectors.category("a"),
                                    Selectors.any(Selectors.category("b"), Selectors.category("c"))),
                            Selectors.not(Selectors.discounted())))
                    .extracting(Selector::describe)
                    .containsExactly(
                            "everything",
                            "category hot",
                            "SKU sku-1",
                            "SKUs a, b",
                            "brand acme",
                            "attribute color = red",
                            "discounted",
                            "(category a and (category b or category c))",
                            "not (discounted)");
        }
    }

    @Nested
    class Refuses {
        @Test
        @Tag("F1")
        void combinationsOfNoSelectorAreRefused() {
            assertThatThrownBy(Selectors::all)
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("all must have at least one selector");
            assertThatThrownBy(Selectors::any)
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("any must have at least one selector");
        }

        @Test
        @Tag("F1")
        void nullIsRefusedWhereItWouldDoHarmLater() {
            for (ThrowingCallable call : List.<ThrowingCallable>of(
                    () -> Selectors.skus(null),
                    () -> Selectors.all((Selector) null),
                    () -> Selectors.any(Selectors.discounted(), null),
                    () -> Selectors.not(null))) {
                assertThatNullPointerException().isThrownBy(call);
            }
        }
    }

    @Test
    void equalSelectorsAreEqual() {
        new EqualsTester()
                .addEqualityGroup(Selectors.everything(), Selectors.everything())
                .addEqualityGroup(Selectors.category("a"), Selectors.category("a"))
                .addEqualityGroup(Selectors.brand("a"))
                .addEqualityGroup(Selectors.sku("a"))
                .addEqualityGroup(
                        Selectors.skus(Set.of("a", "b")), Selectors.skus(new LinkedHashSet<>(List.of("b", "a"))))
                .addEqualityGroup(Selectors.attribute("a", "b"))
                .addEqualityGroup(Selectors.discounted(), Selectors.discounted())
                .addEqualityGroup(
                        Selectors.all(Selectors.category("a"), Selectors.brand("b")),
                        Selectors.all(Selectors.category("a"), Selectors.brand("b")))
                .addEqualityGroup(Selectors.any(Selectors.category("a"), Selectors.brand("b")))
                .addEqualityGroup(Selectors.not(Selectors.category("a")), Selectors.not(Selectors.category("a")))
                .testEquals();
    }

    @Test
    void aSelectorOfWhatNoLineCanHaveIsRefusedWhereItIsDeclared() {
        assertThatThrownBy(() -> Selectors.category(""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("category must not be empty");
        assertThatThrownBy(() -> Selectors.brand("a\nrule forged"))
                .hasMessage("brand must not hold control, format, private-use, surrogate or unassigned characters"
                        + " of Unicode 15, but had U+000A at index" + " 1");
        assertThatThrownBy(() -> Selectors.attribute("", "x")).hasMessage("name of an attribute must not be empty");
        assertThatThrownBy(() -> Selectors.sku(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void namesThatAreSentencesAreQuoted() {
        assertThat(Selectors.category("a or category b").describe()).isEqualTo("category 'a or category b'");
        assertThat(Selectors.skus(Set.of("a, b")).describe()).isEqualTo("SKUs 'a, b'");
    }
}
