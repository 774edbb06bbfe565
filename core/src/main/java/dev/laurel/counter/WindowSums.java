package dev.laurel.counter;

import com.google.common.primitives.Longs;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The sums of a measure in the windows that can still matter, by the number of the window. Immutable; windows with a sum of
 * zero are not kept.
 */
public final class WindowSums {
    /** No sums. */
    public static final WindowSums NONE = new WindowSums(new long[0], new long[0]);

    private final long[] windows;
    private final long[] sums;

    private WindowSums(long[] windows, long[] sums) {
        this.windows = windows;
        this.sums = sums;
    }

    /** The sums of a map from the number of a window to its sum. */
    public static WindowSums of(Map<Long, Long> sums) {
        SortedMap<Long, Long> kept = new TreeMap<>(sums);
        kept.values().removeIf(sum -> sum == 0);
        return new WindowSums(Longs.toArray(kept.keySet()), Longs.toArray(kept.values()));
    }

    /** The sum of a window. */
    public long of(long window) {
        int place = Arrays.binarySearch(windows, window);
        return place < 0 ? 0 : sums[place];
    }

    /**
     * The sums with so much more in a window.
     *
     * @throws ArithmeticException if the sum does not fit into a {@code long}
     */
    public WindowSums plus(long window, long amount) {
        if (amount == 0) {
            return this;
        }
        int place = Arrays.binarySearch(windows, window);
        if (place >= 0) {
            long sum = Math.addExact(sums[place], amount);
            if (sum == 0) {
                return new WindowSums(without(windows, place), without(sums, place));
            }
            long[] changed = sums.clone();
            changed[place] = sum;
            return new WindowSums(windows, changed);
        }
        return new WindowSums(with(windows, -place - 1, window), with(sums, -place - 1, amount));
    }

    /** The sums without the windows before the given one. */
    public WindowSums from(long window) {
        int kept = 0;
        while (kept < windows.length && windows[kept] < window) {
            kept++;
        }
        return kept == 0
                ? this
                : new WindowSums(
                        Arrays.copyOfRange(windows, kept, windows.length), Arrays.copyOfRange(sums, kept, sums.length));
    }

    /** Whether all sums are zero. */
    public boolean isEmpty() {
        return windows.length == 0;
    }

    /** The sums by the number of their window, in its order. */
    public SortedMap<Long, Long> toMap() {
        SortedMap<Long, Long> map = new TreeMap<>();
        for (int i = 0; i < windows.length; i++) {
            map.put(windows[i], sums[i]);
        }
        return map;
    }

    private static long[] with(long[] values, int place, long value) {
        long[] longer = new long[values.length + 1];
        System.arraycopy(values, 0, longer, 0, place);
        longer[place] = value;
        System.arraycopy(values, place, longer, place + 1, values.length - place);
        return longer;
    }

    private static long[] without(long[] values, int place) {
        long[] shorter = new long[values.length - 1];
        System.arraycopy(values, 0, shorter, 0, place);
        System.arraycopy(values, place + 1, shorter, place, shorter.length - place);
        return shorter;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WindowSums that
                && Arrays.equals(windows, that.windows)
                && Arrays.equals(sums, that.sums);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(windows) + Arrays.hashCode(sums);
    }

    @Override
    public String toString() {
        return "WindowSums" + toMap();
    }
}
