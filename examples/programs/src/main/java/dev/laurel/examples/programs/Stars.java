package dev.laurel.examples.programs;

import static dev.laurel.dsl.Laurel.*;

import dev.laurel.ledger.PointCurrency;
import dev.laurel.occasion.CountSum;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.rule.EarnRule;
import dev.laurel.tier.Tier;
import java.time.ZoneId;

/**
 * A program for coffee houses: stars that buy drinks and last half a year, tiers by the stars of the last twelve months, and stars that
 * last for as long as one holds a tier.
 */
public final class Stars {
    /** The stars. */
    public static final PointCurrency STARS = pointCurrency("stars");

    /** The tier of everybody. */
    public static final Tier GREEN = tier("green");

    /** From 500 stars in twelve months. */
    public static final Tier GOLD = tier("gold");

    /** From 2,500 stars in twelve months. */
    public static final Tier RESERVE = tier("reserve");

    private static final CountSum LATELY = counter("stars-earned").earned(STARS).per(overTheLast(months(12)));

    private static final CountSum EARNING_ORDERS =
            counter("earning-orders").purchases().per(EVER);

    private static final EarnRule BASE =
            rule("base").onPurchase().earns(STARS.points(1).per(usd(1)));

    private Stars() {}

    /** The program. */
    public static LoyaltyProgram stars() {
        return program("stars", "1")
                .zone(ZoneId.of("America/Los_Angeles"))
                .money(USD)
                .points(STARS, expiring(startOf(MONTH, months(7))).suspendedFor(GOLD, RESERVE))
                .excluding(
                        category("alcohol"),
                        category("gift-card"),
                        category("reload"),
                        category("tip"),
                        category("delivery"),
                        category("shipping"))
                .ladders(ladder("status")
                        .startingAt(GREEN)
                        .then(GOLD, LATELY.reaches(500))
                        .then(RESERVE, LATELY.reaches(2_500)))
                .earn(
                        BASE,
                        rule("gold-rate")
                                .onPurchase()
                                .where(memberIs(GOLD))
                                .multiplies(BASE)
                                .by("1.2"),
                        rule("reserve-rate")
                                .onPurchase()
                                .where(memberIs(RESERVE))
                                .multiplies(BASE)
                                .by("1.7"),
                        rule("preloaded")
                                .onPurchase()
                                .partPaidBy("preloaded-card")
                                .earns(STARS.points(1).per(usd(1))))
                .redeem(
                        reward("stars-25").costing(STARS.points(25)).gives(item("syrup")),
                        reward("stars-60").costing(STARS.points(60)).gives(amountOff(usd(2))),
                        reward("stars-100").costing(STARS.points(100)).gives(freeItem(category("brewed"))),
                        reward("stars-200").costing(STARS.points(200)).gives(freeItem(category("handcrafted"))),
                        reward("stars-300").costing(STARS.points(300)).gives(freeItem(category("sandwich"))),
                        reward("stars-400")
                                .costing(STARS.points(400))
                                .gives(amountOff(usd(20)).of(category("merchandise"))))
                .offers(offer("birthday")
                        .on(birthday())
                        .openFor(days(1))
                        .openFor(GOLD, days(7))
                        .openFor(RESERVE, days(30))
                        .where(enrolledFor(days(7)), EARNING_ORDERS.isAtLeast(1))
                        .gives(item("drink")))
                .build();
    }
}
