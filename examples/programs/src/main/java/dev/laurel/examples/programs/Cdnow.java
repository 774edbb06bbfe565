package dev.laurel.examples.programs;

import static dev.laurel.dsl.Words.USD;
import static dev.laurel.dsl.Words.months;
import static dev.laurel.dsl.Words.pointCurrency;
import static dev.laurel.dsl.Words.tier;
import static dev.laurel.dsl.Words.usd;
import static dev.laurel.rule.Conditions.memberIs;

import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Ratio;
import dev.laurel.program.CalendarUnit;
import dev.laurel.program.Expiry;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierLadder;
import dev.laurel.tier.TierStep;
import java.time.ZoneId;

/**
 * Two programs for a music shop of the nineties: a point per completed dollar, more for silver and gold members, points that
 * expire after a year. They differ in how long a tier is kept.
 */
public final class Cdnow {
    /** The points of both programs. */
    public static final PointCurrency POINTS = pointCurrency("points");

    /** The tier of everybody. */
    public static final Tier BASE = tier("base");

    /** From 350 dollars a year. */
    public static final Tier SILVER = tier("silver");

    /** From 1,000 dollars a year. */
    public static final Tier GOLD = tier("gold");

    private static final EarnRule PER_DOLLAR = EarnRule.earning("per-dollar", Amounts.perCompleted(1, usd(1)));

    private Cdnow() {}

    /** At the new year everybody is base again. */
    public static LoyaltyProgram yearly() {
        return program("cdnow-yearly", tiers());
    }

    /** A tier is kept through the end of the next year, and falls to what is earned. */
    public static LoyaltyProgram kept() {
        return program("cdnow-kept", tiers().keptThroughNextWindow());
    }

    private static TierLadder tiers() {
        return TierLadder.perCalendarYear(
                new TierStep(BASE, usd(0)), new TierStep(SILVER, usd(350)), new TierStep(GOLD, usd(1000)));
    }

    private static LoyaltyProgram program(String id, TierLadder ladder) {
        return LoyaltyProgram.builder(id, "1997.1")
                .zone(ZoneId.of("America/New_York"))
                .money(USD)
                .points(POINTS, Expiry.atStartOf(CalendarUnit.DAY, months(12)))
                .tiers(ladder)
                .earn(
                        PER_DOLLAR,
                        EarnRule.multiplyingRounded("silver-rate", PER_DOLLAR, Ratio.of("1.25"))
                                .where(memberIs(SILVER)),
                        EarnRule.multiplyingRounded("gold-rate", PER_DOLLAR, Ratio.of("1.5"))
                                .where(memberIs(GOLD)))
                .redeem(Reward.costing("five-hundred", 500))
                .build();
    }
}
