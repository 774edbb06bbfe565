package dev.laurel.dsl.syntax;

import dev.laurel.condition.Selector;

/** A rule about purchases. Next: of which lines, unless it is of all; for whom and when; and what it does. */
public interface RuleOnPurchase extends RuleTerms {
    /**
     * The rule is about these lines alone, and does not apply where there are none.
     *
     * <pre>{@code
     * EarnRule stamp = rule("stamp").onPurchase().of(category("drink")).earns(STAMPS.points(1).perItem());
     * EarnRule scent = rule("scent").onPurchase().of(all(category("fragrance"), brand("acme"))).earns(POINTS.points(20));
     * }</pre>
     */
    RuleTerms of(Selector lines);
}
