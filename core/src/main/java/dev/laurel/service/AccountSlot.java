package dev.laurel.service;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.laurel.account.VersionInForce;
import dev.laurel.decision.PostedEvent;
import dev.laurel.receipt.Receipt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All that is kept in memory of one account; guarded by itself. */
final class AccountSlot {
    private final List<PostedEvent> journal = new ArrayList<>();
    private final Map<String, PostedEvent> events = new HashMap<>();
    private final Map<String, Written> receipts = new HashMap<>();
    private final List<StoredAccount> snapshots = new ArrayList<>();
    private final List<AccountCommit> unread = new ArrayList<>();
    private Optional<StoredAccount> stored = Optional.empty();
    private Supplier<Optional<Instant>> nextChangeAt = Optional::empty;

    synchronized Optional<StoredAccount> stored() {
        return stored;
    }

    /** When it is due until an instant, if it is, where a version is in force by then. */
    synchronized Optional<Instant> due(Instant until, String version) {
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        Optional<Instant> next = nextChangeAt.get().filter(at -> !at.isAfter(until));
        List<VersionInForce> written = stored.get().account().versions();
        boolean isOther =
                !written.isEmpty() && !written.get(written.size() - 1).version().equals(version);
        return next.isEmpty() && isOther ? Optional.of(until) : next;
    }

    synchronized AccountView view(Named named) {
        return new AccountView(stored, eventsOf(named), receiptsOf(named));
    }

    private Map<String, PostedEvent> eventsOf(Named named) {
        Map<String, PostedEvent> found = ImmutableMap.of();
        for (String id : named.events()) {
            PostedEvent event = events.get(id);
            if (event != null) {
                found = found.isEmpty() ? new HashMap<>() : found;
                found.put(id, event);
            }
        }
        return found;
    }

    /** Receipts are made when somebody wants to know of one, which for most purchases nobody ever does. */
    private void readReceipts() {
        for (AccountCommit commit : unread) {
            commit.dropped().forEach(receipts::remove);
            long revision = commit.stored().revision();
            for (Receipt receipt : commit.receipts()) {
                receipts.merge(receipt.event(), new Written(receipt, revision, null), this::after);
            }
        }
        unread.clear();
    }

    /** A receipt in place of another, which is kept if there is a snapshot that it was there at. */
    private Written after(Written before, Written now) {
        boolean isKept = snapshots.stream().anyMatch(snapshot -> isBetween(snapshot, before.revision, now.revision));
        return new Written(now.receipt, now.revision, isKept ? before : before.before);
    }

    private static boolean isBetween(StoredAccount snapshot, long from, long until) {
        return snapshot.revision() >= from && snapshot.revision() < until;
    }

    /** A receipt, since which revision it is there, and the one that was there before it at a snapshot. */
    private record Written(
            Receipt receipt, long revision, @Nullable Written before) {}

    synchronized List<StoredAccount> snapshots(long before, int limit) {
        List<StoredAccount> page = new ArrayList<>();
        for (int i = snapshots.size() - 1; i >= 0 && page.size() < limit; i--) {
            if (snapshots.get(i).revision() < before) {
                page.add(snapshots.get(i));
            }
        }
        return page;
    }

    synchronized Map<String, Receipt> receiptsAt(Set<String> ids, long revision) {
        readReceipts();
        Map<String, Receipt> found = new HashMap<>();
        for (String id : ids) {
            Written written = receipts.get(id);
            while (written != null && written.revision > revision) {
                written = written.before;
            }
            if (written != null) {
                found.put(id, written.receipt);
            }
        }
        return found;
    }

    private Map<String, Receipt> receiptsOf(Named named) {
        if (named.receipts().isEmpty()) {
            return ImmutableMap.of();
        }
        readReceipts();
        Map<String, Receipt> found = ImmutableMap.of();
        for (String id : named.receipts()) {
            Written written = receipts.get(id);
            if (written != null) {
                Receipt receipt = written.receipt;
                found = found.isEmpty() ? new HashMap<>() : found;
                found.put(id, receipt);
                for (String link : receipt.links()) {
                    Written linked = receipts.get(link);
                    if (linked != null) {
                        found.put(link, linked.receipt);
                    }
                }
            }
        }
        return found;
    }

    /** The events after one position up to another. */
    synchronized List<PostedEvent> page(long after, long last) {
        int from = (int) Math.min(Math.max(after, 0), journal.size());
        int to = (int) Math.min(Math.max(last, from), journal.size());
        return ImmutableList.copyOf(journal.subList(from, to));
    }

    /** The last events before a position, in their order. */
    synchronized List<PostedEvent> pageBefore(long before, int limit) {
        long last = Math.max(0, Math.min(before, journal.size() + 1L) - 1);
        return page(last - limit, last);
    }

    synchronized void requirePresent(AccountCommit commit) {
        long present = stored.isPresent() ? stored.get().revision() : 0;
        if (present != commit.expectedRevision()) {
            throw new ConcurrentUpdateException(commit.key(), commit.expectedRevision(), present);
        }
        for (PostedEvent posted : commit.posted()) {
            String id = posted.event().id();
            if (events.containsKey(id)) {
                throw new ConcurrentUpdateException(commit.key(), id);
            }
        }
    }

    synchronized void store(AccountCommit commit, @Nullable Outbox outbox) {
        for (int i = 0; i < commit.overwritten().size(); i++) {
            PostedEvent erased = commit.overwritten().get(i);
            journal.set(i, erased);
            events.put(erased.event().id(), erased);
        }
        unread.add(commit);
        nextChangeAt = commit::nextChangeAt;
        if (!commit.overwritten().isEmpty()) {
            // Nothing that is erased is kept for later, and so no commit, which leads to the account of before.
            Optional<Instant> next = commit.nextChangeAt();
            nextChangeAt = () -> next;
            readReceipts();
            snapshots.clear();
        }
        for (PostedEvent posted : commit.posted()) {
            journal.add(posted);
            events.put(posted.event().id(), posted);
        }
        if (outbox != null) {
            commit.messages().keySet().forEach(position -> outbox.add(commit.key(), position));
        }
        stored = Optional.of(commit.stored());
        if (commit.isSnapshot()) {
            snapshots.add(commit.stored());
        }
    }
}
