package dev.laurel.dsl.syntax;

import dev.laurel.condition.Condition;
import dev.laurel.ledger.Points;
import dev.laurel.rule.MemberRule;
import dev.laurel.tier.Tier;
import dev.laurel.time.Moment;
import java.time.Period;

/**
 * A rule that knows its occasion. Next: conditions on the member and the time, if any; then what it does. What results is a {@link
 * MemberRule}, whose copies say the rest.
 *
 * <pre>{@code
 * MemberRule review = rule("review").on(REVIEW).where(memberIs(VIB)).earns(POINTS.points(10))
 *         .capped(atMost(3).usesPer(MONTH))
 *         .availableFrom(after(days(14)))
 *         .because("Thank you for the review");
 * }</pre>
 */
public interface MemberRuleTerms {
    /**
     * These conditions must hold too, all of them, and are asked in this order. They see the member as they were before the occasion.
     *
     * <pre>{@code
     * MemberRule review = rule("review").on(REVIEW).where(memberIs(VIB)).earns(POINTS.points(20));
     * }</pre>
     */
    MemberRuleTerms where(Condition condition, Condition... more);

    /**
     * It earns points each time.
     *
     * <pre>{@code
     * MemberRule review = rule("review").on(REVIEW).earns(POINTS.points(10));
     * }</pre>
     */
    MemberRule earns(Points points);

    /**
     * It grants a tier for a period: from the end of the grant of it that runs, else from the occasion.
     *
     * <pre>{@code
     * MemberRule annual = rule("annual").on(SUBSCRIPTION.with("plan", "annual")).grants(VIB, years(1));
     * }</pre>
     */
    MemberRule grants(Tier tier, Period period);

    /**
     * It grants a tier until a moment, unless a grant of it runs longer.
     *
     * <pre>{@code
     * MemberRule trial = rule("trial").on(enrollment()).grants(VIB, endOf(MONTH));
     * }</pre>
     */
    MemberRule grants(Tier tier, Moment until);
}
