package dev.laurel.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.testing.EqualsTester;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("N1")
class MoneyTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency JPY = Currency.getInstance("JPY");
    private static final Currency KWD = Currency.getInstance("KWD");
    private static final String OUT_OF_RANGE = "amount of money must lie between -9000000000000 and 9000000000000";

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Nested
    class Of {
        @Test
        void moneyKeepsAnAmountExactly() {
            assertThat(Money.of(USD, "0.1").plus(Money.of(USD, "0.2"))).isEqualTo(Money.of(USD, "0.3"));
            assertThat(Money.of(USD, "12.345678").amount()).isEqualTo(new BigDecimal("12.345678"));
            assertThat(Money.of(USD, "12.345678").millionths()).isEqualTo(12_345_678);
            assertThat(Money.of(USD, "-0.000001").millionths()).isEqualTo(-1);
            assertThat(Money.of(USD, ".000001").millionths()).isEqualTo(1);
            assertThat(Money.of(USD, "999999999999.999999").millionths()).isEqualTo(999_999_999_999_999_999L);
            assertThat(Money.of(USD, "8999999999999.999999").millionths()).isEqualTo(8_999_999_999_999_999_999L);
        }

        @Test
        void moneyTakesAnAmountHoweverItIsWritten() {
            assertThat(Stream.of(
                            "5", "5.0", "5.000000", "+5", "05", "5e0", "0.5E1", "50E-1", "5.0000000000", "5.", "٥"))
                    .allSatisfy(text -> assertThat(Money.of(USD, text)).isEqualTo(Money.of(USD, 5)));
            assertThat(Money.of(USD, new BigDecimal("5.00"))).isEqualTo(Money.of(USD, 5));
            assertThat(Money.ofMillionths(USD, 5_000_000)).isEqualTo(Money.of(USD, 5));
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "-0", "0.00", "-0.000000", "0E+1000000", "0e-400", "0E-999999999"})
        void moneyKnowsOneZero(String zero) {
            assertThat(Money.of(USD, zero)).isEqualTo(Money.zero(USD)).hasToString("USD 0.00");
            assertThat(Money.of(USD, zero).isZero()).isTrue();
            assertThat(Money.of(USD, zero).isNegative()).isFalse();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "NaN",
                    "Infinity",
                    "-Infinity",
                    "1,000.00",
                    ".",
                    "1.2.3",
                    "0x10",
                    "1_000",
                    "USD 1",
                    " 1",
                    "1 ",
                    "--1",
                    "1e",
                    "1E+99999999999",
                    "one"
                })
        void moneyRefusesATextThatIsNoDecimal(String text) {
            refused(
                    () -> Money.of(USD, text),
                    "amount of money must be a decimal such as '12.50', but was '" + text + "'");
        }

        @Test
        @Tag("F2")
        void aTextThatIsNoDecimalIsShownWithControlCharactersEscaped() {
            refused(
                    () -> Money.of(USD, "1\n2\u202E3\u20284\uD800"),
                    "amount of money must be a decimal such as '12.50', but was '1\\u000A2\\u202E3\\u20284\\uD800'");
        }

        @Test
        @Tag("N2")
        void moneyRefusesATextOfAMillionDigitsByItsLength() {
            refused(
                    () -> Money.of(USD, "9".repeat(1_000_000)),
                    "amount of money must have at most 40 characters, but had 1000000");
        }

        @Test
        @Tag("N2")
        void moneyRefusesADecimalOfAMillionDigits() {
            BigInteger digits = BigInteger.ONE.shiftLeft(3_322_000);
            refused(() -> Money.of(USD, new BigDecimal(digits)), OUT_OF_RANGE);
            refused(
                    () -> Money.of(USD, new BigDecimal(digits, 1_000_000)),
                    "amount of money must have at most 6 fraction digits, but had 1000000");
        }

        @ParameterizedTest
        @Tag("N2")
        @ValueSource(
                strings = {
                    "1E+1000000",
                    "-1E+1000000",
                    "1e2147483647",
                    "9999999999999",
                    "9000000000000.000001",
                    "-9000000000000.000001",
                    "9223372036854.775807",
                    "9223372036854.775808",
                    "-9223372036854.775807",
                    "-9223372036854.775808",
                    "-9223372036854.775809",
                    "18446744073709.551616",
                    "1e13"
                })
        void moneyRefusesAnAmountOutOfRange(String text) {
            refused(() -> Money.of(USD, text), OUT_OF_RANGE);
            refused(() -> Money.of(USD, new BigDecimal(text)), OUT_OF_RANGE);
        }

        @ParameterizedTest
        @Tag("N2")
        @CsvSource({
            "1e-400, 400",
            "-1e-400, 400",
            "1e-2147483647, 2147483647",
            "0.00000000000000000000000000000000000001, 38"
        })
        void moneyRefusesFarTooManyFractionDigitsAndTellsHowManyThereWere(String text, String digits) {
            refused(
                    () -> Money.of(USD, text),
                    "amount of money must have at most 6 fraction digits, but had " + digits);
        }

        @Test
        void moneyRefusesASeventhFractionDigitAndShowsIt() {
            refused(
                    () -> Money.of(USD, "0.0000001"),
                    "amount of money must have at most 6 fraction digits, but was 0.0000001");
            refused(
                    () -> Money.of(USD, new BigDecimal("1.1234567")),
                    "amount of money must have at most 6 fraction digits, but was 1.1234567");
        }

        @Test
        void moneyTakesTheLimitsOfItsRange() {
            assertThat(Money.of(USD, "9000000000000")).isEqualTo(Money.ofMillionths(USD, 9_000_000_000_000_000_000L));
            assertThat(Money.of(USD, "-9000000000000")).isEqualTo(Money.ofMillionths(USD, -9_000_000_000_000_000_000L));
            assertThat(Money.of(USD, 9_000_000_000_000L)).isEqualTo(Money.of(USD, "9e12"));
        }

        @Test
        void moneyRefusesWholeUnitsAndMillionthsOutOfRange() {
            for (long units : new long[] {9_000_000_000_001L, -9_000_000_000_001L, Long.MAX_VALUE, Long.MIN_VALUE}) {
                refused(() -> Money.of(USD, units), OUT_OF_RANGE);
            }
            for (long millionths :
                    new long[] {9_000_000_000_000_000_001L, -9_000_000_000_000_000_001L, Long.MAX_VALUE, Long.MIN_VALUE
                    }) {
                refused(() -> Money.ofMillionths(USD, millionths), OUT_OF_RANGE);
            }
        }

        @Test
        void moneyRefusesNullTextsAndDecimals() {
            assertThatNullPointerException().isThrownBy(() -> Money.of(USD, (String) null));
            assertThatNullPointerException().isThrownBy(() -> Money.of(USD, (BigDecimal) null));
        }

        @Test
        void moneyRefusesNullForACurrency() {
            assertThatNullPointerException().isThrownBy(() -> Money.of(null, "1"));
            assertThatNullPointerException().isThrownBy(() -> Money.of(null, BigDecimal.ONE));
            assertThatNullPointerException().isThrownBy(() -> Money.of(null, 1));
            assertThatNullPointerException().isThrownBy(() -> Money.ofMillionths(null, 1));
            assertThatNullPointerException().isThrownBy(() -> Money.zero(null));
        }
    }

    @Nested
    class Currencies {
        static Stream<Arguments> orderedPairs() {
            List<Currency> currencies =
                    List.of(USD, EUR, JPY, KWD, Currency.getInstance("XXX"), Currency.getInstance("CLF"));
            return currencies.stream()
                    .flatMap(left -> currencies.stream()
                            .filter(right -> !right.equals(left))
                            .map(right -> Arguments.of(left, right)));
        }

        @ParameterizedTest
        @MethodSource("orderedPairs")
        void amountsOfTwoCurrenciesNeverMix(Currency left, Currency right) {
            String message = "amounts of " + left + " and " + right + " cannot be combined; convert one of them first";
            for (String amount : List.of("1", "0")) {
                Money mine = Money.of(left, "1");
                Money other = Money.of(right, amount);
                for (ThrowingCallable call : List.<ThrowingCallable>of(
                        () -> mine.plus(other), () -> mine.minus(other), () -> mine.compareTo(other))) {
                    assertThatThrownBy(call)
                            .isInstanceOfSatisfying(CurrencyMismatchException.class, mismatch -> {
                                assertThat(mismatch.expected()).isEqualTo(left);
                                assertThat(mismatch.actual()).isEqualTo(right);
                            })
                            .hasMessage(message);
                }
                assertThat(mine).isNotEqualTo(other);
            }
        }

        @Test
        void amountsAreShownWithTheFractionDigitsOfTheirCurrencyAndAsManyMoreAsNeeded() {
            assertThat(Money.of(USD, "12.5")).hasToString("USD 12.50");
            assertThat(Money.of(USD, "0.001")).hasToString("USD 0.001");
            assertThat(Money.of(USD, "100")).hasToString("USD 100.00");
            assertThat(Money.of(USD, "-3")).hasToString("USD -3.00");
            assertThat(Money.of(JPY, "1000")).hasToString("JPY 1000");
            assertThat(Money.of(JPY, "0.5")).hasToString("JPY 0.5");
            assertThat(Money.of(KWD, "1")).hasToString("KWD 1.000");
            assertThat(Money.of(Currency.getInstance("XXX"), "10")).hasToString("XXX 10");
            assertThat(Money.of(USD, "9000000000000")).hasToString("USD 9000000000000.00");
        }
    }

    @Nested
    class Arithmetic {
        private final Money most = Money.of(USD, "9000000000000");
        private final Money least = Money.of(USD, "-9000000000000");
        private final Money millionth = Money.ofMillionths(USD, 1);

        @Test
        void moneyIsAddedAndSubtractedExactly() {
            assertThat(Money.of(USD, "10").minus(millionth)).isEqualTo(Money.of(USD, "9.999999"));
            assertThat(most.minus(most)).isEqualTo(Money.zero(USD));
            assertThat(most.plus(least)).isEqualTo(Money.zero(USD));
            assertThat(most.minus(millionth).plus(millionth)).isEqualTo(most);
        }

        @Test
        @Tag("N2")
        void moneyRefusesASumOrDifferenceThatLeavesTheRangeOnEitherSide() {
            for (ThrowingCallable call : List.<ThrowingCallable>of(
                    () -> most.plus(millionth),
                    () -> most.plus(most),
                    () -> most.minus(least),
                    () -> least.minus(millionth),
                    () -> least.plus(least),
                    () -> least.minus(most))) {
                assertThatThrownBy(call)
                        .isExactlyInstanceOf(AmountOverflowException.class)
                        .hasMessage("amount of money went past 9000000000000");
            }
        }

        @Test
        void moneyGivesAnExactRatio() {
            assertThat(Money.of(USD, "2.50").toRatio()).isEqualTo(Ratio.of(5, 2));
            assertThat(least.toRatio()).isEqualTo(Ratio.of(-9_000_000_000_000L));
            assertThat(Money.zero(USD).toRatio()).isEqualTo(Ratio.ZERO);
        }

        @Test
        void moneyIsComparedByAmount() {
            assertThat(Money.of(USD, "1.10"))
                    .isGreaterThan(Money.of(USD, "1.09"))
                    .isEqualByComparingTo(Money.of(USD, "1.1"));
            assertThat(least).isLessThan(most);
            assertThat(least.isNegative()).isTrue();
            assertThat(most.isNegative()).isFalse();
            assertThat(millionth.isZero()).isFalse();
        }
    }

    @Test
    void equalAmountsOfOneCurrencyAreEqual() {
        new EqualsTester()
                .addEqualityGroup(
                        Money.of(USD, "1"), Money.of(USD, "1.00"), Money.of(USD, 1), Money.ofMillionths(USD, 1_000_000))
                .addEqualityGroup(Money.of(USD, "-1"))
                .addEqualityGroup(Money.of(USD, "1.000001"))
                .addEqualityGroup(Money.of(EUR, "1"))
                .addEqualityGroup(Money.zero(USD), Money.of(USD, "-0"))
                .addEqualityGroup(Money.zero(EUR))
                .testEquals();
    }
}
