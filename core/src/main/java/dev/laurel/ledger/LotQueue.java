package dev.laurel.ledger;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.AbstractIterator;
import com.google.common.collect.Lists;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Lots in the order in which they are spent: the one that expires first, then the one earned first, then the older; or, for lots
 * that cannot be spent yet, in the order in which they stop being {@linkplain Lot#pendingUntilMicros() pending}.
 *
 * <p>Immutable. A new queue shares all chunks that the change does not touch, so a change costs what it touches and not what
 * the queue holds.
 */
public final class LotQueue implements Iterable<Lot> {
    private static final int CHUNK = 32;
    private static final Lot[] NO_LOTS = {};
    private static final LotChunk[] NO_CHUNKS = {};

    /** A queue without lots. */
    public static final LotQueue EMPTY = new LotQueue(false, NO_LOTS, 0, NO_CHUNKS, NO_LOTS, 0);

    /** A queue of pending lots without any. */
    public static final LotQueue NONE_PENDING = new LotQueue(true, NO_LOTS, 0, NO_CHUNKS, NO_LOTS, 0);

    private final boolean pending;

    /** The first chunk, of which {@code offset} lots are gone already. */
    private final Lot[] head;

    private final int offset;

    /** The chunks between, none of them empty. What comes or goes at either end does not copy them. */
    private final LotChunk[] middle;

    /** The last chunk, if there are several. */
    private final Lot[] tail;

    private final int size;

    private LotQueue(boolean pending, Lot[] head, int offset, LotChunk[] middle, Lot[] tail, int size) {
        this.pending = pending;
        this.head = head;
        this.offset = offset;
        this.middle = middle;
        this.tail = tail;
        this.size = size;
    }

    /**
     * A queue of lots that stand in the order in which they are spent.
     *
     * @throws IllegalArgumentException if they stand in another order, or one occurs twice
     */
    public static LotQueue ofOrdered(List<Lot> lots) {
        return ofOrdered(false, lots);
    }

    /**
     * A queue of pending lots that stand in the order in which that ends.
     *
     * @throws IllegalArgumentException if they stand in another order, or one occurs twice
     */
    public static LotQueue ofPending(List<Lot> lots) {
        return ofOrdered(true, lots);
    }

    /**
     * A queue of what it has at its ends and of the chunks between, which it shares.
     *
     * @param isPending whether the lots are pending
     * @param head the first lots; none only if there are no others
     * @param middle the chunks between; none if there is no tail
     * @param tail the last lots
     * @throws IllegalArgumentException if the lots stand in another order, or one occurs twice, or some are missing at an end
     */
    public static LotQueue ofChunks(boolean isPending, List<Lot> head, List<LotChunk> middle, List<Lot> tail) {
        checkArgument(
                head.isEmpty() ? middle.isEmpty() && tail.isEmpty() : middle.isEmpty() || !tail.isEmpty(),
                "a queue with chunks must have lots at both ends");
        if (head.isEmpty()) {
            return none(isPending);
        }
        int count = head.size() + tail.size();
        for (LotChunk chunk : middle) {
            count = Math.addExact(count, chunk.array().length);
        }
        LotQueue queue = new LotQueue(
                isPending,
                head.toArray(Lot[]::new),
                0,
                middle.isEmpty() ? NO_CHUNKS : middle.toArray(LotChunk[]::new),
                tail.isEmpty() ? NO_LOTS : tail.toArray(Lot[]::new),
                count);
        queue.checkOrder();
        return queue;
    }

    private static LotQueue none(boolean isPending) {
        return isPending ? NONE_PENDING : EMPTY;
    }

    private static LotQueue ofOrdered(boolean isPending, List<Lot> lots) {
        List<List<Lot>> chunks = Lists.partition(lots, CHUNK);
        int last = chunks.size() - 1;
        return ofChunks(
                isPending,
                last < 0 ? List.of() : chunks.get(0),
                last < 2
                        ? List.of()
                        : chunks.subList(1, last).stream().map(LotChunk::of).toList(),
                last < 1 ? List.of() : chunks.get(last));
    }

    private void checkOrder() {
        Lot before = null;
        for (Lot lot : this) {
            if (before != null && compare(before, lot) >= 0) {
                throw new IllegalArgumentException("lots must stand in the order in which they "
                        + (pending ? "stop being pending" : "are spent") + ", but lot " + before.number()
                        + " stood before lot " + lot.number());
            }
            before = lot;
        }
    }

    /** How many lots there are. */
    public int size() {
        return size;
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return size == 0;
    }

    /**
     * The lot that is spent first, or stops being pending first.
     *
     * @throws NoSuchElementException if there is none
     */
    public Lot first() {
        if (size == 0) {
            throw new NoSuchElementException("no lot");
        }
        return head[offset];
    }

    /** The lots with which it begins, none of which is in a chunk of the middle. */
    public List<Lot> head() {
        return Collections.unmodifiableList(Arrays.asList(head).subList(offset, head.length));
    }

    /** The chunks between, in their order. What comes or goes at either end leaves them as they are. */
    public List<LotChunk> middle() {
        return Collections.unmodifiableList(Arrays.asList(middle));
    }

    /** Whether another queue has the very same chunks between, so that only the ends of both can differ. */
    public boolean sharesMiddleWith(LotQueue other) {
        return middle == other.middle;
    }

    /** The lots with which it ends, unless these are those with which it begins. */
    public List<Lot> tail() {
        return Collections.unmodifiableList(Arrays.asList(tail));
    }

    /** The queue with one lot more, at its place. */
    public LotQueue plus(Lot lot) {
        if (size == 0) {
            return new LotQueue(pending, new Lot[] {lot}, 0, NO_CHUNKS, NO_LOTS, 1);
        }
        int last = lastChunk();
        Lot[] ending = chunk(last);
        if (compare(ending[ending.length - 1], lot) < 0) {
            return ending.length == CHUNK ? withTail(lot) : changed(last, inserted(last, ending.length, lot), size + 1);
        }
        int chunk = chunkFor(lot);
        int place = from(chunk);
        while (compare(chunk(chunk)[place], lot) < 0) {
            place++;
        }
        Lot[] with = inserted(chunk, place, lot);
        return with.length <= CHUNK
                ? changed(chunk, with, size + 1)
                : split(
                        chunk,
                        Arrays.copyOfRange(with, 0, with.length / 2),
                        Arrays.copyOfRange(with, with.length / 2, with.length));
    }

    private LotQueue withTail(Lot lot) {
        LotChunk[] longer = tail.length == 0 ? middle : replaced(middle.length, 0, new LotChunk(tail));
        return new LotQueue(pending, head, offset, longer, new Lot[] {lot}, size + 1);
    }

    /** The queue without its first lot. */
    public LotQueue withoutFirst() {
        if (size <= 1) {
            return none(pending);
        }
        if (offset + 1 < head.length) {
            return new LotQueue(pending, head, offset + 1, middle, tail, size - 1);
        }
        return middle.length == 0
                ? new LotQueue(pending, tail, 0, NO_CHUNKS, NO_LOTS, size - 1)
                : new LotQueue(pending, middle[0].array(), 0, replaced(0, 1), tail, size - 1);
    }

    /** The queue with its first lot changed in nothing but what is left of it. */
    public LotQueue withFirst(Lot lot) {
        if (!lot.withLeft(first().left()).equals(first())) {
            throw new IllegalArgumentException("the first lot can be replaced by itself only");
        }
        Lot[] changed = Arrays.copyOfRange(head, offset, head.length);
        changed[0] = lot;
        return changed(0, changed, size);
    }

    /** The lot that has the number and dates of another, or null if it is not in the queue. */
    public @Nullable Lot find(Lot like) {
        if (size == 0) {
            return null;
        }
        int chunk = chunkFor(like);
        int place = placeIn(chunk, like);
        return place < 0 ? null : chunk(chunk)[place];
    }

    /**
     * The queue with a lot in place of the one that has its number and dates.
     *
     * @throws NoSuchElementException if there is none
     */
    public LotQueue with(Lot lot) {
        int chunk = size == 0 ? 0 : chunkFor(lot);
        int place = size == 0 ? -1 : placeIn(chunk, lot);
        if (place < 0) {
            throw new NoSuchElementException("no such lot");
        }
        Lot[] changed = Arrays.copyOfRange(chunk(chunk), from(chunk), chunk(chunk).length);
        changed[place - from(chunk)] = lot;
        return changed(chunk, changed, size);
    }

    /**
     * The queue without the lot that has the number and dates of another.
     *
     * @throws NoSuchElementException if there is none
     */
    public LotQueue without(Lot like) {
        int chunk = size == 0 ? 0 : chunkFor(like);
        int place = size == 0 ? -1 : placeIn(chunk, like);
        if (place < 0) {
            throw new NoSuchElementException("no such lot");
        }
        if (chunk == 0 && place == offset) {
            return withoutFirst();
        }
        Lot[] all = chunk(chunk);
        Lot[] shorter = Arrays.copyOfRange(all, from(chunk), all.length - 1);
        System.arraycopy(all, place + 1, shorter, place - from(chunk), all.length - place - 1);
        return shorter.length > 0 ? changed(chunk, shorter, size - 1) : without(chunk);
    }

    // --- chunks ---

    private int lastChunk() {
        return tail.length == 0 ? 0 : middle.length + 1;
    }

    private Lot[] chunk(int number) {
        return number == 0 ? head : number <= middle.length ? middle[number - 1].array() : tail;
    }

    /** Where the lots of a chunk begin that are still there. */
    private int from(int chunk) {
        return chunk == 0 ? offset : 0;
    }

    /** The queue with a chunk in place of another, of which nothing is gone. */
    private LotQueue changed(int chunk, Lot[] by, int count) {
        if (chunk == 0) {
            return new LotQueue(pending, by, 0, middle, tail, count);
        }
        if (chunk > middle.length) {
            return new LotQueue(pending, head, offset, middle, by, count);
        }
        return new LotQueue(pending, head, offset, replaced(chunk - 1, 1, new LotChunk(by)), tail, count);
    }

    /** The queue with one lot more, for which there are two chunks in place of one. */
    private LotQueue split(int chunk, Lot[] first, Lot[] second) {
        if (chunk == 0) {
            return tail.length == 0
                    ? new LotQueue(pending, first, 0, NO_CHUNKS, second, size + 1)
                    : new LotQueue(pending, first, 0, replaced(0, 0, new LotChunk(second)), tail, size + 1);
        }
        return chunk > middle.length
                ? new LotQueue(pending, head, offset, replaced(middle.length, 0, new LotChunk(first)), second, size + 1)
                : new LotQueue(
                        pending,
                        head,
                        offset,
                        replaced(chunk - 1, 1, new LotChunk(first), new LotChunk(second)),
                        tail,
                        size + 1);
    }

    /** The queue without the only lot of a chunk that is not the first. */
    private LotQueue without(int chunk) {
        if (chunk <= middle.length) {
            return new LotQueue(pending, head, offset, replaced(chunk - 1, 1), tail, size - 1);
        }
        int last = middle.length - 1;
        return last < 0
                ? new LotQueue(pending, head, offset, NO_CHUNKS, NO_LOTS, size - 1)
                : new LotQueue(pending, head, offset, replaced(last, 1), middle[last].array(), size - 1);
    }

    /** A copy of the chunks between with others in place of some of them. */
    private LotChunk[] replaced(int from, int count, LotChunk... by) {
        LotChunk[] chunks = Arrays.copyOf(middle, middle.length - count + by.length);
        System.arraycopy(by, 0, chunks, from, by.length);
        System.arraycopy(middle, from + count, chunks, from + by.length, middle.length - from - count);
        return chunks;
    }

    /** The order in which the lots of a queue stand, if they are pending or are not. */
    public static Comparator<Lot> order(boolean isPending) {
        return isPending ? Lot::compareByPending : Lot::compareBySpending;
    }

    private int compare(Lot left, Lot right) {
        return pending ? Lot.compareByPending(left, right) : Lot.compareBySpending(left, right);
    }

    /** The place in a chunk of the lot that has the number and dates of another, or -1. */
    private int placeIn(int chunk, Lot like) {
        Lot[] lots = chunk(chunk);
        for (int i = from(chunk); i < lots.length; i++) {
            if (compare(lots[i], like) == 0) {
                return i;
            }
        }
        return -1;
    }

    /** The lots in the order of the queue. */
    @Override
    public Iterator<Lot> iterator() {
        return new AbstractIterator<>() {
            private int chunk;
            private int index = offset;

            @Override
            protected @Nullable Lot computeNext() {
                if (chunk < lastChunk() && index == chunk(chunk).length) {
                    chunk++;
                    index = 0;
                }
                return index < chunk(chunk).length ? chunk(chunk)[index++] : endOfData();
            }
        };
    }

    /** The first chunk whose last lot is the given one or spent after it, or the last chunk. */
    private int chunkFor(Lot lot) {
        int low = 0;
        int high = lastChunk();
        while (low < high) {
            int between = (low + high) >>> 1;
            Lot[] candidate = chunk(between);
            if (compare(candidate[candidate.length - 1], lot) >= 0) {
                high = between;
            } else {
                low = between + 1;
            }
        }
        return low;
    }

    /** A copy of what is there of a chunk, with a lot more at a place. */
    private Lot[] inserted(int chunk, int place, Lot lot) {
        Lot[] lots = chunk(chunk);
        int from = from(chunk);
        Lot[] with = new Lot[lots.length - from + 1];
        System.arraycopy(lots, from, with, 0, place - from);
        with[place - from] = lot;
        System.arraycopy(lots, place, with, place - from + 1, lots.length - place);
        return with;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof LotQueue that) || size != that.size || pending != that.pending) {
            return false;
        }
        Iterator<Lot> theirs = that.iterator();
        for (Lot lot : this) {
            if (!lot.equals(theirs.next())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (Lot lot : this) {
            hash = 31 * hash + lot.hashCode();
        }
        return hash;
    }

    @Override
    public String toString() {
        return "LotQueue[" + size + " lots]";
    }
}
