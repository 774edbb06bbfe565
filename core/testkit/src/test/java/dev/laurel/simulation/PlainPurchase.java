package dev.laurel.simulation;

import dev.laurel.event.PurchaseLine;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.rule.Cap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What is remembered of a purchase for its returns.
 *
 * @param date its date where the program reads dates
 * @param shipping what shipping cost
 * @param isShippingReturned whether that was given back
 * @param paidInMoney what part of what points may pay was paid in money
 * @param taken how much of the awards was taken back, by currency
 * @param caps those of the program that judged it
 * @param counted where it was counted
 */
record PlainPurchase(
        Instant occurredAt,
        LocalDate date,
        List<Line> lines,
        Money shipping,
        boolean isShippingReturned,
        Ratio paidInMoney,
        List<PlainAward> awards,
        List<Paid> payments,
        Map<String, Long> taken,
        List<Cap> caps,
        List<PlainCounts.Counted> counted) {
    /**
     * A line, and the part of it that is still with the customer.
     *
     * @param bought the line as it was bought
     * @param cost what of it the program counts, without tax or with it
     * @param counts whether the program covers it and it cost something
     */
    record Line(
            PurchaseLine bought,
            String id,
            Quantity quantity,
            Money net,
            Money tax,
            Ratio cost,
            boolean counts,
            long qualifying,
            Ratio left) {
        Line with(Ratio nowLeft) {
            return new Line(bought, id, quantity, net, tax, cost, counts, qualifying, nowLeft);
        }

        Line less(Ratio part) {
            return with(left.minus(part));
        }

        Ratio gross() {
            return net.toRatio().plus(tax.toRatio());
        }

        long qualifyingLeft() {
            return left.times(qualifying).rounded(Rounding.DOWN);
        }
    }

    /**
     * Points that paid.
     *
     * @param spending the id of the redemption or hold
     * @param points how many
     * @param due how many of them had to be given back so far, whether or not they were there
     */
    record Paid(String spending, long points, long due) {}

    PlainPurchase with(List<Line> nowLines, boolean isShippingNowReturned) {
        return new PlainPurchase(
                occurredAt,
                date,
                nowLines,
                shipping,
                isShippingNowReturned,
                paidInMoney,
                awards,
                payments,
                taken,
                caps,
                counted);
    }

    PlainPurchase with(List<Paid> nowPaid, List<PlainAward> nowAwards, Map<String, Long> nowTaken) {
        return new PlainPurchase(
                occurredAt,
                date,
                lines,
                shipping,
                isShippingReturned,
                paidInMoney,
                nowAwards,
                nowPaid,
                nowTaken,
                caps,
                counted);
    }

    boolean isShippingLeft() {
        return !shipping.isZero() && !isShippingReturned;
    }

    /** Whether nothing at all is left. */
    boolean isReturned() {
        return lines.stream().allMatch(line -> line.left.signum() == 0) && !isShippingLeft();
    }

    long qualifyingLeft() {
        return lines.stream().mapToLong(Line::qualifyingLeft).sum();
    }

    /** The lines for which points can be earned and can pay. */
    List<Line> counting() {
        return lines.stream().filter(Line::counts).toList();
    }

    /** How many of so many points the part stands for that has come back: of the lines that points pay for, and shipping. */
    long partReturned(long points) {
        Fraction whole = Fraction.of(shipping.toRatio());
        Fraction returned = isShippingReturned ? whole : Fraction.ZERO;
        for (Line line : counting()) {
            Fraction gross = Fraction.of(line.gross());
            whole = whole.plus(gross);
            returned = returned.plus(gross.times(Fraction.ONE.minus(Fraction.of(line.left))));
        }
        return whole.equals(Fraction.ZERO)
                ? 0
                : returned.dividedBy(whole).times(Fraction.of(Ratio.of(points))).rounded(Rounding.DOWN);
    }

    /** Whether all has come back that points may have paid. */
    boolean isNothingLeftToPay() {
        boolean isShippingDone = isShippingReturned || shipping.isZero();
        return isShippingDone
                && counting().stream().allMatch(line -> line.left().signum() == 0);
    }
}
