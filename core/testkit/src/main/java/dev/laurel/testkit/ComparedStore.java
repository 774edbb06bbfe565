package dev.laurel.testkit;

import dev.laurel.decision.PostedEvent;
import dev.laurel.receipt.Receipt;
import dev.laurel.service.AccountCommit;
import dev.laurel.service.AccountKey;
import dev.laurel.service.AccountStore;
import dev.laurel.service.AccountView;
import dev.laurel.service.DueAccount;
import dev.laurel.service.Intent;
import dev.laurel.service.Named;
import dev.laurel.service.OutboxMessage;
import dev.laurel.service.RegisteredVersion;
import dev.laurel.service.StoredAccount;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A store that must give at each read what another one gives that had the same commits. For one thread. */
final class ComparedStore implements AccountStore {
    private final AccountStore tested;
    private final AccountStore right;

    ComparedStore(AccountStore tested, AccountStore right) {
        this.tested = tested;
        this.right = right;
    }

    @Override
    public AccountView read(AccountKey key, Named named, Intent intent) {
        AccountView view = tested.read(key, named, intent);
        StoredBook.requireView("what is read of " + key, right.read(key, named, intent), view);
        return view;
    }

    @Override
    public void commit(List<AccountCommit> commits) {
        tested.commit(commits);
        right.commit(commits);
    }

    @Override
    public List<PostedEvent> journal(AccountKey key, long after, int limit) {
        List<PostedEvent> page = tested.journal(key, after, limit);
        Expect.equal("the journal of " + key, right.journal(key, after, limit), page);
        return page;
    }

    @Override
    public List<PostedEvent> journalBefore(AccountKey key, long before, int limit) {
        List<PostedEvent> page = tested.journalBefore(key, before, limit);
        Expect.equal("the journal of " + key + " backwards", right.journalBefore(key, before, limit), page);
        return page;
    }

    @Override
    public List<StoredAccount> snapshots(AccountKey key, long before, int limit) {
        List<StoredAccount> page = tested.snapshots(key, before, limit);
        Expect.equal("the snapshots of " + key, right.snapshots(key, before, limit), page);
        return page;
    }

    @Override
    public Map<String, Receipt> receiptsAt(AccountKey key, Set<String> events, long revision) {
        Map<String, Receipt> receipts = tested.receiptsAt(key, events, revision);
        Expect.equal("the receipts of " + key + " of then", right.receiptsAt(key, events, revision), receipts);
        return receipts;
    }

    @Override
    public List<StoredAccount> accounts(String program, String after, int limit) {
        return tested.accounts(program, after, limit);
    }

    @Override
    public List<RegisteredVersion> versions(String program) {
        return tested.versions(program);
    }

    @Override
    public List<DueAccount> due(String program, Instant until, String version, @Nullable DueAccount after, int limit) {
        return tested.due(program, until, version, after, limit);
    }

    @Override
    public List<OutboxMessage> outbox(int limit) {
        return tested.outbox(limit);
    }

    @Override
    public void delivered(Collection<Long> messages) {
        tested.delivered(messages);
    }

    @Override
    public boolean isJoined() {
        return tested.isJoined();
    }
}
