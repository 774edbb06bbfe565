package dev.laurel.simulation;

import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.RoundingStep;
import dev.laurel.rule.TermsOfReturn;
import java.util.ArrayList;
import java.util.List;

/**
 * What a rule and its multipliers gave, and how much of it a customer keeps.
 *
 * @param base what the rule gave each line of the purchase before it was multiplied, exactly
 * @param stages the amount after the rule itself and after each multiplier; of what no cap cut only the last
 * @param isCut whether a cap cut it, so that each stage stands for itself
 * @param parts what each rule gave, a part for each stage where a cap cut it
 */
record PlainAward(
        EarnRule rule,
        String currency,
        long lot,
        List<Ratio> base,
        List<Stage> stages,
        boolean isCut,
        List<Part> parts) {
    /**
     * An amount by line of the purchase.
     *
     * @param exact before rounding
     * @param given as it was given, which is rounded where the step is not the whole purchase
     */
    record Stage(List<Ratio> exact, List<Ratio> given, RoundingStep step, Rounding rounding) {}

    record Part(String rule, long points) {}

    long points() {
        return parts.stream().mapToLong(Part::points).sum();
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
            return netLeft(counting).isLessThan(Fraction.of(below.minimum().toRatio())) ? 0 : points();
        }
        Stage last = stages.get(stages.size() - 1);
        if (isCut) {
            return Math.min(points(), lesserOfEach(purchase).rounded(last.rounding));
        }
        boolean byLine = last.step == RoundingStep.PER_LINE && workedOutAnew() != null;
        long left = byLine
                ? roundedByLine(purchase, last)
                : left(purchase, amounts(last)).rounded(last.rounding);
        return Math.min(points(), left);
    }

    /** Of each rule the lesser of its points and of what is left of that by which it went beyond the rules before it. */
    private Fraction lesserOfEach(PlainPurchase purchase) {
        Fraction sum = Fraction.ZERO;
        for (int i = 0; i < parts.size(); i++) {
            List<Fraction> more = new ArrayList<>();
            for (int line = 0; line < base.size(); line++) {
                Fraction upTo = amounts(stages.get(i)).get(line);
                Fraction before =
                        i == 0 ? Fraction.ZERO : amounts(stages.get(i - 1)).get(line);
                more.add(upTo.isLessThan(before) ? Fraction.ZERO : upTo.minus(before));
            }
            Fraction left = left(purchase, more);
            Fraction points = Fraction.of(Ratio.of(parts.get(i).points()));
            sum = sum.plus(left.isLessThan(points) ? left : points);
        }
        return sum;
    }

    /** What lines were given; nothing for one that the rule did not select. */
    private List<Fraction> amounts(Stage stage) {
        return (workedOutAnew() == null ? stage.given : stage.exact)
                .stream()
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

    /** A line of which something is left and which the base gave something. */
    private record Left(Fraction net, Fraction factor) {}

    private List<Left> linesLeft(PlainPurchase purchase, List<Fraction> amounts) {
        List<Left> left = new ArrayList<>();
        for (int i = 0; i < base.size(); i++) {
            if (base.get(i) != null && base.get(i).signum() > 0) {
                PlainPurchase.Line line = purchase.lines().get(i);
                Fraction net = Fraction.of(line.net().toRatio()).times(Fraction.of(line.left()));
                left.add(new Left(net, amounts.get(i).dividedBy(Fraction.of(base.get(i)))));
            }
        }
        return left;
    }

    /** How many full units some money is of which a part was paid with points. */
    private Fraction units(PlainPurchase purchase, Fraction net) {
        long units =
                net.times(Fraction.of(purchase.paidInMoney())).dividedBy(unit()).rounded(Rounding.DOWN);
        return Fraction.of(Ratio.of(units));
    }

    private Fraction unit() {
        return Fraction.of(workedOutAnew().unit().toRatio());
    }

    private Fraction perUnit() {
        return Fraction.of(Ratio.of(workedOutAnew().points()));
    }

    private Fraction byLine(PlainPurchase purchase, List<Fraction> amounts) {
        Fraction sum = Fraction.ZERO;
        for (Left line : linesLeft(purchase, amounts)) {
            sum = sum.plus(units(purchase, line.net).times(perUnit()).times(line.factor));
        }
        return sum;
    }

    private long roundedByLine(PlainPurchase purchase, Stage stage) {
        long sum = 0;
        for (Left line : linesLeft(purchase, amounts(stage))) {
            sum += units(purchase, line.net).times(perUnit()).times(line.factor).rounded(stage.rounding);
        }
        return sum;
    }

    /** The full units of all lines together, of the lines that are multiplied most first. */
    private Fraction together(PlainPurchase purchase, List<Fraction> amounts) {
        List<Left> lines = new ArrayList<>(linesLeft(purchase, amounts));
        lines.sort(
                (one, other) -> one.factor.isLessThan(other.factor) ? 1 : other.factor.isLessThan(one.factor) ? -1 : 0);
        Fraction net = lines.stream().map(Left::net).reduce(Fraction.ZERO, Fraction::plus);
        if (net.equals(Fraction.ZERO)) {
            return Fraction.ZERO;
        }
        Fraction perMoney = perUnit().times(Fraction.of(purchase.paidInMoney())).dividedBy(unit());
        Fraction toFill = units(purchase, net).times(unit()).dividedBy(Fraction.of(purchase.paidInMoney()));
        Fraction sum = Fraction.ZERO;
        for (Left line : lines) {
            Fraction filled = line.net.isLessThan(toFill) ? line.net : toFill;
            toFill = toFill.minus(filled);
            sum = sum.plus(filled.times(line.factor).times(perMoney));
        }
        return sum;
    }

    // --- what is left ---

    private static Fraction netLeft(List<PlainPurchase.Line> lines) {
        return lines.stream()
                .map(line -> Fraction.of(line.net().toRatio()).times(Fraction.of(line.left())))
                .reduce(Fraction.ZERO, Fraction::plus);
    }

    /** The part of its net that is still with the customer; if it cost nothing but tax, of its lines. */
    private static Fraction partLeft(List<PlainPurchase.Line> lines) {
        Fraction net =
                lines.stream().map(line -> Fraction.of(line.net().toRatio())).reduce(Fraction.ZERO, Fraction::plus);
        if (!net.equals(Fraction.ZERO)) {
            return netLeft(lines).dividedBy(net);
        }
        Fraction left = lines.stream().map(line -> Fraction.of(line.left())).reduce(Fraction.ZERO, Fraction::plus);
        return left.dividedBy(Fraction.of(Ratio.of(lines.size())));
    }
}
