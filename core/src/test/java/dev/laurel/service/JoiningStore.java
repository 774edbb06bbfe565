package dev.laurel.service;

import dev.laurel.decision.PostedEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Joins transactions of a host as a database does: who reads an account to change it waits until whoever did so before has ended, and
 * nobody else sees what was not committed.
 */
final class JoiningStore extends ForwardingStore {
    int losing;
    int commits;

    private final AccountStore store;
    private final Map<AccountKey, ReentrantLock> rows = new ConcurrentHashMap<>();
    private final Map<Thread, Transaction> open = new ConcurrentHashMap<>();

    private static final class Transaction {
        private final Set<ReentrantLock> locked = new LinkedHashSet<>();
        private final Map<AccountKey, List<AccountCommit>> commits = new LinkedHashMap<>();
        private final List<Runnable> afterCommit = new ArrayList<>();
    }

    JoiningStore(AccountStore store) {
        super(store);
        this.store = store;
    }

    /** Work of the host in one transaction. */
    void transaction(Runnable work) {
        Transaction transaction = new Transaction();
        open.put(Thread.currentThread(), transaction);
        try {
            work.run();
            transaction.commits.values().forEach(each -> each.forEach(commit -> store.commit(List.of(commit))));
        } finally {
            open.remove(Thread.currentThread());
            transaction.locked.forEach(ReentrantLock::unlock);
        }
        transaction.afterCommit.forEach(Runnable::run);
    }

    void afterCommit(Runnable task) {
        Transaction transaction = open.get(Thread.currentThread());
        if (transaction == null) {
            task.run();
        } else {
            transaction.afterCommit.add(task);
        }
    }

    /** Waits until somebody waits for a row. */
    void awaitWaiting() {
        while (rows.values().stream().noneMatch(ReentrantLock::hasQueuedThreads)) {
            Thread.onSpinWait();
        }
    }

    @Override
    public boolean isJoined() {
        return open.get(Thread.currentThread()) != null;
    }

    @Override
    public AccountView read(AccountKey key, Named named, Intent intent) {
        Transaction transaction = open.get(Thread.currentThread());
        if (transaction == null) {
            return store.read(key, named, intent);
        }
        ReentrantLock row = rows.computeIfAbsent(key, any -> new ReentrantLock());
        if (intent == Intent.UPDATE && !row.isHeldByCurrentThread()) {
            row.lock();
            transaction.locked.add(row);
        }
        AccountView before = store.read(key, named, intent);
        List<AccountCommit> own = transaction.commits.getOrDefault(key, List.of());
        return own.isEmpty() ? before : seen(before, own, named);
    }

    /** What the transaction itself has changed is seen in it. */
    private static AccountView seen(AccountView before, List<AccountCommit> own, Named named) {
        Map<String, PostedEvent> events = new LinkedHashMap<>(before.events());
        for (AccountCommit commit : own) {
            commit.posted().stream()
                    .filter(posted -> named.events().contains(posted.event().id()))
                    .forEach(posted -> events.put(posted.event().id(), posted));
        }
        return new AccountView(Optional.of(own.get(own.size() - 1).stored()), events, before.receipts());
    }

    @Override
    public void commit(List<AccountCommit> all) {
        commits++;
        if (losing > 0) {
            losing--;
            AccountCommit lost = all.get(0);
            throw new ConcurrentUpdateException(lost.key(), lost.expectedRevision(), lost.expectedRevision() + 1);
        }
        Transaction transaction = open.get(Thread.currentThread());
        if (transaction == null) {
            store.commit(all);
            return;
        }
        for (AccountCommit commit : all) {
            transaction
                    .commits
                    .computeIfAbsent(commit.key(), key -> new ArrayList<>())
                    .add(commit);
        }
    }
}
