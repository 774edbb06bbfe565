package dev.laurel.examples.programs;

import static dev.laurel.dsl.Laurel.*;

import dev.laurel.ledger.PointCurrency;
import dev.laurel.occasion.ActivityKind;
import dev.laurel.occasion.CountSum;
import dev.laurel.occasion.Counter;
import dev.laurel.program.LoyaltyProgram;
import java.time.ZoneOffset;

/** A program of challenges: a badge for different categories in a month, a streak of weeks with a purchase, and points for reviews. */
public final class Explorer {
    /** The points. */
    public static final PointCurrency POINTS = pointCurrency("points");

    /** A review of something that was bought. */
    public static final ActivityKind REVIEW = activity("review");

    private static final Counter<CountSum> CATEGORIES = counter("categories").distinct(category());

    private static final Counter<CountSum> PURCHASES = counter("purchases").purchases();

    private Explorer() {}

    /** The program. */
    public static LoyaltyProgram explorer() {
        return program("explorer", "1")
                .zone(ZoneOffset.UTC)
                .money(EUR)
                .points(POINTS, expiring(never()))
                .excluding(category("gift-card"))
                .earn(
                        rule("base").onPurchase().earns(POINTS.points(1).perFull(eur(1))),
                        rule("explorer")
                                .on(CATEGORIES.per(MONTH).reaches(3))
                                .earns(POINTS.points(150))
                                .capped(atMost(1).usesPer(EVER)),
                        rule("regular")
                                .on(PURCHASES.per(WEEK).reaches(1).inARow(4))
                                .earns(POINTS.points(200)),
                        rule("review")
                                .on(REVIEW)
                                .earns(POINTS.points(10))
                                .capped(atMost(3).usesPer(MONTH)))
                .build();
    }
}
