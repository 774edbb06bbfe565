package dev.laurel.counter;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.AbstractIterator;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is counted in windows, by the id of the counter and in the order of the ids. Immutable: a changed copy shares all chunks that
 * the change does not touch, so a change costs what it touches and not how many counters there are.
 */
public final class Counters extends AbstractMap<String, WindowSums> {
    /** No counters. */
    public static final Counters NONE = new Counters(new String[0][], new WindowSums[0][], 0);

    private static final int CHUNK = 32;

    /** No chunk is empty. */
    private final String[][] ids;

    private final WindowSums[][] sums;
    private final int size;

    private Counters(String[][] ids, WindowSums[][] sums, int size) {
        this.ids = ids;
        this.sums = sums;
        this.size = size;
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
        Counters copy = NONE;
        for (Map.Entry<String, WindowSums> counter : new TreeMap<>(counters).entrySet()) {
            copy = copy.replaced(counter.getKey(), requireNonNull(counter.getValue(), "sums of a counter"));
        }
        return copy;
    }

    /** The sums of a counter; none if it has not counted anything. */
    public WindowSums of(String id) {
        WindowSums found = find(id);
        return found == null ? WindowSums.NONE : found;
    }

    private @Nullable WindowSums find(String id) {
        int chunk = chunkFor(id);
        int place = size == 0 ? -1 : Arrays.binarySearch(ids[chunk], id);
        return place < 0 ? null : sums[chunk][place];
    }

    /** A copy with these sums of a counter, or without it if they are empty. */
    public Counters with(String id, WindowSums changed) {
        return changed.isEmpty() ? without(id) : replaced(id, changed);
    }

    private Counters replaced(String id, WindowSums changed) {
        if (size == 0) {
            return new Counters(new String[][] {{id}}, new WindowSums[][] {{changed}}, 1);
        }
        int chunk = chunkFor(id);
        int place = Arrays.binarySearch(ids[chunk], id);
        if (place >= 0) {
            WindowSums[][] replaced = sums.clone();
            replaced[chunk] = sums[chunk].clone();
            replaced[chunk][place] = changed;
            return new Counters(ids, replaced, size);
        }
        String[] moreIds = inserted(ids[chunk], -place - 1, id);
        WindowSums[] moreSums = inserted(sums[chunk], -place - 1, changed);
        return moreIds.length <= CHUNK
                ? new Counters(replaced(ids, chunk, moreIds), replaced(sums, chunk, moreSums), size + 1)
                : new Counters(split(ids, chunk, moreIds), split(sums, chunk, moreSums), size + 1);
    }

    private Counters without(String id) {
        int chunk = chunkFor(id);
        int place = size == 0 ? -1 : Arrays.binarySearch(ids[chunk], id);
        if (place < 0) {
            return this;
        }
        return ids[chunk].length == 1
                ? new Counters(removed(ids, chunk), removed(sums, chunk), size - 1)
                : new Counters(
                        replaced(ids, chunk, removed(ids[chunk], place)),
                        replaced(sums, chunk, removed(sums[chunk], place)),
                        size - 1);
    }

    /** Counters that are being changed, of which each chunk that a change touches is copied once. */
    public static final class Draft {
        private Counters counters;

        /** Whether the sums, and those of which chunk, are copies that belong to the draft alone. */
        private boolean isOwn;

        private int ownChunk = -1;

        /** Begins with these. */
        public Draft(Counters counters) {
            this.counters = counters;
        }

        /** The sums of a counter; none if it has not counted anything. */
        public WindowSums of(String id) {
            return counters.of(id);
        }

        /** Sets the sums of a counter; it is dropped if they are empty. */
        public void set(String id, WindowSums changed) {
            int chunk = counters.chunkFor(id);
            int place = counters.size == 0 ? -1 : Arrays.binarySearch(counters.ids[chunk], id);
            if (place < 0 || changed.isEmpty()) {
                counters = counters.with(id, changed);
                isOwn = false;
                ownChunk = -1;
            } else {
                set(chunk, place, changed);
            }
        }

        private void set(int chunk, int place, WindowSums changed) {
            if (!isOwn) {
                counters = new Counters(counters.ids, counters.sums.clone(), counters.size);
                isOwn = true;
            }
            if (ownChunk != chunk) {
                counters.sums[chunk] = counters.sums[chunk].clone();
                ownChunk = chunk;
            }
            counters.sums[chunk][place] = changed;
        }

        /** Changes the sums of each counter; those that become empty are dropped. */
        public void changeEach(BiFunction<String, WindowSums, WindowSums> change) {
            Counters before = counters;
            for (int chunk = 0; chunk < before.ids.length; chunk++) {
                for (int place = 0; place < before.ids[chunk].length; place++) {
                    WindowSums sums = before.sums[chunk][place];
                    WindowSums changed = change.apply(before.ids[chunk][place], sums);
                    if (!changed.equals(sums)) {
                        set(before.ids[chunk][place], changed);
                    }
                }
            }
        }

        /** The counters as they are by now; the draft must not be changed any more. */
        public Counters toCounters() {
            return counters;
        }
    }

    // --- chunks ---

    /** The first chunk whose last id is not before the given one, or the last chunk. */
    private int chunkFor(String id) {
        int low = 0;
        int high = ids.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ids[middle][ids[middle].length - 1].compareTo(id) >= 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static <T> T[] replaced(T[] all, int place, T one) {
        T[] copy = all.clone();
        copy[place] = one;
        return copy;
    }

    private static <T> T[] inserted(T[] all, int place, T one) {
        T[] longer = Arrays.copyOf(all, all.length + 1);
        System.arraycopy(all, place, longer, place + 1, all.length - place);
        longer[place] = one;
        return longer;
    }

    private static <T> T[] removed(T[] all, int place) {
        T[] shorter = Arrays.copyOf(all, all.length - 1);
        System.arraycopy(all, place + 1, shorter, place, shorter.length - place);
        return shorter;
    }

    private static <T> T[][] split(T[][] all, int place, T[] full) {
        T[][] longer = inserted(all, place, Arrays.copyOfRange(full, 0, full.length / 2));
        longer[place + 1] = Arrays.copyOfRange(full, full.length / 2, full.length);
        return longer;
    }

    // --- the map ---

    @Override
    public int size() {
        return size;
    }

    @Override
    public @Nullable WindowSums get(@Nullable Object id) {
        return id instanceof String text ? find(text) : null;
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
                return size;
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
                if (chunk < ids.length && place == ids[chunk].length) {
                    chunk++;
                    place = 0;
                }
                return chunk < ids.length ? Map.entry(ids[chunk][place], sums[chunk][place++]) : endOfData();
            }
        };
    }
}
