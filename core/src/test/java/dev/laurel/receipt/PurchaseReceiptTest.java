package dev.laurel.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.codec.Samples;
import dev.laurel.event.Pricing;
import dev.laurel.ledger.Lot;
import dev.laurel.money.CurrencyMismatchException;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.rule.RoundingStep;
import dev.laurel.rule.TermsOfReturn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("V2")
class PurchaseReceiptTest {
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
    private static final Currency USD = Currency.getInstance("USD");

    private static PurchaseReceipt receipt(
            List<ReceiptLine> lines, List<ReceiptAward> awards, List<PointPayment> payments, List<TakenPoints> taken) {
        return new PurchaseReceipt(
                "p-1",
                "c-1",
                "program@1",
                AT,
                AT,
                USD,
                Pricing.NET,
                lines,
                Money.zero(USD),
                false,
                Ratio.ONE,
                awards,
                payments,
                taken,
                List.of(),
                List.of());
    }

    private static ReceiptLine line(Money net, Money tax, Money qualifying) {
        return new ReceiptLine("1", Quantity.ONE, net, tax, qualifying, true, Ratio.ONE);
    }

    @Test
    void receiptsOfPurchasesCopyTheirLists() {
        Money one = Money.of(USD, 1);
        List<Ratio> rates = new ArrayList<>(List.of(Ratio.ONE));
        int[] rateOfLine = {0};
        long[] weightOfLine = {7};
        LineShares shares = new LineShares(rates, rateOfLine, weightOfLine);
        List<ReceiptAward.Part> parts = new ArrayList<>(List.of(
                new ReceiptAward.Part("a", 5, 5, null, List.of()), new ReceiptAward.Part("b", 2, 2, null, List.of())));
        List<CountedUse> counted = new ArrayList<>(List.of(new CountedUse("base:points:month", 5, false)));
        ReceiptAward award = new ReceiptAward(
                "points",
                new Lot(1, 7, 7, AT, AT, null),
                shares,
                Rounding.DOWN,
                RoundingStep.PER_PURCHASE,
                TermsOfReturn.BY_LINE,
                null,
                false,
                parts,
                counted);
        List<ReceiptLine> lines = new ArrayList<>(List.of(line(one, one, one)));
        List<ReceiptAward> awards = new ArrayList<>(List.of(award));
        List<PointPayment> payments = new ArrayList<>(List.of(new PointPayment("r-1", 5, 0)));
        List<TakenPoints> taken = new ArrayList<>(List.of(new TakenPoints("points", 1)));
        PurchaseReceipt receipt = receipt(lines, awards, payments, taken);
        rates.clear();
        rateOfLine[0] = LineShares.NO_RATE;
        weightOfLine[0] = 0;
        parts.clear();
        counted.clear();
        lines.clear();
        awards.clear();
        payments.clear();
        taken.clear();
        assertThat(award.shares()).isEqualTo(new LineShares(List.of(Ratio.ONE), new int[] {0}, new long[] {7}));
        assertThat(award.points()).isEqualTo(7);
        assertThat(award.lot()).isEqualTo(new Lot(1, 7, 0, AT, AT, null));
        for (List<?> list : List.of(
                receipt.lines(),
                receipt.awards(),
                receipt.pointPayments(),
                receipt.taken(),
                award.parts(),
                award.counted())) {
            assertThat(list).isNotEmpty();
            assertThatThrownBy(list::clear).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Test
    @Tag("N1")
    void receiptsOfPurchasesHaveLinesInTheirCurrency() {
        Money usd = Samples.usd("1");
        Money eur = Money.of(Samples.EUR, 1);
        for (ReceiptLine line : List.of(line(eur, usd, usd), line(usd, eur, usd), line(usd, usd, eur))) {
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
                new Lot(1, 7, 7, AT, AT, null),
                new LineShares(List.of(), new int[0], new long[0]),
                Rounding.DOWN,
                RoundingStep.PER_PURCHASE,
                TermsOfReturn.BY_LINE,
                null,
                false,
                List.of(
                        new ReceiptAward.Part("a", Long.MAX_VALUE, Long.MAX_VALUE, null, List.of()),
                        new ReceiptAward.Part("b", 1, 1, null, List.of())),
                List.of());
        assertThatThrownBy(award::points).isInstanceOf(ArithmeticException.class);
    }

    @Tag("F2")
    @Test
    void theTextOfAReceiptShowsIdsOnly() {
        assertThat(receipt(List.of(), List.of(), List.of(), List.of())).hasToString("PurchaseReceipt[p-1 of c-1]");
    }
}
