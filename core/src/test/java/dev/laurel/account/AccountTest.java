package dev.laurel.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.codec.Samples;
import dev.laurel.counter.WindowSums;
import dev.laurel.customer.Birthday;
import dev.laurel.customer.Customer;
import dev.laurel.ledger.Balance;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotQueue;
import dev.laurel.money.CurrencyMismatchException;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.receipt.LineShares;
import dev.laurel.receipt.PointPayment;
import dev.laurel.receipt.PurchaseReceipt;
import dev.laurel.receipt.ReceiptAward;
import dev.laurel.receipt.ReceiptLine;
import dev.laurel.receipt.TakenPoints;
import dev.laurel.rule.RoundingStep;
import dev.laurel.rule.TermsOfReturn;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AccountTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    @Nested
    @Tag("E1")
    class Untouched {
        @Test
        void anUntouchedAccountHasNothingButItsWallets() {
            Account account = Account.untouched("program", "c-1", List.of(Wallet.none("points")), null);
            assertThat(account.customer()).isEqualTo("c-1");
            assertThat(account.isOpen()).isFalse();
            assertThat(account.asOf()).isEqualTo(Timestamps.MIN);
            assertThat(account.balance("points")).isEqualTo(Balance.ZERO);
            assertThat(account.wallet("stars")).isEmpty();
            assertThat(account.counters()).isEmpty();
            assertThat(account.counter(Account.QUALIFYING_SPEND)).isEqualTo(WindowSums.NONE);
            assertThat(account).isEqualTo(Account.untouched("program", "c-1", List.of(Wallet.none("points")), null));
        }

        @Test
        void anUntouchedAccountHasNoBalanceInACurrencyThatItsProgramDoesNotHave() {
            Account account = Account.untouched("program", "c-1", List.of(), null);
            assertThatThrownBy(() -> account.balance("points"))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("program 'program' has no point currency 'points'");
        }

        @Test
        void anUntouchedAccountHasCheckedIds() {
            assertThatThrownBy(() -> Account.untouched("My program", "c-1", List.of(), null))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("program id must be kebab-case, such as 'vib-bonus', but was 'My program'");
            assertThatThrownBy(() -> Account.untouched("program", "", List.of(), null))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("customer id must not be empty");
        }

        @Test
        void anUntouchedAccountCopiesItsWallets() {
            List<Wallet> wallets = new ArrayList<>(List.of(Wallet.none("points")));
            Account account = Account.untouched("program", "c-1", wallets, null);
            wallets.clear();
            assertThat(account.wallets()).hasSize(1);
            assertThatThrownBy(() -> account.wallets().clear()).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Nested
    class Counters {
        private final WindowSums spend = WindowSums.of(Map.of(2026L, 5L));
        private final WindowSums cap = WindowSums.of(Map.of(24_314L, 7L));

        private Account counting(Map<String, WindowSums> counters) {
            return new Account(
                    "program",
                    Customer.of("c-1"),
                    AT,
                    Milestones.NONE,
                    3,
                    1,
                    List.of(),
                    List.of(),
                    null,
                    counters,
                    Map.of());
        }

        @Test
        void countersOfAnAccountAreFoundByTheirId() {
            Account account = counting(Map.of(Account.QUALIFYING_SPEND, spend, "base:points:month", cap));
            assertThat(account.counter("qualifying-spend")).isEqualTo(spend);
            assertThat(account.counter("base:points:month")).isEqualTo(cap);
            assertThat(account.counter("base:points:week")).isEqualTo(WindowSums.NONE);
        }

        @Test
        void countersOfAnAccountAreCopiedAndSortedByTheirId() {
            Map<String, WindowSums> backward = new LinkedHashMap<>();
            backward.put(Account.QUALIFYING_SPEND, spend);
            backward.put("base:uses:ever", cap);
            backward.put("base:points:month", cap);
            Account account = counting(backward);
            backward.clear();
            assertThat(account.counters())
                    .containsExactly(
                            Map.entry("base:points:month", cap),
                            Map.entry("base:uses:ever", cap),
                            Map.entry(Account.QUALIFYING_SPEND, spend));
            assertThatThrownBy(() -> account.counters().clear()).isInstanceOf(UnsupportedOperationException.class);
        }

        @Test
        @Tag("F1")
        void countersOfAnAccountAreNotNull() {
            Map<String, WindowSums> counters = new LinkedHashMap<>();
            counters.put("base:points:month", null);
            assertThatNullPointerException().isThrownBy(() -> counting(counters));
            assertThatNullPointerException().isThrownBy(() -> counting(null));
        }
    }

    @Nested
    @Tag("F2")
    class Text {
        @Test
        void theTextOfAnAccountShowsIdsAndInstantsOnly() {
            Account account = new Account(
                    "program",
                    new Customer("c-1", new Birthday(Month.JUNE, 15), Map.of("canary", "canary"), Set.of("canary")),
                    AT,
                    new Milestones(AT, AT, "canary-referrer", AT, AT, null, null),
                    3,
                    1,
                    List.of(),
                    List.of(),
                    null,
                    Map.of("canary", WindowSums.of(Map.of(2026L, 5L))),
                    Map.of("canary", LocalDate.of(2026, 6, 15)));
            assertThat(account).hasToString("Account[c-1 in program as of 2026-01-01T00:00:00Z, 3 entries]");
            assertThat(account.isOpen()).isTrue();
        }

        @Test
        void theTextOfAReceiptShowsIdsOnly() {
            assertThat(receipt(List.of(), List.of(), List.of(), List.of())).hasToString("PurchaseReceipt[p-1 of c-1]");
        }
    }

    private static PurchaseReceipt receipt(
            List<ReceiptLine> lines, List<ReceiptAward> awards, List<PointPayment> payments, List<TakenPoints> taken) {
        return new PurchaseReceipt("p-1", "c-1", "program@1", AT, USD, lines, awards, payments, taken);
    }

    @Nested
    @Tag("V2")
    class Receipts {
        @Test
        void receiptsOfPurchasesCopyTheirLists() {
            Money one = Money.of(USD, 1);
            List<Ratio> rates = new ArrayList<>(List.of(Ratio.ONE));
            int[] rateOfLine = {0};
            long[] weightOfLine = {7};
            LineShares shares = new LineShares(rates, rateOfLine, weightOfLine);
            List<ReceiptAward.Part> parts =
                    new ArrayList<>(List.of(new ReceiptAward.Part("a", 5), new ReceiptAward.Part("b", 2)));
            ReceiptAward award = new ReceiptAward(
                    "points",
                    1,
                    Instant.EPOCH,
                    null,
                    shares,
                    Rounding.DOWN,
                    RoundingStep.PER_PURCHASE,
                    TermsOfReturn.BY_LINE,
                    parts);
            List<ReceiptLine> lines = new ArrayList<>(List.of(ReceiptLine.bought("1", Quantity.ONE, one, one)));
            List<ReceiptAward> awards = new ArrayList<>(List.of(award));
            List<PointPayment> payments = new ArrayList<>(List.of(new PointPayment("r-1", 0)));
            List<TakenPoints> taken = new ArrayList<>(List.of(new TakenPoints("points", 1)));
            PurchaseReceipt receipt = receipt(lines, awards, payments, taken);
            rates.clear();
            rateOfLine[0] = LineShares.NO_RATE;
            weightOfLine[0] = 0;
            parts.clear();
            lines.clear();
            awards.clear();
            payments.clear();
            taken.clear();
            assertThat(award.shares()).isEqualTo(new LineShares(List.of(Ratio.ONE), new int[] {0}, new long[] {7}));
            assertThat(award.points()).isEqualTo(7);
            for (List<?> list : List.of(
                    receipt.lines(), receipt.awards(), receipt.pointPayments(), receipt.taken(), award.parts())) {
                assertThat(list).isNotEmpty();
                assertThatThrownBy(list::clear).isInstanceOf(UnsupportedOperationException.class);
            }
        }

        @Test
        @Tag("N1")
        void receiptsOfPurchasesHaveLinesInTheirCurrency() {
            Money usd = Samples.usd("1");
            Money eur = Money.of(Samples.EUR, 1);
            for (ReceiptLine line : List.of(
                    ReceiptLine.bought("1", Quantity.ONE, eur, usd), ReceiptLine.bought("1", Quantity.ONE, usd, eur))) {
                assertThatThrownBy(() -> Samples.receipt(line, Samples.award(), Samples.payment(), Samples.taken()))
                        .isExactlyInstanceOf(CurrencyMismatchException.class)
                        .hasMessage("amounts of USD and EUR cannot be combined; convert one of them first");
            }
        }

        @Test
        @Tag("N2")
        void awardsOfAReceiptHaveNoMorePointsThanALongCanHold() {
            ReceiptAward award = new ReceiptAward(
                    "points",
                    1,
                    Instant.EPOCH,
                    null,
                    new LineShares(List.of(), new int[0], new long[0]),
                    Rounding.DOWN,
                    RoundingStep.PER_PURCHASE,
                    TermsOfReturn.BY_LINE,
                    List.of(new ReceiptAward.Part("a", Long.MAX_VALUE), new ReceiptAward.Part("b", 1)));
            assertThatThrownBy(award::points).isInstanceOf(ArithmeticException.class);
        }
    }

    @Nested
    @Tag("L6")
    class ExpiringBy {
        private final LotQueue dated = LotQueue.EMPTY
                .plus(new Lot(2, 200, 200, AT, AT, Instant.parse("2026-06-01T00:00:00Z")))
                .plus(new Lot(1, 100, 100, AT, AT, Instant.parse("2026-02-01T00:00:00Z")));
        private final LotQueue undated = LotQueue.EMPTY.plus(new Lot(3, 50, 50, AT, AT, null));

        @Test
        @Tag("TV-75")
        void pointsExpiringByAnInstantAreThoseOfTheLotsWhoseDateComesUntilThen() {
            Wallet wallet = new Wallet("points", Balance.ZERO, dated, undated, null);
            assertThat(wallet.expiringBy(Instant.parse("2026-03-01T00:00:00Z"))).isEqualTo(100);
            assertThat(wallet.expiringBy(Instant.parse("2026-07-01T00:00:00Z"))).isEqualTo(300);
            assertThat(wallet.expiringBy(Instant.parse("2026-02-01T00:00:00Z"))).isEqualTo(100);
            assertThat(wallet.expiringBy(Instant.parse("2026-01-31T23:59:59.999999Z")))
                    .isZero();
            assertThat(wallet.lots()).extracting(Lot::number).containsExactly(1L, 2L, 3L);
        }

        @Test
        void pointsExpiringByAnInstantIncludeThoseOfTheLotsThatInactivityEndsUntilThen() {
            Instant runsOut = Instant.parse("2026-03-01T00:00:00Z");
            Wallet wallet = new Wallet("points", Balance.ZERO, dated, undated, runsOut);
            assertThat(wallet.expiringBy(runsOut)).isEqualTo(150);
            assertThat(wallet.expiringBy(runsOut.minusNanos(1_000))).isEqualTo(100);
            assertThat(Wallet.none("points").expiringBy(Instant.MAX)).isZero();
        }
    }
}
