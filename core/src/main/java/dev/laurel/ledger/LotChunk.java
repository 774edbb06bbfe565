package dev.laurel.ledger;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lots that stand side by side in the middle of a queue, where most events do not come: queues share them, and a store can keep them
 * apart from the rest. Immutable.
 */
public final class LotChunk {
    private static final long STEP = 0x9e3779b97f4a7c15L;

    private final Lot[] lots;

    /** Worked out when it is asked for, or 0; it is always the same, so it does no harm if two do so at once. */
    private volatile long fingerprint;

    /** Of lots that nobody changes any more. */
    LotChunk(Lot[] lots) {
        this.lots = lots;
    }

    /**
     * A chunk of lots, in their order.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static LotChunk of(List<Lot> lots) {
        checkArgument(!lots.isEmpty(), "a chunk must have lots");
        return new LotChunk(lots.toArray(Lot[]::new));
    }

    Lot[] array() {
        return lots;
    }

    /** Its lots, in their order. */
    public List<Lot> lots() {
        return Collections.unmodifiableList(Arrays.asList(lots));
    }

    /** A number by which another chunk is told from this one. Stores keep it, so it is the same in every version of Laurel. */
    public long fingerprint() {
        if (fingerprint == 0) {
            long mixed = 0;
            for (Lot lot : lots) {
                mixed = mixed(mixed, lot.number());
                mixed = mixed(mixed, lot.points());
                mixed = mixed(mixed, lot.left());
                mixed = mixed(mixed, lot.earnedMicros());
                mixed = mixed(mixed, lot.availableMicros());
                mixed = mixed(mixed, lot.expiresMicros());
                mixed = mixed(mixed, number(lot.dating()));
            }
            fingerprint = mixed;
        }
        return fingerprint;
    }

    private static long number(LotDating dating) {
        return switch (dating) {
            case BY_TERMS -> 0;
            case OWN -> 1;
            case SUSPENDED -> 2;
            case GIVEN_BACK -> 3;
        };
    }

    /** As in SplitMix64, of which the numbers are. */
    private static long mixed(long before, long number) {
        long bits = before * 31 + number + STEP;
        bits = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        bits = (bits ^ (bits >>> 27)) * 0x94d049bb133111ebL;
        return bits ^ (bits >>> 31);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other == this || (other instanceof LotChunk that && Arrays.equals(lots, that.lots));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(lots);
    }

    @Override
    public String toString() {
        return "LotChunk[" + lots.length + " lots]";
    }
}
