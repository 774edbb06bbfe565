package dev.laurel.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.condition.Finding;
import dev.laurel.condition.Mentions;
import dev.laurel.condition.Selectors;
import dev.laurel.event.Basket;
import dev.laurel.event.PurchaseLine;
import dev.laurel.money.CurrencyMismatchException;
import dev.laurel.money.Money;
import java.util.Currency;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("R1")
class AmountOffTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final AmountOff TEN = new AmountOff(Money.of(USD, 10));

    private static Basket order(String net) {
        return Basket.ofTotal(Money.of(USD, net));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.00", "-0.01", "-9000000000000"})
    void anAmountOffIsMoreThanNothing(String amount) {
        Money money = Money.of(USD, amount);
        assertThatThrownBy(() -> new AmountOff(money))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("amount off must be positive, but was " + money);
    }

    @Test
    void anAmountOffNeedsAnOrderOfAtLeastThatMuch() {
        assertThat(TEN.check(order("9.99")))
                .isEqualTo(Finding.of(false, "order of USD 9.99", "order of at least USD 10.00"));
        assertThat(TEN.check(order("10")))
                .isEqualTo(Finding.of(true, "order of USD 10.00", "order of at least USD 10.00"));
        assertThat(TEN.worthOn(order("10"))).isEqualTo(Money.of(USD, 10));
        assertThat(TEN.applied(order("10"), order("10")).net()).isEqualTo(Money.zero(USD));
        String message = "discount needs order of at least USD 10.00, but there is order of USD 9.99";
        assertThatThrownBy(() -> TEN.worthOn(order("9.99")))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> TEN.applied(order("9.99"), order("9.99")))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> TEN.requireUsableOn(order("9.99")))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void anAmountOffDoesNotCountShippingAndTax() {
        Basket basket = Basket.of(PurchaseLine.of("1", "a", Money.of(USD, 9)).withTax(Money.of(USD, 5)))
                .withShipping(Money.of(USD, 5));
        assertThat(TEN.check(basket).met()).isFalse();
    }

    @Test
    void anAmountOffCanBeAsMuchAsAnOrderCanCost() {
        Money most = Money.of(USD, 9_000_000_000_000L);
        Basket basket = Basket.of(
                PurchaseLine.of("1", "a", Money.of(USD, 8_999_999_999_999L)),
                PurchaseLine.of("2", "b", Money.of(USD, "0.999999")),
                PurchaseLine.of("3", "c", Money.of(USD, "0.000001")));
        assertThat(new AmountOff(most).worthOn(basket)).isEqualTo(most);
        assertThat(new AmountOff(most).applied(basket, basket).lines())
                .extracting(PurchaseLine::net)
                .containsOnly(Money.zero(USD));
    }

    @Test
    void anAmountOffOfChosenLinesNeedsThatMuchOfThem() {
        AmountOff ofTea = TEN.of(Selectors.category("tea"));
        PurchaseLine rest = PurchaseLine.of("2", "b", Money.of(USD, 90));
        Basket less = Basket.of(PurchaseLine.of("1", "a", Money.of(USD, "9.99")).withCategories("tea"), rest);
        assertThat(ofTea.check(less))
                .isEqualTo(Finding.of(
                        false, "order of USD 9.99 of category tea", "order of at least USD 10.00 of category tea"));
        Basket enough =
                Basket.of(PurchaseLine.of("1", "a", Money.of(USD, "10.50")).withCategories("tea"), rest);
        assertThat(ofTea.applied(enough, enough).lines())
                .extracting(PurchaseLine::net)
                .containsExactly(Money.of(USD, "0.50"), Money.of(USD, 90));
        assertThat(TEN.of(Selectors.everything())).isEqualTo(TEN);
    }

    @Test
    @Tag("N1")
    void anAmountOffIsOfTheCurrencyOfTheOrder() {
        assertThatThrownBy(() -> TEN.check(Basket.ofTotal(Money.of(EUR, 10))))
                .isExactlyInstanceOf(CurrencyMismatchException.class)
                .hasMessage("amounts of EUR and USD cannot be combined; convert one of them first");
        assertThat(TEN.mentions()).isEqualTo(Mentions.of(Money.zero(USD)));
    }

    @Test
    @Tag("P3")
    void anAmountOffDescribesItself() {
        assertThat(TEN.describe()).isEqualTo("USD 10.00 off");
        assertThat(TEN.of(Selectors.category("tea")).describe()).isEqualTo("USD 10.00 off category tea");
    }

    @Test
    @Tag("F1")
    void anAmountOffRefusesNull() {
        assertThatNullPointerException().isThrownBy(() -> new AmountOff(null));
        assertThatNullPointerException().isThrownBy(() -> TEN.of(null)).withMessage("selector");
        assertThatNullPointerException().isThrownBy(() -> TEN.check(null));
        assertThatNullPointerException().isThrownBy(() -> TEN.worthOn(null));
    }
}
