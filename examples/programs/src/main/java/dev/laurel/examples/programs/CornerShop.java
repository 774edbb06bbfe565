package dev.laurel.examples.programs;

import static dev.laurel.dsl.Laurel.*;

import dev.laurel.dsl.syntax.ProgramParts;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.occasion.MoneySum;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.tier.Tier;
import java.time.ZoneId;
import java.util.List;

/**
 * A program for a corner shop in Ireland that changes its terms at two new years. Points never expired, then they lasted a year. Regulars
 * became neighbors, and the mug is gone. Each version is a program of its own; nobody edits the one before.
 */
public final class CornerShop {
    /** The points. */
    public static final PointCurrency POINTS = pointCurrency("points");

    /** The tier of everybody. */
    public static final Tier GUEST = tier("guest");

    /** From 500 euros a year, until 2026. */
    public static final Tier REGULAR = tier("regular");

    /** What regulars are called from 2027 on. */
    public static final Tier NEIGHBOR = tier("neighbor");

    private static final MoneySum YEARLY_SPEND = counter("spend").spend().per(YEAR);

    private CornerShop() {}

    /** The program in all its versions. */
    public static List<LoyaltyProgram> cornerShop() {
        return List.of(first(), second(), third());
    }

    /** What all versions have. */
    private static ProgramParts version(String version, PointTerms terms) {
        return program("corner-shop", version)
                .zone(ZoneId.of("Europe/Dublin"))
                .money(EUR)
                .points(POINTS, terms)
                .excluding(category("gift-card"));
    }

    /** A point per euro that never expires, and a mug for 100 of them. */
    private static LoyaltyProgram first() {
        return version("2026.1", expiring(never()))
                .ladders(ladder("status").startingAt(GUEST).then(REGULAR, YEARLY_SPEND.reaches(eur(500))))
                .earn(rule("per-euro").onPurchase().earns(POINTS.points(1).per(eur(1))))
                .redeem(
                        reward("five-off").costing(POINTS.points(100)).gives(amountOff(eur(5))),
                        reward("mug").costing(POINTS.points(100)).gives(item("mug")))
                .build();
    }

    /** Two points per euro that last a year. Regulars are neighbors now, and what they were for this year stays. */
    private static LoyaltyProgram second() {
        return version("2027.1", expiring(after(months(12))))
                .inForceFrom("2027-01-01")
                .ladders(ladder("status").startingAt(GUEST).then(NEIGHBOR, YEARLY_SPEND.reaches(eur(600))))
                .retiring(REGULAR, NEIGHBOR)
                .earn(rule("per-euro").onPurchase().earns(POINTS.points(2).per(eur(1))))
                .redeem(
                        reward("five-off").costing(POINTS.points(200)).gives(amountOff(eur(5))),
                        reward("mug").costing(POINTS.points(200)).gives(item("mug")))
                .build();
    }

    /** The mug is gone, and points last for as long as somebody comes twice a year. */
    private static LoyaltyProgram third() {
        return version("2028.1", expiring(inactiveFor(months(6))))
                .inForceFrom("2028-01-01")
                .ladders(ladder("status").startingAt(GUEST).then(NEIGHBOR, YEARLY_SPEND.reaches(eur(600))))
                .retiringRewards("mug")
                .earn(rule("per-euro").onPurchase().earns(POINTS.points(2).per(eur(1))))
                .redeem(reward("five-off").costing(POINTS.points(200)).gives(amountOff(eur(5))))
                .build();
    }
}
