package dev.laurel.receipt;

import java.time.Instant;
import java.util.List;

/**
 * What a capture leaves behind: of which hold it is, whose receipt has all the rest.
 *
 * @param capture the id of the capture
 * @param customer the host's id of the customer
 * @param occurredAt when it happened
 * @param returnableUntil until when it can be cancelled, by the terms of that date
 * @param hold the id of the hold
 */
public record CaptureReceipt(String capture, String customer, Instant occurredAt, Instant returnableUntil, String hold)
        implements Receipt {
    @Override
    public String event() {
        return capture;
    }

    /** The hold, with which it shares all that there is to know. */
    @Override
    public List<String> links() {
        return List.of(hold);
    }

    /** Ids only. */
    @Override
    public String toString() {
        return "CaptureReceipt[" + capture + " of " + customer + "]";
    }
}
