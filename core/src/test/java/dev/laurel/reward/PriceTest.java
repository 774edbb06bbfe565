package dev.laurel.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.ledger.PointCurrency;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R1")
class PriceTest {
    private static final PointCurrency STARS = PointCurrency.of("stars");
    private static final ChosenPrice ANY = ChosenPrice.ofAnyNumber();

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Nested
    class Fixed {
        @Test
        void aFixedPriceIsOneNumberAndNoOther() {
            Price price = FixedPrice.of(STARS.points(20));
            assertThat(price).isEqualTo(new FixedPrice(20, STARS));
            assertThat(price.currency()).isEqualTo(STARS);
            assertThat(price.least()).isEqualTo(20);
            assertThat(price.allows(20)).isTrue();
            assertThat(price.allows(19)).isFalse();
            assertThat(price.allows(21)).isFalse();
            assertThat(price.mostWithin(19)).isZero();
            assertThat(price.mostWithin(Long.MAX_VALUE)).isEqualTo(20);
        }

        @Test
        void aFixedPriceSaysItself() {
            assertThat(FixedPrice.of(500).describe()).isEqualTo("500");
            assertThat(FixedPrice.of(STARS.points(9)).describe()).isEqualTo("9 stars");
        }

        @Test
        void aFixedPriceIsPositive() {
            refused(() -> FixedPrice.of(0), "price of a reward must be positive, but was 0");
        }
    }

    @Nested
    class Chosen {
        @Test
        void aChosenPriceIsAnyNumberUnlessMoreIsSaid() {
            assertThat(ANY).isEqualTo(new ChosenPrice(1, 1, null));
            assertThat(ChosenPrice.ofAnyNumber(STARS)).isEqualTo(new ChosenPrice(1, 1, STARS));
            assertThat(ANY.least()).isEqualTo(1);
            assertThat(ANY.allows(1)).isTrue();
            assertThat(ANY.allows(Long.MAX_VALUE)).isTrue();
            assertThat(ANY.allows(0)).isFalse();
            assertThat(ANY.allows(-1)).isFalse();
        }

        @Test
        void aChosenPriceGoesInStepsFromALeastOn() {
            ChosenPrice price = ANY.inStepsOf(100).atLeast(500);
            assertThat(price).isEqualTo(new ChosenPrice(100, 500, null));
            assertThat(price.allows(400)).isFalse();
            assertThat(price.allows(500)).isTrue();
            assertThat(price.allows(550)).isFalse();
            assertThat(price.mostWithin(499)).isZero();
            assertThat(price.mostWithin(1050)).isEqualTo(1000);
            assertThat(price.mostWithin(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE / 100 * 100);
        }

        @Test
        void aChosenPriceIsOfOneStepAtLeastUnlessALeastIsSaid() {
            assertThat(ANY.inStepsOf(100)).isEqualTo(new ChosenPrice(100, 100, null));
            assertThat(ANY.inStepsOf(100).inStepsOf(30)).isEqualTo(new ChosenPrice(30, 30, null));
            assertThat(ANY.atLeast(500).inStepsOf(100)).isEqualTo(new ChosenPrice(100, 500, null));
            assertThat(ChosenPrice.ofAnyNumber(STARS).inStepsOf(2).atLeast(4).currency())
                    .isEqualTo(STARS);
        }

        @Test
        void aChosenPriceSaysItself() {
            assertThat(ANY.describe()).isEqualTo("1 or more");
            assertThat(ANY.atLeast(500).describe()).isEqualTo("500 or more");
            assertThat(ChosenPrice.ofAnyNumber(STARS)
                            .inStepsOf(100)
                            .atLeast(500)
                            .describe())
                    .isEqualTo("500 or more stars in steps of 100");
        }

        @Test
        @Tag("F1")
        void aChosenPriceIsOfWholeSteps() {
            refused(() -> ANY.inStepsOf(0), "step of a price must be positive, but was 0");
            refused(() -> ANY.inStepsOf(-1), "step of a price must be positive, but was -1");
            refused(() -> ANY.atLeast(0), "least price must be a positive multiple of its step, 1, but was 0");
            refused(
                    () -> ANY.inStepsOf(100).atLeast(550),
                    "least price must be a positive multiple of its step, 100, but was 550");
            refused(
                    () -> ANY.atLeast(550).inStepsOf(100),
                    "least price must be a positive multiple of its step, 100, but was 550");
            assertThatNullPointerException().isThrownBy(() -> ChosenPrice.ofAnyNumber(null));
        }
    }
}
