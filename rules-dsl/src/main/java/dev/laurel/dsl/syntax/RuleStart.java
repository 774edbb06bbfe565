package dev.laurel.dsl.syntax;

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
}
