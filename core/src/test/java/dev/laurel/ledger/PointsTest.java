package dev.laurel.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.money.Money;
import java.util.Currency;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("N2")
class PointsTest {
    private static final PointCurrency STARS = PointCurrency.of("stars");
    private static final Currency USD = Currency.getInstance("USD");

    @Nested
    class Counts {
        @Test
        void pointsAreOfACurrency() {
            assertThat(STARS.points(5)).isEqualTo(new Points(STARS, 5)).hasToString("5 stars");
            assertThat(STARS.points(Long.MAX_VALUE).count()).isEqualTo(Long.MAX_VALUE);
        }

        @ParameterizedTest
        @ValueSource(longs = {0, -1, Long.MIN_VALUE})
        void pointsArePositive(long count) {
            assertThatThrownBy(() -> STARS.points(count))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("points must be positive, but were " + count);
        }

        @Test
        @Tag("F1")
        void pointsAreOfNoCurrencyThatIsNull() {
            assertThatNullPointerException()
                    .isThrownBy(() -> new Points(null, 1))
                    .withMessage("currency");
        }
    }

    @Nested
    class Rates {
        private final Points two = STARS.points(2);
        private final Money five = Money.of(USD, 5);

        @Test
        void ratesOfPointsAreForMoneyInProportionOrInFullOrForItems() {
            assertThat(two.per(five)).isEqualTo(new PointRate(two, PointRate.Basis.MONEY, five));
            assertThat(two.perFull(five)).isEqualTo(new PointRate(two, PointRate.Basis.FULL_MONEY, five));
            assertThat(two.perItem()).isEqualTo(new PointRate(two, PointRate.Basis.ITEM, null));
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "-0.01"})
        void ratesOfPointsAreForMoreThanNothing(String amount) {
            Money money = Money.of(USD, amount);
            for (ThrowingCallable call : List.<ThrowingCallable>of(() -> two.per(money), () -> two.perFull(money))) {
                assertThatThrownBy(call)
                        .isExactlyInstanceOf(IllegalArgumentException.class)
                        .hasMessage("a rate must be for more than nothing, but was for " + money);
            }
        }

        @ParameterizedTest
        @EnumSource
        void ratesOfPointsHaveMoneyExactlyIfTheyAreForMoney(PointRate.Basis basis) {
            Money wrong = basis == PointRate.Basis.ITEM ? five : null;
            assertThatThrownBy(() -> new PointRate(two, basis, wrong))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a rate must have money exactly if it is for money");
        }

        @Test
        @Tag("F1")
        void ratesOfPointsRefuseNull() {
            assertThatNullPointerException()
                    .isThrownBy(() -> new PointRate(null, PointRate.Basis.ITEM, null))
                    .withMessage("points");
            assertThatNullPointerException()
                    .isThrownBy(() -> new PointRate(two, null, five))
                    .withMessage("basis");
        }
    }
}
