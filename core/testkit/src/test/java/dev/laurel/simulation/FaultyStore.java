package dev.laurel.simulation;

import com.google.common.util.concurrent.Uninterruptibles;
import dev.laurel.decision.PostedEvent;
import dev.laurel.service.AccountCommit;
import dev.laurel.service.AccountKey;
import dev.laurel.service.AccountStore;
import dev.laurel.service.AccountView;
import dev.laurel.service.ConcurrentUpdateException;
import dev.laurel.service.DueAccount;
import dev.laurel.service.InMemoryAccountStore;
import dev.laurel.service.Intent;
import dev.laurel.service.Named;
import dev.laurel.service.OutboxMessage;
import dev.laurel.service.RegisteredVersion;
import dev.laurel.testkit.ForwardingStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A store that keeps every promise and fails as real ones do, as chance has it.
 *
 * <p>A call fails before it has done anything, or after it has done everything, and nobody is told which. A commit gives way to another
 * one. A commit is on its way when its caller is told that it failed, and arrives later: before a call, after it, or in the midst of it.
 * A read in whose midst it arrives shows what was there a moment before. So a read is never older than the last commit that returned:
 * the store promises that, and a service could not do without. It could not tell a refusal that is right from one that is out of date,
 * for a refusal is committed by nobody.
 */
final class FaultyStore extends ForwardingStore {
    private static final Duration A_MOMENT = Duration.ofNanos(20_000);

    private final SplittableRandom chance;
    private final Tally tally;
    private final Breach breach;
    private final Deque<List<AccountCommit>> onTheirWay = new ArrayDeque<>();

    /** Has all commits but the last. */
    private final AccountStore behind = new InMemoryAccountStore();

    private List<AccountCommit> last = List.of();

    /**
     * A store with faults.
     *
     * @param store the store without any
     */
    FaultyStore(AccountStore store, long seed, Tally tally, Breach breach) {
        super(store);
        this.tally = tally;
        this.breach = breach;
        chance = new SplittableRandom(seed);
    }

    /** What a store must not do, so that a test can show that it would be found. */
    enum Breach {
        NONE,

        /** A read shows now and then what was there before the last commit that returned. */
        READS_OLDER,

        /** A commit returns now and then and is not there. */
        LOSES_COMMITS
    }

    /** What a store throws when its connection breaks. Whether something was stored it does not say. */
    static final class BrokenConnection extends RuntimeException {
        private static final long serialVersionUID = 1;

        BrokenConnection() {
            super("the connection broke");
        }
    }

    private boolean happens(int percent, String fault) {
        boolean happens = chance.nextInt(100) < percent;
        if (happens) {
            tally.count("fault: " + fault);
        }
        return happens;
    }

    private void mayBreak(String before) {
        if (happens(2, "stalled")) {
            Uninterruptibles.sleepUninterruptibly(A_MOMENT);
        }
        if (happens(5, before)) {
            throw new BrokenConnection();
        }
    }

    /** Commits that were on their way arrive, if they do now. */
    private void mayArrive(String when) {
        while (!onTheirWay.isEmpty() && chance.nextInt(100) < 30) {
            arrive(when);
        }
    }

    private void arrive(String when) {
        List<AccountCommit> late = onTheirWay.remove();
        try {
            store(late);
            tally.count("fault: arrived " + when);
        } catch (ConcurrentUpdateException e) {
            tally.count("fault: arrived too late");
        }
    }

    private void store(List<AccountCommit> commits) {
        store.commit(commits);
        if (!last.isEmpty()) {
            behind.commit(last);
        }
        last = commits;
    }

    /** All commits arrive that are still on their way. */
    void settle() {
        while (!onTheirWay.isEmpty()) {
            arrive("at the end");
        }
    }

    @Override
    public AccountView read(AccountKey key, Named named, Intent intent) {
        mayArrive("before a read");
        mayBreak("broke before a read");
        boolean isOlder = breach == Breach.READS_OLDER && happens(5, "read what was there before");
        AccountView view = (isOlder ? behind : store).read(key, named, intent);
        mayArrive("in the midst of a read");
        return view;
    }

    @Override
    public void commit(List<AccountCommit> commits) {
        mayArrive("before a commit");
        mayBreak("broke before a commit");
        if (happens(8, "gave way")) {
            throw new ConcurrentUpdateException(commits.get(0).key(), new BrokenConnection());
        }
        if (happens(10, "on its way")) {
            onTheirWay.add(commits);
            throw new BrokenConnection();
        }
        if (breach != Breach.LOSES_COMMITS || !happens(1, "lost a commit")) {
            store(commits);
        }
        if (happens(8, "broke after a commit")) {
            throw new BrokenConnection();
        }
    }

    @Override
    public List<PostedEvent> journal(AccountKey key, long after, int limit) {
        mayBreak("broke before a page");
        List<PostedEvent> page = store.journal(key, after, limit);
        mayArrive("in the midst of a page");
        return page;
    }

    @Override
    public List<RegisteredVersion> versions(String program) {
        mayBreak("broke before the versions were read");
        return store.versions(program);
    }

    @Override
    public List<DueAccount> due(String program, Instant until, String version, @Nullable DueAccount after, int limit) {
        mayArrive("before a page of who is due");
        mayBreak("broke before a page of who is due");
        return store.due(program, until, version, after, limit);
    }

    @Override
    public List<OutboxMessage> outbox(int limit) {
        mayArrive("before messages were read");
        mayBreak("broke before messages were read");
        return store.outbox(limit);
    }

    @Override
    public void delivered(Collection<Long> messages) {
        mayBreak("broke before messages were delivered");
        store.delivered(messages);
        if (happens(20, "broke after messages were delivered")) {
            throw new BrokenConnection();
        }
    }
}
