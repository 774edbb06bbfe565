package dev.laurel.counter;

import java.util.Arrays;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Some counters that stand one after the other: their ids, and a cell for each of their windows. A cell is three numbers side by side: the
 * place of the id, the window, and its sum. Cells stand in the order of the ids, and of one id in that of the windows. So an event that
 * counts touches two arrays, rather than objects of each counter that lie anywhere in memory.
 */
final class CounterChunk {
    /** Without counters. */
    static final CounterChunk EMPTY = new CounterChunk(new String[0], new long[0]);

    private static final int MOST = 32;

    /** So many cells are copied in no time; more only of a counter that has as many by itself. */
    private static final int MOST_CELLS = 64;

    private static final int CELL = 3;
    private static final int WINDOW = 1;
    private static final int SUM = 2;

    private final String[] ids;
    private final long[] cells;

    private CounterChunk(String[] ids, long[] cells) {
        this.ids = ids;
        this.cells = cells;
    }

    int size() {
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

    /** A copy with all these sums of a counter. */
    CounterChunk with(String id, WindowSums sums) {
        int found = placeOf(id);
        int place = found < 0 ? -found - 1 : found;
        CounterChunk chunk = found < 0 ? inserted(place, id) : this;
        for (Map.Entry<Long, Long> sum : sums.toMap().entrySet()) {
            chunk = chunk.with(id, place, sum.getKey(), sum.getValue());
        }
        return chunk;
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
