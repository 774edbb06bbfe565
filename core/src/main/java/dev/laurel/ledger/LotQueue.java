package dev.laurel.ledger;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.AbstractIterator;
import com.google.common.math.IntMath;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Lots in the order in which they are spent: the one that expires first, then the one earned first, then the older; or, for lots
 * that cannot be spent yet, in the order in which they stop being {@linkplain Lot#pendingUntil() pending}.
 *
 * <p>Immutable. A new queue shares all chunks that the change does not touch, so a change costs what it touches and not what
 * the queue holds.
 */
public final class LotQueue implements Iterable<Lot> {
    /** A queue without lots. */
    public static final LotQueue EMPTY = new LotQueue(false, new Lot[0][], 0, 0);

    /** A queue of pending lots without any. */
    public static final LotQueue NONE_PENDING = new LotQueue(true, new Lot[0][], 0, 0);

    private static final int CHUNK = 32;

    private final boolean pending;

    /** No chunk is empty; of the first, {@code offset} lots are gone already. */
    private final Lot[][] chunks;

    private final int offset;
    private final int size;

    private LotQueue(boolean pending, Lot[][] chunks, int offset, int size) {
        this.pending = pending;
        this.chunks = chunks;
        this.offset = offset;
        this.size = size;
    }

    /**
     * A queue of lots that stand in the order in which they are spent.
     *
     * @throws IllegalArgumentException if they stand in another order, or one occurs twice
     */
    public static LotQueue ofOrdered(List<Lot> lots) {
        return EMPTY.filledWith(lots, "are spent");
    }

    /**
     * A queue of pending lots that stand in the order in which that ends.
     *
     * @throws IllegalArgumentException if they stand in another order, or one occurs twice
     */
    public static LotQueue ofPending(List<Lot> lots) {
        return NONE_PENDING.filledWith(lots, "stop being pending");
    }

    private LotQueue filledWith(List<Lot> lots, String order) {
        for (int i = 1; i < lots.size(); i++) {
            checkArgument(
                    compare(lots.get(i - 1), lots.get(i)) < 0,
                    "lots must stand in the order in which they %s, but lot %s stood before lot %s",
                    order,
                    lots.get(i - 1).number(),
                    lots.get(i).number());
        }
        Lot[][] filled = new Lot[IntMath.divide(lots.size(), CHUNK, RoundingMode.CEILING)][];
        for (int i = 0; i < filled.length; i++) {
            int from = i * CHUNK;
            filled[i] = lots.subList(from, Math.min(from + CHUNK, lots.size())).toArray(Lot[]::new);
        }
        return new LotQueue(pending, filled, 0, lots.size());
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
        return chunks[0][offset];
    }

    /** The queue with one lot more, at its place. */
    public LotQueue plus(Lot lot) {
        if (size == 0) {
            return new LotQueue(pending, new Lot[][] {{lot}}, 0, 1);
        }
        Lot[] last = chunks[chunks.length - 1];
        if (last.length == CHUNK && compare(last[CHUNK - 1], lot) < 0) {
            Lot[][] longer = Arrays.copyOf(chunks, chunks.length + 1);
            longer[chunks.length] = new Lot[] {lot};
            return new LotQueue(pending, longer, offset, size + 1);
        }
        int chunk = chunkFor(lot);
        Lot[] with = inserted(chunks[chunk], chunk == 0 ? offset : 0, lot);
        int newOffset = chunk == 0 ? 0 : offset;
        Lot[][] changed;
        if (with.length <= CHUNK) {
            changed = chunks.clone();
            changed[chunk] = with;
        } else {
            changed = new Lot[chunks.length + 1][];
            System.arraycopy(chunks, 0, changed, 0, chunk);
            changed[chunk] = Arrays.copyOfRange(with, 0, with.length / 2);
            changed[chunk + 1] = Arrays.copyOfRange(with, with.length / 2, with.length);
            System.arraycopy(chunks, chunk + 1, changed, chunk + 2, chunks.length - chunk - 1);
        }
        return new LotQueue(pending, changed, newOffset, size + 1);
    }

    /** The queue without its first lot. */
    public LotQueue withoutFirst() {
        if (size <= 1) {
            return pending ? NONE_PENDING : EMPTY;
        }
        return offset + 1 < chunks[0].length
                ? new LotQueue(pending, chunks, offset + 1, size - 1)
                : new LotQueue(pending, Arrays.copyOfRange(chunks, 1, chunks.length), 0, size - 1);
    }

    /** The queue with its first lot changed in nothing but what is left of it. */
    public LotQueue withFirst(Lot lot) {
        if (!lot.withLeft(first().left()).equals(first())) {
            throw new IllegalArgumentException("the first lot can be replaced by itself only");
        }
        Lot[][] changed = chunks.clone();
        changed[0] = Arrays.copyOfRange(chunks[0], offset, chunks[0].length);
        changed[0][0] = lot;
        return new LotQueue(pending, changed, 0, size);
    }

    /** The lot that has the number and dates of another, or null if it is not in the queue. */
    public @Nullable Lot find(Lot like) {
        if (size == 0) {
            return null;
        }
        int chunk = chunkFor(like);
        int place = placeIn(chunk, like);
        return place < 0 ? null : chunks[chunk][place];
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
        Lot[][] changed = chunks.clone();
        changed[chunk] = chunks[chunk].clone();
        changed[chunk][place] = lot;
        return new LotQueue(pending, changed, offset, size);
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
        Lot[] shorter = new Lot[chunks[chunk].length - 1];
        System.arraycopy(chunks[chunk], 0, shorter, 0, place);
        System.arraycopy(chunks[chunk], place + 1, shorter, place, shorter.length - place);
        if (shorter.length > 0) {
            Lot[][] changed = chunks.clone();
            changed[chunk] = shorter;
            return new LotQueue(pending, changed, offset, size - 1);
        }
        Lot[][] fewer = new Lot[chunks.length - 1][];
        System.arraycopy(chunks, 0, fewer, 0, chunk);
        System.arraycopy(chunks, chunk + 1, fewer, chunk, fewer.length - chunk);
        return new LotQueue(pending, fewer, offset, size - 1);
    }

    private int compare(Lot left, Lot right) {
        return pending ? Lot.compareByPending(left, right) : Lot.compareBySpending(left, right);
    }

    /** The place in a chunk of the lot that has the number and dates of another, or -1. */
    private int placeIn(int chunk, Lot like) {
        for (int i = chunk == 0 ? offset : 0; i < chunks[chunk].length; i++) {
            if (compare(chunks[chunk][i], like) == 0) {
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
                if (chunk < chunks.length && index == chunks[chunk].length) {
                    chunk++;
                    index = 0;
                }
                return chunk < chunks.length ? chunks[chunk][index++] : endOfData();
            }
        };
    }

    /** The first chunk whose last lot is the given one or spent after it, or the last chunk. */
    private int chunkFor(Lot lot) {
        int low = 0;
        int high = chunks.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            Lot[] candidate = chunks[middle];
            if (compare(candidate[candidate.length - 1], lot) >= 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private Lot[] inserted(Lot[] chunk, int from, Lot lot) {
        int place = from;
        while (place < chunk.length && compare(chunk[place], lot) < 0) {
            place++;
        }
        Lot[] with = new Lot[chunk.length - from + 1];
        System.arraycopy(chunk, from, with, 0, place - from);
        with[place - from] = lot;
        System.arraycopy(chunk, place, with, place - from + 1, chunk.length - place);
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
