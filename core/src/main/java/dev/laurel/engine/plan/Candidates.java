package dev.laurel.engine.plan;

import java.util.Arrays;

/**
 * The rules that can match a purchase at an instant by the holder of a tier, by their ordinals: collected in any order, read in
 * ascending order and once each.
 */
public final class Candidates {
    /** In place of the rank of a tier: no rule is left out for the tier. */
    public static final int ANY_TIER = -1;

    private static final int FEW = 8;

    private final long instant;
    private final int tierRank;
    private int[] ordinals = new int[FEW];
    private int size;

    /** None so far, for a microsecond since 1970. */
    Candidates(long instant, int tierRank) {
        this.instant = instant;
        this.tierRank = tierRank;
    }

    long instant() {
        return instant;
    }

    int tierRank() {
        return tierRank;
    }

    void add(int ordinal) {
        if (size == ordinals.length) {
            // Many lines find the same rules: what is collected stays within twice what is different.
            settle();
            if (size > ordinals.length / 2) {
                ordinals = Arrays.copyOf(ordinals, ordinals.length * 2);
            }
        }
        ordinals[size++] = ordinal;
    }

    /** Sorts them and drops repetitions; to be called when all are collected. */
    void settle() {
        Arrays.sort(ordinals, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (kept == 0 || ordinals[kept - 1] != ordinals[i]) {
                ordinals[kept++] = ordinals[i];
            }
        }
        size = kept;
    }

    public int size() {
        return size;
    }

    public int get(int index) {
        return ordinals[index];
    }
}
