package dev.laurel.service.versions;

import dev.laurel.money.Money;
import dev.laurel.program.Expiry;
import dev.laurel.program.PointPolicy;
import dev.laurel.program.ShortfallPolicy;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierLadder;
import dev.laurel.tier.TierStep;
import dev.laurel.time.CalendarWindow;
import java.time.Period;

/** Terms that versions differ in. */
final class Terms {
    static final CalendarWindow MONTH = CalendarWindow.MONTH;
    static final CalendarWindow YEAR = CalendarWindow.YEAR;
    static final Tier LOWEST = Tier.of("base");
    static final Tier GOLD = Tier.of("gold");

    private Terms() {}

    static Expiry never() {
        return Expiry.never();
    }

    static Expiry after(Period period) {
        return Expiry.after(period);
    }

    static Expiry inactiveFor(Period period) {
        return Expiry.afterInactivityOf(period);
    }

    /** Points of which the expiry is all that is said. */
    static PointPolicy policy(Expiry expiry) {
        return new PointPolicy(Editions.POINTS, expiry, ShortfallPolicy.OWE);
    }

    /** Points that expire a period after they were earned, but not while somebody is gold. */
    static PointPolicy suspendedForGold(Period period) {
        return new PointPolicy(Editions.POINTS, Expiry.after(period).suspendedFor(GOLD), ShortfallPolicy.OWE);
    }

    /** Points that expire after inactivity, but not while somebody is gold. */
    static PointPolicy inactiveUnlessGold(Period period) {
        return new PointPolicy(
                Editions.POINTS, Expiry.afterInactivityOf(period).suspendedFor(GOLD), ShortfallPolicy.OWE);
    }

    /** Base and gold by a year's spend, kept through the next year. */
    static TierLadder yearly(long gold) {
        return ladder(LOWEST, GOLD, gold);
    }

    /** Two tiers by a year's spend, kept through the next year. */
    static TierLadder ladder(Tier lowest, Tier higher, long threshold) {
        return TierLadder.perCalendarYear(
                        new TierStep(lowest, Money.zero(Editions.USD)), new TierStep(higher, Editions.usd(threshold)))
                .keptThroughNextWindow();
    }

    /** Base and gold by a month's spend, kept through the next month. */
    static TierLadder monthly(long gold) {
        TierLadder yearly = yearly(gold);
        return new TierLadder(MONTH, yearly.kept(), yearly.fall(), yearly.steps());
    }
}
