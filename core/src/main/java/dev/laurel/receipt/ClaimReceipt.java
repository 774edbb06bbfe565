package dev.laurel.receipt;

import com.google.common.collect.ImmutableList;
import dev.laurel.ledger.Lot;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a claim of an offer leaves behind, so that it can be cancelled. For which birthday it was is personal, and known to the account only.
 *
 * @param claim the id of the claim
 * @param customer the host's id of the customer
 * @param program the program and its version
 * @param occurredAt when it happened
 * @param returnableUntil until when it can be cancelled, by the terms of that date
 * @param offer the id of the offer
 * @param given the points that it gave, or null if it gave something else
 * @param counted where these points were counted for sums of what is earned
 * @param cancelled whether it was cancelled
 */
public record ClaimReceipt(
        String claim,
        String customer,
        String program,
        Instant occurredAt,
        Instant returnableUntil,
        String offer,
        @Nullable GivenPoints given,
        List<CountedUse> counted,
        boolean cancelled)
        implements Receipt {
    /** Takes a copy of the list. */
    public ClaimReceipt {
        counted = ImmutableList.copyOf(counted);
    }

    /**
     * Points that a claim gave.
     *
     * @param currency the id of the point currency
     * @param lot their lot, emptied
     * @param points how many
     */
    public record GivenPoints(String currency, Lot lot, long points) {
        /** Empties the lot. */
        public GivenPoints {
            lot = lot.withLeft(0);
        }
    }

    @Override
    public String event() {
        return claim;
    }

    /** A copy that was cancelled. */
    public ClaimReceipt withCancelled() {
        return new ClaimReceipt(claim, customer, program, occurredAt, returnableUntil, offer, given, counted, true);
    }

    /** Ids only. */
    @Override
    public String toString() {
        return "ClaimReceipt[" + claim + " of " + customer + "]";
    }
}
