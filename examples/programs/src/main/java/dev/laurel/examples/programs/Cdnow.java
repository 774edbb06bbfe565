package dev.laurel.examples.programs;

import static dev.laurel.dsl.Laurel.*;

import dev.laurel.ledger.PointCurrency;
import dev.laurel.occasion.MoneySum;
import dev.laurel.program.Ladder;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.tier.Tier;
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

    private static final EarnRule PER_DOLLAR = rule("per-dollar").onPurchase().earns(Amounts.perCompleted(1, usd(1)));

    private static final MoneySum YEARLY_SPEND = counter("spend").spend().per(YEAR);

    private static final Ladder STATUS = ladder("status")
            .startingAt(BASE)
            .then(SILVER, YEARLY_SPEND.reaches(usd(350)))
            .then(GOLD, YEARLY_SPEND.reaches(usd(1000)));

    private Cdnow() {}

    /** At the new year everybody is base again. */
    public static LoyaltyProgram yearly() {
        return cdnow("cdnow-yearly", STATUS.kept(endOf(YEAR)).fallingToTheLowest());
    }

    /** A tier is kept through the end of the next year, and falls to what is earned. */
    public static LoyaltyProgram kept() {
        return cdnow("cdnow-kept", STATUS);
    }

    private static LoyaltyProgram cdnow(String id, Ladder ladder) {
        return program(id, "1997.1")
                .zone(ZoneId.of("America/New_York"))
                .money(USD)
                .points(POINTS, expiring(startOf(DAY, months(12))))
                .ladders(ladder)
                .earn(
                        PER_DOLLAR,
                        rule("silver-rate")
                                .onPurchase()
                                .where(memberIs(SILVER))
                                .multipliesRounded(PER_DOLLAR)
                                .by("1.25"),
                        rule("gold-rate")
                                .onPurchase()
                                .where(memberIs(GOLD))
                                .multipliesRounded(PER_DOLLAR)
                                .by("1.5"))
                .redeem(reward("five-hundred").costing(500).gives(item("five-hundred")))
                .build();
    }
}
