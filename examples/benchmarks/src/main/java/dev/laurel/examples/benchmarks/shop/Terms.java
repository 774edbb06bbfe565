package dev.laurel.examples.benchmarks.shop;

import java.time.Period;
import java.time.ZoneId;
import java.util.Set;

/**
 * What the shop promises its members besides campaigns: a point a dollar, a quarter more for VIB and half as much again for Rouge,
 * as one amount rounded down once an order and capped per month; tiers by the spend of a calendar year, kept through the end of the
 * next; a bonus with the first order in the month of the birthday; points that end after a time without activity.
 */
public final class Terms {
    /** The zone in which dates are read. */
    public static final ZoneId ZONE = ZoneId.of("America/New_York");

    /** Lines of these categories earn nothing and do not count for tiers. */
    public static final Set<String> EXCLUDED = Set.of("gift-card", "shipping");

    /** From how many cents a calendar year on a member is VIB. */
    public static final long VIB_CENTS = 35_000;

    /** From how many cents a calendar year on a member is Rouge. */
    public static final long ROUGE_CENTS = 100_000;

    /** How many points base and tier give at most in a calendar month. */
    public static final long MONTHLY_CAP = 2_000;

    /** How many points the birthday is worth. */
    public static final long BIRTHDAY_POINTS = 250;

    /** How long points stay without activity. */
    public static final Period INACTIVITY = Period.ofMonths(18);

    private static final int[] PERCENT = {100, 125, 150};

    private Terms() {}

    /** The tier that the spend of a year supports: 0 for Insider, 1 for VIB, 2 for Rouge. */
    public static int tierOf(long cents) {
        return cents >= ROUGE_CENTS ? 2 : cents >= VIB_CENTS ? 1 : 0;
    }

    /** The points for an order of so many covered cents by a member of a tier, before the cap. */
    public static long pointsFor(long cents, int tier) {
        return cents * PERCENT[tier] / 10_000;
    }
}
