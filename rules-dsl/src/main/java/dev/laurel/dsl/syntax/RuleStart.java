package dev.laurel.dsl.syntax;

import dev.laurel.occasion.Occasion;

/** A rule that has a name. Next: what it looks at. */
public interface RuleStart {
    /**
     * The rule looks at purchases.
     *
     * <pre>{@code
     * EarnRule welcome = rule("thank-you").onPurchase().earns(POINTS.points(5));
     * }</pre>
     */
    RuleOnPurchase onPurchase();

    /**
     * The rule follows from something else that happens to a member.
     *
     * <pre>{@code
     * MemberRule review = rule("review").on(REVIEW).earns(POINTS.points(10)).capped(atMost(3).usesPer(MONTH));
     * MemberRule welcome = rule("welcome").on(enrollment()).earns(POINTS.points(100));
     * }</pre>
     */
    MemberRuleTerms on(Occasion occasion);
}
