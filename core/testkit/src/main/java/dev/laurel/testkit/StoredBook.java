package dev.laurel.testkit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.account.Account;
import dev.laurel.codec.Codec;
import dev.laurel.decision.Decision;
import dev.laurel.decision.PostedEvent;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Basket;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.money.Money;
import dev.laurel.receipt.Receipt;
import dev.laurel.service.AccountCommit;
import dev.laurel.service.AccountKey;
import dev.laurel.service.AccountStore;
import dev.laurel.service.AccountView;
import dev.laurel.service.Intent;
import dev.laurel.service.Named;
import dev.laurel.service.StoredAccount;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One account in a check: what a store must have of it, beside the store. */
final class StoredBook {
    static final Instant NOON = Instant.parse("2026-06-01T12:00:00.123456Z");

    private final AccountStore store;
    private final LoyaltyEngine engine;
    private final AccountKey key;
    private final List<PostedEvent> journal = new ArrayList<>();
    private final Map<String, Receipt> receipts = new LinkedHashMap<>();
    private final SortedMap<Long, StoredAccount> snapshots = new TreeMap<>();
    private final Map<Long, Map<String, Receipt>> receiptsAt = new HashMap<>();
    private @Nullable StoredAccount stored;

    StoredBook(AccountStore store, LoyaltyEngine engine, String customer) {
        this.store = store;
        this.engine = engine;
        key = new AccountKey(engine.program().id(), customer);
    }

    AccountKey key() {
        return key;
    }

    Optional<StoredAccount> stored() {
        return Optional.ofNullable(stored);
    }

    long revision() {
        return journal.size();
    }

    List<PostedEvent> journal() {
        return ImmutableList.copyOf(journal);
    }

    Map<String, Receipt> receipts() {
        return ImmutableMap.copyOf(receipts);
    }

    // --- what can happen ---

    /** A purchase, whose amount follows from its place in the journal, so that no two accounts are alike. */
    Purchase purchase(String id) {
        return purchase(id, revision());
    }

    private Purchase purchase(String id, long place) {
        return purchase(id, place, NOON.plus(place, ChronoUnit.MICROS));
    }

    /** A purchase at an instant. */
    Purchase purchaseAt(String id, Instant at) {
        return purchase(id, revision(), at);
    }

    private Purchase purchase(String id, long place, Instant at) {
        return new Purchase(id, key.customer(), at, Basket.ofTotal(Money.of(StoreRoom.USD, place + 1)));
    }

    /** A commit of purchases that builds on what is in the book. It is not yet in the book. */
    AccountCommit purchases(String... ids) {
        List<LoyaltyEvent> events = new ArrayList<>();
        for (String id : ids) {
            events.add(purchase(id, revision() + events.size()));
        }
        return commitOf(events, List.of(), Optional.empty());
    }

    /** A commit of a purchase after which something happens by itself at an instant. */
    AccountCommit purchaseUntil(String id, Optional<Instant> nextChangeAt) {
        return commitOf(List.of(purchase(id)), List.of(), nextChangeAt);
    }

    /** A commit of a purchase that leaves these receipts too. */
    AccountCommit purchaseLeaving(String id, Receipt... more) {
        return commitOf(List.of(purchase(id)), ImmutableList.copyOf(more), Optional.empty());
    }

    private AccountCommit commitOf(
            List<? extends LoyaltyEvent> events, List<Receipt> more, Optional<Instant> nextChangeAt) {
        return commitOf(events, more, nextChangeAt, stored == null ? NOON : stored.recordedAt());
    }

    /** A commit of a purchase that builds on what was read, whatever is in the book. */
    AccountCommit purchaseOn(AccountView view, String id) {
        StoredBook read = new StoredBook(store, engine, key.customer());
        read.stored = view.stored().orElse(null);
        return read.commitOf(List.of(purchase(id, view.revision())), List.of(), Optional.empty());
    }

    /** A commit of events that are recorded after an instant, a microsecond apart. */
    AccountCommit commitOf(
            List<? extends LoyaltyEvent> events,
            List<Receipt> more,
            Optional<Instant> nextChangeAt,
            Instant recordedAfter) {
        Account account = stored == null ? engine.newAccount(key.customer()) : stored.account();
        Map<String, Receipt> left = new LinkedHashMap<>();
        List<PostedEvent> posted = new ArrayList<>();
        for (LoyaltyEvent event : events) {
            Decision decision = engine.evaluate(
                    account,
                    event,
                    engine.receiptsFor(event, id -> Optional.ofNullable(left.getOrDefault(id, receipts.get(id)))));
            posted.add(PostedEvent.of(decision, recordedAfter.plus(posted.size() + 1, ChronoUnit.MICROS)));
            decision.receipts().forEach(receipt -> left.put(receipt.event(), receipt));
            account = decision.account();
        }
        more.forEach(receipt -> left.put(receipt.event(), receipt));
        return AccountCommit.of(
                key, stored(), account, posted, () -> ImmutableList.copyOf(left.values()), () -> nextChangeAt);
    }

    // --- what is committed ---

    /** Commits a redemption of a thousand points to the store, and writes it into the book. */
    void redeem(String id) {
        commit(commitOf(
                List.of(Redemption.of(id, key.customer(), NOON.plus(1, ChronoUnit.DAYS), "thousand")),
                List.of(),
                Optional.empty()));
    }

    /** Commits purchases to the store, one commit for all, and writes them into the book. */
    void buy(String... ids) {
        commit(purchases(ids));
    }

    /** Commits to the store, and writes it into the book. */
    void commit(AccountCommit commit) {
        store.commit(List.of(commit));
        write(commit);
    }

    /** Writes into the book what was committed. */
    @CanIgnoreReturnValue
    StoredBook write(AccountCommit commit) {
        for (int i = 0; i < commit.overwritten().size(); i++) {
            journal.set(i, commit.overwritten().get(i));
        }
        commit.dropped().forEach(receipts::remove);
        journal.addAll(commit.posted());
        commit.receipts().forEach(receipt -> receipts.put(receipt.event(), receipt));
        stored = commit.stored();
        if (!commit.overwritten().isEmpty()) {
            snapshots.clear();
        }
        if (commit.isSnapshot()) {
            snapshots.put(revision(), commit.stored());
            receiptsAt.put(revision(), receipts());
        }
        return this;
    }

    // --- what must be there ---

    /** All that is in the book, by its names. */
    Named named() {
        ImmutableSet.Builder<String> events = ImmutableSet.builder();
        journal.forEach(posted -> events.add(posted.event().id()));
        return new Named(events.build(), receipts.keySet());
    }

    private static Set<String> union(Named named) {
        return ImmutableSet.<String>builder()
                .addAll(named.events())
                .addAll(named.receipts())
                .build();
    }

    /** What a read of all that is in the book must give. */
    AccountView view() {
        Map<String, PostedEvent> events = new LinkedHashMap<>();
        journal.forEach(posted -> events.put(posted.event().id(), posted));
        return new AccountView(stored(), events, receipts);
    }

    /** That the store has what is in the book, and no event beside it. */
    void requireKept() {
        requireView("what is read of " + key, view(), store.read(key, named(), Intent.VIEW));
        requireView("what is read to update " + key, view(), store.read(key, named(), Intent.UPDATE));
        int room = journal.size() + 1;
        Expect.equal("the journal of " + key, journal, store.journal(key, 0, room));
        Expect.equal(
                "the journal of " + key + " backwards",
                ImmutableList.copyOf(journal).reverse(),
                store.journalBefore(key, Long.MAX_VALUE, room));
        Expect.equal("the snapshots of " + key, snapshots(), store.snapshots(key, Long.MAX_VALUE, room));
        for (long revision : snapshots.keySet()) {
            Expect.equal(
                    "the receipts of " + key + " at revision " + revision,
                    receiptsAt.get(revision),
                    store.receiptsAt(key, union(named()), revision));
        }
    }

    /** The snapshots that were kept, the latest first. */
    List<StoredAccount> snapshots() {
        return ImmutableList.copyOf(snapshots.values()).reverse();
    }

    /** That two views are equal, part by part. */
    static void requireView(String what, AccountView expected, AccountView found) {
        Expect.equal(what + ": the revision", expected.revision(), found.revision());
        Expect.equal(
                what + ": the digest of the account",
                expected.account().map(Codec.ACCOUNTS::digest),
                found.account().map(Codec.ACCOUNTS::digest));
        Expect.equal(what + ": the account", expected.stored(), found.stored());
        Expect.equal(what + ": the events", expected.events(), found.events());
        Expect.equal(what + ": the receipts", expected.receipts(), found.receipts());
    }
}
