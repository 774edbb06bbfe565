package dev.laurel.counter;

import static com.google.common.base.Preconditions.checkArgument;

import dev.laurel.time.Window;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The sums of a measure in the windows that can still matter, by the number of the window. Immutable; windows with a sum of
 * zero are not kept.
 *
 * <p>Those of a counter share with the account what it has of the counter. If they are more than 64, a store keeps the chunks between its
 * ends apart.
 */
public final class WindowSums {
    /** No sums. */
    public static final WindowSums NONE = new WindowSums(Buckets.NONE, 0, 0);

    private final Buckets older;
    private final long latest;

    /** The sum of the latest window, or 0 if there are none. */
    private final long latestSum;

    /** Of the latest window, of which the sum is 0 only if there are none, and of those before it. */
    WindowSums(Buckets older, long latest, long latestSum) {
        this.older = older;
        this.latest = latest;
        this.latestSum = latestSum;
    }

    /** The sums of a map from the number of a window to its sum. */
    public static WindowSums of(Map<Long, Long> sums) {
        SortedMap<Long, Long> kept = new TreeMap<>(sums);
        kept.values().removeIf(sum -> sum == 0);
        long[] pairs = new long[Pairs.PAIR * kept.size()];
        int place = 0;
        for (Map.Entry<Long, Long> sum : kept.entrySet()) {
            pairs[place++] = sum.getKey();
            pairs[place++] = sum.getValue();
        }
        return ofPairs(pairs);
    }

    /**
     * The sums of windows that stand side by side.
     *
     * @param pairs for each window its number and its sum
     * @throws IllegalArgumentException if they are not in the order of the numbers, or a sum is zero
     */
    public static WindowSums ofPairs(long[] pairs) {
        int last = Pairs.checked(pairs).length - Pairs.PAIR;
        return last < 0 ? NONE : new WindowSums(Buckets.of(pairs, last), pairs[last], pairs[last + 1]);
    }

    /**
     * The sums of what they have at their ends and of the chunks between, which they share.
     *
     * @param head the pairs of the first windows
     * @param middle the chunks between
     * @param tail the pairs of the last windows, the latest among them
     * @throws IllegalArgumentException if windows are missing at an end, are not in the order of the numbers, or a sum is zero
     */
    public static WindowSums ofChunks(long[] head, List<BucketChunk> middle, long[] tail) {
        int last = Pairs.checked(tail).length - Pairs.PAIR;
        checkArgument(Pairs.checked(head).length > 0 && last > 0, "sums with chunks must have windows at both ends");
        long before = Pairs.lastWindow(head);
        for (BucketChunk chunk : middle) {
            checkArgument(before < chunk.firstWindow(), "windows must stand in their order");
            before = Pairs.lastWindow(chunk.array());
        }
        checkArgument(before < tail[0], "windows must stand in their order");
        Buckets older = Buckets.ofChunks(head.clone(), middle, Arrays.copyOf(tail, last));
        return new WindowSums(older, tail[last], tail[last + 1]);
    }

    /** The sum of a window. */
    public long of(long window) {
        return window == latest ? latestSum : older.sum(window);
    }

    /**
     * The greatest sum of the days that count together on any day on which a day counts, that day included; the windows are days, and no sum is
     * less than zero. A late event counts in windows that end later too. So only what is counted later is walked through, and what no longer
     * counts then.
     *
     * @throws ArithmeticException if a sum does not fit into a {@code long}
     */
    public long mostWith(long day, Window.Rolling rolling) {
        long start = rolling.firstDayThatCounts(day);
        long sum = between(start, day);
        if (latest <= day) {
            return sum;
        }
        long until = rolling.countsUntil(day);
        WindowWalk last = new WindowWalk(this, day + 1);
        WindowWalk first = new WindowWalk(this, start);
        boolean isBehind = first.next();
        long most = sum;
        while (last.next() && last.window() < until) {
            for (; isBehind && rolling.countsUntil(first.window()) <= last.window(); isBehind = first.next()) {
                sum -= first.sum();
            }
            sum = Math.addExact(sum, last.sum());
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
        long sum = older.between(first, last);
        return latestSum != 0 && latest >= first && latest <= last ? Math.addExact(sum, latestSum) : sum;
    }

    /** The first window after one that has a sum, or the last number there is. */
    public long after(long window) {
        if (isEmpty() || latest <= window) {
            return Long.MAX_VALUE;
        }
        return Math.min(older.after(window), latest);
    }

    /** Whether all sums are zero. */
    public boolean isEmpty() {
        return latestSum == 0;
    }

    Buckets older() {
        return older;
    }

    long latest() {
        return latest;
    }

    long latestSum() {
        return latestSum;
    }

    /** The sums by the number of their window, in its order. */
    public SortedMap<Long, Long> toMap() {
        SortedMap<Long, Long> map = new TreeMap<>();
        WindowWalk walk = new WindowWalk(this, Long.MIN_VALUE);
        while (walk.next()) {
            map.put(walk.window(), walk.sum());
        }
        return map;
    }

    /** For each window its number and its sum, in the order of the numbers. */
    public long[] pairs() {
        return withLatest(older.toPairs());
    }

    private long[] withLatest(long[] pairs) {
        return latestSum == 0 ? pairs : Pairs.inserted(pairs, 0, pairs.length, latest, latestSum);
    }

    // --- as a store keeps them ---

    /** Whether the chunks between the ends are stored by themselves. */
    public boolean hasChunks() {
        return older.hasChunks();
    }

    /** The pairs of the windows with which they begin, none of which is in a chunk. */
    public long[] head() {
        return older.headPairs();
    }

    /** The chunks between, in their order. What comes or goes at either end mostly leaves them as they are. */
    public List<BucketChunk> middle() {
        return older.middle();
    }

    /** The pairs of the windows with which they end, the latest among them. */
    public long[] tail() {
        return withLatest(older.tailPairs());
    }

    /** Whether others have the very same chunks between, so that only the ends of both can differ. */
    public boolean sharesMiddleWith(WindowSums others) {
        return older.sharesMiddleWith(others.older);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WindowSums that
                && latest == that.latest
                && latestSum == that.latestSum
                && older.hasSameAs(that.older);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(pairs());
    }

    @Override
    public String toString() {
        return "WindowSums" + toMap();
    }
}
