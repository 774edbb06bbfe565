package dev.laurel.decision;

import dev.laurel.event.LoyaltyEvent;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.receipt.Receipt;
import java.util.List;

/**
 * What an accepted event writes beside the account. The engine keeps it packed, and makes what is read of it when it is read. Hosts read
 * it by way of a {@link Decision}. Immutable: each method says the same whenever it is asked.
 */
public interface Posted {
    /** Nothing, as of an event that is refused. */
    Posted NOTHING = new Posted() {};

    /** See {@link PostedEvent#versions}. */
    default List<String> versions() {
        return List.of();
    }

    /** See {@link Decision#entries}. */
    default List<LedgerEntry> entries() {
        return List.of();
    }

    /** See {@link Decision#tierChanges}. */
    default List<TierChange> tierChanges() {
        return List.of();
    }

    /** See {@link Decision#receipts}. */
    default List<Receipt> receipts() {
        return List.of();
    }

    /** See {@link Decision#unpaid}. */
    default List<UnpaidOrders> unpaid() {
        return List.of();
    }

    /** See {@link Decision#deliveries}. */
    default List<LoyaltyEvent> deliveries() {
        return List.of();
    }

    /** See {@link Decision#earned}. */
    default long earned(String currency) {
        return 0;
    }

    /** See {@link Decision#explanation}. */
    default Explanation explanation() {
        return Explanation.NOTHING;
    }
}
