package dev.laurel.simulation;

import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.rule.Cap;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.MoneyStep;
import dev.laurel.rule.PurchaseRule;
import dev.laurel.rule.RoundingStep;
import dev.laurel.rule.TermsOfReturn;
import dev.laurel.time.Dates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * What a rule and its multipliers gave, and how much of it a customer keeps.
 *
 * @param paid what part of each line it was given for
 * @param base what the rule gave each line of the purchase before it was multiplied, exactly
 * @param whole what all of them gave together
 * @param isCut whether a cap cut it, so that each part stands for itself
 * @param parts what each rule gave: the rule itself, then the multipliers
 */
record PlainAward(
        EarnRule rule,
        String currency,
        long lot,
        Ratio paid,
        List<Ratio> base,
        Whole whole,
        boolean isCut,
        List<Part> parts) {
    /**
     * An amount by line of the purchase.
     *
     * @param exact before rounding
     * @param given as it was given, which is rounded where the step is not the whole purchase
     */
    record Whole(List<Ratio> exact, List<Ratio> given, RoundingStep step, Rounding rounding) {}

    /**
     * What one rule gave.
     *
     * @param kept what returns have left of its points
     * @param share what it gave each line, before caps
     */
    record Part(PurchaseRule rule, long points, long kept, List<Ratio> share) {}

    long points() {
        return parts.stream().mapToLong(Part::points).sum();
    }

    /** How many points returns have left so far. */
    long kept() {
        return parts.stream().mapToLong(Part::kept).sum();
    }

    PlainAward withKept(List<Long> ofParts) {
        List<Part> left = new ArrayList<>();
        for (Part part : parts) {
            left.add(new Part(part.rule, part.points, ofParts.get(left.size()), part.share));
        }
        return new PlainAward(rule, currency, lot, paid, base, whole, isCut, left);
    }

    /** Whether what is kept of each rule matters: a cap cut the award, or a multiplier counted it for a cap of its own. */
    private boolean isByPart(PlainPurchase purchase) {
        return isCut
                || parts.stream()
                        .skip(1)
                        .anyMatch(part ->
                                part.points > 0 && part.rule.caps().stream().anyMatch(cap -> isCounted(cap, purchase)));
    }

    private static boolean isCounted(Cap cap, PlainPurchase purchase) {
        return cap.window() instanceof Dates dates ? dates.contains(purchase.date()) : cap.window() != null;
    }

    /** What is kept of each rule by what is left of the purchase. */
    List<Long> keptOfEach(PlainPurchase purchase) {
        long kept = kept(purchase);
        List<Long> before = parts.stream().map(Part::kept).toList();
        List<Long> upTo = new ArrayList<>();
        Fraction left = Fraction.ZERO;
        long points = 0;
        for (Part part : parts) {
            points += part.points;
            if (kept == 0 || kept == points() || !isByPart(purchase)) {
                // What is taken is spread as the award was, and rounded down.
                long taken = Ratio.of(points, points()).times(points() - kept).rounded(Rounding.DOWN);
                upTo.add(points - taken);
            } else {
                left = left.plus(left(purchase, part));
                upTo.add(left.rounded(whole.rounding));
            }
        }
        return spread(kept, before, upTo);
    }

    /**
     * Spreads points over rules, none of which gets more than it had: the rules up to and with each get what was rounded for them, and
     * what that leaves over goes to the first that had more.
     */
    static List<Long> spread(long points, List<Long> before, List<Long> upTo) {
        List<Long> spread = new ArrayList<>();
        long left = points;
        for (int i = 0; i < before.size(); i++) {
            long wanted = Math.min(points, upTo.get(i)) - (points - left);
            long gets = Math.min(before.get(i), Math.max(0, wanted));
            spread.add(gets);
            left -= gets;
        }
        for (int i = 0; i < before.size(); i++) {
            long gets = Math.min(left, before.get(i) - spread.get(i));
            spread.set(i, spread.get(i) + gets);
            left -= gets;
        }
        return spread;
    }

    /** How many points the customer keeps by what is left of the purchase. */
    long kept(PlainPurchase purchase) {
        TermsOfReturn terms = rule.returns();
        List<PlainPurchase.Line> counting = purchase.counting();
        boolean isUntouched = counting.stream().allMatch(line -> line.left().equals(Ratio.ONE));
        if (isUntouched || terms instanceof TermsOfReturn.Kept) {
            return points();
        }
        boolean isGone = counting.stream().allMatch(line -> line.left().signum() == 0);
        if (isGone || terms instanceof TermsOfReturn.LostOnAnyReturn) {
            return 0;
        }
        if (terms instanceof TermsOfReturn.LostOnFullReturn) {
            return points();
        }
        if (terms instanceof TermsOfReturn.LostBelow below) {
            return costLeft(counting).isLessThan(Fraction.of(below.minimum().toRatio())) ? 0 : points();
        }
        if (isCut) {
            Fraction sum = parts.stream().map(part -> left(purchase, part)).reduce(Fraction.ZERO, Fraction::plus);
            return Math.min(points(), sum.rounded(whole.rounding));
        }
        boolean byLine = whole.step == RoundingStep.PER_LINE && workedOutAnew() != null;
        long left = byLine
                ? roundedByLine(purchase)
                : left(purchase, amounts(whole.given)).rounded(whole.rounding);
        return Math.min(points(), left);
    }

    /** What is left of what a rule gave; where a cap cut the award, no more than its points. */
    private Fraction left(PlainPurchase purchase, Part part) {
        Fraction left = left(purchase, amounts(part.share));
        Fraction points = Fraction.of(Ratio.of(part.points));
        return isCut && points.isLessThan(left) ? points : left;
    }

    /** What lines were given; nothing for one that the rule did not select. */
    private static List<Fraction> amounts(List<Ratio> given) {
        return given.stream()
                .map(amount -> amount == null ? Fraction.ZERO : Fraction.of(amount))
                .toList();
    }

    /** The terms by which it is worked out anew on what is left, or null if it is not. */
    private TermsOfReturn.WorkedOutAnew workedOutAnew() {
        return rule.returns() instanceof TermsOfReturn.WorkedOutAnew terms && rule.step() != RoundingStep.PER_ITEM
                ? terms
                : null;
    }

    /** What is left of an amount of which each line had so much. */
    private Fraction left(PlainPurchase purchase, List<Fraction> amounts) {
        if (workedOutAnew() != null) {
            return rule.step() == RoundingStep.PER_LINE ? byLine(purchase, amounts) : together(purchase, amounts);
        }
        Fraction sum = Fraction.ZERO;
        Fraction part = partLeft(purchase.counting());
        for (int i = 0; i < amounts.size(); i++) {
            Fraction left = rule.returns() instanceof TermsOfReturn.ByPurchase
                    ? part
                    : Fraction.of(purchase.lines().get(i).left());
            sum = sum.plus(amounts.get(i).times(left));
        }
        return sum;
    }

    // --- worked out anew ---

    /** A line that the base gave something: what it cost, what is left of that, and by what it was multiplied. */
    private record Left(Fraction bought, Fraction cost, Fraction factor) {
        Left with(Fraction nowLeft) {
            return new Left(bought, nowLeft, factor);
        }
    }

    private List<Left> linesGiven(PlainPurchase purchase, List<Fraction> amounts) {
        List<Left> left = new ArrayList<>();
        for (int i = 0; i < base.size(); i++) {
            if (base.get(i) != null && base.get(i).signum() > 0) {
                PlainPurchase.Line line = purchase.lines().get(i);
                Fraction bought = Fraction.of(line.cost());
                left.add(new Left(
                        bought,
                        bought.times(Fraction.of(line.left())),
                        amounts.get(i).dividedBy(Fraction.of(base.get(i)))));
            }
        }
        return left;
    }

    private Fraction byLine(PlainPurchase purchase, List<Fraction> amounts) {
        Fraction sum = Fraction.ZERO;
        for (Left line : linesGiven(purchase, amounts)) {
            sum = sum.plus(leastDue(List.of(line)));
        }
        return sum;
    }

    private long roundedByLine(PlainPurchase purchase) {
        long sum = 0;
        for (Left line : linesGiven(purchase, amounts(whole.exact))) {
            sum += leastDue(List.of(line)).rounded(whole.rounding);
        }
        return sum;
    }

    private Fraction together(PlainPurchase purchase, List<Fraction> amounts) {
        return leastDue(linesGiven(purchase, amounts));
    }

    /** What is due now, or was due when things came back and a step above was only just reached, if that is less. */
    private Fraction leastDue(List<Left> lines) {
        Fraction least = null;
        for (MoneyStep step : workedOutAnew().steps()) {
            Fraction from = Fraction.of(step.from().toRatio());
            if (!paid(lines, Left::cost).isLessThan(from)) {
                // A step above one that is reached stands in its place.
                least = due(step, lines);
            } else if (least != null && !paid(lines, Left::bought).isLessThan(from)) {
                Fraction then = due(step, broughtUpTo(from.dividedBy(Fraction.of(paid)), lines));
                least = then.isLessThan(least) ? then : least;
            }
        }
        return least == null ? Fraction.ZERO : least;
    }

    private Fraction paid(List<Left> lines, Function<Left, Fraction> cost) {
        return lines.stream().map(cost).reduce(Fraction.ZERO, Fraction::plus).times(Fraction.of(paid));
    }

    /** As long as so much was left: what was multiplied least had not come back then. */
    private static List<Left> broughtUpTo(Fraction total, List<Left> lines) {
        List<Left> then = new ArrayList<>();
        Fraction missing = lines.stream().map(Left::cost).reduce(total, Fraction::minus);
        for (Left line : byFactor(lines, false)) {
            Fraction gone = line.bought.minus(line.cost);
            Fraction back = gone.isLessThan(missing) ? gone : missing;
            missing = missing.minus(back);
            then.add(line.with(line.cost.plus(back)));
        }
        return then;
    }

    private static List<Left> byFactor(List<Left> lines, boolean fromTheMost) {
        List<Left> sorted = new ArrayList<>(lines);
        Comparator<Left> ascending =
                (one, other) -> one.factor.isLessThan(other.factor) ? -1 : other.factor.isLessThan(one.factor) ? 1 : 0;
        sorted.sort(fromTheMost ? ascending.reversed() : ascending);
        return sorted;
    }

    /** What a step gives: full units, and what it gives in all, of the lines that are multiplied most first. */
    private Fraction due(MoneyStep step, List<Left> lines) {
        Fraction unit = Fraction.of((step.unit() == null ? step.from() : step.unit()).toRatio());
        Fraction units = paid(lines, Left::cost).dividedBy(unit);
        if (step.unit() == null) {
            units = Fraction.of(Ratio.ONE);
        } else if (step.inFull()) {
            units = Fraction.of(Ratio.of(units.rounded(Rounding.DOWN)));
        }
        Fraction toFill = units.times(unit).dividedBy(Fraction.of(paid));
        Fraction sum = Fraction.ZERO;
        for (Left line : byFactor(lines, true)) {
            Fraction filled = line.cost.isLessThan(toFill) ? line.cost : toFill;
            toFill = toFill.minus(filled);
            sum = sum.plus(filled.times(line.factor));
        }
        return sum.times(Fraction.of(paid)).dividedBy(unit).times(Fraction.of(Ratio.of(step.points())));
    }

    // --- what is left ---

    private static Fraction costLeft(List<PlainPurchase.Line> lines) {
        return lines.stream()
                .map(line -> Fraction.of(line.cost()).times(Fraction.of(line.left())))
                .reduce(Fraction.ZERO, Fraction::plus);
    }

    /** The part of what it cost that is still with the customer; if none of that counts, of its lines. */
    private static Fraction partLeft(List<PlainPurchase.Line> lines) {
        Fraction cost = lines.stream().map(line -> Fraction.of(line.cost())).reduce(Fraction.ZERO, Fraction::plus);
        if (!cost.equals(Fraction.ZERO)) {
            return costLeft(lines).dividedBy(cost);
        }
        Fraction left = lines.stream().map(line -> Fraction.of(line.left())).reduce(Fraction.ZERO, Fraction::plus);
        return left.dividedBy(Fraction.of(Ratio.of(lines.size())));
    }
}
