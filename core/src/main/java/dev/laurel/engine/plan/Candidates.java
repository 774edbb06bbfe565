package dev.laurel.engine.plan;

import java.util.Arrays;

/**
 * The rules that can match a purchase at an instant by the holder of some tiers, by their ordinals: collected in any order, read in
 * ascending order and once each.
 */
public final class Candidates {
    /** In place of the bits of the tiers that are held: no rule is left out for the tier. */
    public static final long ANY_TIER = -1L;

    private static final int FEW = 8;

    private final long instant;
    private final long tiersHeld;
    private int[] ordinals = new int[FEW];
    private int size;

    /** None so far, for a microsecond since 1970. */
    Candidates(long instant, long tiersHeld) {
        this.instant = instant;
        this.tiersHeld = tiersHeld;
    }

    long instant() {
        return instant;
    }

    long tiersHeld() {
        return tiersHeld;
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
