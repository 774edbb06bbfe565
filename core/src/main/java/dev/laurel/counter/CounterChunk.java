package dev.laurel.counter;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Some counters that stand one after the other: their ids, and a cell for each of their windows. A cell is three numbers side by side: the
 * place of the id, the window, and its sum. Cells stand in the order of the ids, and of one id in that of the windows. So an event that
 * counts touches two arrays, rather than objects of each counter that lie anywhere in memory.
 *
 * <p>Accounts share chunks, and a store can keep them apart from the rest. What accounts have is immutable.
 */
public final class CounterChunk {
    /** Without counters. */
    static final CounterChunk EMPTY = new CounterChunk(new String[0], new long[0]);

    private static final long STEP = 0x9e3779b97f4a7c15L;

    private static final int MOST = 32;

    /** So many cells are copied in no time; more only of a counter that has as many by itself. */
    private static final int MOST_CELLS = 64;

    private static final int CELL = 3;
    private static final int WINDOW = 1;
    private static final int SUM = 2;

    private final String[] ids;
    private final long[] cells;

    /** Worked out when it is asked for, which is not before it belongs to an account, or 0. */
    private volatile long fingerprint;

    private CounterChunk(String[] ids, long[] cells) {
        this.ids = ids;
        this.cells = cells;
    }

    /**
     * A chunk of these counters.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static CounterChunk of(SortedMap<String, WindowSums> counters) {
        checkArgument(!counters.isEmpty(), "a chunk must have counters");
        String[] ids = counters.keySet().toArray(String[]::new);
        long[] cells = new long
                [CELL * counters.values().stream().mapToInt(WindowSums::size).sum()];
        int cell = 0;
        for (int place = 0; place < ids.length; place++) {
            for (Map.Entry<Long, Long> sum : sumsOf(counters, ids[place]).entrySet()) {
                cells[cell] = place;
                cells[cell + WINDOW] = sum.getKey();
                cells[cell + SUM] = sum.getValue();
                cell += CELL;
            }
        }
        return new CounterChunk(ids, cells);
    }

    private static SortedMap<Long, Long> sumsOf(SortedMap<String, WindowSums> counters, String id) {
        return requireNonNull(counters.get(id), "sums").toMap();
    }

    /** Whether there is no place in a chunk for one counter more, if it has so many counters and windows. */
    static boolean isFull(int counters, int windows, int more) {
        return counters == MOST || windows + more > MOST_CELLS;
    }

    /** The id of its first counter. */
    public String firstId() {
        return ids[0];
    }

    /** Its counters, by their ids. */
    public SortedMap<String, WindowSums> toMap() {
        SortedMap<String, WindowSums> map = new TreeMap<>();
        for (int place = 0; place < ids.length; place++) {
            map.put(ids[place], sums(place));
        }
        return map;
    }

    /** A number by which another chunk is told from this one. Stores keep it, so it is the same in every version of Laurel. */
    public long fingerprint() {
        if (fingerprint == 0) {
            long mixed = 0;
            for (String id : ids) {
                mixed = mixed(mixed, id.length());
                for (int i = 0; i < id.length(); i++) {
                    mixed = mixed(mixed, id.charAt(i));
                }
            }
            for (long number : cells) {
                mixed = mixed(mixed, number);
            }
            fingerprint = mixed;
        }
        return fingerprint;
    }

    /** As in SplitMix64, of which the numbers are. */
    private static long mixed(long before, long number) {
        long bits = before * 31 + number + STEP;
        bits = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        bits = (bits ^ (bits >>> 27)) * 0x94d049bb133111ebL;
        return bits ^ (bits >>> 31);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other == this
                || (other instanceof CounterChunk that
                        && Arrays.equals(ids, that.ids)
                        && Arrays.equals(cells, that.cells));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ids) * 31 + Arrays.hashCode(cells);
    }

    @Override
    public String toString() {
        return "CounterChunk[" + ids.length + " counters]";
    }

    /** How many counters it has. */
    public int size() {
        return ids.length;
    }

    boolean isEmpty() {
        return ids.length == 0;
    }

    /** Whether there are more counters than a chunk may have, or more windows than it should. */
    boolean isTooLong() {
        return ids.length > MOST || (ids.length > 1 && cells.length > MOST_CELLS * CELL);
    }

    String lastId() {
        return ids[ids.length - 1];
    }

    boolean has(String id) {
        return placeOf(id) >= 0;
    }

    /**
     * The place of a counter, or a negative number as of a binary search if it is not there. In accounts that stay in memory the ids are
     * the very ones of the plan.
     */
    @SuppressWarnings("ReferenceEquality")
    int placeOf(String id) {
        for (int place = 0; place < ids.length; place++) {
            if (ids[place] == id) {
                return place;
            }
        }
        return Arrays.binarySearch(ids, id);
    }

    Map.Entry<String, WindowSums> entry(int place) {
        return Map.entry(ids[place], sums(place));
    }

    /** The sums of a counter; none if it is not there. */
    WindowSums sums(String id) {
        int place = placeOf(id);
        return place < 0 ? WindowSums.NONE : sums(place);
    }

    private WindowSums sums(int place) {
        int from = cellOf(place, Long.MIN_VALUE);
        int to = cellOf(place + 1, Long.MIN_VALUE);
        long[] pairs = new long[(to - from) / CELL * 2];
        for (int cell = from, i = 0; cell < to; cell += CELL) {
            pairs[i++] = cells[cell + WINDOW];
            pairs[i++] = cells[cell + SUM];
        }
        return WindowSums.ofPairs(pairs);
    }

    /** The sum of a window of a counter, by its place. */
    long sum(int place, long window) {
        int cell = place < 0 ? cells.length : cellOf(place, window);
        return place >= 0 && isAt(cell, place, window) ? cells[cell + SUM] : 0;
    }

    /** Where the cell of a window of a counter begins, or would have to. */
    private int cellOf(int place, long window) {
        int low = 0;
        int high = cells.length / CELL;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int cell = middle * CELL;
            if (cells[cell] < place || (cells[cell] == place && cells[cell + WINDOW] < window)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low * CELL;
    }

    private boolean isAt(int cell, int place, long window) {
        return cell < cells.length && cells[cell] == place && cells[cell + WINDOW] == window;
    }

    /** Replaces the sum of a window in place, if there is one; for a chunk that nobody else has. */
    boolean replace(int place, long window, long sum) {
        int cell = place < 0 ? cells.length : cellOf(place, window);
        if (place < 0 || !isAt(cell, place, window)) {
            return false;
        }
        cells[cell + SUM] = sum;
        return true;
    }

    /**
     * A copy with this sum of a window, or without the window if it is zero, or without the counter if that was its only one.
     *
     * @param place the {@linkplain #placeOf place} of the counter
     */
    CounterChunk with(String id, int place, long window, long sum) {
        if (place < 0) {
            return sum == 0 ? this : inserted(-place - 1, id).with(id, -place - 1, window, sum);
        }
        int cell = cellOf(place, window);
        if (!isAt(cell, place, window)) {
            return sum == 0 ? this : new CounterChunk(ids, inserted(cell, place, window, sum));
        }
        if (sum == 0) {
            CounterChunk without = new CounterChunk(ids, removed(cell, cell + CELL));
            return without.hasCells(place) ? without : without.removed(place);
        }
        long[] changed = cells.clone();
        changed[cell + SUM] = sum;
        return new CounterChunk(ids, changed);
    }

    private boolean hasCells(int place) {
        int cell = cellOf(place, Long.MIN_VALUE);
        return cell < cells.length && cells[cell] == place;
    }

    private long[] inserted(int cell, int place, long window, long sum) {
        long[] more = new long[cells.length + CELL];
        System.arraycopy(cells, 0, more, 0, cell);
        System.arraycopy(cells, cell, more, cell + CELL, cells.length - cell);
        more[cell] = place;
        more[cell + WINDOW] = window;
        more[cell + SUM] = sum;
        return more;
    }

    private long[] removed(int from, int to) {
        long[] fewer = new long[cells.length - (to - from)];
        System.arraycopy(cells, 0, fewer, 0, from);
        System.arraycopy(cells, to, fewer, from, cells.length - to);
        return fewer;
    }

    private CounterChunk inserted(int place, String id) {
        String[] more = new String[ids.length + 1];
        System.arraycopy(ids, 0, more, 0, place);
        System.arraycopy(ids, place, more, place + 1, ids.length - place);
        more[place] = id;
        return new CounterChunk(more, moved(cells, place, 1));
    }

    /** Without a counter that has no windows. */
    private CounterChunk removed(int place) {
        String[] fewer = new String[ids.length - 1];
        System.arraycopy(ids, 0, fewer, 0, place);
        System.arraycopy(ids, place + 1, fewer, place, fewer.length - place);
        return new CounterChunk(fewer, moved(cells, place + 1, -1));
    }

    /** A copy of cells in which those of the counters from a place on are of a place further on or before. */
    private static long[] moved(long[] cells, int from, int by) {
        long[] moved = cells.clone();
        for (int cell = 0; cell < moved.length; cell += CELL) {
            moved[cell] += moved[cell] >= from ? by : 0;
        }
        return moved;
    }

    CounterChunk firstHalf() {
        int half = ids.length / 2;
        return new CounterChunk(
                Arrays.copyOfRange(ids, 0, half), Arrays.copyOfRange(cells, 0, cellOf(half, Long.MIN_VALUE)));
    }

    CounterChunk secondHalf() {
        int half = ids.length / 2;
        long[] rest = Arrays.copyOfRange(cells, cellOf(half, Long.MIN_VALUE), cells.length);
        return new CounterChunk(Arrays.copyOfRange(ids, half, ids.length), moved(rest, 0, -half));
    }

    /** Without the windows before the first that each counter keeps, and without the counters that had some and keep none; itself if all are kept. */
    CounterChunk from(ToLongFunction<String> first) {
        long[] keptFrom = new long[ids.length];
        for (int place = 0; place < ids.length; place++) {
            keptFrom[place] = first.applyAsLong(ids[place]);
        }
        int count = 0;
        for (int cell = 0; cell < cells.length; cell += CELL) {
            count += isFrom(cell, keptFrom) ? CELL : 0;
        }
        if (count == cells.length) {
            return this;
        }
        long[] kept = new long[count];
        count = 0;
        for (int cell = 0; cell < cells.length; cell += CELL) {
            if (isFrom(cell, keptFrom)) {
                System.arraycopy(cells, cell, kept, count, CELL);
                count += CELL;
            }
        }
        return new CounterChunk(ids, kept).withoutEmptied(this);
    }

    private boolean isFrom(int cell, long[] first) {
        return cells[cell + WINDOW] >= first[(int) cells[cell]];
    }

    /** Without the counters that had windows and have none any more. */
    private CounterChunk withoutEmptied(CounterChunk before) {
        CounterChunk kept = this;
        for (int place = ids.length - 1; place >= 0; place--) {
            kept = before.hasCells(place) && !kept.hasCells(place) ? kept.removed(place) : kept;
        }
        return kept;
    }

    void forEachFirst(Counters.FirstWindow asked) {
        for (int cell = 0; cell < cells.length; cell += CELL) {
            if (cell == 0 || cells[cell - CELL] != cells[cell]) {
                asked.of(ids[(int) cells[cell]], cells[cell + WINDOW]);
            }
        }
    }
}
