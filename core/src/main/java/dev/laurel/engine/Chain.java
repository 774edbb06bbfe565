package dev.laurel.engine;

import dev.laurel.event.PurchaseLine;
import dev.laurel.money.Quantity;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.rule.Amount;
import dev.laurel.rule.Combination;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Effect;
import dev.laurel.rule.PurchaseFacts;
import dev.laurel.rule.RoundingStep;
import dev.laurel.rule.Selection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One earning rule and the multipliers on it, as one exact amount that is rounded once.
 *
 * <p>The amount is kept as the exact share of each line, so that a multiplier of some lines, rounding per line or per item, and
 * a later return all speak of the same numbers. What a rule contributes is the rounded amount up to and with it less the rounded
 * amount before it, so the contributions add up to the whole.
 */
final class Chain {
    private static final Ratio MILLIONTH = Ratio.of(1, 1_000_000);

    private final PurchaseFacts facts;
    private final List<PurchaseLine> lines;
    private final Match base;
    private final EarnRule rule;
    private final Ratio[] baseShares;
    private final List<Part> parts = new ArrayList<>(2);
    private Ratio[] shares;
    private Ratio exact;
    private Rounding rounding;
    private RoundingStep step;
    private long points;

    /**
     * What one rule contributes: the exact amount up to and with it, the points that this adds, and those that a cap leaves of
     * them.
     */
    record Part(Match match, Ratio exact, Rounding rounding, RoundingStep step, long uncapped, long points) {
        String id() {
            return match.rule().id();
        }

        Part without(long trimmed) {
            return new Part(match, exact, rounding, step, uncapped, points - trimmed);
        }
    }

    private Chain(PurchaseFacts facts, Match base) {
        this.facts = facts;
        this.base = base;
        lines = facts.basket().lines();
        rule = base.rule().rule();
        rounding = rule.rounding();
        step = rule.step();
        baseShares = baseShares(((Effect.Earns) rule.effect()).amount());
        shares = baseShares;
        exact = sum(shares);
        points = rounded();
        parts.add(new Part(base, exact, rounding, step, points, points));
    }

    /** Works out a rule's amount with the multipliers on it; those are by id. */
    static Chain of(PurchaseFacts facts, Match base, List<Match> multipliers) {
        Chain chain = RuleGuard.ask(base.rule().id(), "amount", () -> new Chain(facts, base));
        for (Match multiplier : multipliers) {
            if (multiplier.rule().rule().effect() instanceof Effect.MultipliesExact effect) {
                RuleGuard.run(multiplier.rule().id(), "multiplier", () -> chain.multiply(multiplier, effect.factor()));
            }
        }
        chain.multiplyRounded(multipliers);
        return chain;
    }

    PlannedRule rule() {
        return base.rule();
    }

    int holding() {
        return base.rule().holding();
    }

    /** The contributions in the order of settlement. */
    List<Part> parts() {
        return parts;
    }

    long points() {
        return points;
    }

    Rounding rounding() {
        return rounding;
    }

    RoundingStep step() {
        return step;
    }

    /** The exact share of each line of the purchase. */
    List<Ratio> sharesOfAllLines() {
        Ratio[] all = new Ratio[lines.size()];
        Arrays.fill(all, Ratio.ZERO);
        for (int i = 0; i < shares.length; i++) {
            all[base.lines()[i]] = shares[i];
        }
        return Arrays.asList(all);
    }

    // --- caps ---

    /** Leaves no more than so many points: what is over is taken from the contribution with the highest id first. */
    void trimTo(long allowed) {
        long over = points - allowed;
        if (over <= 0) {
            return;
        }
        points = allowed;
        List<Part> byId = new ArrayList<>(parts);
        byId.sort(Comparator.comparing(Part::id).reversed());
        for (Part part : byId) {
            long trimmed = Math.min(over, part.points());
            parts.set(parts.indexOf(part), part.without(trimmed));
            over -= trimmed;
        }
    }

    // --- the exact amount ---

    private Ratio[] baseShares(Amount amount) {
        return step == RoundingStep.PER_PURCHASE ? sharesOfWhole(amount) : sharesByLine(amount);
    }

    /** One amount for all selected lines, shared out by what they cost or how many pieces they have. */
    private Ratio[] sharesOfWhole(Amount amount) {
        int[] selected = base.lines();
        long money = 0;
        long quantity = 0;
        for (int index : selected) {
            money = Math.addExact(money, lines.get(index).net().millionths());
            quantity = Math.addExact(quantity, lines.get(index).quantity().millionths());
        }
        Ratio whole = asked(
                amount, new Selection(selectedLines(), Ratio.of(money, 1_000_000), Ratio.of(quantity, 1_000_000)));
        Ratio[] result = new Ratio[selected.length];
        if (result.length == 1) {
            result[0] = whole;
            return result;
        }
        boolean byMoney = amount.weighing() == Amount.Weighing.BY_MONEY;
        long total = byMoney ? money : quantity;
        for (int i = 0; i < result.length; i++) {
            PurchaseLine line = lines.get(selected[i]);
            long weight = byMoney ? line.net().millionths() : line.quantity().millionths();
            // Lines that all cost nothing share alike.
            result[i] = whole.times(total == 0 ? Ratio.of(1, result.length) : Ratio.of(weight, total));
        }
        return result;
    }

    /** An amount for each line, or for each piece of it times the pieces. */
    private Ratio[] sharesByLine(Amount amount) {
        Ratio[] result = new Ratio[base.lines().length];
        for (int i = 0; i < result.length; i++) {
            PurchaseLine line = lines.get(base.lines()[i]);
            long pieces = pieces(line);
            Ratio perPiece = Ratio.of(1, pieces);
            Ratio quantity = MILLIONTH.times(line.quantity().millionths());
            result[i] = asked(
                            amount,
                            new Selection(
                                    List.of(line), line.net().toRatio().times(perPiece), quantity.times(perPiece)))
                    .times(pieces);
        }
        return result;
    }

    private Ratio asked(Amount amount, Selection selection) {
        Ratio answer = amount.of(selection, facts);
        if (answer == null) {
            throw RuleGuard.failed(rule.id(), "returned null from its amount");
        }
        if (answer.signum() < 0) {
            throw RuleGuard.failed(rule.id(), "awarded a negative amount, %s", answer);
        }
        return answer;
    }

    private List<PurchaseLine> selectedLines() {
        if (base.lines().length == lines.size()) {
            return lines;
        }
        List<PurchaseLine> selected = new ArrayList<>(base.lines().length);
        for (int index : base.lines()) {
            selected.add(lines.get(index));
        }
        return List.copyOf(selected);
    }

    /** How many pieces of a line are rounded one by one; otherwise the line is one. */
    private long pieces(PurchaseLine line) {
        Quantity quantity = line.quantity();
        return step == RoundingStep.PER_ITEM && quantity.isWhole() ? quantity.millionths() / 1_000_000 : 1;
    }

    // --- multipliers ---

    private void multiply(Match multiplier, Ratio factor) {
        shares = multiplied(shares, baseShares, multiplier, factor, rule.combination());
        exact = sum(shares);
        add(multiplier, rounded());
    }

    /** The multipliers of the rounded points come last: what was rounded so far is their base. */
    private void multiplyRounded(List<Match> multipliers) {
        @Nullable Ratio[] roundedBase = null;
        for (Match multiplier : multipliers) {
            if (multiplier.rule().rule().effect() instanceof Effect.MultipliesRounded effect) {
                if (roundedBase == null) {
                    roundedBase = exact.signum() == 0 ? shares : scaledTo(points);
                    shares = roundedBase;
                    step = RoundingStep.PER_PURCHASE;
                }
                Ratio[] second = roundedBase;
                rounding = multiplier.rule().rule().rounding();
                RuleGuard.run(multiplier.rule().id(), "multiplier", () -> {
                    shares = multiplied(shares, second, multiplier, effect.factor(), rule.combination());
                    exact = sum(shares);
                    add(multiplier, exact.rounded(rounding));
                });
            }
        }
    }

    private void add(Match multiplier, long total) {
        // A multiplier that rounds down after one that rounded up takes nothing back.
        long more = Math.max(0, Math.subtractExact(total, points));
        points = Math.addExact(points, more);
        parts.add(new Part(multiplier, exact, rounding, step, more, more));
    }

    /** The shares in proportion, so that they add up to a whole number of points. */
    private Ratio[] scaledTo(long whole) {
        Ratio factor = Ratio.of(whole).dividedBy(exact);
        Ratio[] scaled = new Ratio[shares.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = shares[i].times(factor);
        }
        return scaled;
    }

    private Ratio[] multiplied(
            Ratio[] present, Ratio[] unmultiplied, Match multiplier, Ratio factor, Combination combination) {
        Ratio[] result = present.clone();
        int[] onlyLines = multiplier.lines();
        int place = 0;
        for (int i = 0; i < result.length; i++) {
            while (place < onlyLines.length && onlyLines[place] < base.lines()[i]) {
                place++;
            }
            if (place < onlyLines.length && onlyLines[place] == base.lines()[i]) {
                result[i] = combination == Combination.COMPOUND
                        ? present[i].times(factor)
                        : present[i].plus(unmultiplied[i].times(factor.minus(Ratio.ONE)));
            }
        }
        return result;
    }

    // --- rounding ---

    private long rounded() {
        if (step == RoundingStep.PER_PURCHASE) {
            return exact.rounded(rounding);
        }
        long sum = 0;
        for (int i = 0; i < shares.length; i++) {
            long pieces = pieces(lines.get(base.lines()[i]));
            long each = shares[i].times(Ratio.of(1, pieces)).rounded(rounding);
            sum = Math.addExact(sum, Math.multiplyExact(each, pieces));
        }
        return sum;
    }

    private static Ratio sum(Ratio[] terms) {
        Ratio sum = Ratio.ZERO;
        for (Ratio term : terms) {
            sum = sum.plus(term);
        }
        return sum;
    }
}
