package dev.laurel.service;

import dev.laurel.decision.PostedEvent;
import dev.laurel.receipt.Receipt;
import java.util.List;
import java.util.Optional;

/**
 * Where a host keeps accounts, their journals and their receipts.
 *
 * <p>What a store promises: a commit is wholly there or not at all, for one account or for two; it succeeds only on the revision
 * that it builds on; once it has returned, it is seen by every later read. Nothing is ever removed from a journal; but with the
 * commit of an {@link dev.laurel.event.Erasure}, each event of that account that was posted before becomes what {@link
 * PostedEvent#erased} leaves of it, wherever it is kept, and its receipts go.
 */
public interface AccountStore {
    /** The account as it was last committed. */
    Optional<StoredAccount> account(AccountKey key);

    /** The event of an account that was accepted under an id. */
    Optional<PostedEvent> event(AccountKey key, String eventId);

    /**
     * The receipt that an event of an account left, as later events have left it. It may be forgotten once no event can need it any
     * more ({@link dev.laurel.engine.LoyaltyEngine#isNeeded}).
     */
    Optional<Receipt> receipt(AccountKey key, String event);

    /** All events of an account in the order in which they were committed; empty if there is no such account. */
    List<PostedEvent> journal(AccountKey key);

    /**
     * Stores one event for one account, or for two at once.
     *
     * @throws StaleAccountException if one of the accounts has another revision; nothing is stored then
     * @throws IllegalArgumentException if there are not one or two commits, or both are of the same account
     */
    void commit(List<AccountCommit> commits);
}
