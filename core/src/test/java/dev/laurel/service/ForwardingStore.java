package dev.laurel.service;

import dev.laurel.decision.PostedEvent;
import dev.laurel.receipt.Receipt;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Does what another store does; to be changed in one thing. */
public class ForwardingStore implements AccountStore {
    private final AccountStore store;

    public ForwardingStore(AccountStore store) {
        this.store = store;
    }

    @Override
    public AccountView read(AccountKey key, Named named, Intent intent) {
        return store.read(key, named, intent);
    }

    @Override
    public void commit(List<AccountCommit> commits) {
        store.commit(commits);
    }

    @Override
    public List<PostedEvent> journal(AccountKey key, long after, int limit) {
        return store.journal(key, after, limit);
    }

    @Override
    public List<PostedEvent> journalBefore(AccountKey key, long before, int limit) {
        return store.journalBefore(key, before, limit);
    }

    @Override
    public List<StoredAccount> snapshots(AccountKey key, long before, int limit) {
        return store.snapshots(key, before, limit);
    }

    @Override
    public Map<String, Receipt> receiptsAt(AccountKey key, Set<String> events, long revision) {
        return store.receiptsAt(key, events, revision);
    }

    @Override
    public List<StoredAccount> accounts(String program, String after, int limit) {
        return store.accounts(program, after, limit);
    }

    @Override
    public List<RegisteredVersion> versions(String program) {
        return store.versions(program);
    }

    @Override
    public List<DueAccount> due(String program, Instant until, String version, @Nullable DueAccount after, int limit) {
        return store.due(program, until, version, after, limit);
    }

    @Override
    public List<OutboxMessage> outbox(int limit) {
        return store.outbox(limit);
    }

    @Override
    public void delivered(Collection<Long> messages) {
        store.delivered(messages);
    }

    @Override
    public boolean isJoined() {
        return store.isJoined();
    }
}
