package dev.laurel.engine.earn;

import static com.google.common.base.Preconditions.checkState;
import static java.util.Objects.requireNonNull;

import dev.laurel.condition.PurchaseFacts;
import dev.laurel.decision.Reduction;
import dev.laurel.engine.guard.RuleGuard;
import dev.laurel.engine.plan.PlannedRule;
import dev.laurel.event.PurchaseLine;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.receipt.LineShares;
import dev.laurel.receipt.ReceiptAward;
import dev.laurel.rule.Cap;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Effect;
import dev.laurel.rule.RoundingStep;
import dev.laurel.rule.TermsOfReturn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One earning rule and the multipliers on it, as one exact amount that is rounded once.
 *
 * <p>The amount is kept as the exact share of each line, so that a multiplier of some lines, rounding per line or per item, and
 * a later return all speak of the same numbers. A line's share is its weight times a rate that it has in common with all lines
 * that were multiplied alike. What a rule contributes is the rounded amount up to and with it less the rounded amount before it,
 * so the contributions add up to the whole. Where that is less than nothing, it is taken from the contributions before it.
 */
public final class Chain {
    private final int lineCount;
    private final Match base;
    private final EarnRule rule;
    private final List<Contribution> parts;

    /** The amount, if it is one that nothing splits; otherwise null, and the rates of its lines say it. */
    private final @Nullable Whole whole;

    private final @Nullable LineRates rates;
    private final ReceiptAward.@Nullable Base baseToWorkOutAnew;
    private Ratio exact;
    private Rounding rounding;
    private RoundingStep step;
    private long points;
    private long uncapped;

    private Chain(
            List<PurchaseLine> lines,
            Match base,
            List<Match> multipliers,
            @Nullable Whole whole,
            @Nullable LineRates rates) {
        this.base = base;
        this.whole = whole;
        this.rates = rates;
        lineCount = lines.size();
        rule = base.rule().earning();
        rounding = rule.rounding();
        step = rule.step();
        parts = new ArrayList<>(1 + multipliers.size());
        exact = rates == null ? Ratio.ZERO : rates.sum();
        boolean isAnew =
                rates != null && rule.returns() instanceof TermsOfReturn.WorkedOutAnew && step != RoundingStep.PER_ITEM;
        baseToWorkOutAnew = isAnew ? new ReceiptAward.Base(shares(), step, base.paid()) : null;
    }

    /**
     * An amount that nothing splits, of which {@link Whole} can tell the points.
     *
     * @param lines all lines of the purchase, which matches count by their place
     * @param multipliers by id
     */
    static Chain ofWhole(List<PurchaseLine> lines, Match base, List<Match> multipliers) {
        Whole whole = new Whole(base, lines);
        Chain chain = new Chain(lines, base, multipliers, whole, null);
        chain.add(base, whole);
        for (int i = 0; i < multipliers.size(); i++) {
            checkState(whole.multiply(multipliers.get(i)), "an amount must be whole whenever it is worked out");
            chain.add(multipliers.get(i), whole);
        }
        chain.uncapped = chain.points;
        return chain;
    }

    private void add(Match match, Whole whole) {
        long total = whole.rounded();
        parts.add(new Contribution(match, whole, rounding, total - points));
        points = total;
    }

    /**
     * Any amount.
     *
     * @param facts what amounts see, of the covered lines only
     * @param lines all lines of the purchase, which matches count by their place
     * @param multipliers by id
     */
    static Chain ofRates(PurchaseFacts facts, List<PurchaseLine> lines, Match base, List<Match> multipliers) {
        boolean isTracked = canBeReduced(base, multipliers);
        Chain chain = RuleGuard.ask(base.rule().id(), "amount", () -> {
            LineRates rates = BaseRates.of(facts, lines, base);
            if (isTracked) {
                rates.trackRules();
            }
            return new Chain(lines, base, multipliers, null, rates).started();
        });
        for (Match multiplier : multipliers) {
            if (multiplier.rule().multiplies() instanceof Effect.MultipliesExact effect) {
                RuleGuard.run(multiplier.rule().id(), "multiplier", () -> chain.multiply(multiplier, effect.factor()));
            }
        }
        chain.multiplyRounded(multipliers);
        chain.uncapped = chain.points;
        return chain;
    }

    private Chain started() {
        points = rounded();
        parts.add(new Contribution(base, exact, rounding, step, points));
        return this;
    }

    /** Whether a cap or a multiplier below one may take of what one of the rules gives, so that each is to be known by itself. */
    private static boolean canBeReduced(Match base, List<Match> multipliers) {
        if (base.rule().canBeCut()) {
            return true;
        }
        for (int i = 0; i < multipliers.size(); i++) {
            PlannedRule multiplier = multipliers.get(i).rule();
            if (multiplier.isBelowOne() || multiplier.canBeCut()) {
                return true;
            }
        }
        return false;
    }

    /** Whether nothing splits it, so that no fraction of it can be too long. */
    public boolean isWhole() {
        return whole != null;
    }

    public PlannedRule rule() {
        return base.rule();
    }

    /** The id of the point currency that it earns. */
    public String currency() {
        return base.rule().currency();
    }

    /** The contributions in the order of settlement: that of the rule itself is the first. */
    public List<Contribution> parts() {
        return parts;
    }

    public long points() {
        return points;
    }

    /**
     * How the shares are rounded to the points, before any cap. Where multipliers of rounded points round otherwise than those before
     * them, there can be a point more or less than the last rounding gives, since none of them does the opposite of what it is for.
     */
    public Rounding rounding() {
        if (whole != null || step != RoundingStep.PER_PURCHASE) {
            return rounding;
        }
        int more = Long.compare(uncapped, exact.rounded(rounding));
        return more > 0 ? Rounding.UP : more < 0 ? Rounding.DOWN : rounding;
    }

    public RoundingStep step() {
        return step;
    }

    /** What the rule itself gives each line, exactly, where a return works it out anew; otherwise null. */
    public ReceiptAward.@Nullable Base baseToWorkOutAnew() {
        return whole == null || !(rule.returns() instanceof TermsOfReturn.WorkedOutAnew)
                ? baseToWorkOutAnew
                : new ReceiptAward.Base(whole.shares(parts.get(0).exact()), step, base.paid());
    }

    /**
     * The share of each line of the purchase, with the rates that lines have, in the order of the lines. It is exact where the
     * whole purchase is rounded once; what is rounded per line or per item is shared out as it was rounded, for that is what each
     * line or item was given.
     */
    public LineShares shares() {
        return whole == null
                ? rates().shares(lineCount, base.lines(), this::given)
                : whole.shares(parts.get(parts.size() - 1).exact());
    }

    /** The shares of each of the contributions, before any cap; only where a cap or a multiplier below one may take of them. */
    public List<LineShares> sharesByPart() {
        if (whole == null) {
            return rates().sharesByRule(lineCount, base.lines(), this::given);
        }
        List<LineShares> shares = new ArrayList<>(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            Ratio upTo = parts.get(i).exact();
            shares.add(whole.shares(i == 0 ? upTo : upTo.minus(parts.get(i - 1).exact())));
        }
        return shares;
    }

    private LineRates rates() {
        return requireNonNull(rates);
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

    /** Leaves a contribution no more than a cap of its rule allows. */
    void trim(Contribution part, Cap cap, long allowed) {
        cut(part, new Reduction.ByCap(part.id(), cap, part.points() - allowed));
    }

    /** Leaves no more in all than a cap of the rule allows: what is over is taken from the contribution with the highest id first. */
    void trim(Cap cap, long allowed) {
        long over = points - allowed;
        if (over <= 0) {
            return;
        }
        List<Contribution> byId = new ArrayList<>(parts);
        byId.sort(Comparator.comparing(Contribution::id).reversed());
        for (Contribution part : byId) {
            long trimmed = Math.min(over, part.points());
            if (trimmed > 0) {
                cut(part, new Reduction.ByCap(rule.id(), cap, trimmed));
            }
            over -= trimmed;
        }
    }

    /** Takes of a contribution what a cap does not allow. */
    void cut(Contribution part, Reduction reduction) {
        part.reduce(reduction);
        points -= reduction.points();
    }

    // --- multipliers ---

    private void multiply(Match multiplier, Ratio factor) {
        rates().multiply(base.linesAlsoIn(multiplier), factor, rule.combination());
        exact = rates().sum();
        add(multiplier, rounded());
    }

    /** The multipliers of the rounded points come last: what was rounded so far is their base. */
    private void multiplyRounded(List<Match> multipliers) {
        boolean first = true;
        for (Match multiplier : multipliers) {
            if (multiplier.rule().multiplies() instanceof Effect.MultipliesRounded effect) {
                boolean isFirst = first;
                first = false;
                RuleGuard.run(multiplier.rule().id(), "multiplier", () -> {
                    if (isFirst) {
                        takeRounded();
                    }
                    rounding = effect.rounding();
                    multiply(multiplier, effect.factor());
                });
            }
        }
    }

    private void add(Match multiplier, long total) {
        // A multiplier above one that rounds down after one that rounded up takes nothing back, nor does one below one
        // add.
        boolean isBelowOne = multiplier.rule().isBelowOne();
        long given = isBelowOne ? Math.min(0, total - points) : Math.max(0, total - points);
        points = Math.addExact(points, given);
        parts.add(new Contribution(multiplier, exact, rounding, step, given));
        if (given < 0) {
            takeFromThoseBefore(multiplier.rule().id());
        }
    }

    /** Takes what a multiplier below one takes from the contributions before it: no entry is negative. */
    private void takeFromThoseBefore(String multiplier) {
        long[] before = new long[parts.size()];
        for (int i = 0; i < before.length; i++) {
            before[i] = parts.get(i).points();
        }
        long[] upTo = rates().roundedUpToEachRule(rounding, step == RoundingStep.PER_PURCHASE);
        long[] left = Spread.of(points, before, upTo);
        for (int i = 0; i < before.length; i++) {
            if (left[i] < before[i]) {
                parts.get(i).reduce(new Reduction.ByMultiplier(multiplier, before[i] - left[i]));
            }
        }
    }

    /** Takes the rounded points as the amount that is shared out: of each line its own, or of the whole in proportion. */
    private void takeRounded() {
        if (step != RoundingStep.PER_PURCHASE) {
            rates().replaceEach(rate -> Ratio.of(rate.rounded(rounding)));
        } else if (exact.signum() > 0) {
            Ratio factor = Ratio.of(points).dividedBy(exact);
            rates().replaceEach(rate -> rate.times(factor));
        } else {
            rates().replaceEach(rate -> rate);
        }
        step = RoundingStep.PER_PURCHASE;
    }

    // --- rounding ---

    private long rounded() {
        return step == RoundingStep.PER_PURCHASE ? exact.rounded(rounding) : rates().sumOfRounded(rounding);
    }
}
