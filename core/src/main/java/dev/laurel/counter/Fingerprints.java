package dev.laurel.counter;

/**
 * How numbers are mixed to one by which what they are of is told from another. Stores keep it, so it is the same in every version of
 * Laurel.
 */
final class Fingerprints {
    private static final long STEP = 0x9e3779b97f4a7c15L;

    private Fingerprints() {}

    /** As in SplitMix64, of which the numbers are. */
    static long mixed(long before, long number) {
        long bits = before * 31 + number + STEP;
        bits = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        bits = (bits ^ (bits >>> 27)) * 0x94d049bb133111ebL;
        return bits ^ (bits >>> 31);
    }
}
