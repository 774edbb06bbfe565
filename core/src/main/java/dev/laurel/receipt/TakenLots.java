package dev.laurel.receipt;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * What one event took for good.
 *
 * @param event the id of the redemption, or of the capture of a hold
 * @param lots from which lots, in the order in which they were taken
 */
public record TakenLots(String event, List<LotTaken> lots) {
    /** Takes a copy of the lots. */
    public TakenLots {
        lots = ImmutableList.copyOf(lots);
    }

    /** How many points were taken. */
    public long points() {
        return lots.stream().mapToLong(LotTaken::points).sum();
    }

    /** How many of them have not been given back. */
    public long left() {
        return lots.stream().mapToLong(LotTaken::left).sum();
    }
}
