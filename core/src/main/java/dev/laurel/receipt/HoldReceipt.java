package dev.laurel.receipt;

import java.time.Instant;

/**
 * What a hold leaves behind: that it was there, so that one that is resolved already can be told from one that never was. While
 * it is open, its points stand in the account.
 *
 * @param hold the id of the hold
 * @param customer the host's id of the customer
 * @param program the program and its version
 * @param takenAt when the points were set aside
 * @param until when it lapses
 * @param reward the id of the reward
 * @param currency the id of the point currency
 * @param points how many were set aside
 */
public record HoldReceipt(
        String hold,
        String customer,
        String program,
        Instant takenAt,
        Instant until,
        String reward,
        String currency,
        long points)
        implements Receipt {
    @Override
    public String event() {
        return hold;
    }

    /** Ids only. */
    @Override
    public String toString() {
        return "HoldReceipt[" + hold + " of " + customer + "]";
    }
}
