package dev.laurel.decision;

import com.google.common.collect.ImmutableList;
import dev.laurel.account.Account;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.receipt.Receipt;
import java.util.List;

/**
 * What an event changes: all that is to be stored together, or not at all.
 *
 * @param account the account after the event
 * @param entries the entries that it adds to the ledger, those of time until then included, in their order
 * @param tierChanges the changes of the member's standing, those of time until then included, in their order
 * @param receipts what later events need that name this one, and the receipts that it changed
 * @param unpaid orders that holds leave unpaid which ended without a capture, those of time until then included
 * @param deliveries events of other customers that this one brings about, such as points that arrive there
 */
public record Changes(
        Account account,
        List<LedgerEntry> entries,
        List<TierChange> tierChanges,
        List<Receipt> receipts,
        List<UnpaidOrders> unpaid,
        List<LoyaltyEvent> deliveries) {
    /** Takes copies of the lists. */
    public Changes {
        entries = ImmutableList.copyOf(entries);
        tierChanges = ImmutableList.copyOf(tierChanges);
        receipts = ImmutableList.copyOf(receipts);
        unpaid = ImmutableList.copyOf(unpaid);
        deliveries = ImmutableList.copyOf(deliveries);
    }

    /** No change of an account. */
    public static Changes none(Account account) {
        return new Changes(account, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** Ids and counts only. */
    @Override
    public String toString() {
        return "Changes[" + account.customer() + ": " + entries.size() + " entries]";
    }
}
