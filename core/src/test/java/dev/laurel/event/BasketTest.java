package dev.laurel.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.testing.EqualsTester;
import dev.laurel.money.AmountOverflowException;
import dev.laurel.money.CurrencyMismatchException;
import dev.laurel.money.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("E1")
class BasketTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency JPY = Currency.getInstance("JPY");

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static PurchaseLine line(String id) {
        return PurchaseLine.of(id, "article", Money.of(USD, 1));
    }

    private static List<PurchaseLine> lines(int count) {
        return IntStream.range(0, count).mapToObj(i -> line("l" + i)).toList();
    }

    @Nested
    class Lines {
        @Test
        void linesMakeABasketInTheirCurrencyAndOrder() {
            Basket basket = Basket.of(line("b"), line("a"));
            assertThat(basket.currency()).isEqualTo(USD);
            assertThat(basket.lines()).extracting(PurchaseLine::id).containsExactly("b", "a");
            assertThat(basket.shipping()).isEqualTo(Money.zero(USD));
            assertThat(basket.payments()).isEmpty();
            assertThat(basket.channel()).isNull();
        }

        @Test
        void linesOfABasketMustNotBeMissingWhereTheyTellTheCurrency() {
            refused(Basket::of, "a basket must have at least one line");
            refused(() -> Basket.of(List.of()), "a basket must have at least one line");
        }

        @ParameterizedTest
        @ValueSource(ints = {2, 3, 8, 9, 10, 1000})
        void linesOfABasketHaveIdsThatAreUnique(int count) {
            List<PurchaseLine> lines = new ArrayList<>(lines(count));
            assertThat(Basket.of(lines).lines()).hasSize(count);
            for (int twice : new int[] {0, (count - 1) / 2, count - 2}) {
                lines.set(count - 1, line("l" + twice));
                refused(
                        () -> Basket.of(lines),
                        "line ids must be unique in a basket, but 'l" + twice + "' occurs twice");
            }
        }

        @Test
        @Tag("N2")
        void linesOfABasketAreAMillionAtMost() {
            List<PurchaseLine> tooMany = Collections.nCopies(1_000_001, line("same"));
            refused(() -> Basket.of(tooMany), "lines of a basket must be at most 1000000, but were more");
        }
    }

    @Nested
    class Amounts {
        @Test
        @Tag("N1")
        void amountsOfABasketAreOfOneCurrency() {
            PurchaseLine dollars = line("1");
            PurchaseLine euros = PurchaseLine.of("2", "article", Money.of(EUR, 1));
            for (ThrowingCallable call : List.<ThrowingCallable>of(
                    () -> Basket.of(dollars, euros),
                    () -> Basket.of(dollars).withShipping(Money.zero(EUR)),
                    () -> Basket.of(dollars).paidBy(Payment.of("card", Money.of(EUR, 1))))) {
                assertThatThrownBy(call)
                        .isInstanceOfSatisfying(CurrencyMismatchException.class, mismatch -> {
                            assertThat(mismatch.expected()).isEqualTo(USD);
                            assertThat(mismatch.actual()).isEqualTo(EUR);
                        })
                        .hasMessage("amounts of USD and EUR cannot be combined; convert one of them first");
            }
        }

        @Test
        void theAmountOfShippingMustNotBeNegative() {
            refused(
                    () -> Basket.ofTotal(Money.of(USD, 1)).withShipping(Money.of(USD, "-0.01")),
                    "shipping must not be negative, but was USD -0.01");
        }

        @Test
        void amountsOfLinesAddUpToTheNetOfABasketWithoutShipping() {
            Basket basket = Basket.of(line("1"), PurchaseLine.of("2", "article", Money.of(USD, "0.001")))
                    .withShipping(Money.of(USD, 5));
            assertThat(basket.net()).isEqualTo(Money.of(USD, "1.001"));
            assertThat(new Basket(JPY, List.of(), Money.zero(JPY), List.of(), null).net())
                    .isEqualTo(Money.zero(JPY));
        }

        @Test
        @Tag("N2")
        void amountsOfLinesThatAddUpToTooMuchAreRefused() {
            Money most = Money.of(USD, 9_000_000_000_000L);
            Basket basket = Basket.of(PurchaseLine.of("1", "a", most), PurchaseLine.of("2", "a", most));
            assertThatThrownBy(basket::net)
                    .isExactlyInstanceOf(AmountOverflowException.class)
                    .hasMessage("amount of money went past 9000000000000");
        }
    }

    @Nested
    @Tag("A6")
    class Totals {
        private final Basket basket = Basket.of(
                        line("1").withTax(Money.of(USD, "0.07")), PurchaseLine.of("2", "article", Money.of(USD, 2)))
                .withShipping(Money.of(USD, "4.50"));

        @Test
        void theTotalOfABasketIsItsLinesWithTheirTaxesAndShipping() {
            assertThat(basket.total()).isEqualTo(Money.of(USD, "7.57"));
            assertThat(basket.gross()).isEqualTo(basket.total().minus(basket.shipping()));
            assertThat(basket.net()).isEqualTo(Money.of(USD, 3));
            assertThat(new Basket(JPY, List.of(), Money.zero(JPY), List.of(), null).total())
                    .isEqualTo(Money.zero(JPY));
        }

        @Test
        void theAmountPaidWithPointsCountsAllPaymentsThatNameARedemption() {
            assertThat(basket.paidWithPoints()).isEqualTo(Money.zero(USD));
            assertThat(basket.paidBy(Payment.of("card", Money.of(USD, 100)))
                            .paidBy(Payment.withPoints(Money.of(USD, 1), "r-1"))
                            .paidBy(new Payment("credit", Money.of(USD, "0.50"), "r-2"))
                            .paidWithPoints())
                    .isEqualTo(Money.of(USD, "1.50"));
        }

        @Test
        @Tag("A6")
        void theTotalOfABasketCanBeLessThanWhatIsPaidWithPointsSinceTheProgramSaysWhatTheyMayPay() {
            Basket paid = basket.paidBy(Payment.withPoints(Money.of(USD, "7.570001"), "r-1"))
                    .paidBy(Payment.withForeignPoints(Money.of(USD, 1)))
                    .paidBy(Payment.of("card", Money.of(USD, 5)));
            assertThat(paid.payments()).hasSize(3);
            assertThat(paid.paidWithPoints()).isEqualTo(Money.of(USD, "8.570001"));
            assertThat(paid.total()).isEqualTo(Money.of(USD, "7.57"));
            assertThat(paid.withLines(List.of(line("1"))).total()).isEqualTo(Money.of(USD, "5.5"));
            assertThat(paid.withShipping(Money.zero(USD)).total()).isEqualTo(Money.of(USD, "3.07"));
        }

        @Test
        @Tag("N2")
        void aTotalOfABasketThatIsTooMuchIsRefused() {
            Money most = Money.of(USD, 9_000_000_000_000L);
            Basket vast = Basket.of(PurchaseLine.of("1", "a", most).withTax(Money.of(USD, "0.000001")));
            assertThat(vast.net()).isEqualTo(most);
            Basket paidTwice = vast.paidBy(Payment.withPoints(most, "r-1")).paidBy(Payment.withPoints(most, "r-2"));
            for (ThrowingCallable call : List.<ThrowingCallable>of(vast::total, paidTwice::paidWithPoints)) {
                assertThatThrownBy(call)
                        .isExactlyInstanceOf(AmountOverflowException.class)
                        .hasMessage("amount of money went past 9000000000000");
            }
        }
    }

    @Nested
    class Copies {
        private final Basket basket = Basket.ofTotal(Money.of(USD, 10));

        @Test
        void copiesOfABasketChangeOneThingEach() {
            Payment card = Payment.of("card", Money.of(USD, 4));
            Payment cash = Payment.of("cash", Money.of(USD, 6));
            Basket all = basket.withShipping(Money.of(USD, 2))
                    .paidBy(card)
                    .throughChannel("web")
                    .paidBy(cash);
            assertThat(all)
                    .isEqualTo(new Basket(USD, basket.lines(), Money.of(USD, 2), List.of(card, cash), "web"))
                    .isEqualTo(all.throughChannel("web").withShipping(Money.of(USD, 2)));
            assertThat(basket).isEqualTo(Basket.of(PurchaseLine.of("1", "total", Money.of(USD, 10))));
            assertThat(all.withLines(List.of(line("a"), line("b"))))
                    .isEqualTo(new Basket(
                            USD, List.of(line("a"), line("b")), Money.of(USD, 2), List.of(card, cash), "web"));
            assertThat(all.withLines(List.of(line("a"))).withLines(all.lines())).isEqualTo(all);
        }

        @Test
        void copiesOfABasketAreCheckedAsAnyBasketIs() {
            refused(
                    () -> basket.withLines(List.of(line("1"), line("1"))),
                    "line ids must be unique in a basket, but '1' occurs twice");
            assertThatThrownBy(() -> basket.withLines(List.of(PurchaseLine.of("1", "a", Money.of(EUR, 1)))))
                    .isExactlyInstanceOf(CurrencyMismatchException.class)
                    .hasMessage("amounts of USD and EUR cannot be combined; convert one of them first");
            List<PurchaseLine> lines = new ArrayList<>(List.of(line("1")));
            Basket copy = basket.withLines(lines);
            lines.clear();
            assertThat(copy.lines()).hasSize(1);
        }

        @Test
        void copiesOfABasketRefuseAMalformedChannel() {
            refused(() -> basket.throughChannel(""), "channel must not be empty");
            refused(() -> basket.throughChannel("x".repeat(81)), "channel must have at most 80 characters, but had 81");
            refused(
                    () -> basket.throughChannel("a\tb"),
                    "channel must not hold control, format, private-use, surrogate or unassigned characters"
                            + " of Unicode 15, but had U+0009 at index" + " 1");
        }
    }

    @Test
    void listsPassedInAreCopiedAndThoseGivenOutCannotBeChanged() {
        List<PurchaseLine> lines = new ArrayList<>(List.of(line("1")));
        List<Payment> payments = new ArrayList<>(List.of(Payment.of("card", Money.of(USD, 1))));
        Basket basket = new Basket(USD, lines, Money.zero(USD), payments, null);
        lines.add(line("1"));
        payments.clear();
        assertThat(basket.lines()).hasSize(1);
        assertThat(basket.payments()).hasSize(1);
        assertThatThrownBy(() -> basket.lines().add(line("2"))).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> basket.payments().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void nothingButTheChannelMayBeNull() {
        Money none = Money.zero(USD);
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> Basket.of((List<PurchaseLine>) null),
                () -> Basket.of(line("1"), null),
                () -> Basket.ofTotal(null),
                () -> Basket.of(line("1")).withShipping(null),
                () -> Basket.of(line("1")).withLines(null),
                () -> Basket.of(line("1")).paidBy(null),
                () -> new Basket(null, List.of(line("1")), none, List.of(), null),
                () -> new Basket(null, List.of(), none, List.of(), null),
                () -> new Basket(USD, null, none, List.of(), null),
                () -> new Basket(USD, List.of(), none, null, null))) {
            assertThatNullPointerException().isThrownBy(call);
        }
    }

    @Test
    @Tag("F2")
    void aBasketShowsItsSizeAndNothingPersonal() {
        Basket basket = Basket.of(line("1").withAttribute("canary-name", "canary-value"), line("2"))
                .throughChannel("canary-channel");
        assertThat(basket).hasToString("Basket[2 lines in USD]");
    }

    @Test
    void equalBasketsAreEqual() {
        Basket basket = Basket.of(line("1"), line("2"));
        new EqualsTester()
                .addEqualityGroup(
                        basket, Basket.of(List.of(line("1"), line("2"))), basket.withShipping(Money.of(USD, "0.0")))
                .addEqualityGroup(Basket.of(line("2"), line("1")))
                .addEqualityGroup(basket.throughChannel("web"))
                .addEqualityGroup(basket.withShipping(Money.of(USD, 1)))
                .testEquals();
    }
}
