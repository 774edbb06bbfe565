package dev.laurel.testkit;

/**
 * Numbers that look random and follow from a seed: SplitMix64, by Steele, Lea and Flood ("Fast splittable pseudorandom number
 * generators", 2014), written out so that a seed means the same on every JVM for ever.
 */
final class SplitMix64 {
    private long state;

    SplitMix64(long seed) {
        state = seed;
    }

    /** The next number; all 64 bits are equally good. */
    long next() {
        state += 0x9E3779B97F4A7C15L;
        long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
