package dev.laurel.engine.earn;

import dev.laurel.engine.guard.RuleGuard;
import dev.laurel.engine.plan.PlannedRule;
import dev.laurel.event.PurchaseLine;
import dev.laurel.money.Quantity;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.receipt.LineShares;
import dev.laurel.receipt.ReceiptAward;
import dev.laurel.rule.Amount;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Effect;
import dev.laurel.rule.PurchaseFacts;
import dev.laurel.rule.RoundingStep;
import dev.laurel.rule.Selection;
import dev.laurel.rule.TermsOfReturn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One earning rule and the multipliers on it, as one exact amount that is rounded once.
 *
 * <p>The amount is kept as the exact share of each line, so that a multiplier of some lines, rounding per line or per item, and
 * a later return all speak of the same numbers. A line's share is its weight times a rate that it has in common with all lines
 * that were multiplied alike. What a rule contributes is the rounded amount up to and with it less the rounded amount before it,
 * so the contributions add up to the whole.
 */
public final class Chain {
    private static final long MILLION = 1_000_000;

    private final PurchaseFacts facts;
    private final Ratio paidInMoney;
    private final List<PurchaseLine> lines;
    private final Match base;
    private final EarnRule rule;
    private final List<Part> parts = new ArrayList<>(2);

    private final LineRates rates;
    private final ReceiptAward.@Nullable Base baseToWorkOutAnew;
    private Ratio exact;
    private Rounding rounding;
    private RoundingStep step;
    private long points;
    private long uncapped;

    /**
     * What one rule contributes: the exact amount up to and with it, the points that this adds, and those that a cap leaves of
     * them; and where a cap may cut it, the shares of that amount.
     */
    public record Part(
            Match match,
            Ratio exact,
            Rounding rounding,
            RoundingStep step,
            @Nullable LineShares reached,
            long uncapped,
            long points) {
        public String id() {
            return match.rule().id();
        }

        Part without(long trimmed) {
            return new Part(match, exact, rounding, step, reached, uncapped, points - trimmed);
        }
    }

    private Chain(PurchaseFacts facts, List<PurchaseLine> lines, Ratio paidInMoney, Match base) {
        this.facts = facts;
        this.paidInMoney = paidInMoney;
        this.base = base;
        this.lines = lines;
        rule = base.rule().rule();
        rounding = rule.rounding();
        step = rule.step();
        Amount amount = ((Effect.Earns) rule.effect()).amount();
        rates = step == RoundingStep.PER_PURCHASE ? rateOfWhole(amount) : ratesByLine(amount);
        exact = rates.sum();
        points = rounded();
        boolean isAnew = rule.returns() instanceof TermsOfReturn.WorkedOutAnew && step != RoundingStep.PER_ITEM;
        baseToWorkOutAnew = isAnew ? new ReceiptAward.Base(shares(), step) : null;
        addPart(base, points);
    }

    private void addPart(Match match, long more) {
        @Nullable LineShares reached = base.rule().caps().length == 0 ? null : shares();
        parts.add(new Part(match, exact, rounding, step, reached, more, more));
    }

    /**
     * Works out a rule's amount with the multipliers on it; those are by id.
     *
     * @param facts what amounts see, of the covered lines only
     * @param lines all lines of the purchase, which matches count by their place
     * @param paidInMoney the part of each line that was not paid with points, and so earns
     */
    static Chain of(
            PurchaseFacts facts, List<PurchaseLine> lines, Ratio paidInMoney, Match base, List<Match> multipliers) {
        Chain chain = RuleGuard.ask(base.rule().id(), "amount", () -> new Chain(facts, lines, paidInMoney, base));
        for (Match multiplier : multipliers) {
            if (multiplier.rule().rule().effect() instanceof Effect.MultipliesExact effect) {
                RuleGuard.run(multiplier.rule().id(), "multiplier", () -> chain.multiply(multiplier, effect.factor()));
            }
        }
        chain.multiplyRounded(multipliers);
        return chain;
    }

    public PlannedRule rule() {
        return base.rule();
    }

    /** The id of the point currency that it earns. */
    public String currency() {
        return base.rule().currency();
    }

    /** The contributions in the order of settlement. */
    public List<Part> parts() {
        return parts;
    }

    public long points() {
        return points;
    }

    /**
     * How the shares are rounded to the points, before any cap. Where a multiplier of rounded points rounds down after one that
     * rounded up, there is a point more than its rounding gives.
     */
    public Rounding rounding() {
        return uncapped > exact.rounded(rounding) && step == RoundingStep.PER_PURCHASE ? Rounding.UP : rounding;
    }

    public RoundingStep step() {
        return step;
    }

    /** What the rule itself gives each line, exactly, where a return works it out anew; otherwise null. */
    public ReceiptAward.@Nullable Base baseToWorkOutAnew() {
        return baseToWorkOutAnew;
    }

    /**
     * The share of each line of the purchase, with the rates that lines have, in the order of the lines. It is exact where the
     * whole purchase is rounded once; what is rounded per line or per item is shared out as it was rounded, for that is what each
     * line or item was given.
     */
    public LineShares shares() {
        return rates.shares(lines.size(), base.lines(), this::given);
    }

    private Ratio given(Ratio rate) {
        // Of what is worked out anew per line on what is left, the exact multiple of the base is needed.
        boolean isAnew = step == RoundingStep.PER_LINE && rule.returns() instanceof TermsOfReturn.WorkedOutAnew;
        return step == RoundingStep.PER_PURCHASE || isAnew ? rate : Ratio.of(rate.rounded(rounding));
    }

    /** Whether a cap trimmed it. */
    public boolean isCut() {
        return points < uncapped;
    }

    // --- caps ---

    /** Leaves no more than so many points: what is over is taken from the contribution with the highest id first. */
    void trimTo(long allowed) {
        uncapped = points;
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

    /** One amount for all selected lines, shared out by what they cost or how many pieces they have: one rate for all. */
    private LineRates rateOfWhole(Amount amount) {
        Amount.Weighing weighing = amount.weighing();
        if (weighing == null) {
            throw RuleGuard.failed(rule.id(), "returned null from its weighing");
        }
        boolean byMoney = weighing == Amount.Weighing.BY_MONEY;
        long[] weights = new long[base.lines().length];
        long money = 0;
        long quantity = 0;
        for (int i = 0; i < weights.length; i++) {
            PurchaseLine line = lines.get(base.lines()[i]);
            money = Math.addExact(money, line.net().millionths());
            quantity = Math.addExact(quantity, line.quantity().millionths());
            weights[i] = byMoney ? line.net().millionths() : line.quantity().millionths();
        }
        Ratio whole = asked(
                amount,
                new Selection(
                        selectedLines(), earning(Ratio.of(money, MILLION)), earning(Ratio.of(quantity, MILLION))));
        long total = byMoney ? money : quantity;
        if (total == 0) {
            // Lines that all cost nothing share alike.
            Arrays.fill(weights, 1);
            total = weights.length;
        }
        return LineRates.oneForAll(weights, whole.times(Ratio.of(1, total)));
    }

    /** An amount for each line, or for each piece of it: a rate for each line, for each of its pieces. */
    private LineRates ratesByLine(Amount amount) {
        Ratio[] result = new Ratio[base.lines().length];
        long[] weights = new long[result.length];
        for (int i = 0; i < result.length; i++) {
            PurchaseLine line = lines.get(base.lines()[i]);
            weights[i] = pieces(line);
            Ratio perPiece = Ratio.of(1, weights[i]);
            Ratio money = earning(line.net().toRatio()).times(perPiece);
            Ratio quantity =
                    earning(Ratio.of(line.quantity().millionths(), MILLION)).times(perPiece);
            result[i] = asked(amount, new Selection(List.of(line), money, quantity));
        }
        return LineRates.oneEach(weights, result);
    }

    /** What of money or quantity was paid in money. */
    private Ratio earning(Ratio whole) {
        return paidInMoney.equals(Ratio.ONE) ? whole : whole.times(paidInMoney);
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
        rates.multiply(base.linesAlsoIn(multiplier), factor, rule.combination());
        exact = rates.sum();
        add(multiplier, rounded());
    }

    /** The multipliers of the rounded points come last: what was rounded so far is their base. */
    private void multiplyRounded(List<Match> multipliers) {
        boolean first = true;
        for (Match multiplier : multipliers) {
            if (multiplier.rule().rule().effect() instanceof Effect.MultipliesRounded effect) {
                boolean isFirst = first;
                first = false;
                RuleGuard.run(multiplier.rule().id(), "multiplier", () -> {
                    if (isFirst) {
                        takeRounded();
                    }
                    rounding = multiplier.rule().rule().rounding();
                    rates.multiply(base.linesAlsoIn(multiplier), effect.factor(), rule.combination());
                    exact = rates.sum();
                    add(multiplier, exact.rounded(rounding));
                });
            }
        }
    }

    private void add(Match multiplier, long total) {
        // A multiplier that rounds down after one that rounded up takes nothing back.
        long more = Math.max(0, Math.subtractExact(total, points));
        points = Math.addExact(points, more);
        addPart(multiplier, more);
    }

    /** Takes the rounded points as the amount that is shared out: of each line its own, or of the whole in proportion. */
    private void takeRounded() {
        if (step != RoundingStep.PER_PURCHASE) {
            rates.replaceEach(rate -> Ratio.of(rate.rounded(rounding)));
        } else if (exact.signum() > 0) {
            Ratio factor = Ratio.of(points).dividedBy(exact);
            rates.replaceEach(rate -> rate.times(factor));
        } else {
            rates.replaceEach(rate -> rate);
        }
        step = RoundingStep.PER_PURCHASE;
    }

    // --- rounding ---

    private long rounded() {
        return step == RoundingStep.PER_PURCHASE ? exact.rounded(rounding) : rates.sumOfRounded(rounding);
    }
}
