package dev.laurel.examples.replay;

import com.google.common.collect.ImmutableList;
import dev.laurel.decision.UnpaidOrders;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.service.LoyaltyService;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one customer.
 *
 * @param customer the customer's id as written
 * @param finalAccount the account at the end, or null if no event of the customer was accepted
 * @param entries all ledger entries, in their order
 * @param unpaid the orders that holds left unpaid which ended without a capture, in their order
 * @param refused the events that were not accepted, in the order of the file
 * @param accepted how many events were accepted, repetitions not counted
 * @param repeated how many events had been accepted before
 * @param service a service over the store that keeps all that happened, or null if nothing does
 */
record CustomerResult(
        String customer,
        @Nullable FinalAccount finalAccount,
        List<LedgerEntry> entries,
        List<UnpaidOrders> unpaid,
        List<RefusedEvent> refused,
        long accepted,
        long repeated,
        @Nullable LoyaltyService service) {
    CustomerResult {
        entries = ImmutableList.copyOf(entries);
        unpaid = ImmutableList.copyOf(unpaid);
        refused = ImmutableList.copyOf(refused);
    }
}
