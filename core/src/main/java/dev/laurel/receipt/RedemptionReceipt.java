package dev.laurel.receipt;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.List;

/**
 * What a redemption leaves behind: the lots that it was paid from, so that points can go back where they came from, with their
 * dates.
 *
 * @param redemption the id of the redemption, or of the capture of a hold
 * @param customer the host's id of the customer
 * @param program the program and its version
 * @param takenAt when the points were taken
 * @param reward the id of the reward
 * @param currency the id of the point currency
 * @param lots what was taken from which lots, in the order in which it was taken
 */
public record RedemptionReceipt(
        String redemption,
        String customer,
        String program,
        Instant takenAt,
        String reward,
        String currency,
        List<LotTaken> lots)
        implements Receipt {
    /** Takes a copy of the lots. */
    public RedemptionReceipt {
        lots = ImmutableList.copyOf(lots);
    }

    @Override
    public String event() {
        return redemption;
    }

    /** A copy after points were given back. */
    public RedemptionReceipt withLots(List<LotTaken> lotsLeft) {
        return new RedemptionReceipt(redemption, customer, program, takenAt, reward, currency, lotsLeft);
    }

    /** How many points were taken. */
    public long points() {
        return lots.stream().mapToLong(LotTaken::points).sum();
    }

    /** How many of them have not been given back. */
    public long pointsLeft() {
        return lots.stream().mapToLong(LotTaken::left).sum();
    }

    /** Ids only. */
    @Override
    public String toString() {
        return "RedemptionReceipt[" + redemption + " of " + customer + "]";
    }
}
