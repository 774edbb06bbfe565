package dev.laurel.service;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import dev.laurel.account.Account;
import dev.laurel.codec.Codec;
import dev.laurel.decision.Decision;
import dev.laurel.decision.PostedEvent;
import dev.laurel.decision.Refusal;
import dev.laurel.decision.RefusedException;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Erasure;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.receipt.Receipt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks what a store keeps of an account against itself: the account against its entries, and both against the events.
 *
 * <p>It is about the account as it is when it is first read. Since nothing is ever removed from a journal, and a revision is the
 * number of events up to it, the events that were committed between that read and a later one can be told from those that the
 * account has, however many there are.
 */
final class AccountAudit {
    private static final int PAGE = 1_000;

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
        return differences((StoredAccount) null);
    }

    /**
     * What does not agree of what comes after the last snapshot that was recorded before an instant; empty if all does. Where something does
     * not, all is checked: the snapshot may be wrong, or a receipt of then archived.
     */
    List<String> differences(Instant since) {
        StoredAccount start = new Past(engine, store, key)
                .snapshot(snapshot -> snapshot.recordedAt().isBefore(since));
        return differences(start).isEmpty() ? List.of() : new AccountAudit(engine, store, key).differences();
    }

    private List<String> differences(@Nullable StoredAccount start) {
        long first = start == null ? 0 : start.revision();
        AccountView view = store.read(key, Named.NOTHING, Intent.VIEW);
        Account account = view.account().orElseGet(() -> engine.newAccount(key.customer()));
        List<PostedEvent> journal = journal(first, view.revision());
        if (start == null) {
            List<LedgerEntry> entries = new ArrayList<>();
            journal.forEach(posted -> entries.addAll(posted.entries()));
            guarded(
                    "the account cannot be checked against its entries",
                    () -> differences.addAll(account.verify(entries)));
        }
        if (first + journal.size() != view.revision()) {
            differences.add(
                    "revision must be " + (first + journal.size()) + " by the journal, but is " + view.revision());
        }
        checkRecords(start, journal);
        // Of a customer who was erased the events are gone, so nothing can be worked out again.
        if (!isErased(journal)) {
            replay(start, journal, account);
        }
        return ImmutableList.copyOf(differences);
    }

    /** The journal after a position without what was committed after the account had been read; all of it if nothing was. */
    private List<PostedEvent> journal(long after, long revision) {
        List<PostedEvent> journal = ImmutableList.copyOf(new JournalPages(store, key, after, Long.MAX_VALUE));
        boolean isLonger = after + journal.size() > revision;
        return isLonger && store.read(key, Named.NOTHING, Intent.VIEW).revision() != revision
                ? journal.subList(0, Math.toIntExact(Math.max(0, revision - after)))
                : journal;
    }

    /** Whether a journal is of a customer who was erased: then its events are gone. */
    private static boolean isErased(List<PostedEvent> journal) {
        return journal.stream().anyMatch(PostedEvent::isErased);
    }

    /** Does a part of the work on what a store gave; what that throws is a difference, and must not hide the others. */
    private void guarded(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            // Only the type of what was thrown: its message may hold personal data.
            differences.add(what + ": that threw " + e.getClass().getName());
        }
    }

    private void checkRecords(@Nullable StoredAccount start, List<PostedEvent> journal) {
        Instant before = start == null ? Instant.MIN : start.recordedAt();
        for (PostedEvent posted : journal) {
            if (!posted.recordedAt().isAfter(before)) {
                differences.add("event '" + posted.event().id() + "' must be recorded after " + before
                        + ", when the one before it was, but was recorded at " + posted.recordedAt());
            }
            before = posted.recordedAt();
        }
    }

    private void replay(@Nullable StoredAccount start, List<PostedEvent> journal, Account account) {
        Replay replay = start == null ? Replay.ofAll(engine, key.customer()) : Replay.ofRest(engine, store, key, start);
        long position = start == null ? 0 : start.revision();
        SnapshotAudit snapshots = new SnapshotAudit(engine, store, key, position, account);
        for (PostedEvent posted : journal) {
            String wrong = next(replay, posted);
            if (wrong != null) {
                differences.add(wrong);
                return;
            }
            position++;
            differences.addAll(snapshots.differences(position, posted.recordedAt(), replay));
        }
        guarded("the account cannot be checked against its events", () -> {
            if (!replay.account().equals(account)) {
                differences.add("the account must have digest " + Codec.ACCOUNTS.digest(replay.account())
                        + " by its events, but has " + Codec.ACCOUNTS.digest(account));
            }
        });
        checkReceipts(replay, position);
    }

    /** Goes on with an event if it is right after those before it; otherwise says what is wrong. */
    private static @Nullable String next(Replay replay, PostedEvent posted) {
        replay.readReceiptsFor(posted);
        try {
            Decision decision = replay.next(posted);
            String wrong = compare(posted, decision);
            if (wrong == null) {
                replay.goOn(decision);
            }
            return wrong;
        } catch (RefusedException e) {
            return "event '" + posted.event().id() + "' cannot be evaluated again: "
                    + e.refusal().message();
        } catch (RuntimeException e) {
            return "event '" + posted.event().id() + "' cannot be evaluated again: that threw "
                    + e.getClass().getName();
        }
    }

    /** Each page of receipts is of one moment, up to which the events that were committed meanwhile are followed. */
    private void checkReceipts(Replay replay, long events) {
        long revision = events;
        for (List<Receipt> page : Lists.partition(ImmutableList.copyOf(replay.receipts()), PAGE)) {
            AccountView view = store.read(key, Named.receipts(Lists.transform(page, Receipt::event)), Intent.VIEW);
            for (PostedEvent posted : new JournalPages(store, key, revision, view.revision())) {
                // What is wrong with those is for who looks at them.
                if (posted.isErased() || posted.event() instanceof Erasure || next(replay, posted) != null) {
                    return;
                }
            }
            revision = Math.max(revision, view.revision());
            for (Receipt before : page) {
                guarded(
                        "the receipt of event '" + before.event() + "' cannot be checked against the events",
                        () -> checkReceipt(before.event(), view, replay));
            }
        }
    }

    private void checkReceipt(String event, AccountView view, Replay replay) {
        Receipt right = replay.receipt(event).orElseThrow();
        Receipt kept = view.receipts().get(event);
        if (kept == null ? engine.isNeeded(right, replay.account()) : !kept.equals(right)) {
            differences.add("the receipt of event '" + event + "' must have digest " + Codec.RECEIPTS.digest(right)
                    + " by the events, but " + (kept == null ? "is not there" : "has " + Codec.RECEIPTS.digest(kept)));
        }
    }

    /** The first thing in which an event's entries are not what it does, or null. */
    private static @Nullable String compare(PostedEvent posted, Decision decision) {
        String event = "event '" + posted.event().id() + "'";
        Optional<Refusal> refusal = decision.refusal();
        if (refusal.isPresent()) {
            return event + " was accepted, but is refused with " + refusal.get().code() + " after those before it";
        }
        if (!decision.versions().equals(posted.versions())) {
            return event + " must be posted by versions " + decision.versions() + ", but was by " + posted.versions();
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
        if (!decision.tierChanges().equals(posted.tierChanges())) {
            return event + " must change the tier by " + decision.tierChanges() + ", but did by "
                    + posted.tierChanges();
        }
        return decision.unpaid().equals(posted.unpaid())
                ? null
                : event + " must leave unpaid " + decision.unpaid() + ", but left " + posted.unpaid();
    }
}
