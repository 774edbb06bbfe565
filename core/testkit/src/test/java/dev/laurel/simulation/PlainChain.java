package dev.laurel.simulation;

import dev.laurel.event.PurchaseLine;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.rule.Amount;
import dev.laurel.rule.Combination;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Effect;
import dev.laurel.rule.RoundingStep;
import dev.laurel.rule.Selection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** One earning rule with the multipliers on it, line by line. */
final class PlainChain {
    final EarnRule rule;
    final List<PlainAward.Part> parts = new ArrayList<>();

    /** What it came to by line after each part. */
    private final List<PlainAward.Stage> stages = new ArrayList<>();

    long points;

    private final PlainFacts facts;
    private final List<PurchaseLine> lines;
    private final List<PurchaseLine> allLines;
    private final Ratio paidInMoney;
    private final List<Ratio> baseByLine;
    private final Ratio[] base;
    private final Ratio[] factors;
    private final long[] pieces;
    private RoundingStep step;
    private Rounding rounding;
    private boolean roundedUpBefore;
    private boolean isCut;

    /**
     * Works out what the rule itself earns.
     *
     * @param allLines the lines of the purchase
     * @param lines the lines that it selects
     * @param paidInMoney what part of each was not paid with points
     */
    PlainChain(
            EarnRule rule, PlainFacts facts, List<PurchaseLine> allLines, List<PurchaseLine> lines, Ratio paidInMoney) {
        this.allLines = allLines;
        this.rule = rule;
        this.facts = facts;
        this.lines = lines;
        this.paidInMoney = paidInMoney;
        step = rule.step();
        rounding = rule.rounding();
        base = new Ratio[lines.size()];
        factors = new Ratio[lines.size()];
        pieces = new long[lines.size()];
        Amount amount = ((Effect.Earns) rule.effect()).amount();
        if (step == RoundingStep.PER_PURCHASE) {
            shareWhole(amount);
        } else {
            askEach(amount);
        }
        Arrays.fill(factors, Ratio.ONE);
        points = rounded();
        baseByLine = byLine(false);
        add(new PlainAward.Part(rule.id(), points));
    }

    private void add(PlainAward.Part part) {
        parts.add(part);
        stages.add(new PlainAward.Stage(byLine(false), byLine(true), step, rounding));
    }

    /** What each line of the purchase is given; null for one that is not selected. */
    private List<Ratio> byLine(boolean asGiven) {
        List<Ratio> shares = new ArrayList<>();
        for (PurchaseLine line : allLines) {
            int i = lines.indexOf(line);
            Ratio each = i < 0 ? null : base[i].times(factors[i]);
            boolean isRounded = i >= 0 && asGiven && step != RoundingStep.PER_PURCHASE;
            each = isRounded ? Ratio.of(each.rounded(rounding)) : each;
            shares.add(i < 0 ? null : each.times(pieces[i]));
        }
        return shares;
    }

    private void shareWhole(Amount amount) {
        Ratio money = Ratio.ZERO;
        Ratio quantity = Ratio.ZERO;
        for (PurchaseLine line : lines) {
            money = money.plus(line.net().toRatio());
            quantity = quantity.plus(line.quantity().toRatio());
        }
        boolean byMoney = amount.weighing() == Amount.Weighing.BY_MONEY;
        Ratio whole = asked(amount, new Selection(lines, money.times(paidInMoney), quantity.times(paidInMoney)));
        Ratio total = byMoney ? money : quantity;
        for (int i = 0; i < base.length; i++) {
            Ratio weight = byMoney
                    ? lines.get(i).net().toRatio()
                    : lines.get(i).quantity().toRatio();
            Ratio part = total.signum() == 0 ? Ratio.of(1, base.length) : weight.dividedBy(total);
            base[i] = whole.times(part);
            pieces[i] = 1;
        }
    }

    private void askEach(Amount amount) {
        for (int i = 0; i < base.length; i++) {
            PurchaseLine line = lines.get(i);
            boolean byPiece = step == RoundingStep.PER_ITEM && line.quantity().isWhole();
            pieces[i] = byPiece ? line.quantity().amount().longValueExact() : 1;
            Ratio each = Ratio.of(1, pieces[i]);
            base[i] = asked(
                    amount,
                    new Selection(
                            List.of(line),
                            line.net().toRatio().times(paidInMoney).times(each),
                            line.quantity().toRatio().times(paidInMoney).times(each)));
        }
    }

    private Ratio asked(Amount amount, Selection selection) {
        Ratio answer = amount.of(selection, facts);
        PlainRefusal.unless(answer != null && answer.signum() >= 0, "RULE_FAILED");
        return answer;
    }

    private Ratio exact() {
        Ratio sum = Ratio.ZERO;
        for (int i = 0; i < base.length; i++) {
            sum = sum.plus(base[i].times(factors[i]).times(pieces[i]));
        }
        return sum;
    }

    private long rounded() {
        if (step == RoundingStep.PER_PURCHASE) {
            return exact().rounded(rounding);
        }
        long sum = 0;
        for (int i = 0; i < base.length; i++) {
            sum = Math.addExact(
                    sum, Math.multiplyExact(base[i].times(factors[i]).rounded(rounding), pieces[i]));
        }
        return sum;
    }

    /** Multiplies the lines that the multiplier selects too. */
    void multiply(EarnRule multiplier, Ratio factor, List<PurchaseLine> selected) {
        for (int i = 0; i < base.length; i++) {
            if (selected.contains(lines.get(i))) {
                factors[i] = rule.combination() == Combination.COMPOUND
                        ? factors[i].times(factor)
                        : factors[i].plus(factor).minus(Ratio.ONE);
            }
        }
        // What was awarded before is never taken back.
        long total = rounded();
        roundedUpBefore = total < points;
        long more = Math.max(0, total - points);
        points = Math.addExact(points, more);
        add(new PlainAward.Part(multiplier.id(), more));
    }

    /** From here on what was rounded so far is what is multiplied. */
    void startFromRounded() {
        Ratio exact = exact();
        for (int i = 0; i < base.length; i++) {
            Ratio now = base[i].times(factors[i]);
            if (step != RoundingStep.PER_PURCHASE) {
                base[i] = Ratio.of(Math.multiplyExact(now.rounded(rounding), pieces[i]));
            } else {
                base[i] =
                        exact.signum() == 0 ? now : now.times(Ratio.of(points)).dividedBy(exact);
            }
            pieces[i] = 1;
            factors[i] = Ratio.ONE;
        }
        step = RoundingStep.PER_PURCHASE;
    }

    void roundedAs(EarnRule multiplier) {
        rounding = multiplier.rounding();
    }

    /** Takes what is over from the contribution with the highest id first. */
    void trimTo(long allowed) {
        long over = Math.max(0, points - allowed);
        isCut = over > 0;
        points -= over;
        List<PlainAward.Part> fromTheHighest = new ArrayList<>(parts);
        fromTheHighest.sort(Comparator.comparing(PlainAward.Part::rule).reversed());
        for (PlainAward.Part part : fromTheHighest) {
            long trimmed = Math.min(over, part.points());
            parts.set(parts.indexOf(part), new PlainAward.Part(part.rule(), part.points() - trimmed));
            over -= trimmed;
        }
    }

    /** What a return must know. */
    PlainAward award(String currency, long lot) {
        PlainAward.Stage last = stages.get(stages.size() - 1);
        Rounding asRounded = roundedUpBefore ? Rounding.UP : last.rounding();
        PlainAward.Stage whole = new PlainAward.Stage(last.exact(), last.given(), last.step(), asRounded);
        if (!isCut) {
            return new PlainAward(rule, currency, lot, baseByLine, List.of(whole), false, List.copyOf(parts));
        }
        List<PlainAward.Stage> all = new ArrayList<>(stages);
        all.set(all.size() - 1, whole);
        return new PlainAward(rule, currency, lot, baseByLine, all, true, List.copyOf(parts));
    }
}
