package dev.laurel.counter;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.AbstractIterator;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
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
            if (!chunk.isEmpty() && CounterChunk.isFull(chunk.size(), windows, sums)) {
                chunks.add(CounterChunk.of(chunk));
                chunk.clear();
                windows = 0;
            }
            chunk.put(counter.getKey(), sums);
            windows += CounterChunk.written(sums);
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

    /** Counters that are being changed. Each chunk that a change touches is copied; the last one it may change in place. */
    public static final class Draft {
        private Counters before;
        private CounterChunk[] chunks;

        /** The chunk whose latest windows belong to the draft alone, or null. */
        private @Nullable CounterChunk own;

        /** Whether those before the latest do as well. */
        private boolean ownsOlder;

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
        public long add(String id, long window, long amount) {
            int chunk = chunkFor(chunks, id);
            CounterChunk counting = chunk < 0 ? CounterChunk.EMPTY : chunks[chunk];
            int place = counting.placeOf(id);
            long sum = Math.addExact(counting.sum(place, window), amount);
            if (amount == 0) {
                return sum;
            }
            if (place < 0) {
                begin(chunk, counting.inserted(-place - 1, id, window, sum));
            } else if (sum != 0 && counting.isLatest(place, window)) {
                ownAt(chunk, false).setLatest(place, window, sum);
            } else {
                set(chunk, place, window, sum);
            }
            return sum;
        }

        /** Puts a chunk with a counter more in place of another, or as the first. */
        private void begin(int chunk, CounterChunk more) {
            if (chunk < 0) {
                chunks = new CounterChunk[] {more};
            } else {
                put(chunk, more);
                divideIfTooLong(chunk);
            }
        }

        private void set(int chunk, int place, long window, long sum) {
            CounterChunk changed = ownAt(chunk, true);
            changed.set(place, window, sum);
            if (changed.hasWindows(place)) {
                divideIfTooLong(chunk);
            } else {
                BitSet emptied = new BitSet();
                emptied.set(place);
                remove(chunk, emptied);
            }
        }

        /** The chunk at a place, of which the latest windows, and if asked for those before, belong to the draft alone. */
        @SuppressWarnings("ReferenceEquality") // only the draft's own chunk may be changed in place, not one like it
        private CounterChunk ownAt(int chunk, boolean older) {
            CounterChunk known = chunks[chunk];
            boolean isOwn = known == own;
            if (isOwn && (ownsOlder || !older)) {
                return known;
            }
            CounterChunk copy = known.copied(!isOwn, older);
            put(chunk, copy);
            ownsOlder = older;
            return copy;
        }

        /** Puts a chunk that nobody else has in place of another. */
        private void put(int chunk, CounterChunk changed) {
            chunks = chunks == before.chunks ? chunks.clone() : chunks;
            chunks[chunk] = changed;
            own = changed;
            ownsOlder = changed.hasOlder();
        }

        private void divideIfTooLong(int chunk) {
            CounterChunk divided = chunks[chunk];
            if (divided.isTooLong()) {
                CounterChunk[] more = new CounterChunk[chunks.length + 1];
                System.arraycopy(chunks, 0, more, 0, chunk);
                System.arraycopy(chunks, chunk + 1, more, chunk + 2, chunks.length - chunk - 1);
                more[chunk] = divided.firstHalf();
                more[chunk + 1] = divided.secondHalf();
                chunks = more;
            }
        }

        private void remove(int chunk, BitSet places) {
            CounterChunk without = chunks[chunk].without(places);
            if (!without.isEmpty()) {
                put(chunk, without);
                return;
            }
            CounterChunk[] fewer = new CounterChunk[chunks.length - 1];
            System.arraycopy(chunks, 0, fewer, 0, chunk);
            System.arraycopy(chunks, chunk + 1, fewer, chunk, fewer.length - chunk);
            chunks = fewer;
        }

        /** Drops of each counter the windows before one; and the counter if that were all. */
        public void keepFrom(ToLongFunction<String> first) {
            for (int chunk = chunks.length - 1; chunk >= 0; chunk--) {
                BitSet emptied = null;
                for (int place = 0; place < chunks[chunk].size(); place++) {
                    if (dropped(chunk, place, first.applyAsLong(chunks[chunk].id(place)))) {
                        emptied = emptied == null ? new BitSet() : emptied;
                        emptied.set(place);
                    }
                }
                if (emptied != null) {
                    remove(chunk, emptied);
                }
            }
        }

        /** Drops the windows of a counter before one, and says whether it has none any more but had some. */
        private boolean dropped(int chunk, int place, long first) {
            CounterChunk kept = chunks[chunk];
            if (!kept.hasWindows(place) || kept.firstWindow(place) >= first) {
                return false;
            }
            CounterChunk changed = ownAt(chunk, true);
            changed.drop(place, first);
            return !changed.hasWindows(place);
        }

        /** Tells the sums of all counters whose ids begin so. */
        public void forEachBeginningWith(String start, Consumer<WindowSums> told) {
            for (int chunk = Math.max(0, chunkFor(chunks, start)); chunk < chunks.length; chunk++) {
                if (chunks[chunk].firstId().compareTo(start) > 0
                        && !chunks[chunk].firstId().startsWith(start)) {
                    break;
                }
                for (int place = 0; place < chunks[chunk].size(); place++) {
                    if (chunks[chunk].id(place).startsWith(start)) {
                        told.accept(chunks[chunk].sums(chunks[chunk].id(place)));
                    }
                }
            }
        }

        /** How many of the counters whose ids begin so have sums like that. */
        public long countBeginningWith(String start, Predicate<WindowSums> wanted) {
            long[] count = {0};
            forEachBeginningWith(start, sums -> count[0] += wanted.test(sums) ? 1 : 0);
            return count[0];
        }

        /** Asks the first window of each counter that has one. */
        public void forEachFirst(FirstWindow asked) {
            for (CounterChunk chunk : chunks) {
                for (int place = 0; place < chunk.size(); place++) {
                    if (chunk.hasWindows(place)) {
                        asked.of(chunk.id(place), chunk.firstWindow(place));
                    }
                }
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
        int place = chunk >= 0 && id instanceof String text ? chunks[chunk].placeOf(text) : -1;
        return place < 0 ? null : chunks[chunk].sums(place);
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
                if (chunk == chunks.length) {
                    return endOfData();
                }
                Map.Entry<String, WindowSums> entry = Map.entry(chunks[chunk].id(place), chunks[chunk].sums(place));
                place++;
                return entry;
            }
        };
    }
}
