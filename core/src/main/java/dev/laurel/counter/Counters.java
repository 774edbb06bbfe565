package dev.laurel.counter;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.AbstractIterator;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is counted in windows, by the id of the counter and in the order of the ids. Immutable: a changed copy shares all chunks that
 * the change does not touch, so a change costs what it touches and not how many counters there are.
 */
public final class Counters extends AbstractMap<String, WindowSums> {
    /** No counters. */
    public static final Counters NONE = new Counters(new CounterChunk[0]);

    private final CounterChunk[] chunks;

    private Counters(CounterChunk[] chunks) {
        this.chunks = chunks;
    }

    /**
     * The counters of a map.
     *
     * @throws NullPointerException if an id or its sums are null
     */
    public static Counters copyOf(Map<String, WindowSums> counters) {
        if (counters instanceof Counters same) {
            return same;
        }
        List<CounterChunk> chunks = new ArrayList<>();
        SortedMap<String, WindowSums> chunk = new TreeMap<>();
        int windows = 0;
        for (Map.Entry<String, WindowSums> counter : new TreeMap<>(counters).entrySet()) {
            WindowSums sums = requireNonNull(counter.getValue(), "sums");
            if (!chunk.isEmpty() && CounterChunk.isFull(chunk.size(), windows, sums.size())) {
                chunks.add(CounterChunk.of(chunk));
                chunk.clear();
                windows = 0;
            }
            chunk.put(counter.getKey(), sums);
            windows += sums.size();
        }
        if (!chunk.isEmpty()) {
            chunks.add(CounterChunk.of(chunk));
        }
        return chunks.isEmpty() ? NONE : new Counters(chunks.toArray(CounterChunk[]::new));
    }

    /**
     * The counters of these chunks, which it shares.
     *
     * @throws IllegalArgumentException if they do not stand in the order of the ids
     */
    public static Counters ofChunks(List<CounterChunk> chunks) {
        for (int i = 1; i < chunks.size(); i++) {
            checkArgument(
                    chunks.get(i - 1).lastId().compareTo(chunks.get(i).firstId()) < 0,
                    "counters must stand in the order of their ids");
        }
        return new Counters(chunks.toArray(CounterChunk[]::new));
    }

    /** Its chunks, in the order of the ids. */
    public List<CounterChunk> chunks() {
        return Collections.unmodifiableList(Arrays.asList(chunks));
    }

    /** The sums of a counter; none if it has not counted anything. */
    public WindowSums of(String id) {
        int chunk = chunkFor(chunks, id);
        return chunk < 0 ? WindowSums.NONE : chunks[chunk].sums(id);
    }

    /** The chunk that has an id, or that would have it, or -1 if there is none. */
    private static int chunkFor(CounterChunk[] chunks, String id) {
        int low = 0;
        int high = chunks.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (chunks[middle].lastId().compareTo(id) >= 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return high < 0 ? -1 : low;
    }

    /** Counters that are being changed. Each chunk that a change touches is copied; the sums of the last one it may change in place. */
    public static final class Draft {
        private Counters before;
        private CounterChunk[] chunks;

        /** The chunk whose sums belong to the draft alone, or null. */
        private @Nullable CounterChunk own;

        /** Begins with these. */
        public Draft(Counters counters) {
            before = counters;
            chunks = counters.chunks;
        }

        /** The sums of a counter; none if it has not counted anything. */
        public WindowSums of(String id) {
            int chunk = chunkFor(chunks, id);
            return chunk < 0 ? WindowSums.NONE : chunks[chunk].sums(id);
        }

        /** The sum of a window of a counter. */
        public long sum(String id, long window) {
            int chunk = chunkFor(chunks, id);
            return chunk < 0 ? 0 : chunks[chunk].sum(chunks[chunk].placeOf(id), window);
        }

        /**
         * Adds an amount in a window, and returns the sum that the window then has. A window whose sum is zero is not kept, and no
         * counter without windows.
         *
         * @throws ArithmeticException if the sum does not fit into a {@code long}
         */
        @SuppressWarnings("ReferenceEquality") // only the draft's own chunk may be changed in place, not one like it
        public long add(String id, long window, long amount) {
            int chunk = chunkFor(chunks, id);
            CounterChunk counting = chunk < 0 ? CounterChunk.EMPTY : chunks[chunk];
            int place = counting.placeOf(id);
            long sum = Math.addExact(counting.sum(place, window), amount);
            if (amount == 0 || (sum != 0 && counting == own && counting.replace(place, window, sum))) {
                return sum;
            }
            CounterChunk changed = counting.with(id, place, window, sum);
            set(chunk, changed);
            own = changed;
            return sum;
        }

        private void set(int place, CounterChunk changed) {
            if (place < 0) {
                chunks = new CounterChunk[] {changed};
            } else if (changed.isEmpty()) {
                CounterChunk[] fewer = new CounterChunk[chunks.length - 1];
                System.arraycopy(chunks, 0, fewer, 0, place);
                System.arraycopy(chunks, place + 1, fewer, place, fewer.length - place);
                chunks = fewer;
            } else if (changed.isTooLong()) {
                CounterChunk[] more = new CounterChunk[chunks.length + 1];
                System.arraycopy(chunks, 0, more, 0, place);
                System.arraycopy(chunks, place + 1, more, place + 2, chunks.length - place - 1);
                more[place] = changed.firstHalf();
                more[place + 1] = changed.secondHalf();
                chunks = more;
            } else {
                chunks = chunks == before.chunks ? chunks.clone() : chunks;
                chunks[place] = changed;
            }
        }

        /** Drops of each counter the windows before one; and the counter if that were all. */
        @SuppressWarnings("ReferenceEquality") // a chunk that keeps all gives itself
        public void keepFrom(ToLongFunction<String> first) {
            for (int place = chunks.length - 1; place >= 0; place--) {
                CounterChunk kept = chunks[place].from(first);
                if (kept != chunks[place]) {
                    set(place, kept);
                }
            }
        }

        /** Asks the first window of each counter that has one. */
        public void forEachFirst(FirstWindow asked) {
            for (CounterChunk chunk : chunks) {
                chunk.forEachFirst(asked);
            }
        }

        /** The counters as they are by now. */
        public Counters toCounters() {
            before = chunks == before.chunks ? before : new Counters(chunks);
            own = null;
            return before;
        }
    }

    /** Is told the first window of a counter. */
    @FunctionalInterface
    public interface FirstWindow {
        /** The counter has this window, and none before it. */
        void of(String id, long window);
    }

    // --- the map ---

    @Override
    public int size() {
        int size = 0;
        for (CounterChunk chunk : chunks) {
            size += chunk.size();
        }
        return size;
    }

    @Override
    public @Nullable WindowSums get(@Nullable Object id) {
        int chunk = id instanceof String text ? chunkFor(chunks, text) : -1;
        return chunk >= 0 && id instanceof String text && chunks[chunk].has(text) ? chunks[chunk].sums(text) : null;
    }

    @Override
    public boolean containsKey(@Nullable Object id) {
        return get(id) != null;
    }

    @Override
    public Set<Map.Entry<String, WindowSums>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return Counters.this.size();
            }

            @Override
            public Iterator<Map.Entry<String, WindowSums>> iterator() {
                return entries();
            }
        };
    }

    private Iterator<Map.Entry<String, WindowSums>> entries() {
        return new AbstractIterator<>() {
            private int chunk;
            private int place;

            @Override
            protected Map.@Nullable Entry<String, WindowSums> computeNext() {
                if (chunk < chunks.length && place == chunks[chunk].size()) {
                    chunk++;
                    place = 0;
                }
                return chunk < chunks.length ? chunks[chunk].entry(place++) : endOfData();
            }
        };
    }
}
