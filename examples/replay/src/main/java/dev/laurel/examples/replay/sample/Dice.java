package dev.laurel.examples.replay.sample;

import java.util.List;

/**
 * Chance that can be had again: the same seed gives the same draws on every JVM.
 *
 * <p>The generator is SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014), written out
 * here because the generators of the JDK do not promise to draw the same bounded numbers in every release.
 */
final class Dice {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
    private static final int PER_MILLE = 1_000;

    private final long origin;
    private long state;

    private Dice(long origin) {
        this.origin = origin;
        this.state = origin;
    }

    static Dice ofSeed(long seed) {
        return new Dice(mixed(seed + GOLDEN_GAMMA));
    }

    /** Other dice for something of its own, the same however often these were thrown: so one habit does not disturb another. */
    Dice named(String name) {
        long mixed = origin;
        for (int index = 0; index < name.length(); index++) {
            mixed = mixed((mixed ^ name.charAt(index)) + GOLDEN_GAMMA);
        }
        return new Dice(mixed);
    }

    /** Other dice for one of many, the same however often these were thrown. */
    Dice numbered(int number) {
        return new Dice(mixed(mixed(origin + number) + GOLDEN_GAMMA));
    }

    private long next() {
        state += GOLDEN_GAMMA;
        return mixed(state);
    }

    private static long mixed(long bits) {
        long first = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        long second = (first ^ (first >>> 27)) * 0x94d049bb133111ebL;
        return second ^ (second >>> 31);
    }

    /**
     * A number from 0 to below a bound.
     *
     * @param bound above 0
     */
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** A number from the first to the last, both included. */
    int between(int first, int last) {
        return first + below(last - first + 1);
    }

    /** Whether something happens that happens so often in a thousand times. */
    boolean happens(int perMille) {
        return below(PER_MILLE) < perMille;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(below(choices.size()));
    }
}
