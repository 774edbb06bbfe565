package dev.laurel.service.versions;

import dev.laurel.occasion.Counter;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.program.Ladder;
import dev.laurel.program.PointTerms;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Expiry;
import dev.laurel.time.Moment;
import java.time.Period;

/** Terms that versions differ in. */
final class Terms {
    private static final Counter<MoneySum> SPEND = PurchaseCounter.spend("spend");

    static final Tier LOWEST = Tier.of("base");
    static final Tier GOLD = Tier.of("gold");

    private Terms() {}

    /** Points that never expire. */
    static PointTerms never() {
        return PointTerms.expiring(Moment.never());
    }

    /** Points that expire a period after they were earned. */
    static PointTerms after(Period period) {
        return PointTerms.expiring(Moment.after(period));
    }

    /** Points that expire after inactivity. */
    static PointTerms inactiveFor(Period period) {
        return PointTerms.expiring(Expiry.inactiveFor(period));
    }

    /** Points that expire after inactivity or a period after they were earned, whichever is earlier. */
    static PointTerms either(Period inactivity, Period period) {
        return PointTerms.expiring(Expiry.earlierOf(Expiry.inactiveFor(inactivity), Moment.after(period)));
    }

    /** Base and gold by a year's spend, kept through the next year. */
    static Ladder yearly(long gold) {
        return ladder(LOWEST, GOLD, gold);
    }

    /** Two tiers by a year's spend, kept through the next year. */
    static Ladder ladder(Tier lowest, Tier higher, long threshold) {
        return ladder(BoundedWindow.YEAR, lowest, higher, threshold);
    }

    /** Base and gold by a month's spend, kept through the next month. */
    static Ladder monthly(long gold) {
        return ladder(BoundedWindow.MONTH, LOWEST, GOLD, gold);
    }

    private static Ladder ladder(BoundedWindow window, Tier lowest, Tier higher, long threshold) {
        return Ladder.startingAt("status", lowest)
                .then(higher, SPEND.per(window).reaches(Editions.usd(threshold)));
    }
}
