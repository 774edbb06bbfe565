package dev.laurel.receipt;

/** What an event leaves behind for later ones that name it, kept by the store beside the account. */
public sealed interface Receipt permits PurchaseReceipt, RedemptionReceipt, HoldReceipt {
    /** The id of the event that left it. */
    String event();

    /** The host's id of the customer. */
    String customer();
}
