package dev.laurel.examples.replay;

import static dev.laurel.dsl.Laurel.*;

import dev.laurel.dsl.Laurel;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.occasion.CountSum;
import dev.laurel.occasion.MoneySum;
import dev.laurel.program.LoyaltyProgram;
import java.time.ZoneOffset;

/** A program with two ladders: status by what is bought, and a club that one is granted. */
final class TwoLadders {
    private static final PointCurrency POINTS = pointCurrency("points");
    private static final MoneySum SPEND = counter("spend").spend().per(YEAR);
    private static final CountSum VISITS = counter("visits").purchases().per(YEAR);

    private TwoLadders() {}

    static LoyaltyProgram program() {
        return Laurel.program("two-ladders", "1")
                .zone(ZoneOffset.UTC)
                .money(USD)
                .points(POINTS, expiring(never()))
                .excluding(category("gift-card"))
                .ladders(
                        ladder("status")
                                .startingAt(tier("green"))
                                .then(tier("gold"), any(SPEND.reaches(usd(500)), VISITS.reaches(3)))
                                .then(tier("platinum"), all(SPEND.reaches(usd(1000)), VISITS.reaches(3))),
                        ladder("club").startingAt(tier("guest")).onlyGranted(tier("patron")))
                .earn(rule("base").onPurchase().earns(POINTS.points(1).per(usd(1))))
                .build();
    }
}
