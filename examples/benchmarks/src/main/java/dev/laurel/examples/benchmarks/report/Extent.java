package dev.laurel.examples.benchmarks.report;

/**
 * How much is run.
 *
 * @param orders how many orders
 * @param seconds for how long each contender is warmed up, and then measured
 * @param rounds how many JVMs in turn each contender gets, of which the one in the middle counts
 */
public record Extent(int orders, int seconds, int rounds) {
    /** Enough for ratios that can be told to others. */
    public static final Extent FULL = new Extent(200_000, 4, 3);

    /** Enough to see whether something is far off, within ten minutes on two cores. */
    public static final Extent SHORT = new Extent(50_000, 2, 1);
}
