package dev.laurel.receipt;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.laurel.event.Pricing;
import dev.laurel.money.CurrencyMismatchException;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
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
 * @param returnableUntil until when it can be returned, by the terms under which it was bought
 * @param currency the currency of its amounts
 * @param pricing whether what lines cost was counted without tax or with it
 * @param lines its lines, in their order
 * @param shipping what shipping cost
 * @param shippingReturned whether that was given back
 * @param paidInMoney the part that was not paid with points, of what points may pay
 * @param awards what it was awarded
 * @param pointPayments the payments that were made with points of this program
 * @param taken what returns have taken back so far, by currency
 * @param counted where the purchase was counted for the caps of its program on uses
 * @param sums where it was counted, beside the tier window
 */
public record PurchaseReceipt(
        String purchase,
        String customer,
        String program,
        Instant occurredAt,
        Instant returnableUntil,
        Currency currency,
        Pricing pricing,
        List<ReceiptLine> lines,
        Money shipping,
        boolean shippingReturned,
        Ratio paidInMoney,
        List<ReceiptAward> awards,
        List<PointPayment> pointPayments,
        List<TakenPoints> taken,
        List<CountedUse> counted,
        List<CountedSum> sums)
        implements Receipt {
    /**
     * Takes copies of the lists.
     *
     * @throws CurrencyMismatchException if an amount is of another currency
     * @throws IllegalArgumentException if a sum names a line that there is not
     */
    public PurchaseReceipt {
        lines = ImmutableList.copyOf(lines);
        for (ReceiptLine line : lines) {
            requireCurrency(currency, line.net());
            requireCurrency(currency, line.tax());
            requireCurrency(currency, line.qualifying());
        }
        requireCurrency(currency, shipping);
        awards = ImmutableList.copyOf(awards);
        pointPayments = ImmutableList.copyOf(pointPayments);
        taken = ImmutableList.copyOf(taken);
        counted = ImmutableList.copyOf(counted);
        sums = ImmutableList.copyOf(sums);
        for (CountedSum sum : sums) {
            requireOwn(lines, sum.lines());
            if (sum instanceof CountedSum.One one) {
                for (CountedSum.Total total : one.totals()) {
                    requireOwn(lines, total.lines());
                    requireCurrency(currency, total.least());
                }
            }
        }
    }

    private static void requireOwn(List<ReceiptLine> lines, List<Integer> places) {
        for (int place : places) {
            checkArgument(
                    place >= 0 && place < lines.size(), "a sum names line %s of a purchase of %s", place, lines.size());
        }
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

    /** A copy of which these lines are left, and of which shipping was given back or not. */
    public PurchaseReceipt withLeft(List<ReceiptLine> linesLeft, boolean nowShippingReturned) {
        return new PurchaseReceipt(
                purchase,
                customer,
                program,
                occurredAt,
                returnableUntil,
                currency,
                pricing,
                linesLeft,
                shipping,
                nowShippingReturned,
                paidInMoney,
                awards,
                pointPayments,
                taken,
                counted,
                sums);
    }

    /** A copy after a return gave points back and took some of the awards. */
    public PurchaseReceipt withSettled(
            List<PointPayment> payments, List<ReceiptAward> nowAwards, List<TakenPoints> nowTaken) {
        return new PurchaseReceipt(
                purchase,
                customer,
                program,
                occurredAt,
                returnableUntil,
                currency,
                pricing,
                lines,
                shipping,
                shippingReturned,
                paidInMoney,
                nowAwards,
                payments,
                nowTaken,
                counted,
                sums);
    }

    /** Whether all of its lines have been returned. */
    public boolean isReturned() {
        return lines.stream().allMatch(ReceiptLine::isReturned);
    }

    /** Whether all that points may have paid has been returned: the lines that count, and shipping. */
    public boolean isNothingLeftToPay() {
        return (shippingReturned || shipping.isZero())
                && lines.stream().allMatch(line -> !line.counts() || line.isReturned());
    }

    /** How much of what its lines cost, as it was counted, has not been returned, of each in whole millionths, rounded down. */
    public Money costLeft() {
        Money left = Money.zero(currency);
        for (ReceiptLine line : lines) {
            left = left.plus(line.costLeft(pricing));
        }
        return left;
    }

    /**
     * How many of so many points that paid the part stands for that has been returned, rounded down: points paid lines that count,
     * with their taxes, and shipping, each in proportion to what it cost.
     */
    public long partReturned(long points) {
        ExactSum returned = new ExactSum();
        BigInteger whole = BigInteger.valueOf(shipping.millionths());
        for (ReceiptLine line : lines) {
            if (line.counts()) {
                long gross = line.gross().millionths();
                whole = whole.add(BigInteger.valueOf(gross));
                if (!line.left().equals(Ratio.ONE)) {
                    returned.add(Ratio.of(gross), Ratio.ONE.minus(line.left()));
                }
            }
        }
        if (shippingReturned) {
            returned.add(Ratio.of(shipping.millionths()), Ratio.ONE);
        }
        return whole.signum() == 0 ? 0 : returned.rounded(BigInteger.valueOf(points), whole, Rounding.DOWN);
    }

    /** How many points of an award are kept by what has been returned so far. */
    public long kept(ReceiptAward award) {
        return new KeptPoints(this, award).points();
    }

    /**
     * How many points of an award are kept of the rules up to and with each, in the order of its parts, by what has been returned so far;
     * each number is rounded by itself.
     */
    public long[] keptUpToEachPart(ReceiptAward award) {
        return new KeptPoints(this, award).upToEachPart();
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
