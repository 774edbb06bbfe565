package dev.laurel.engine.plan;

import dev.laurel.counter.Cap;
import dev.laurel.money.Ratio;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Effect;
import dev.laurel.rule.PurchaseCondition;
import org.jspecify.annotations.Nullable;

/** A rule with what the plan has worked out about it. */
public final class PlannedRule {
    private static final long ALL_TIERS = -1L;

    private final EarnRule rule;
    private final int ordinal;
    private final PurchaseCondition[] conditions;
    private final PlannedCap[] caps;
    private final long from;
    private final long until;
    private final long tierRanks;
    private final String currency;
    private final @Nullable String multiplied;
    private final boolean belowOne;
    private final boolean fixed;

    /**
     * Plans a rule.
     *
     * @param ordinal its place among the program's rules, which are by id
     * @param from the first microsecond in which it can match
     * @param until the first in which it no longer can
     * @param tierRanks a bit for each rank whose holders can meet it; all bits for a ladder of more than 64 tiers
     * @param currency the id of its point currency
     */
    PlannedRule(EarnRule rule, int ordinal, long from, long until, long tierRanks, String currency) {
        this.rule = rule;
        this.ordinal = ordinal;
        this.conditions = rule.conditions().toArray(PurchaseCondition[]::new);
        this.caps = rule.caps().stream()
                .sorted(Cap.BY_WHAT_IS_COUNTED)
                .map(cap -> PlannedCap.of(rule.id(), cap))
                .toArray(PlannedCap[]::new);
        this.from = from;
        this.until = until;
        this.tierRanks = tierRanks;
        this.currency = currency;
        this.multiplied = rule.multiplied();
        Ratio factor = rule.factor();
        fixed = rule.effect() instanceof Effect.Earns earns && earns.amount().fixedPoints() > 0;
        belowOne = factor != null && factor.compareTo(Ratio.ONE) < 0;
    }

    public EarnRule rule() {
        return rule;
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

    long from() {
        return from;
    }

    long until() {
        return until;
    }

    boolean isOpenTo(int tierRank) {
        return tierRanks == ALL_TIERS || (tierRanks >>> tierRank & 1) != 0;
    }

    /** The id of the point currency that it earns. */
    public String currency() {
        return currency;
    }

    /** The id of the rule that it multiplies, or null if it earns by itself. */
    @Nullable
    public String multiplied() {
        return multiplied;
    }

    /** Whether it multiplies by less than one, and so takes of what the rules before it give. */
    public boolean isBelowOne() {
        return belowOne;
    }

    /** Whether it is worth the same however much of the purchase was paid with points. */
    public boolean isFixed() {
        return fixed;
    }
}
