package dev.laurel.receipt;

import com.google.common.collect.ImmutableList;
import dev.laurel.money.CurrencyMismatchException;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.rule.TermsOfReturn;
import java.math.BigInteger;
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

    /** The redemptions that paid, since their points go back. */
    @Override
    public List<String> links() {
        return pointPayments.stream().map(PointPayment::redemption).toList();
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
     * How many of so many points the part that has been returned stands for, rounded down: the part of its net; of a purchase that
     * cost nothing, the part of its lines.
     */
    public long partReturned(long points) {
        ExactSum returned = new ExactSum();
        boolean isFree = isFree();
        for (ReceiptLine line : lines) {
            if (!line.left().equals(Ratio.ONE)) {
                returned.add(weight(line, isFree), Ratio.ONE.minus(line.left()));
            }
        }
        return returned.rounded(BigInteger.valueOf(points), weight(), Rounding.DOWN);
    }

    private boolean isFree() {
        return lines.stream().allMatch(line -> line.net().isZero());
    }

    private static Ratio weight(ReceiptLine line, boolean isFree) {
        return isFree ? Ratio.ONE : Ratio.of(line.net().millionths());
    }

    private BigInteger weight() {
        BigInteger weight = BigInteger.ZERO;
        boolean isFree = isFree();
        for (ReceiptLine line : lines) {
            weight = weight.add(weight(line, isFree).numerator());
        }
        return weight;
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
            return isLeft(below.minimum()) ? points : 0;
        }
        return Math.min(points, terms instanceof TermsOfReturn.ByPurchase ? keptByPurchase(award) : keptByLine(award));
    }

    /** Whether lines that cost so much have not been returned. */
    private boolean isLeft(Money minimum) {
        ExactSum left = new ExactSum();
        for (ReceiptLine line : lines) {
            left.add(weight(line, false), line.left());
        }
        return left.isAtLeast(minimum.millionths());
    }

    private long keptByPurchase(ReceiptAward award) {
        ExactSum left = new ExactSum();
        boolean isFree = isFree();
        for (ReceiptLine line : lines) {
            left.add(weight(line, isFree), line.left());
        }
        Ratio whole = award.shares().sum();
        return left.rounded(whole.numerator(), whole.denominator().multiply(weight()), award.rounding());
    }

    private long keptByLine(ReceiptAward award) {
        ExactSum left = new ExactSum();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isReturned()) {
                left.add(award.shares().of(i), lines.get(i).left());
            }
        }
        return left.rounded(BigInteger.ONE, BigInteger.ONE, award.rounding());
    }

    /** How many points of a currency returns have taken back so far. */
    public long taken(String pointCurrency) {
        return taken.stream()
                .filter(points -> points.currency().equals(pointCurrency))
                .mapToLong(TakenPoints::points)
                .sum();
    }

    /** Ids only. */
    @Override
    public String toString() {
        return "PurchaseReceipt[" + purchase + " of " + customer + "]";
    }
}
