package dev.laurel.codec;

import static com.google.common.base.Strings.commonPrefix;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.counter.BucketChunk;
import dev.laurel.counter.CounterChunk;
import dev.laurel.counter.Counters;
import dev.laurel.counter.WindowSums;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How what is counted in windows is written and read: all of it, or without the chunks that have bytes of their own. Counters stand in the
 * order of their ids, and each is written as what it differs in from the one before: most ids begin alike, and most windows are near each
 * other.
 */
final class CounterForm {
    /** No more of an id is taken from the one before, so that what is read is no larger than a multiple of its bytes. */
    private static final int MOST_SHARED = 64;

    private CounterForm() {}

    // --- counters that are more than one chunk, so that each has bytes of its own ---

    static boolean hasChunks(Counters counters) {
        return counters.chunks().size() > 1;
    }

    /** What tells whether all chunks are there, and no others. */
    static void seal(CanonicalWriter out, Counters counters) {
        out.number(counters.chunks().size());
        out.number(fingerprint(counters.chunks()));
    }

    static Counters sealed(CanonicalReader in, List<CounterChunk> chunks) {
        if (in.number() != chunks.size() || in.number() != fingerprint(chunks)) {
            throw in.malformed("the chunks of counters are not those of this account");
        }
        return Counters.ofChunks(chunks);
    }

    private static long fingerprint(List<CounterChunk> chunks) {
        long sum = 0;
        for (CounterChunk chunk : chunks) {
            sum += chunk.fingerprint();
        }
        return sum;
    }

    // --- counters ---

    /**
     * Writes counters.
     *
     * @param isWhole whether with all windows, or without the chunks between their ends, but with what tells whether all of them are there
     */
    static void counters(CanonicalWriter out, Map<String, WindowSums> counters, boolean isWhole) {
        out.count(counters.size());
        String before = "";
        long window = 0;
        for (Map.Entry<String, WindowSums> counter : counters.entrySet()) {
            String id = counter.getKey();
            int shared = commonPrefix(before.substring(0, Math.min(before.length(), MOST_SHARED)), id)
                    .length();
            out.count(shared);
            out.text(id.substring(shared));
            window = isWhole ? pairs(out, counter.getValue().pairs(), window) : sums(out, counter.getValue(), window);
            before = id;
        }
    }

    /**
     * Reads counters.
     *
     * @param chunks the chunks of their windows, or null if all stands here
     */
    static Map<String, WindowSums> counters(CanonicalReader in, @Nullable Chunks chunks) {
        Map<String, WindowSums> counters = new LinkedHashMap<>();
        String before = "";
        long window = 0;
        for (int count = in.count(); count > 0; count--) {
            String id = sharedWith(in, before) + in.text();
            WindowSums sums = chunks == null ? WindowSums.ofPairs(pairs(in, window)) : sums(in, id, window, chunks);
            if (counters.put(id, sums) != null) {
                throw in.malformed("there is something twice that can be there once only");
            }
            window = lastWindow(sums.tail(), window);
            before = id;
        }
        return counters;
    }

    private static String sharedWith(CanonicalReader in, String before) {
        long shared = in.bits();
        if (shared < 0 || shared > Math.min(before.length(), MOST_SHARED)) {
            throw in.malformed("an id must not share more with the one before than that has");
        }
        return before.substring(0, (int) shared);
    }

    /** Writes the windows of a counter that stand with the rest, and gives the last of them. Chunks are told where else is none. */
    private static long sums(CanonicalWriter out, WindowSums sums, long near) {
        if (!sums.hasChunks() && !sums.isEmpty()) {
            return pairs(out, sums.pairs(), near);
        }
        out.count(0);
        if (sums.isEmpty()) {
            out.count(0);
            return near;
        }
        out.count(sums.middle().size());
        out.number(fingerprintOf(sums.middle()));
        return pairs(out, sums.tail(), pairs(out, sums.head(), near));
    }

    private static WindowSums sums(CanonicalReader in, String id, long near, Chunks chunks) {
        int windows = in.count();
        long count = windows > 0 ? 0 : in.bits();
        if (count == 0) {
            return WindowSums.ofPairs(pairs(in, windows, near));
        }
        List<BucketChunk> middle = chunks.takeBuckets(id);
        if (count != middle.size() || in.number() != fingerprintOf(middle)) {
            throw in.malformed("the chunks of a counter are not those of this account");
        }
        long[] head = pairs(in, near);
        return WindowSums.ofChunks(head, middle, pairs(in, lastWindow(head, near)));
    }

    private static long fingerprintOf(List<BucketChunk> chunks) {
        long sum = 0;
        for (BucketChunk chunk : chunks) {
            sum += chunk.fingerprint();
        }
        return sum;
    }

    // --- windows, each as what it differs in from the one before ---

    /** Writes windows with their sums, and gives the last of them. */
    @CanIgnoreReturnValue
    static long pairs(CanonicalWriter out, long[] pairs, long near) {
        out.count(pairs.length / 2);
        long window = near;
        for (int place = 0; place < pairs.length; place += 2) {
            out.number(pairs[place] - window);
            out.number(pairs[place + 1]);
            window = pairs[place];
        }
        return window;
    }

    static long[] pairs(CanonicalReader in, long near) {
        return pairs(in, in.count(), near);
    }

    private static long[] pairs(CanonicalReader in, int count, long near) {
        long[] pairs = new long[2 * count];
        long window = near;
        for (int place = 0; place < pairs.length; place += 2) {
            window += in.number();
            pairs[place] = window;
            pairs[place + 1] = in.number();
        }
        return pairs;
    }

    private static long lastWindow(long[] pairs, long near) {
        return pairs.length == 0 ? near : pairs[pairs.length - 2];
    }
}
