package dev.laurel.service;

import com.google.common.collect.ImmutableList;
import dev.laurel.account.Account;
import dev.laurel.account.CanonicalForm;
import dev.laurel.account.Receipt;
import dev.laurel.engine.Decision;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.engine.Refusal;
import dev.laurel.event.ErasedEvent;
import dev.laurel.ledger.LedgerEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds what a store keeps of an account against itself: the account against its entries, and both against the events. */
final class AccountAudit {
    private final LoyaltyEngine engine;
    private final AccountStore store;
    private final AccountKey key;
    private final List<String> differences = new ArrayList<>();

    AccountAudit(LoyaltyEngine engine, AccountStore store, AccountKey key) {
        this.engine = engine;
        this.store = store;
        this.key = key;
    }

    /** What does not agree; empty if all does. */
    List<String> differences() {
        List<PostedEvent> journal = store.journal(key);
        Account account =
                store.account(key).map(StoredAccount::account).orElseGet(() -> engine.newAccount(key.customer()));
        List<LedgerEntry> entries = new ArrayList<>();
        journal.forEach(posted -> entries.addAll(posted.entries()));
        differences.addAll(account.verify(entries));
        checkRecords(journal);
        // Of a customer who was erased the events are gone, so nothing can be worked out anew.
        if (journal.stream().noneMatch(posted -> posted.event() instanceof ErasedEvent)) {
            replay(journal, account);
        }
        return ImmutableList.copyOf(differences);
    }

    private void checkRecords(List<PostedEvent> journal) {
        Instant last = null;
        for (PostedEvent posted : journal) {
            if (last != null && !posted.recordedAt().isAfter(last)) {
                differences.add("event '" + posted.event().id() + "' must be recorded after " + last
                        + ", when the one before it was, but was recorded at " + posted.recordedAt());
            }
            last = posted.recordedAt();
            if (!posted.hash().equals(CanonicalForm.of(posted.event()).sha256())) {
                differences.add("event '" + posted.event().id() + "' does not have the hash of its content");
            }
        }
    }

    private void replay(List<PostedEvent> journal, Account account) {
        Replay replay = new Replay(engine, key.customer());
        for (PostedEvent posted : journal) {
            Decision decision = replay.next(posted.event());
            String wrong = compare(posted, decision);
            if (wrong != null) {
                differences.add(wrong);
                return;
            }
            replay.goOn(decision);
        }
        if (!replay.account().equals(account)) {
            differences.add("the account must have digest " + replay.account().digest() + " by its events, but has "
                    + account.digest());
        }
        for (Receipt receipt : replay.receipts()) {
            Optional<Receipt> kept = store.receipt(key, receipt.event());
            if (kept.isEmpty() || !kept.get().equals(receipt)) {
                differences.add("the receipt of event '" + receipt.event() + "' must have digest " + receipt.digest()
                        + " by the events, but "
                        + kept.map(it -> "has " + it.digest()).orElse("is not there"));
            }
        }
    }

    /** The first thing in which an event's entries are not what it brings about, or null. */
    private static @Nullable String compare(PostedEvent posted, Decision decision) {
        String event = "event '" + posted.event().id() + "'";
        Optional<Refusal> refusal = decision.refusal();
        if (refusal.isPresent()) {
            return event + " was accepted, but is refused with " + refusal.get().code() + " after those before it";
        }
        List<LedgerEntry> right = decision.entries();
        List<LedgerEntry> kept = posted.entries();
        for (int i = 0; i < Math.min(right.size(), kept.size()); i++) {
            if (!right.get(i).equals(kept.get(i))) {
                return "entry " + kept.get(i).sequence() + " of " + event + " must be " + right.get(i) + ", but is "
                        + kept.get(i);
            }
        }
        if (right.size() != kept.size()) {
            return event + " must have " + right.size() + " entries, but has " + kept.size();
        }
        return decision.tierChanges().equals(posted.tierChanges())
                ? null
                : event + " must change the tier by " + decision.tierChanges() + ", but did by " + posted.tierChanges();
    }
}
