package dev.laurel.service;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.Comparators;
import com.google.common.collect.Lists;
import dev.laurel.decision.PostedEvent;
import dev.laurel.receipt.Receipt;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A store that lives as long as its JVM: for tests, replays and trials. Safe for use by any number of threads, also on one
 * account.
 */
public final class InMemoryAccountStore implements AccountStore {
    private static final Comparator<DueAccount> FIRST_DUE_FIRST =
            Comparator.comparing(DueAccount::at).thenComparing(DueAccount::customer);

    private final Map<AccountKey, AccountSlot> slots = new ConcurrentHashMap<>();
    private final Map<String, SortedMap<String, RegisteredVersion>> versions = new ConcurrentHashMap<>();
    private final @Nullable Outbox outbox;

    /** An empty store without an outbox. */
    public InMemoryAccountStore() {
        this(null);
    }

    private InMemoryAccountStore(@Nullable Outbox outbox) {
        this.outbox = outbox;
    }

    /** An empty store with an outbox. */
    public static InMemoryAccountStore withOutbox() {
        return new InMemoryAccountStore(new Outbox());
    }

    @Override
    public AccountView read(AccountKey key, Named named, Intent intent) {
        AccountSlot slot = slots.get(key);
        return slot == null ? AccountView.NOTHING : slot.view(named);
    }

    @Override
    public List<PostedEvent> journal(AccountKey key, long after, int limit) {
        requirePage(limit);
        AccountSlot slot = slots.get(key);
        return slot == null ? List.of() : slot.page(after, after > Long.MAX_VALUE - limit ? after : after + limit);
    }

    @Override
    public List<PostedEvent> journalBefore(AccountKey key, long before, int limit) {
        requirePage(limit);
        AccountSlot slot = slots.get(key);
        return slot == null ? List.of() : Lists.reverse(slot.pageBefore(before, limit));
    }

    @Override
    public List<StoredAccount> snapshots(AccountKey key, long before, int limit) {
        requirePage(limit);
        AccountSlot slot = slots.get(key);
        return slot == null ? List.of() : slot.snapshots(before, limit);
    }

    @Override
    public Map<String, Receipt> receiptsAt(AccountKey key, Set<String> events, long revision) {
        AccountSlot slot = slots.get(key);
        return slot == null ? Map.of() : slot.receiptsAt(events, revision);
    }

    private static void requirePage(int limit) {
        checkArgument(limit > 0, "a page must have room for at least 1, but for %s", limit);
    }

    @Override
    public List<StoredAccount> accounts(String program, String after, int limit) {
        requirePage(limit);
        return slots.entrySet().stream()
                .filter(slot -> slot.getKey().program().equals(program))
                .filter(slot -> slot.getKey().customer().compareTo(after) > 0)
                .filter(slot -> slot.getValue().stored().isPresent())
                .collect(Comparators.least(Math.min(limit, slots.size()), Map.Entry.comparingByKey()))
                .stream()
                .map(slot -> slot.getValue().stored().orElseThrow())
                .toList();
    }

    @Override
    public List<RegisteredVersion> versions(String program) {
        return List.copyOf(versions.getOrDefault(program, new TreeMap<>()).values());
    }

    @Override
    public List<DueAccount> due(String program, Instant until, String version, @Nullable DueAccount after, int limit) {
        requirePage(limit);
        return slots.entrySet().stream()
                .filter(slot -> slot.getKey().program().equals(program))
                .flatMap(slot -> slot.getValue().due(until, version).stream()
                        .map(at -> new DueAccount(slot.getKey().customer(), at)))
                .filter(due -> after == null || FIRST_DUE_FIRST.compare(due, after) > 0)
                .collect(Comparators.least(Math.min(limit, slots.size()), FIRST_DUE_FIRST));
    }

    @Override
    public void commit(List<AccountCommit> commits) {
        // Locked in this order, so that two commits of the same accounts cannot wait for each other.
        List<AccountCommit> ordered = AccountCommit.ordered(commits);
        AccountSlot[] each = new AccountSlot[ordered.size()];
        for (int i = 0; i < each.length; i++) {
            each[i] = slotOf(ordered.get(i).key());
        }
        lockedCommit(ordered, each, 0);
    }

    /** Holds the locks of all accounts before it stores anything. */
    private void lockedCommit(List<AccountCommit> ordered, AccountSlot[] each, int locked) {
        if (locked < each.length) {
            synchronized (each[locked]) {
                lockedCommit(ordered, each, locked + 1);
            }
            return;
        }
        for (int i = 0; i < each.length; i++) {
            each[i].requirePresent(ordered.get(i));
        }
        ordered.forEach(this::register);
        for (int i = 0; i < each.length; i++) {
            each[i].store(ordered.get(i), outbox);
        }
    }

    /** Readers see the versions before or after it, so the map that they read never changes. */
    private void register(AccountCommit commit) {
        if (!commit.versions().isEmpty()) {
            versions.compute(commit.key().program(), (program, known) -> {
                SortedMap<String, RegisteredVersion> more = known == null ? new TreeMap<>() : new TreeMap<>(known);
                for (RegisteredVersion version : commit.versions()) {
                    RegisteredVersion first = more.putIfAbsent(version.version(), version);
                    checkState(
                            first == null
                                    || first.layout() != version.layout()
                                    || first.fingerprint().equals(version.fingerprint()),
                            "version '%s' of program '%s' is registered with other terms",
                            version.version(),
                            program);
                }
                return more;
            });
        }
    }

    private AccountSlot slotOf(AccountKey key) {
        AccountSlot slot = slots.get(key);
        return slot == null ? slots.computeIfAbsent(key, any -> new AccountSlot()) : slot;
    }

    @Override
    public List<OutboxMessage> outbox(int limit) {
        requirePage(limit);
        return requireOutbox().first(limit).entrySet().stream()
                .map(message -> new OutboxMessage(
                        message.getKey(),
                        message.getValue().key(),
                        journal(message.getValue().key(), message.getValue().position() - 1, 1)
                                .get(0)))
                .toList();
    }

    @Override
    public void delivered(Collection<Long> messages) {
        requireOutbox().remove(messages);
    }

    private Outbox requireOutbox() {
        checkState(
                outbox != null, "the store was made without an outbox; make it by InMemoryAccountStore.withOutbox()");
        return outbox;
    }

    @Override
    public boolean isJoined() {
        return false;
    }
}
