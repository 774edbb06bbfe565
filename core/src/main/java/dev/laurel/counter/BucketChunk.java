package dev.laurel.counter;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Windows of one counter that stand side by side, with their sums, where most events do not come: versions of an account share them, and a
 * store can keep them apart from the rest. Immutable.
 */
public final class BucketChunk {
    private final long[] pairs;

    /** Worked out when it is asked for, or 0; it is always the same, so it does no harm if two do so at once. */
    private volatile long fingerprint;

    /** What all windows have together, worked out when it is asked for, or 0; as above. */
    private volatile long total;

    /** Of pairs that nobody changes any more. */
    BucketChunk(long[] pairs) {
        this.pairs = pairs;
    }

    /**
     * A chunk of windows.
     *
     * @param pairs for each window its number and its sum
     * @throws IllegalArgumentException if there are none, they are not in the order of the numbers, or a sum is zero
     */
    public static BucketChunk of(long[] pairs) {
        checkArgument(pairs.length > 0, "a chunk must have windows");
        return new BucketChunk(Pairs.checked(pairs.clone()));
    }

    /** For each window its number and its sum, in the order of the numbers. */
    public long[] pairs() {
        return pairs.clone();
    }

    /** The number of its first window. */
    public long firstWindow() {
        return pairs[0];
    }

    long[] array() {
        return pairs;
    }

    /**
     * What all its windows have together.
     *
     * @throws ArithmeticException if that does not fit into a {@code long}
     */
    long total() {
        if (total == 0) {
            total = Pairs.between(pairs, 0, Long.MIN_VALUE, Long.MAX_VALUE);
        }
        return total;
    }

    /** A number by which another chunk is told from this one. Stores keep it, so it is the same in every version of Laurel. */
    public long fingerprint() {
        if (fingerprint == 0) {
            long mixed = 0;
            for (long number : pairs) {
                mixed = Fingerprints.mixed(mixed, number);
            }
            fingerprint = mixed;
        }
        return fingerprint;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other == this || (other instanceof BucketChunk that && Arrays.equals(pairs, that.pairs));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(pairs);
    }

    @Override
    public String toString() {
        return "BucketChunk[" + pairs.length / Pairs.PAIR + " windows]";
    }
}
