package dev.laurel.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

@Tag("N1")
class MoneyProperties {
    private static final Currency USD = Currency.getInstance("USD");
    private static final BigDecimal MOST = new BigDecimal("9000000000000");

    @Property
    void sumsAndDifferencesAreThoseOfBigDecimals(@ForAll("millionths") long left, @ForAll("millionths") long right) {
        Money a = Money.ofMillionths(USD, left);
        Money b = Money.ofMillionths(USD, right);
        agrees(() -> a.plus(b), a.amount().add(b.amount()));
        agrees(() -> a.minus(b), a.amount().subtract(b.amount()));
    }

    private static void agrees(Supplier<Money> result, BigDecimal expected) {
        if (expected.abs().compareTo(MOST) > 0) {
            assertThat(catchThrowable(result::get)).isExactlyInstanceOf(AmountOverflowException.class);
        } else {
            assertThat(result.get().amount()).isEqualByComparingTo(expected);
        }
    }

    @Property
    void everyAmountIsReadBackFromEachOfItsForms(@ForAll("millionths") long millionths) {
        Money money = Money.ofMillionths(USD, millionths);
        assertThat(Money.of(USD, money.amount())).isEqualTo(money).hasSameHashCodeAs(money);
        assertThat(Money.of(USD, money.amount().toPlainString())).isEqualTo(money);
        assertThat(Money.of(USD, money.toString().substring(4))).isEqualTo(money);
        assertThat(money.toRatio()).isEqualTo(Ratio.of(millionths, 1_000_000));
    }

    @Property
    void orderAndEqualityAgree(@ForAll("millionths") long left, @ForAll("millionths") long right) {
        Money a = Money.ofMillionths(USD, left);
        Money b = Money.ofMillionths(USD, right);
        assertThat(a.compareTo(b)).isEqualTo(Long.compare(left, right));
        assertThat(a.equals(b)).isEqualTo(left == right);
    }

    @Property
    void decimalsAreTakenExactlyOrNotAtAll(@ForAll("decimals") BigDecimal decimal) {
        boolean fits =
                decimal.stripTrailingZeros().scale() <= 6 && decimal.abs().compareTo(MOST) <= 0;
        if (fits) {
            assertThat(Money.of(USD, decimal).amount()).isEqualByComparingTo(decimal);
        } else {
            assertThat(catchThrowable(() -> Money.of(USD, decimal)))
                    .isExactlyInstanceOf(IllegalArgumentException.class);
        }
    }

    @Provide
    Arbitrary<Long> millionths() {
        long most = 9_000_000_000_000_000_000L;
        return Arbitraries.oneOf(
                Arbitraries.longs().between(-most, most),
                Arbitraries.longs().between(-3_000_000, 3_000_000),
                Arbitraries.longs().between(most - 3, most),
                Arbitraries.longs().between(-most, -most + 3));
    }

    @Provide
    Arbitrary<BigDecimal> decimals() {
        return Arbitraries.oneOf(
                        Arbitraries.longs(),
                        Arbitraries.longs().between(Long.MIN_VALUE, Long.MIN_VALUE + 3),
                        Arbitraries.longs().between(-2_000_000, 2_000_000))
                .flatMap(unscaled ->
                        Arbitraries.integers().between(-3, 12).map(scale -> BigDecimal.valueOf(unscaled, scale)));
    }
}
