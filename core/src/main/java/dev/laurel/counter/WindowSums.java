package dev.laurel.counter;

import dev.laurel.time.Window;
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
    public static final WindowSums NONE = new WindowSums(new long[0]);

    /** For each window its number and its sum, by ascending number. */
    private final long[] pairs;

    private WindowSums(long[] pairs) {
        this.pairs = pairs;
    }

    /** The sums of a map from the number of a window to its sum. */
    public static WindowSums of(Map<Long, Long> sums) {
        SortedMap<Long, Long> kept = new TreeMap<>(sums);
        kept.values().removeIf(sum -> sum == 0);
        long[] pairs = new long[2 * kept.size()];
        int place = 0;
        for (Map.Entry<Long, Long> sum : kept.entrySet()) {
            pairs[place++] = sum.getKey();
            pairs[place++] = sum.getValue();
        }
        return new WindowSums(pairs);
    }

    /** For each window its number and its sum, by ascending number, none of them zero; nobody changes the array any more. */
    static WindowSums ofPairs(long[] pairs) {
        return pairs.length == 0 ? NONE : new WindowSums(pairs);
    }

    /** Where the number of a window stands, or would have to. */
    private int placeOf(long window) {
        int low = 0;
        int high = pairs.length / 2;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pairs[2 * middle] < window) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return 2 * low;
    }

    private boolean isAt(int place, long window) {
        return place < pairs.length && pairs[place] == window;
    }

    /** The sum of a window. */
    public long of(long window) {
        int place = placeOf(window);
        return isAt(place, window) ? pairs[place + 1] : 0;
    }

    /**
     * The greatest sum of the days that count together on any day on which a day counts, that day included; the windows are days. A late
     * event counts in windows that end later too.
     */
    public long mostWith(long day, Window.Rolling rolling) {
        long until = rolling.countsUntil(day);
        int place = 0;
        int first = 0;
        long sum = 0;
        for (; place < pairs.length && pairs[place] <= day; place += 2) {
            sum += pairs[place + 1];
        }
        for (; first < place && rolling.countsUntil(pairs[first]) <= day; first += 2) {
            sum -= pairs[first + 1];
        }
        long most = sum;
        for (; place < pairs.length && pairs[place] < until; place += 2) {
            sum += pairs[place + 1];
            for (; rolling.countsUntil(pairs[first]) <= pairs[place]; first += 2) {
                sum -= pairs[first + 1];
            }
            most = Math.max(most, sum);
        }
        return most;
    }

    /**
     * What the windows from one to another have together, both included.
     *
     * @throws ArithmeticException if that does not fit into a {@code long}
     */
    public long between(long first, long last) {
        long sum = 0;
        for (int place = placeOf(first); place < pairs.length && pairs[place] <= last; place += 2) {
            sum = Math.addExact(sum, pairs[place + 1]);
        }
        return sum;
    }

    /** How many windows have a sum. */
    int size() {
        return pairs.length / 2;
    }

    /** Whether all sums are zero. */
    public boolean isEmpty() {
        return pairs.length == 0;
    }

    /** The sums by the number of their window, in its order. */
    public SortedMap<Long, Long> toMap() {
        SortedMap<Long, Long> map = new TreeMap<>();
        for (int place = 0; place < pairs.length; place += 2) {
            map.put(pairs[place], pairs[place + 1]);
        }
        return map;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WindowSums that && Arrays.equals(pairs, that.pairs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(pairs);
    }

    @Override
    public String toString() {
        return "WindowSums" + toMap();
    }
}
