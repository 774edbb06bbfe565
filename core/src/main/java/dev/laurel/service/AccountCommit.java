package dev.laurel.service;

import com.google.common.collect.ImmutableList;
import dev.laurel.account.Account;
import dev.laurel.decision.PostedEvent;
import dev.laurel.receipt.Receipt;
import java.util.List;

/**
 * What is to be stored of one account for one event.
 *
 * @param key where the account is found
 * @param expectedRevision the revision that it builds on, 0 for a new account
 * @param account the account after the event
 * @param posted the event and its entries
 * @param receipts the receipts that are new or changed
 */
public record AccountCommit(
        AccountKey key, long expectedRevision, Account account, PostedEvent posted, List<Receipt> receipts) {
    /** Takes a copy of the receipts. */
    public AccountCommit {
        receipts = ImmutableList.copyOf(receipts);
    }
}
