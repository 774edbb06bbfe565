package dev.laurel.dsl.syntax;

import dev.laurel.counter.Cap;
import dev.laurel.time.Window;

/** A number that is not to be exceeded. Next: of what, and in what time. */
public interface CapLimit {
    /**
     * Of points in each purchase.
     *
     * <pre>{@code
     * EarnRule capped = BASE.capped(atMost(500).pointsPerPurchase());
     * }</pre>
     */
    Cap pointsPerPurchase();

    /**
     * Of points in a window: in each of its kind, ever, or over a period backwards from any date.
     *
     * <pre>{@code
     * EarnRule capped = BASE.capped(atMost(1000).pointsPer(MONTH));
     * }</pre>
     */
    Cap pointsPer(Window window);

    /**
     * Of uses in a window: purchases for a rule, redemptions for a reward.
     *
     * <pre>{@code
     * Reward mug = reward("mug").costing(POINTS.points(300)).gives(item("mug")).limitedTo(atMost(2).usesPer(YEAR));
     * EarnRule once = rule("welcome").onPurchase().earns(POINTS.points(100)).capped(atMost(1).usesPer(EVER));
     * }</pre>
     */
    Cap usesPer(Window window);
}
