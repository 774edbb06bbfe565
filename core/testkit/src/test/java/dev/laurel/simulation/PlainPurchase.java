package dev.laurel.simulation;

import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.rule.TermsOfReturn;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What is remembered of a purchase for its returns. */
record PlainPurchase(
        Instant occurredAt, List<Line> lines, List<Award> awards, Map<String, Long> restored, Map<String, Long> taken) {
    /** A line, and the part of it that is still with the customer. */
    record Line(String id, Quantity quantity, Money net, long qualifying, Ratio left) {
        Line with(Ratio nowLeft) {
            return new Line(id, quantity, net, qualifying, nowLeft);
        }

        long qualifyingLeft() {
            return left.times(qualifying).rounded(Rounding.DOWN);
        }
    }

    /** What a rule and its multipliers gave: the share of each line, and what each rule contributed. */
    record Award(
            String currency, long lot, List<Ratio> shares, Rounding rounding, TermsOfReturn terms, List<Part> parts) {
        long points() {
            return parts.stream().mapToLong(Part::points).sum();
        }
    }

    record Part(String rule, long points) {}

    PlainPurchase with(List<Line> nowLines) {
        return new PlainPurchase(occurredAt, nowLines, awards, restored, taken);
    }

    PlainPurchase with(Map<String, Long> nowRestored, Map<String, Long> nowTaken) {
        return new PlainPurchase(occurredAt, lines, awards, nowRestored, nowTaken);
    }

    boolean isReturned() {
        return lines.stream().allMatch(line -> line.left.signum() == 0);
    }

    long qualifyingLeft() {
        return lines.stream().mapToLong(Line::qualifyingLeft).sum();
    }

    private Fraction net() {
        return lines.stream().map(line -> Fraction.of(line.net.toRatio())).reduce(Fraction.ZERO, Fraction::plus);
    }

    private Fraction netLeft() {
        return lines.stream()
                .map(line -> Fraction.of(line.net.toRatio()).times(Fraction.of(line.left)))
                .reduce(Fraction.ZERO, Fraction::plus);
    }

    /** The part of its net that is still with the customer; if it cost nothing, of its lines. */
    private Fraction partLeft() {
        if (!net().equals(Fraction.ZERO)) {
            return netLeft().dividedBy(net());
        }
        Fraction left = lines.stream().map(line -> Fraction.of(line.left)).reduce(Fraction.ZERO, Fraction::plus);
        return left.dividedBy(Fraction.of(Ratio.of(lines.size())));
    }

    /** How many of so many points the part stands for that has come back. */
    long partReturned(long points) {
        return Fraction.ONE
                .minus(partLeft())
                .times(Fraction.of(Ratio.of(points)))
                .rounded(Rounding.DOWN);
    }

    /** How many points of an award the customer keeps. */
    long kept(Award award) {
        TermsOfReturn terms = award.terms();
        boolean untouched = lines.stream().allMatch(line -> line.left.equals(Ratio.ONE));
        if (untouched || terms instanceof TermsOfReturn.Kept) {
            return award.points();
        }
        if (isReturned() || terms instanceof TermsOfReturn.LostOnAnyReturn) {
            return 0;
        }
        if (terms instanceof TermsOfReturn.LostOnFullReturn) {
            return award.points();
        }
        if (terms instanceof TermsOfReturn.LostBelow below) {
            return netLeft().isLessThan(Fraction.of(below.minimum().toRatio())) ? 0 : award.points();
        }
        Fraction exact = Fraction.ZERO;
        Fraction partLeft = partLeft();
        for (int i = 0; i < lines.size(); i++) {
            Fraction left = terms instanceof TermsOfReturn.ByPurchase ? partLeft : Fraction.of(lines.get(i).left);
            exact = exact.plus(Fraction.of(award.shares().get(i)).times(left));
        }
        return Math.min(award.points(), exact.rounded(award.rounding()));
    }
}
