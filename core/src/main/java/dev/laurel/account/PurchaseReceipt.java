package dev.laurel.account;

import com.google.common.collect.ImmutableList;
import dev.laurel.money.CurrencyMismatchException;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import dev.laurel.rule.TermsOfReturn;
import java.time.Instant;
import java.util.Currency;
import java.util.List;

/**
 * What a purchase leaves behind: all that a return needs, so that today's rules, rates and tiers are never consulted.
 *
 * @param purchase the id of the purchase
 * @param customer the host's id of the customer who bought
 * @param program the program and its version that rated the purchase
 * @param occurredAt when it happened; its spend counted in the tier window of this instant
 * @param currency the currency of its amounts
 * @param lines its lines, in their order
 * @param awards what it was awarded
 * @param pointPayments the payments that were made with points
 * @param taken what returns have taken back so far, by currency
 */
public record PurchaseReceipt(
        String purchase,
        String customer,
        String program,
        Instant occurredAt,
        Currency currency,
        List<ReceiptLine> lines,
        List<ReceiptAward> awards,
        List<PointPayment> pointPayments,
        List<TakenPoints> taken)
        implements Receipt {
    /**
     * Takes copies of the lists.
     *
     * @throws CurrencyMismatchException if an amount of a line is of another currency
     */
    public PurchaseReceipt {
        lines = ImmutableList.copyOf(lines);
        for (ReceiptLine line : lines) {
            requireCurrency(currency, line.net());
            requireCurrency(currency, line.qualifying());
        }
        awards = ImmutableList.copyOf(awards);
        pointPayments = ImmutableList.copyOf(pointPayments);
        taken = ImmutableList.copyOf(taken);
    }

    private static void requireCurrency(Currency currency, Money amount) {
        if (!amount.currency().equals(currency)) {
            throw new CurrencyMismatchException(currency, amount.currency());
        }
    }

    @Override
    public String event() {
        return purchase;
    }

    /** A copy after a return. */
    public PurchaseReceipt after(List<ReceiptLine> linesLeft, List<PointPayment> payments, List<TakenPoints> nowTaken) {
        return new PurchaseReceipt(
                purchase, customer, program, occurredAt, currency, linesLeft, awards, payments, nowTaken);
    }

    /** Whether all of it has been returned. */
    public boolean isReturned() {
        return lines.stream().allMatch(ReceiptLine::isReturned);
    }

    private boolean isUntouched() {
        return lines.stream().allMatch(line -> line.left().equals(Ratio.ONE));
    }

    /**
     * The part of its net that has been returned; of a purchase that cost nothing, the part of its lines.
     */
    public Ratio partReturned() {
        Ratio net = Ratio.ZERO;
        Ratio left = Ratio.ZERO;
        Ratio lineCount = Ratio.of(lines.size());
        Ratio linesLeft = Ratio.ZERO;
        for (ReceiptLine line : lines) {
            net = net.plus(line.net().toRatio());
            left = left.plus(line.netLeft());
            linesLeft = linesLeft.plus(line.left());
        }
        return Ratio.ONE.minus(net.signum() == 0 ? linesLeft.dividedBy(lineCount) : left.dividedBy(net));
    }

    /**
     * How many points of an award are kept by what has been returned so far: all of them while nothing is, and none once all is,
     * unless they are kept in any case.
     */
    public long kept(ReceiptAward award) {
        TermsOfReturn terms = award.terms();
        long points = award.points();
        if (terms instanceof TermsOfReturn.Kept || isUntouched()) {
            return points;
        }
        if (isReturned()) {
            return 0;
        }
        if (terms instanceof TermsOfReturn.LostOnFullReturn) {
            return points;
        }
        if (terms instanceof TermsOfReturn.LostOnAnyReturn) {
            return 0;
        }
        if (terms instanceof TermsOfReturn.LostBelow below) {
            return netLeft().compareTo(below.minimum().toRatio()) >= 0 ? points : 0;
        }
        Ratio exact = terms instanceof TermsOfReturn.ByPurchase
                ? award.shares().sum().times(Ratio.ONE.minus(partReturned()))
                : shareLeft(award);
        return Math.min(points, exact.rounded(award.rounding()));
    }

    private Ratio netLeft() {
        Ratio left = Ratio.ZERO;
        for (ReceiptLine line : lines) {
            left = left.plus(line.netLeft());
        }
        return left;
    }

    private Ratio shareLeft(ReceiptAward award) {
        Ratio left = Ratio.ZERO;
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isReturned()) {
                left = left.plus(award.shares().of(i).times(lines.get(i).left()));
            }
        }
        return left;
    }

    /** How many points of a currency returns have taken back so far. */
    public long taken(String pointCurrency) {
        return taken.stream()
                .filter(points -> points.currency().equals(pointCurrency))
                .mapToLong(TakenPoints::points)
                .sum();
    }

    @Override
    public String digest() {
        return CanonicalForm.of(this).sha256();
    }

    /** Ids only. */
    @Override
    public String toString() {
        return "PurchaseReceipt[" + purchase + " of " + customer + "]";
    }
}
