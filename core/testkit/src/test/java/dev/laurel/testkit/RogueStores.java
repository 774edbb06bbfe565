package dev.laurel.testkit;

import com.google.common.util.concurrent.Uninterruptibles;
import dev.laurel.decision.PostedEvent;
import dev.laurel.receipt.Receipt;
import dev.laurel.service.AccountCommit;
import dev.laurel.service.AccountKey;
import dev.laurel.service.AccountView;
import dev.laurel.service.DueAccount;
import dev.laurel.service.Intent;
import dev.laurel.service.Named;
import dev.laurel.service.OutboxMessage;
import dev.laurel.service.RegisteredVersion;
import dev.laurel.service.StoredAccount;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Stores that break one promise each, as real ones do. */
final class RogueStores {
    private RogueStores() {}

    /** The same commit at another place and on another account than it says. */
    private static AccountCommit moved(AccountCommit commit, AccountKey key, Optional<StoredAccount> before) {
        AccountCommit moved = AccountCommit.of(
                        key, before, commit.account(), commit.posted(), commit::receipts, commit::nextChangeAt)
                .registering(commit.versions());
        AccountCommit kept = commit.isSnapshot() ? moved.keepingSnapshot() : moved;
        return commit.dropped().isEmpty() && commit.overwritten().isEmpty()
                ? kept
                : kept.erasing(commit.dropped(), commit.overwritten());
    }

    /** What was written last wins, as with a statement without a condition on the revision. */
    static final class IgnoresRevisions extends ForwardingStore {
        @Override
        public synchronized void commit(List<AccountCommit> commits) {
            store.commit(commits.stream()
                    .map(commit -> moved(
                            commit,
                            commit.key(),
                            store.read(commit.key(), Named.NOTHING, Intent.UPDATE)
                                    .stored()))
                    .toList());
        }
    }

    /** As with a batch of which only the first is executed. */
    static final class LosesTheSecondAccount extends ForwardingStore {
        @Override
        public void commit(List<AccountCommit> commits) {
            if (commits.size() == 2) {
                store.commit(commits.subList(0, 1));
            } else {
                store.commit(commits);
            }
        }
    }

    /** As without a transaction: what comes before the one that fails stays. */
    static final class CommitsOneByOne extends ForwardingStore {
        @Override
        public void commit(List<AccountCommit> commits) {
            Set<AccountKey> keys = ConcurrentHashMap.newKeySet();
            if (commits.isEmpty() || !commits.stream().allMatch(commit -> keys.add(commit.key()))) {
                store.commit(commits);
            }
            commits.forEach(commit -> store.commit(List.of(commit)));
        }
    }

    /** As with a cache: the account is that of before the last commit, and what is beside it is of now. */
    static final class ReadsStale extends ForwardingStore {
        private final Map<AccountKey, Optional<StoredAccount>> before = new ConcurrentHashMap<>();

        @Override
        public void commit(List<AccountCommit> commits) {
            Map<AccountKey, Optional<StoredAccount>> now = new HashMap<>();
            for (AccountCommit commit : commits) {
                now.put(
                        commit.key(),
                        store.read(commit.key(), Named.NOTHING, Intent.VIEW).stored());
            }
            store.commit(commits);
            before.putAll(now);
        }

        @Override
        public AccountView read(AccountKey key, Named named, Intent intent) {
            AccountView view = store.read(key, named, intent);
            return new AccountView(before.getOrDefault(key, view.stored()), view.events(), view.receipts());
        }
    }

    /** As with two statements at READ COMMITTED: the account is of one moment, and what is beside it of a later one. */
    static final class ReadsTorn extends ForwardingStore {
        private static final Duration A_MOMENT = Duration.ofNanos(100_000);

        @Override
        public void commit(List<AccountCommit> commits) {
            Uninterruptibles.sleepUninterruptibly(A_MOMENT);
            store.commit(commits);
        }

        @Override
        public AccountView read(AccountKey key, Named named, Intent intent) {
            Optional<StoredAccount> stored =
                    store.read(key, Named.NOTHING, intent).stored();
            Uninterruptibles.sleepUninterruptibly(A_MOMENT);
            AccountView beside = store.read(key, named, intent);
            return new AccountView(stored, beside.events(), beside.receipts());
        }
    }

    /** As with a collation: customers are the same whose ids are the same once they are folded. */
    static final class FoldsCustomers extends ForwardingStore {
        private final UnaryOperator<String> fold;

        FoldsCustomers(UnaryOperator<String> fold) {
            this.fold = fold;
        }

        private AccountKey folded(AccountKey key) {
            return new AccountKey(key.program(), fold.apply(key.customer()));
        }

        @Override
        public AccountView read(AccountKey key, Named named, Intent intent) {
            return store.read(folded(key), named, intent);
        }

        @Override
        public void commit(List<AccountCommit> commits) {
            store.commit(commits.stream()
                    .map(commit -> moved(commit, folded(commit.key()), commit.before()))
                    .toList());
        }

        @Override
        public List<PostedEvent> journal(AccountKey key, long after, int limit) {
            return store.journal(folded(key), after, limit);
        }

        @Override
        public List<PostedEvent> journalBefore(AccountKey key, long before, int limit) {
            return store.journalBefore(folded(key), before, limit);
        }

        @Override
        public List<StoredAccount> snapshots(AccountKey key, long before, int limit) {
            return store.snapshots(folded(key), before, limit);
        }

        @Override
        public Map<String, Receipt> receiptsAt(AccountKey key, Set<String> events, long revision) {
            return store.receiptsAt(folded(key), events, revision);
        }
    }

    /** Of each commit only the first event is told. */
    static final class ForgetsMessages extends ForwardingStore {
        private final Set<String> forgotten = ConcurrentHashMap.newKeySet();

        @Override
        public void commit(List<AccountCommit> commits) {
            store.commit(commits);
            for (AccountCommit commit : commits) {
                commit.posted().stream()
                        .skip(1)
                        .forEach(posted -> forgotten.add(
                                commit.key() + " " + posted.event().id()));
            }
        }

        @Override
        public List<OutboxMessage> outbox(int limit) {
            return store.outbox(Integer.MAX_VALUE).stream()
                    .filter(message -> !forgotten.contains(
                            message.key() + " " + message.posted().event().id()))
                    .limit(limit)
                    .toList();
        }
    }

    /** Each page but the first begins one event too late. */
    static final class SkipsBetweenPages extends ForwardingStore {
        @Override
        public List<PostedEvent> journal(AccountKey key, long after, int limit) {
            return store.journal(key, after == 0 || after == Long.MAX_VALUE ? after : after + 1, limit);
        }
    }

    /** As where somebody has archived the beginning of a journal. */
    static final class LosesTheFirstEvent extends ForwardingStore {
        @Override
        public List<PostedEvent> journal(AccountKey key, long after, int limit) {
            return store.journal(key, Math.max(after, 1), limit);
        }
    }

    /** Of the past it gives the receipts of the present. */
    static final class ForgetsReceipts extends ForwardingStore {
        @Override
        public Map<String, Receipt> receiptsAt(AccountKey key, Set<String> events, long revision) {
            return store.read(key, Named.receipts(events), Intent.VIEW).receipts();
        }
    }

    /** The first registered version of a program is all that it keeps. */
    static final class KeepsOneVersion extends ForwardingStore {
        @Override
        public List<RegisteredVersion> versions(String program) {
            return store.versions(program).stream().limit(1).toList();
        }
    }

    /** It does not ask which version wrote an account. */
    static final class IgnoresVersions extends ForwardingStore {
        @Override
        public List<DueAccount> due(
                String program, Instant until, String version, @Nullable DueAccount after, int limit) {
            return store.due(program, until, VersionChecks.WRITTEN, after, limit);
        }
    }

    /** Who is due at the very instant is not. */
    static final class ExcludesTheInstant extends ForwardingStore {
        @Override
        public List<DueAccount> due(
                String program, Instant until, String version, @Nullable DueAccount after, int limit) {
            return store.due(program, until.minus(1, ChronoUnit.MICROS), version, after, limit);
        }
    }
}
