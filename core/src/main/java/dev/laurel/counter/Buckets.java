package dev.laurel.counter;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The windows of a counter before the latest, with their sums: a few, or one for each day of years.
 *
 * <p>Immutable. A changed copy shares all chunks that the change does not touch: a window that comes at the end copies at most the eight
 * before it, windows that go at the beginning none, and a change anywhere else sixteen.
 */
final class Buckets {
    private static final int CHUNK = 16 * Pairs.PAIR;

    /** What comes at the end copies no more than this. */
    private static final int END = 8 * Pairs.PAIR;

    /** So many windows are few enough to be written with the rest whenever something changes, the latest not counted. */
    private static final int MOST_WITH_THE_REST = 63;

    private static final BucketChunk[] NO_CHUNKS = {};

    /** No windows. */
    static final Buckets NONE = new Buckets(Pairs.NONE, 0, NO_CHUNKS, Pairs.NONE, 0);

    /** The first windows, of which those before the offset are gone already. */
    private final long[] head;

    private final int offset;

    /** The chunks between, none of them empty; none if there is no tail. */
    private final BucketChunk[] middle;

    /** The last windows, unless these are the first. */
    private final long[] tail;

    private final int size;

    private Buckets(long[] head, int offset, BucketChunk[] middle, long[] tail, int size) {
        this.head = head;
        this.offset = offset;
        this.middle = middle;
        this.tail = tail;
        this.size = size;
    }

    /** The windows from one place to another. */
    static Buckets of(long[] pairs, int to) {
        if (to == 0) {
            return NONE;
        }
        long[] head = Arrays.copyOf(pairs, Math.min(to, CHUNK));
        int chunks = Math.max(0, (to - 1) / CHUNK - 1);
        BucketChunk[] middle = chunks == 0 ? NO_CHUNKS : new BucketChunk[chunks];
        for (int chunk = 0; chunk < chunks; chunk++) {
            middle[chunk] = new BucketChunk(Arrays.copyOfRange(pairs, (chunk + 1) * CHUNK, (chunk + 2) * CHUNK));
        }
        long[] tail = to <= CHUNK ? Pairs.NONE : Arrays.copyOfRange(pairs, (chunks + 1) * CHUNK, to);
        return new Buckets(head, 0, middle, tail, to / Pairs.PAIR);
    }

    /** The windows of parts of which nobody changes anything any more, in their order; none at an end only if there are none between. */
    static Buckets ofChunks(long[] head, List<BucketChunk> middle, long[] tail) {
        int length = head.length + tail.length;
        for (BucketChunk chunk : middle) {
            length = Math.addExact(length, chunk.array().length);
        }
        return new Buckets(head, 0, middle.toArray(BucketChunk[]::new), tail, length / Pairs.PAIR);
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    long firstWindow() {
        return head[offset];
    }

    long lastWindow() {
        return Pairs.lastWindow(pairs(lastSegment()));
    }

    long lastSum() {
        long[] ending = pairs(lastSegment());
        return ending[ending.length - 1];
    }

    /** Whether the chunks between are stored by themselves. */
    boolean hasChunks() {
        return size > MOST_WITH_THE_REST && middle.length > 0;
    }

    /** How many windows are written with the rest. */
    int writtenWithTheRest() {
        return hasChunks() ? (head.length - offset + tail.length) / Pairs.PAIR : size;
    }

    long[] headPairs() {
        return Arrays.copyOfRange(head, offset, head.length);
    }

    List<BucketChunk> middle() {
        return Collections.unmodifiableList(Arrays.asList(middle));
    }

    long[] tailPairs() {
        return tail.clone();
    }

    boolean sharesMiddleWith(Buckets other) {
        return middle == other.middle;
    }

    /** Whether what is written of both is the same, chunk by chunk. */
    boolean isWrittenAs(Buckets other) {
        return hasChunks()
                ? other.hasChunks()
                        && Arrays.equals(middle, other.middle)
                        && Arrays.equals(head, offset, head.length, other.head, other.offset, other.head.length)
                        && Arrays.equals(tail, other.tail)
                : hasSameAs(other);
    }

    /** Whether both have the same windows with the same sums. */
    boolean hasSameAs(Buckets other) {
        return this == other || (size == other.size && Arrays.equals(toPairs(), other.toPairs()));
    }

    /** All its pairs. */
    long[] toPairs() {
        long[] all = new long[size * Pairs.PAIR];
        int to = 0;
        for (int segment = 0; segment <= lastSegment(); segment++) {
            int length = pairs(segment).length - from(segment);
            System.arraycopy(pairs(segment), from(segment), all, to, length);
            to += length;
        }
        return all;
    }

    /** The sum of a window. */
    long sum(long window) {
        if (size == 0) {
            return 0;
        }
        int segment = segmentFor(window);
        long[] pairs = pairs(segment);
        int place = Pairs.placeOf(pairs, from(segment), window);
        return place < pairs.length && pairs[place] == window ? pairs[place + 1] : 0;
    }

    /**
     * What the windows from one to another have together, both included: of the chunks between that are whole, each is known.
     *
     * @throws ArithmeticException if that does not fit into a {@code long}
     */
    long between(long first, long last) {
        long sum = 0;
        int end = size == 0 ? -1 : lastSegment();
        for (int segment = size == 0 ? 0 : segmentFor(first); segment <= end; segment++) {
            long[] pairs = pairs(segment);
            int from = from(segment);
            if (pairs[from] > last) {
                break;
            }
            boolean isWhole = pairs[from] >= first && Pairs.lastWindow(pairs) <= last;
            sum = Math.addExact(
                    sum,
                    isWhole && segment > 0 && segment <= middle.length
                            ? middle[segment - 1].total()
                            : Pairs.between(pairs, from, first, last));
        }
        return sum;
    }

    /** The first window after one, or the last number there is. */
    long after(long window) {
        if (size == 0 || lastWindow() <= window) {
            return Long.MAX_VALUE;
        }
        int segment = segmentFor(window + 1);
        long[] pairs = pairs(segment);
        return pairs[Pairs.placeOf(pairs, from(segment), window + 1)];
    }

    /** With this sum of a window, or without the window if it is zero. */
    Buckets with(long window, long sum) {
        if (size == 0 || window > lastWindow()) {
            return sum == 0 ? this : plus(window, sum);
        }
        int segment = segmentFor(window);
        long[] pairs = pairs(segment);
        int from = from(segment);
        int place = Pairs.placeOf(pairs, from, window);
        if (pairs[place] != window) {
            return sum == 0 ? this : inserted(segment, Pairs.inserted(pairs, from, place, window, sum));
        }
        return sum == 0
                ? removed(segment, Pairs.removed(pairs, from, place))
                : changed(segment, Pairs.changed(pairs, from, place, sum), size);
    }

    /** With a window after all others. */
    private Buckets plus(long window, long sum) {
        int last = lastSegment();
        long[] ending = pairs(last);
        int from = from(last);
        if (ending.length - from < END) {
            return changed(last, Pairs.inserted(ending, from, ending.length, window, sum), size + 1);
        }
        return new Buckets(
                head, offset, tail.length == 0 ? middle : middleWithTail(), new long[] {window, sum}, size + 1);
    }

    /** What was the tail goes to the last chunk, if there is room for it, and else is one. */
    private BucketChunk[] middleWithTail() {
        int last = middle.length - 1;
        return last >= 0 && middle[last].array().length + tail.length <= CHUNK
                ? replaced(last, 1, new BucketChunk(Pairs.joined(middle[last].array(), tail)))
                : replaced(middle.length, 0, new BucketChunk(tail));
    }

    /** Without the last window. */
    Buckets withoutLast() {
        int last = lastSegment();
        long[] ending = pairs(last);
        return removed(last, Arrays.copyOfRange(ending, from(last), ending.length - Pairs.PAIR));
    }

    /** Without the windows before one. */
    Buckets from(long first) {
        if (size == 0 || first <= firstWindow()) {
            return this;
        }
        if (first > lastWindow()) {
            return NONE;
        }
        int segment = segmentFor(first);
        int place = Pairs.placeOf(pairs(segment), from(segment), first);
        int gone = place - from(segment);
        for (int before = 0; before < segment; before++) {
            gone += pairs(before).length - from(before);
        }
        boolean isTail = segment > middle.length;
        return new Buckets(
                pairs(segment),
                place,
                segment == 0 ? middle : isTail ? NO_CHUNKS : replaced(0, segment),
                isTail ? Pairs.NONE : tail,
                size - gone / Pairs.PAIR);
    }

    // --- segments: the head, the chunks between, and the tail ---

    int lastSegment() {
        return tail.length == 0 ? 0 : middle.length + 1;
    }

    long[] pairs(int segment) {
        return segment == 0 ? head : segment <= middle.length ? middle[segment - 1].array() : tail;
    }

    /** Where the windows of a segment begin that are still there. */
    int from(int segment) {
        return segment == 0 ? offset : 0;
    }

    /** The first segment whose last window is a window or comes after it, or the last segment. */
    int segmentFor(long window) {
        int low = 0;
        int high = lastSegment();
        while (low < high) {
            int between = (low + high) >>> 1;
            if (Pairs.lastWindow(pairs(between)) >= window) {
                high = between;
            } else {
                low = between + 1;
            }
        }
        return low;
    }

    /** With others in place of what is there of a segment. */
    private Buckets changed(int segment, long[] by, int count) {
        if (segment == 0) {
            return new Buckets(by, 0, middle, tail, count);
        }
        return segment > middle.length
                ? new Buckets(head, offset, middle, by, count)
                : new Buckets(head, offset, replaced(segment - 1, 1, new BucketChunk(by)), tail, count);
    }

    /** With a window more in a segment, which is divided if it gets too long. */
    private Buckets inserted(int segment, long[] with) {
        if (with.length <= CHUNK) {
            return changed(segment, with, size + 1);
        }
        long[] first = Arrays.copyOf(with, CHUNK / 2);
        long[] second = Arrays.copyOfRange(with, CHUNK / 2, with.length);
        if (segment == 0) {
            return tail.length == 0
                    ? new Buckets(first, 0, NO_CHUNKS, second, size + 1)
                    : new Buckets(first, 0, replaced(0, 0, new BucketChunk(second)), tail, size + 1);
        }
        return segment > middle.length
                ? new Buckets(head, offset, replaced(middle.length, 0, new BucketChunk(first)), second, size + 1)
                : new Buckets(
                        head,
                        offset,
                        replaced(segment - 1, 1, new BucketChunk(first), new BucketChunk(second)),
                        tail,
                        size + 1);
    }

    /** With a window less in a segment, which goes if it was the only one. */
    private Buckets removed(int segment, long[] without) {
        if (without.length > 0) {
            return changed(segment, without, size - 1);
        }
        if (segment > 0) {
            return segment <= middle.length
                    ? new Buckets(head, offset, replaced(segment - 1, 1), tail, size - 1)
                    : withoutTail();
        }
        if (middle.length == 0) {
            return size == 1 ? NONE : new Buckets(tail, 0, NO_CHUNKS, Pairs.NONE, size - 1);
        }
        return new Buckets(middle[0].array(), 0, replaced(0, 1), tail, size - 1);
    }

    /** Without the only window of the tail. */
    private Buckets withoutTail() {
        int last = middle.length - 1;
        return last < 0
                ? new Buckets(head, offset, NO_CHUNKS, Pairs.NONE, size - 1)
                : new Buckets(head, offset, replaced(last, 1), middle[last].array(), size - 1);
    }

    /** A copy of the chunks between with others in place of some of them. */
    private BucketChunk[] replaced(int from, int count, BucketChunk... by) {
        if (middle.length - count + by.length == 0) {
            return NO_CHUNKS;
        }
        BucketChunk[] chunks = Arrays.copyOf(middle, middle.length - count + by.length);
        System.arraycopy(by, 0, chunks, from, by.length);
        System.arraycopy(middle, from + count, chunks, from + by.length, middle.length - from - count);
        return chunks;
    }
}
