package dev.laurel.receipt;

import java.time.Instant;
import java.util.List;

/** What an event leaves behind for later ones that name it, kept by the store beside the account. */
public sealed interface Receipt
        permits PurchaseReceipt, RedemptionReceipt, CaptureReceipt, ClaimReceipt, ClosureReceipt {
    /** The id of the event that left it. */
    String event();

    /** The host's id of the customer. */
    String customer();

    /** When it happened, by its own date. */
    Instant occurredAt();

    /** The ids of other receipts that an event needs which names this one. */
    default List<String> links() {
        return List.of();
    }
}
