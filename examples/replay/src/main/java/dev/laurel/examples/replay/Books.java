package dev.laurel.examples.replay;

import dev.laurel.decision.PostedEvent;
import dev.laurel.service.AccountKey;
import dev.laurel.service.InMemoryAccountStore;
import dev.laurel.service.LoyaltyService;
import java.util.List;

/**
 * All that is kept of some customers: their events too, and not only what they came to.
 *
 * @param service a service over the store
 * @param store where it is kept
 */
record Books(LoyaltyService service, InMemoryAccountStore store) {
    /** The events of a customer that were accepted, in their order. */
    List<PostedEvent> journal(String customer) {
        return store.journal(new AccountKey(service.engine().program().id(), customer));
    }
}
