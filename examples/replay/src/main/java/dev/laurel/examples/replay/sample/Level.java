package dev.laurel.examples.replay.sample;

/** What customers can be in the program of the shop, from the lowest. */
enum Level {
    INSIDER,
    VIB,
    ROUGE;

    private static final long VIB_CENTS = 350_00;
    private static final long ROUGE_CENTS = 1_000_00;

    /** What somebody is who spent so much within a calendar year. */
    static Level ofSpend(long cents) {
        if (cents >= ROUGE_CENTS) {
            return ROUGE;
        }
        return cents >= VIB_CENTS ? VIB : INSIDER;
    }

    boolean isAtLeast(Level other) {
        return compareTo(other) >= 0;
    }
}
