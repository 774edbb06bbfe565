package dev.laurel.examples.programs;

import static dev.laurel.dsl.Laurel.*;

import dev.laurel.ledger.PointCurrency;
import dev.laurel.program.LoyaltyProgram;
import java.time.ZoneId;

/** A program for a gift shop in England: a point per pound, which pays a penny whenever and wherever the member likes. */
public final class OnePerPound {
    /** The points. */
    public static final PointCurrency POINTS = pointCurrency("points");

    private OnePerPound() {}

    /** The program. */
    public static LoyaltyProgram onePerPound() {
        return program("one-per-pound", "2009.1")
                .zone(ZoneId.of("Europe/London"))
                .money(GBP)
                .points(POINTS, expiring(never()))
                .returnsWithin(years(3))
                .earn(rule("per-pound").onPurchase().earns(POINTS.points(1).per(gbp(1))))
                .redeem(reward("points")
                        .costing(anyNumberOf(POINTS))
                        .gives(paymentOf(gbp("0.01")).perPoint()))
                .build();
    }
}
