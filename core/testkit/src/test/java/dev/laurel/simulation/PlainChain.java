package dev.laurel.simulation;

import dev.laurel.event.PurchaseLine;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.rule.Amount;
import dev.laurel.rule.Combination;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Effect;
import dev.laurel.rule.MoneyStep;
import dev.laurel.rule.MoneySteps;
import dev.laurel.rule.Multiplier;
import dev.laurel.rule.PurchaseRule;
import dev.laurel.rule.RoundingStep;
import dev.laurel.rule.Selection;
import dev.laurel.rule.TermsOfReturn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/** One earning rule with the multipliers on it, line by line. */
final class PlainChain {
    final EarnRule rule;

    /** The rule and the multipliers on it, and how many points each gives. */
    final List<PurchaseRule> givers = new ArrayList<>();

    final List<Long> given = new ArrayList<>();

    /** What a piece of each line came to with each of them. */
    private final List<Ratio[]> reached = new ArrayList<>();

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
    private long beforeCaps;
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
        Amount amount = rule.effect().amount();
        if (step == RoundingStep.PER_PURCHASE) {
            shareWhole(amount);
        } else {
            askEach(amount);
        }
        Arrays.fill(factors, Ratio.ONE);
        points = rounded();
        baseByLine = byLine(pieceOfEach());
        givers.add(rule);
        given.add(points);
        reached.add(pieceOfEach());
    }

    /** What a piece of each line comes to; never less than nothing. */
    private Ratio[] pieceOfEach() {
        Ratio[] each = new Ratio[base.length];
        for (int i = 0; i < each.length; i++) {
            each[i] = base[i].times(factors[i]);
            each[i] = each[i].signum() < 0 ? Ratio.ZERO : each[i];
        }
        return each;
    }

    /** By line of the purchase; null for one that is not selected. */
    private List<Ratio> byLine(Ratio[] pieceOfEach) {
        List<Ratio> shares = new ArrayList<>();
        for (PurchaseLine line : allLines) {
            int i = lines.indexOf(line);
            shares.add(i < 0 ? null : pieceOfEach[i].times(pieces[i]));
        }
        return shares;
    }

    private void shareWhole(Amount amount) {
        Ratio money = Ratio.ZERO;
        Ratio quantity = Ratio.ZERO;
        for (PurchaseLine line : lines) {
            money = money.plus(facts.cost(line));
            quantity = quantity.plus(line.quantity().toRatio());
        }
        boolean byMoney = amount.weighing() == Amount.Weighing.BY_MONEY;
        Ratio whole = asked(amount, new Selection(lines, money.times(paidInMoney), quantity.times(paidInMoney)));
        Ratio total = byMoney ? money : quantity;
        for (int i = 0; i < base.length; i++) {
            Ratio weight =
                    byMoney ? facts.cost(lines.get(i)) : lines.get(i).quantity().toRatio();
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
                            facts.cost(line).times(paidInMoney).times(each),
                            line.quantity().toRatio().times(paidInMoney).times(each)));
        }
    }

    private Ratio asked(Amount amount, Selection selection) {
        Ratio answer =
                amount instanceof MoneySteps steps ? byStep(steps, selection.money()) : amount.of(selection, facts);
        PlainRefusal.unless(answer != null && answer.signum() >= 0, "RULE_FAILED");
        return answer;
    }

    /** All of the total by the last step that begins at no more than it. */
    private static Ratio byStep(MoneySteps steps, Ratio total) {
        Ratio earned = Ratio.ZERO;
        for (MoneyStep step : steps.steps()) {
            if (step.from().toRatio().compareTo(total) <= 0) {
                Ratio units = step.unit() == null
                        ? Ratio.ONE
                        : total.dividedBy(step.unit().toRatio());
                units = step.unit() != null && step.inFull() ? Ratio.of(units.rounded(Rounding.DOWN)) : units;
                earned = units.times(step.points());
            }
        }
        return earned;
    }

    private static Ratio[] each(Ratio[] values, UnaryOperator<Ratio> change) {
        return Arrays.stream(values).map(change).toArray(Ratio[]::new);
    }

    private Ratio exact(Ratio[] pieceOfEach) {
        Ratio sum = Ratio.ZERO;
        for (int i = 0; i < pieceOfEach.length; i++) {
            sum = sum.plus(pieceOfEach[i].times(pieces[i]));
        }
        return sum;
    }

    private long rounded() {
        return rounded(pieceOfEach());
    }

    private long rounded(Ratio[] pieceOfEach) {
        if (step == RoundingStep.PER_PURCHASE) {
            return exact(pieceOfEach).rounded(rounding);
        }
        long sum = 0;
        for (int i = 0; i < pieceOfEach.length; i++) {
            sum = Math.addExact(sum, Math.multiplyExact(pieceOfEach[i].rounded(rounding), pieces[i]));
        }
        return sum;
    }

    /** Multiplies the lines that the multiplier selects too. */
    void multiply(Multiplier multiplier, List<PurchaseLine> selected) {
        Ratio factor = multiplier.effect().factor();
        for (int i = 0; i < base.length; i++) {
            if (selected.contains(lines.get(i))) {
                factors[i] = rule.combination() == Combination.COMPOUND
                        ? factors[i].times(factor)
                        : factors[i].plus(factor).minus(Ratio.ONE);
            }
        }
        // One above one takes nothing away, one below one adds nothing.
        boolean isBelowOne = factor.compareTo(Ratio.ONE) < 0;
        long total = isBelowOne ? Math.min(points, rounded()) : Math.max(points, rounded());
        givers.add(multiplier);
        given.add(Math.max(0, total - points));
        reached.add(pieceOfEach());
        if (total < points) {
            lessen(total);
        }
        points = total;
    }

    /** What is less now than it was is less of what was added last: of each giver what all later ones leave of it. */
    private void lessen(long total) {
        List<Long> upTo = new ArrayList<>();
        for (int giver = 0; giver < givers.size(); giver++) {
            upTo.add(rounded(leftUpTo(giver)));
        }
        List<Long> left = PlainAward.spread(total, given, upTo);
        given.clear();
        given.addAll(left);
    }

    /** Of a piece of each line, the least that it came to with a giver or any after it: that is left of what they gave until then. */
    private Ratio[] leftUpTo(int giver) {
        Ratio[] least = reached.get(giver).clone();
        for (Ratio[] later : reached.subList(giver, reached.size())) {
            for (int i = 0; i < least.length; i++) {
                least[i] = later[i].compareTo(least[i]) < 0 ? later[i] : least[i];
            }
        }
        return least;
    }

    /** From here on what was rounded so far is what is multiplied. */
    void startFromRounded() {
        Ratio exact = exact(pieceOfEach());
        for (int i = 0; i < base.length; i++) {
            int line = i;
            UnaryOperator<Ratio> change = step != RoundingStep.PER_PURCHASE
                    ? now -> Ratio.of(Math.multiplyExact(now.rounded(rounding), pieces[line]))
                    : now -> exact.signum() == 0
                            ? now
                            : now.times(Ratio.of(points)).dividedBy(exact);
            base[i] = change.apply(pieceOfEach()[i]);
            reached.forEach(each -> each[line] = change.apply(each[line]));
            pieces[i] = 1;
            factors[i] = Ratio.ONE;
        }
        step = RoundingStep.PER_PURCHASE;
    }

    void roundedAs(Effect.MultipliesRounded effect) {
        rounding = effect.rounding();
    }

    /** Leaves one of the givers no more than that. */
    void trim(int giver, long allowed) {
        long over = Math.max(0, given.get(giver) - allowed);
        beforeCaps = isCut ? beforeCaps : points;
        isCut |= over > 0;
        points -= over;
        given.set(giver, given.get(giver) - over);
    }

    /** Takes what is over of the whole from the giver with the highest id first. */
    void trimTo(long allowed) {
        List<PurchaseRule> fromTheHighest = new ArrayList<>(givers);
        fromTheHighest.sort(Comparator.comparing(PurchaseRule::id).reversed());
        for (PurchaseRule giver : fromTheHighest) {
            int i = givers.indexOf(giver);
            trim(i, given.get(i) - Math.min(given.get(i), Math.max(0, points - allowed)));
        }
    }

    /** What a return must know. */
    PlainAward award(String currency, long lot) {
        long total = isCut ? beforeCaps : points;
        List<Ratio> exact = byLine(pieceOfEach());
        List<Ratio> asGiven = byLine(each(pieceOfEach(), this::asGiven));
        Rounding asRounded = rounding;
        if (step == RoundingStep.PER_PURCHASE) {
            int more = Long.compare(total, rounded());
            asRounded = more > 0 ? Rounding.UP : more < 0 ? Rounding.DOWN : rounding;
        }
        PlainAward.Whole whole = new PlainAward.Whole(exact, asGiven, step, asRounded);
        List<PlainAward.Part> parts = new ArrayList<>();
        for (int giver = 0; giver < givers.size(); giver++) {
            Ratio[] upTo = leftUpTo(giver);
            Ratio[] before = giver == 0 ? each(upTo, any -> Ratio.ZERO) : leftUpTo(giver - 1);
            boolean isExact = rule.returns() instanceof TermsOfReturn.WorkedOutAnew && step == RoundingStep.PER_LINE;
            UnaryOperator<Ratio> change = isExact ? UnaryOperator.identity() : this::asGiven;
            Ratio[] share = each(upTo, change);
            for (int i = 0; i < share.length; i++) {
                share[i] = share[i].minus(change.apply(before[i]));
            }
            parts.add(new PlainAward.Part(givers.get(giver), given.get(giver), given.get(giver), byLine(share)));
        }
        return new PlainAward(rule, currency, lot, paidInMoney, baseByLine, whole, isCut, parts);
    }

    private Ratio asGiven(Ratio piece) {
        return step == RoundingStep.PER_PURCHASE ? piece : Ratio.of(piece.rounded(rounding));
    }
}
