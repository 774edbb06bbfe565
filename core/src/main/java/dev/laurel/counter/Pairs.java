package dev.laurel.counter;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Arrays;

/** Arrays of windows and their sums, side by side: each window stands before its sum, by ascending number. */
final class Pairs {
    /** Without windows. */
    static final long[] NONE = new long[0];

    /** The numbers of a pair. */
    static final int PAIR = 2;

    private Pairs() {}

    /**
     * Pairs as they must be.
     *
     * @throws IllegalArgumentException if a number is missing, the windows are not in their order, or a sum is zero
     */
    static long[] checked(long[] pairs) {
        checkArgument(pairs.length % PAIR == 0, "each window must have a sum");
        for (int place = 0; place < pairs.length; place += PAIR) {
            checkArgument(place == 0 || pairs[place - PAIR] < pairs[place], "windows must stand in their order");
            checkArgument(pairs[place + 1] != 0, "a window without a sum must not be kept");
        }
        return pairs;
    }

    /** Where a window stands from a place on, or would have to. */
    static int placeOf(long[] pairs, int from, long window) {
        int low = from / PAIR;
        int high = pairs.length / PAIR;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pairs[PAIR * middle] < window) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return PAIR * low;
    }

    /**
     * What the windows from one to another have together, both included, looked for from a place on.
     *
     * @throws ArithmeticException if that does not fit into a {@code long}
     */
    static long between(long[] pairs, int from, long first, long last) {
        long sum = 0;
        for (int place = placeOf(pairs, from, first); place < pairs.length && pairs[place] <= last; place += PAIR) {
            sum = Math.addExact(sum, pairs[place + 1]);
        }
        return sum;
    }

    /** The last window. */
    static long lastWindow(long[] pairs) {
        return pairs[pairs.length - PAIR];
    }

    /** A copy from a place on, with another sum at a place. */
    static long[] changed(long[] pairs, int from, int place, long sum) {
        long[] changed = Arrays.copyOfRange(pairs, from, pairs.length);
        changed[place - from + 1] = sum;
        return changed;
    }

    /** A copy from a place on, with a window more at a place. */
    static long[] inserted(long[] pairs, int from, int place, long window, long sum) {
        long[] more = new long[pairs.length - from + PAIR];
        System.arraycopy(pairs, from, more, 0, place - from);
        more[place - from] = window;
        more[place - from + 1] = sum;
        System.arraycopy(pairs, place, more, place - from + PAIR, pairs.length - place);
        return more;
    }

    /** A copy from a place on, without the window at a place. */
    static long[] removed(long[] pairs, int from, int place) {
        long[] fewer = new long[pairs.length - from - PAIR];
        System.arraycopy(pairs, from, fewer, 0, place - from);
        System.arraycopy(pairs, place + PAIR, fewer, place - from, pairs.length - place - PAIR);
        return fewer;
    }

    /** The windows of two arrays, one after the other. */
    static long[] joined(long[] first, long[] second) {
        long[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
