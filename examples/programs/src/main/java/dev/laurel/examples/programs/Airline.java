package dev.laurel.examples.programs;

import static dev.laurel.dsl.Laurel.*;

import dev.laurel.ledger.PointCurrency;
import dev.laurel.occasion.CountSum;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.rule.EarnRule;
import dev.laurel.tier.Tier;
import java.time.ZoneOffset;

/**
 * A program for an airline: miles that buy flights, more of them in the better cabins, and tiers by status points of a year of membership
 * that nobody falls from all at once.
 */
public final class Airline {
    /** The miles, which buy flights. */
    public static final PointCurrency MILES = pointCurrency("miles");

    /** The status points, which buy nothing and make the tier. */
    public static final PointCurrency STATUS = pointCurrency("status");

    /** The tier of everybody. */
    public static final Tier BLUE = tier("blue");

    /** From 3,000 status points a year of membership. */
    public static final Tier SILVER = tier("silver");

    /** From 6,000 status points a year of membership. */
    public static final Tier GOLD = tier("gold");

    /** From 12,000 status points a year of membership. */
    public static final Tier PLATINUM = tier("platinum");

    private static final CountSum YEARLY_STATUS =
            counter("status-earned").earned(STATUS).per(MEMBERSHIP_YEAR);

    private static final EarnRule BASE =
            rule("miles").onPurchase().earns(MILES.points(5).per(usd(1)));

    private Airline() {}

    /** The program. */
    public static LoyaltyProgram airline() {
        return program("airline", "1")
                .zone(ZoneOffset.UTC)
                .money(USD)
                .points(
                        MILES,
                        expiring(inactiveFor(months(24)).counting(PURCHASE, REDEMPTION))
                                .suspendedFor(PLATINUM)
                                .transferable())
                .points(STATUS, expiring(never()))
                .excluding(category("gift-card"))
                .ladders(ladder("status")
                        .startingAt(BLUE)
                        .then(SILVER, YEARLY_STATUS.reaches(3_000))
                        .then(GOLD, YEARLY_STATUS.reaches(6_000))
                        .then(PLATINUM, YEARLY_STATUS.reaches(12_000))
                        .kept(endOf(MEMBERSHIP_YEAR, years(1)))
                        .fallingByOne())
                .earn(
                        BASE,
                        rule("premium")
                                .onPurchase()
                                .of(attribute("cabin", "premium"))
                                .multiplies(BASE)
                                .by("1.5"),
                        rule("business")
                                .onPurchase()
                                .of(attribute("cabin", "business"))
                                .multiplies(BASE)
                                .by("2"),
                        rule("status").onPurchase().earns(STATUS.points(1).per(usd(1))))
                .redeem(reward("flight-10k").costing(MILES.points(10_000)).gives(item("flight")))
                .build();
    }
}
