package dev.laurel.dsl.syntax;

import dev.laurel.counter.Cap;
import dev.laurel.time.CalendarWindow;

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
     * Of points in each window of this kind.
     *
     * <pre>{@code
     * EarnRule capped = BASE.capped(atMost(1000).pointsPer(MONTH));
     * }</pre>
     */
    Cap pointsPer(CalendarWindow window);

    /**
     * Of points in the whole life of an account.
     *
     * <pre>{@code
     * EarnRule capped = BASE.capped(atMost(100_000).pointsEver());
     * }</pre>
     */
    Cap pointsEver();

    /**
     * Of uses in each window of this kind: purchases for a rule, redemptions for a reward.
     *
     * <pre>{@code
     * Reward mug = reward("mug").costing(POINTS.points(300)).gives(item("mug")).limitedTo(atMost(2).usesPer(YEAR));
     * }</pre>
     */
    Cap usesPer(CalendarWindow window);

    /**
     * Of uses in the whole life of an account: purchases for a rule, redemptions for a reward.
     *
     * <pre>{@code
     * EarnRule once = rule("welcome").onPurchase().earns(POINTS.points(100)).capped(atMost(1).usesEver());
     * }</pre>
     */
    Cap usesEver();
}
