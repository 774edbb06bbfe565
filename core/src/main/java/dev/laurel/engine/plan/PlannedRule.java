package dev.laurel.engine.plan;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.condition.PurchaseCondition;
import dev.laurel.decision.RuleOutcome.NotConsidered.Reason;
import dev.laurel.event.Pricing;
import dev.laurel.money.Ratio;
import dev.laurel.receipt.CountedUse;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.Cap;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Effect;
import dev.laurel.rule.MoneySteps;
import dev.laurel.rule.Multiplier;
import dev.laurel.rule.PurchaseRule;
import dev.laurel.rule.RoundingStep;
import dev.laurel.time.CivilZone;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule with what the plan has worked out about it. */
public final class PlannedRule {
    private final PurchaseRule rule;
    private final @Nullable EarnRule earning;
    private final Effect.@Nullable Multiplies multiplies;
    private final int ordinal;
    private final PurchaseCondition[] conditions;
    private final PlannedCap[] caps;
    private final long from;
    private final long until;
    private final long[] tierSets;
    private final String currency;
    private final Pricing pricing;
    private final long factorNumerator;
    private final long factorDenominator;
    private final boolean belowOne;
    private final boolean fixed;
    private final boolean cut;
    private final Amounts.@Nullable Rate rate;

    /**
     * Plans a rule.
     *
     * @param ordinal its place among the program's rules, which are by id
     * @param from the first microsecond in which it can match
     * @param until the first in which it no longer can
     * @param tierSets of each set the bits of its tiers, of which one must be held for it to be met
     * @param currency the id of its point currency
     * @param pricing how its program counts what lines cost
     * @param capped whether its program has a cap on what all rules award of that currency
     */
    PlannedRule(
            PurchaseRule rule,
            int ordinal,
            long from,
            long until,
            long[] tierSets,
            String currency,
            Pricing pricing,
            boolean capped) {
        this.rule = rule;
        earning = rule instanceof EarnRule earns ? earns : null;
        multiplies = rule instanceof Multiplier multiplier ? multiplier.effect() : null;
        this.ordinal = ordinal;
        this.conditions = rule.conditions().toArray(PurchaseCondition[]::new);
        this.caps = rule.caps().stream()
                .sorted(Cap.BY_WHAT_IS_COUNTED)
                .map(cap -> PlannedCap.of(rule.id(), cap))
                .toArray(PlannedCap[]::new);
        cut = capped || caps.length > 0;
        this.from = from;
        this.until = until;
        this.tierSets = tierSets;
        this.currency = currency;
        this.pricing = pricing;
        Ratio factor = multiplies == null ? null : multiplies.factor();
        belowOne = factor != null && factor.compareTo(Ratio.ONE) < 0;
        Ratio small = factor != null && factor.isOfLongs() ? factor : Ratio.ZERO;
        factorNumerator = small.numerator().longValueExact();
        factorDenominator = small.denominator().longValueExact();
        fixed = earning != null && earning.effect().amount().fixedPoints() > 0;
        rate = earning == null || earning.step() != RoundingStep.PER_PURCHASE
                ? null
                : Amounts.rateOf(earning.effect().amount());
    }

    public PurchaseRule rule() {
        return rule;
    }

    /** The rule, which must be one that earns by itself. */
    public EarnRule earning() {
        return requireNonNull(earning);
    }

    /** What it multiplies and by what, or null if it earns by itself. */
    public Effect.@Nullable Multiplies multiplies() {
        return multiplies;
    }

    public String id() {
        return rule.id();
    }

    int ordinal() {
        return ordinal;
    }

    public PurchaseCondition[] conditions() {
        return conditions;
    }

    /** Its caps, in an order of their own: that of their declaration has no influence. */
    public PlannedCap[] caps() {
        return caps;
    }

    /** Where what it awards a member at an instant is counted for its caps. */
    public List<CountedUse> countedAt(Instant instant, CivilZone zone, Membership of) {
        ImmutableList.Builder<CountedUse> counted = ImmutableList.builderWithExpectedSize(caps.length);
        for (PlannedCap cap : caps) {
            cap.addTo(counted, instant, zone, of);
        }
        return counted.build();
    }

    /** Whether a cap may take of what it awards, be it one of its own or one of its program. */
    public boolean canBeCut() {
        return cut;
    }

    /** Whether it can match at any time. */
    boolean isTimeless() {
        return from == Long.MIN_VALUE && until == Long.MAX_VALUE;
    }

    long from() {
        return from;
    }

    long until() {
        return until;
    }

    /** Whether it can match for a member who holds these tiers, each a bit. */
    boolean isOpenTo(long tiersHeld) {
        for (long tiers : tierSets) {
            if ((tiers & tiersHeld) == 0) {
                return false;
            }
        }
        return true;
    }

    /** Why it is left out for an instant and a tier, if it is no candidate. */
    Reason reasonLeftOut(long instant, long tiersHeld) {
        if (instant < from || instant >= until) {
            return Reason.DATES;
        }
        return isOpenTo(tiersHeld) ? Reason.LINES : Reason.TIER;
    }

    /** The id of the point currency that it earns. */
    public String currency() {
        return currency;
    }

    /** How its program counts what lines cost. */
    public Pricing pricing() {
        return pricing;
    }

    /** The id of the rule that it multiplies, or null if it earns by itself. */
    @Nullable
    public String multiplied() {
        return multiplies == null ? null : multiplies.rule();
    }

    /** Whether it multiplies by less than one, and so takes of what the rules before it give. */
    public boolean isBelowOne() {
        return belowOne;
    }

    /** Whether it is worth the same however much of the purchase was paid with points. */
    public boolean isFixed() {
        return fixed;
    }

    /** The steps by which it earns, or null if it does not. */
    public @Nullable MoneySteps steps() {
        return earning != null && earning.effect().amount() instanceof MoneySteps steps ? steps : null;
    }

    /** The payment method of which it is only about the part, or null if it is about all. */
    public @Nullable String method() {
        return earning == null ? null : earning.method();
    }

    /** How its amount follows from what it is weighed by where the purchase is rounded once, or null if it must be asked. */
    public Amounts.@Nullable Rate rate() {
        return rate;
    }

    /** The numerator of its factor, if it multiplies and both fit into a long; otherwise zero. */
    public long factorNumerator() {
        return factorNumerator;
    }

    /** The denominator of its factor, if it multiplies and both fit into a long; otherwise one. */
    public long factorDenominator() {
        return factorDenominator;
    }
}
