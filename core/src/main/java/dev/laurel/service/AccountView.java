package dev.laurel.service;

import com.google.common.collect.ImmutableMap;
import dev.laurel.account.Account;
import dev.laurel.decision.PostedEvent;
import dev.laurel.receipt.Receipt;
import java.util.Map;
import java.util.Optional;

/**
 * What a store has of an account at one moment.
 *
 * @param stored the account, if there is one
 * @param events of the events that were named those that are there, by their ids
 * @param receipts of the receipts that were named those that are there, and those that these link to, by the ids of their events
 */
public record AccountView(
        Optional<StoredAccount> stored, Map<String, PostedEvent> events, Map<String, Receipt> receipts) {
    /** Nothing: there is no such account. */
    public static final AccountView NOTHING = new AccountView(Optional.empty(), ImmutableMap.of(), ImmutableMap.of());

    /** Takes copies of the maps. */
    public AccountView {
        events = ImmutableMap.copyOf(events);
        receipts = ImmutableMap.copyOf(receipts);
    }

    /** The account, if there is one. */
    public Optional<Account> account() {
        return stored.map(StoredAccount::account);
    }

    /** How many events were committed to the account; 0 if there is none. */
    public long revision() {
        return stored.isPresent() ? stored.get().revision() : 0;
    }
}
