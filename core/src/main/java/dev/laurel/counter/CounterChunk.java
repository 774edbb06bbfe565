package dev.laurel.counter;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Some counters that stand one after the other, in the order of their ids. The latest window of all of them and its sum, where most events
 * count, stand side by side in one array: an event copies it once. The windows before are kept for each counter by itself, so that an event
 * copies none of those of a counter that it does not touch.
 *
 * <p>Accounts share chunks, and a store can keep them apart from the rest. What accounts have is immutable.
 */
public final class CounterChunk {
    /** Without counters. */
    static final CounterChunk EMPTY = new CounterChunk(new String[0], new long[0], null);

    private static final int MOST = 32;

    /**
     * So many windows are written in no time, and have room for a dozen counters, some of which have many windows; there are more only of a
     * counter that has as many by itself.
     */
    private static final int MOST_WINDOWS = 128;

    private final String[] ids;

    /** For each counter its latest window and the sum of it; or zeros, if it has no windows. */
    private final long[] latest;

    /** For each counter the windows before; null if none has any. */
    private final Buckets @Nullable [] older;

    /** Worked out when it is asked for, which is not before it belongs to an account, or 0. */
    private volatile long fingerprint;

    private CounterChunk(String[] ids, long[] latest, Buckets @Nullable [] older) {
        this.ids = ids;
        this.latest = latest;
        this.older = older;
    }

    /**
     * A chunk of these counters.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static CounterChunk of(SortedMap<String, WindowSums> counters) {
        checkArgument(!counters.isEmpty(), "a chunk must have counters");
        String[] ids = new String[counters.size()];
        long[] latest = new long[Pairs.PAIR * ids.length];
        Buckets[] older = null;
        int place = 0;
        for (Map.Entry<String, WindowSums> counter : counters.entrySet()) {
            WindowSums sums = counter.getValue();
            ids[place] = counter.getKey();
            latest[Pairs.PAIR * place] = sums.latest();
            latest[Pairs.PAIR * place + 1] = sums.latestSum();
            if (!sums.older().isEmpty()) {
                older = older == null ? noneFor(ids) : older;
                older[place] = sums.older();
            }
            place++;
        }
        return new CounterChunk(ids, latest, older);
    }

    private static Buckets[] noneFor(String[] ids) {
        Buckets[] none = new Buckets[ids.length];
        Arrays.fill(none, Buckets.NONE);
        return none;
    }

    /** Whether there is no place in a chunk for a counter more, if so many counters and windows are written with it. */
    static boolean isFull(int counters, int windows, WindowSums more) {
        return counters == MOST || windows + written(more) > MOST_WINDOWS;
    }

    /** How many windows of a counter are written with its chunk. */
    static int written(WindowSums sums) {
        return sums.isEmpty() ? 0 : sums.older().writtenWithTheRest() + 1;
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

    /** Those of its counters of which a store keeps the chunks between the ends apart, by their ids. */
    public SortedMap<String, WindowSums> withChunks() {
        SortedMap<String, WindowSums> map = new TreeMap<>();
        for (int place = 0; older != null && place < ids.length; place++) {
            if (older[place].hasChunks()) {
                map.put(ids[place], sums(place));
            }
        }
        return map;
    }

    /**
     * A number by which another chunk is told from this one, also one that has the same windows in other chunks. Stores keep it, so it
     * is the same in every version of Laurel.
     */
    public long fingerprint() {
        if (fingerprint == 0) {
            long mixed = 0;
            for (String id : ids) {
                mixed = Fingerprints.mixed(mixed, id.length());
                for (int i = 0; i < id.length(); i++) {
                    mixed = Fingerprints.mixed(mixed, id.charAt(i));
                }
            }
            for (int place = 0; place < ids.length; place++) {
                mixed = mixed(mixed, place, sums(place));
            }
            fingerprint = mixed;
        }
        return fingerprint;
    }

    private static long mixed(long before, int place, WindowSums sums) {
        if (!sums.hasChunks()) {
            return mixed(before, place, sums.pairs());
        }
        long mixed = mixed(before, place, sums.head());
        for (BucketChunk chunk : sums.middle()) {
            mixed = Fingerprints.mixed(mixed, chunk.fingerprint());
        }
        return mixed(mixed, place, sums.tail());
    }

    private static long mixed(long before, int place, long[] pairs) {
        long mixed = before;
        for (int i = 0; i < pairs.length; i += Pairs.PAIR) {
            mixed = Fingerprints.mixed(mixed, place);
            mixed = Fingerprints.mixed(mixed, pairs[i]);
            mixed = Fingerprints.mixed(mixed, pairs[i + 1]);
        }
        return mixed;
    }

    /** Whether it has the same counters, windows and sums, and those of many windows in the same chunks. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other == this
                || (other instanceof CounterChunk that
                        && Arrays.equals(ids, that.ids)
                        && Arrays.equals(latest, that.latest)
                        && hasOlderLike(that));
    }

    private boolean hasOlderLike(CounterChunk that) {
        for (int place = 0; older != that.older && place < ids.length; place++) {
            if (!older(place).isWrittenAs(that.older(place))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ids) * 31 + Arrays.hashCode(latest);
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

    /** Whether there are more counters than a chunk may have, or more windows than are to be written with it. */
    boolean isTooLong() {
        int windows = 0;
        for (int place = 0; older != null && place < ids.length; place++) {
            windows += older[place].writtenWithTheRest() + 1;
        }
        return ids.length > MOST || (ids.length > 1 && windows > MOST_WINDOWS);
    }

    String lastId() {
        return ids[ids.length - 1];
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

    String id(int place) {
        return ids[place];
    }

    /** The sums of a counter; none if it is not there. */
    WindowSums sums(String id) {
        int place = placeOf(id);
        return place < 0 ? WindowSums.NONE : sums(place);
    }

    WindowSums sums(int place) {
        return hasWindows(place) ? new WindowSums(older(place), window(place), sum(place)) : WindowSums.NONE;
    }

    /** The sum of a window of a counter, by its place. */
    long sum(int place, long window) {
        if (place < 0) {
            return 0;
        }
        return window(place) == window ? sum(place) : older(place).sum(window);
    }

    private long window(int place) {
        return latest[Pairs.PAIR * place];
    }

    private long sum(int place) {
        return latest[Pairs.PAIR * place + 1];
    }

    private Buckets older(int place) {
        return older == null ? Buckets.NONE : older[place];
    }

    /** Whether there is room for windows before the latest. */
    boolean hasOlder() {
        return older != null;
    }

    /** Whether a counter has counted something. */
    boolean hasWindows(int place) {
        return sum(place) != 0;
    }

    /** The first window of a counter that has some. */
    long firstWindow(int place) {
        return older(place).isEmpty() ? window(place) : older(place).firstWindow();
    }

    /** Whether a window is the latest of a counter, or would be its only one. */
    boolean isLatest(int place, long window) {
        return window(place) == window || !hasWindows(place);
    }

    // --- changes of a chunk that nobody else has ---

    /** A chunk like it that shares with it what is not copied. */
    CounterChunk copied(boolean copiesLatest, boolean copiesOlder) {
        return new CounterChunk(
                ids,
                copiesLatest ? latest.clone() : latest,
                !copiesOlder ? older : older == null ? noneFor(ids) : older.clone());
    }

    /** Sets the sum of the window that {@linkplain #isLatest is the latest}, which is not zero. */
    void setLatest(int place, long window, long sum) {
        latest[Pairs.PAIR * place] = window;
        latest[Pairs.PAIR * place + 1] = sum;
    }

    /** Sets the sum of a window, or takes the window away if it is zero. */
    void set(int place, long window, long sum) {
        if (!isLatest(place, window)) {
            if (window > window(place)) {
                setOlder(place, older(place).with(window(place), sum(place)));
                setLatest(place, window, sum);
            } else {
                setOlder(place, older(place).with(window, sum));
            }
        } else if (sum != 0 || older(place).isEmpty()) {
            setLatest(place, sum == 0 ? 0 : window, sum);
        } else {
            setLatest(place, older(place).lastWindow(), older(place).lastSum());
            setOlder(place, older(place).withoutLast());
        }
    }

    /** Takes the windows before one away. */
    void drop(int place, long first) {
        if (window(place) < first) {
            setLatest(place, 0, 0);
        }
        setOlder(place, older(place).from(first));
    }

    private void setOlder(int place, Buckets buckets) {
        requireNonNull(older, "older windows")[place] = buckets;
    }

    // --- other counters: all of these copy ---

    /** With a counter more, that has one window. */
    CounterChunk inserted(int place, String id, long window, long sum) {
        String[] more = new String[ids.length + 1];
        System.arraycopy(ids, 0, more, 0, place);
        System.arraycopy(ids, place, more, place + 1, ids.length - place);
        more[place] = id;
        Buckets[] moved = older == null ? null : noneFor(more);
        if (older != null && moved != null) {
            System.arraycopy(older, 0, moved, 0, place);
            System.arraycopy(older, place, moved, place + 1, ids.length - place);
        }
        return new CounterChunk(more, Pairs.inserted(latest, 0, Pairs.PAIR * place, window, sum), moved);
    }

    /** Without the counters at some places. */
    CounterChunk without(BitSet places) {
        int count = ids.length - places.cardinality();
        String[] fewer = new String[count];
        long[] kept = new long[Pairs.PAIR * count];
        Buckets[] keptOlder = older == null ? null : new Buckets[count];
        int to = 0;
        for (int place = places.nextClearBit(0); place < ids.length; place = places.nextClearBit(place + 1)) {
            fewer[to] = ids[place];
            System.arraycopy(latest, Pairs.PAIR * place, kept, Pairs.PAIR * to, Pairs.PAIR);
            if (keptOlder != null) {
                keptOlder[to] = older(place);
            }
            to++;
        }
        return new CounterChunk(fewer, kept, keptOlder);
    }

    CounterChunk firstHalf() {
        return part(0, ids.length / 2);
    }

    CounterChunk secondHalf() {
        return part(ids.length / 2, ids.length);
    }

    private CounterChunk part(int from, int to) {
        return new CounterChunk(
                Arrays.copyOfRange(ids, from, to),
                Arrays.copyOfRange(latest, Pairs.PAIR * from, Pairs.PAIR * to),
                older == null ? null : Arrays.copyOfRange(older, from, to));
    }
}
