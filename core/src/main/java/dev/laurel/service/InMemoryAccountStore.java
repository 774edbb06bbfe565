package dev.laurel.service;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.laurel.decision.PostedEvent;
import dev.laurel.event.Erasure;
import dev.laurel.receipt.Receipt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A store that lives as long as its JVM: for tests, replays and trials. Safe for use by any number of threads, also on one
 * account.
 */
public final class InMemoryAccountStore implements AccountStore {
    private final Map<AccountKey, Slot> slots = new ConcurrentHashMap<>();

    /** All that is kept of one account; guarded by itself. */
    private static final class Slot {
        private final List<PostedEvent> journal = new ArrayList<>();
        private final Map<String, PostedEvent> events = new HashMap<>();
        private final Map<String, Receipt> receipts = new HashMap<>();
        private @Nullable StoredAccount stored;
    }

    /** An empty store. */
    public InMemoryAccountStore() {}

    @Override
    public Optional<StoredAccount> account(AccountKey key) {
        Slot slot = slots.get(key);
        if (slot == null) {
            return Optional.empty();
        }
        synchronized (slot) {
            return Optional.ofNullable(slot.stored);
        }
    }

    @Override
    public Optional<PostedEvent> event(AccountKey key, String eventId) {
        Slot slot = slots.get(key);
        if (slot == null) {
            return Optional.empty();
        }
        synchronized (slot) {
            return Optional.ofNullable(slot.events.get(eventId));
        }
    }

    @Override
    public Optional<Receipt> receipt(AccountKey key, String event) {
        Slot slot = slots.get(key);
        if (slot == null) {
            return Optional.empty();
        }
        synchronized (slot) {
            return Optional.ofNullable(slot.receipts.get(event));
        }
    }

    @Override
    public List<PostedEvent> journal(AccountKey key) {
        Slot slot = slots.get(key);
        if (slot == null) {
            return List.of();
        }
        synchronized (slot) {
            return ImmutableList.copyOf(slot.journal);
        }
    }

    @Override
    public void commit(List<AccountCommit> commits) {
        checkArgument(
                commits.size() == 1 || commits.size() == 2,
                "a commit must be of one or two accounts, but was of %s",
                commits.size());
        // Always locked in the order of their keys, so that two commits of the same two accounts cannot wait for each
        // other.
        List<AccountCommit> ordered = commits.stream()
                .sorted(Comparator.comparing(AccountCommit::key))
                .toList();
        AccountCommit first = ordered.get(0);
        Slot firstSlot = slots.computeIfAbsent(first.key(), key -> new Slot());
        if (ordered.size() == 1) {
            synchronized (firstSlot) {
                requirePresent(firstSlot, first);
                store(firstSlot, first);
            }
            return;
        }
        AccountCommit second = ordered.get(1);
        checkArgument(!first.key().equals(second.key()), "a commit must not be of the same account twice");
        Slot secondSlot = slots.computeIfAbsent(second.key(), key -> new Slot());
        synchronized (firstSlot) {
            synchronized (secondSlot) {
                requirePresent(firstSlot, first);
                requirePresent(secondSlot, second);
                store(firstSlot, first);
                store(secondSlot, second);
            }
        }
    }

    private static void requirePresent(Slot slot, AccountCommit commit) {
        long present = slot.stored == null ? 0 : slot.stored.revision();
        if (present != commit.expectedRevision()
                || slot.events.containsKey(commit.posted().event().id())) {
            throw new StaleAccountException(commit.key(), commit.expectedRevision(), present);
        }
    }

    private static void store(Slot slot, AccountCommit commit) {
        PostedEvent posted = commit.posted();
        if (posted.event() instanceof Erasure) {
            slot.journal.replaceAll(PostedEvent::erased);
            slot.events.replaceAll((id, before) -> before.erased());
            slot.receipts.clear();
        }
        slot.stored = new StoredAccount(commit.account(), commit.expectedRevision() + 1, posted.recordedAt());
        slot.journal.add(posted);
        slot.events.put(posted.event().id(), posted);
        commit.receipts().forEach(receipt -> slot.receipts.put(receipt.event(), receipt));
    }
}
