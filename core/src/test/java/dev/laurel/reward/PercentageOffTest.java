package dev.laurel.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.condition.Finding;
import dev.laurel.condition.Mentions;
import dev.laurel.condition.Selector;
import dev.laurel.condition.Selectors;
import dev.laurel.event.Basket;
import dev.laurel.event.PurchaseLine;
import dev.laurel.money.CurrencyMismatchException;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("R1")
class PercentageOffTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final PercentageOff TENTH = PercentageOff.of(Ratio.of(10));

    private static Basket order(String net) {
        return Basket.ofTotal(Money.of(USD, net));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "100.000001", "-1/3", "301/3"})
    void aPercentageOffIsMoreThan0AndAtMost100(String percentage) {
        Ratio ratio = Ratio.of(percentage);
        assertThatThrownBy(() -> PercentageOff.of(ratio))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("percentage off must be more than 0 and at most 100, but was " + ratio);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0.01"})
    void theMostOfAPercentageOffIsMoreThanNothing(String most) {
        Money money = Money.of(USD, most);
        assertThatThrownBy(() -> TENTH.upTo(money))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("the most of a percentage off must be positive, but was " + money);
    }

    @ParameterizedTest
    @CsvSource({
        "USD, 10, 10.99, 1.09",
        "USD, 12.5, 10.00, 1.25",
        "USD, 100/3, 1.00, 0.33",
        "USD, 100, 10.99, 10.99",
        "USD, 100, 10.995, 10.99",
        "USD, 0.000001, 9000000000000, 90000.00",
        "JPY, 10, 109, 10",
        "JPY, 99, 1.9, 1",
        "KWD, 10, 1.239, 0.123",
        "KWD, 50, 0.003, 0.001"
    })
    void aPercentageOffIsRoundedDownToTheMinorUnit(String currency, String percentage, String net, String worth) {
        Currency money = Currency.getInstance(currency);
        assertThat(PercentageOff.of(Ratio.of(percentage)).worthOn(Basket.ofTotal(Money.of(money, net))))
                .isEqualTo(Money.of(money, worth));
    }

    @Test
    void aPercentageOffIsAPartOfAllLinesTogetherRoundedOnce() {
        Basket basket = Basket.of(
                PurchaseLine.of("1", "a", Money.of(USD, "0.05")),
                PurchaseLine.of("2", "b", Money.of(USD, "0.05")),
                PurchaseLine.of("3", "c", Money.of(USD, "0.09")));
        assertThat(TENTH.worthOn(basket)).isEqualTo(Money.of(USD, "0.01"));
        assertThat(TENTH.applied(basket, basket).lines())
                .extracting(line -> line.net().toString())
                .containsExactly("USD 0.05", "USD 0.05", "USD 0.08");
    }

    @Test
    void aPercentageOffTakesOffNoMoreThanItSays() {
        PercentageOff upTo5 = TENTH.upTo(Money.of(USD, 5));
        assertThat(upTo5.worthOn(order("49.99"))).isEqualTo(Money.of(USD, "4.99"));
        assertThat(upTo5.worthOn(order("50"))).isEqualTo(Money.of(USD, 5));
        assertThat(upTo5.worthOn(order("9000000000000"))).isEqualTo(Money.of(USD, 5));
        assertThat(upTo5.upTo(Money.of(USD, 6)).worthOn(order("70"))).isEqualTo(Money.of(USD, 6));
        assertThat(TENTH.most()).isNull();
    }

    @Test
    void aPercentageOffNeedsAnOrderOfWhichItIsSomething() {
        assertThat(TENTH.check(order("0.10")))
                .isEqualTo(Finding.of(true, "order of USD 0.10", "order of which 10 % is something"));
        for (String net : List.of("0.09", "0", "0.000001")) {
            Basket order = order(net);
            assertThat(TENTH.check(order))
                    .isEqualTo(Finding.of(false, "order of " + order.net(), "order of which 10 % is something"));
            String message = "discount needs order of which 10 % is something, but there is order of " + order.net();
            assertThatThrownBy(() -> TENTH.worthOn(order))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage(message);
            assertThatThrownBy(() -> TENTH.applied(order, order))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage(message);
        }
    }

    @Test
    void aPercentageOffOfChosenLinesIsAPartOfThemOnly() {
        PercentageOff ofTea = TENTH.of(Selectors.category("tea"));
        PurchaseLine rest = PurchaseLine.of("2", "b", Money.of(USD, 90));
        Basket basket =
                Basket.of(PurchaseLine.of("1", "a", Money.of(USD, "10.99")).withCategories("tea"), rest);
        assertThat(ofTea.worthOn(basket)).isEqualTo(Money.of(USD, "1.09"));
        assertThat(ofTea.upTo(Money.of(USD, 1)).applied(basket, basket).lines())
                .extracting(PurchaseLine::net)
                .containsExactly(Money.of(USD, "9.99"), Money.of(USD, 90));
        assertThat(ofTea.check(Basket.of(rest)))
                .isEqualTo(Finding.of(
                        false,
                        "order of USD 0.00 of category tea",
                        "order of which 10 % of category tea is something"));
    }

    @Test
    @Tag("N1")
    void aPercentageOffIsLimitedInTheCurrencyOfTheOrder() {
        assertThatThrownBy(() -> TENTH.upTo(Money.of(EUR, 5)).worthOn(order("10")))
                .isExactlyInstanceOf(CurrencyMismatchException.class)
                .hasMessage("amounts of EUR and USD cannot be combined; convert one of them first");
        assertThat(TENTH.upTo(Money.of(EUR, 5)).mentions()).isEqualTo(Mentions.of(Money.zero(EUR)));
        assertThat(TENTH.mentions()).isEqualTo(Mentions.NOTHING);
    }

    @Test
    @Tag("P3")
    void aPercentageOffDescribesItself() {
        assertThat(TENTH.describe()).isEqualTo("10 % off");
        assertThat(PercentageOff.of(Ratio.of("12.50")).upTo(Money.of(USD, 20)).describe())
                .isEqualTo("12.5 % off, at most USD 20.00");
        assertThat(TENTH.upTo(Money.of(USD, 5)).of(Selectors.category("tea")).describe())
                .isEqualTo("10 % off category tea, at most USD 5.00");
        assertThat(PercentageOff.of(Ratio.of("100/3")).describe()).isEqualTo("100/3 % off");
    }

    @Test
    @Tag("F1")
    void aPercentageOffRefusesNull() {
        assertThatNullPointerException().isThrownBy(() -> PercentageOff.of((Ratio) null));
        assertThatNullPointerException().isThrownBy(() -> TENTH.upTo(null));
        assertThatNullPointerException()
                .isThrownBy(() -> TENTH.of((Selector) null))
                .withMessage("selector");
        assertThatNullPointerException().isThrownBy(() -> TENTH.check(null));
    }
}
