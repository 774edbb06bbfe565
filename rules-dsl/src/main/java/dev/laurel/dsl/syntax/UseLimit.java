package dev.laurel.dsl.syntax;

import dev.laurel.rule.UseCap;
import dev.laurel.time.Window;

/** So many uses, and no more. Next: in what time. Points are limited with their currency: {@code atMost(POINTS.points(100)).per(DAY)}. */
public interface UseLimit {
    /**
     * In each window of a kind, ever, or over a period backwards from any date: purchases for a rule, a multiplier or a program, redemptions
     * for a reward.
     *
     * <pre>{@code
     * Reward mug = reward("mug").costing(POINTS.points(300)).gives(item("mug")).capped(atMost(2).usesPer(YEAR));
     * EarnRule once = rule("welcome").onPurchase().earns(POINTS.points(100)).capped(atMost(1).usesPer(EVER));
     * LoyaltyProgram daily = START.earn(BASE).capped(atMost(1).usesPer(DAY)).build();
     * }</pre>
     */
    UseCap usesPer(Window window);
}
