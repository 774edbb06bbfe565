package dev.laurel.service;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.account.Account;
import dev.laurel.codec.Codec;
import dev.laurel.decision.Decision;
import dev.laurel.decision.PostedEvent;
import dev.laurel.decision.Refusal;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.receipt.Receipt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a store keeps of an account against itself: the account against its entries, and both against the events.
 *
 * <p>It is about the account as it is when it is first read. Since nothing is ever removed from a journal, and a revision is the
 * number of events up to it, the events that were committed between that read and a later one can be told from those that the
 * account has, however many there are.
 */
final class AccountAudit {
    private final LoyaltyEngine engine;
    private final AccountStore store;
    private final AccountKey key;
    private final List<String> differences = new ArrayList<>();

    /** A receipt that is not what the events have made of it so far; kept is null where it is not there. */
    private record Doubt(String event, @Nullable Receipt kept) {}

    AccountAudit(LoyaltyEngine engine, AccountStore store, AccountKey key) {
        this.engine = engine;
        this.store = store;
        this.key = key;
    }

    /** What does not agree; empty if all does. */
    List<String> differences() {
        StoredAccount stored = store.account(key).orElse(null);
        Account account = stored == null ? engine.newAccount(key.customer()) : stored.account();
        long revision = stored == null ? 0 : stored.revision();
        List<PostedEvent> journal = journalUntil(revision);
        List<LedgerEntry> entries = new ArrayList<>();
        journal.forEach(posted -> entries.addAll(posted.entries()));
        guarded("the account cannot be held against its entries", () -> differences.addAll(account.verify(entries)));
        if (journal.size() != revision) {
            differences.add("revision must be " + journal.size() + " by the journal, but is " + revision);
        }
        // Of a customer who was erased the events are gone, so nothing can be worked out anew.
        if (areRecordsSound(journal) && !isErased(journal)) {
            replay(journal, account);
        }
        return ImmutableList.copyOf(differences);
    }

    /** The journal without what was committed after the account had been read; all of it if nothing was. */
    private List<PostedEvent> journalUntil(long revision) {
        List<PostedEvent> journal = store.journal(key);
        boolean isLonger = revision >= 0 && journal.size() > revision;
        return isLonger && store.account(key).map(StoredAccount::revision).orElse(0L) != revision
                ? journal.subList(0, Math.toIntExact(revision))
                : journal;
    }

    /** Whether a journal is of a customer who was erased: then its events are gone. */
    static boolean isErased(List<PostedEvent> journal) {
        return journal.stream().anyMatch(PostedEvent::isErased);
    }

    /** Does a part of the work on what a store gave; what that throws is a difference, and must not hide the others. */
    @CanIgnoreReturnValue
    private boolean guarded(String what, Runnable work) {
        try {
            work.run();
            return true;
        } catch (RuntimeException e) {
            // Only the type of what was thrown: its message may hold personal data.
            differences.add(what + ": that threw " + e.getClass().getName());
            return false;
        }
    }

    /** Whether there is an event in each record; what is wrong with the records beside that is a difference, but no hindrance. */
    private boolean areRecordsSound(List<PostedEvent> journal) {
        boolean sound = true;
        for (int i = 0; i < journal.size(); i++) {
            PostedEvent posted = journal.get(i);
            PostedEvent before = i == 0 ? null : journal.get(i - 1);
            sound &= guarded(
                    "record " + (i + 1) + " of the journal cannot be checked", () -> checkRecord(before, posted));
        }
        return sound;
    }

    private void checkRecord(@Nullable PostedEvent before, PostedEvent posted) {
        if (before != null && !posted.recordedAt().isAfter(before.recordedAt())) {
            differences.add("event '" + posted.event().id() + "' must be recorded after " + before.recordedAt()
                    + ", when the one before it was, but was recorded at " + posted.recordedAt());
        }
    }

    private void replay(List<PostedEvent> journal, Account account) {
        Replay replay = new Replay(engine, key.customer());
        for (PostedEvent posted : journal) {
            String wrong = next(replay, posted);
            if (wrong != null) {
                differences.add(wrong);
                return;
            }
        }
        guarded("the account cannot be held against its events", () -> {
            if (!replay.account().equals(account)) {
                differences.add("the account must have digest " + Codec.ACCOUNTS.digest(replay.account())
                        + " by its events, but has " + Codec.ACCOUNTS.digest(account));
            }
        });
        checkReceipts(replay, journal.size());
    }

    /** Goes on with an event if it is right after those before it; otherwise says what is wrong. */
    private static @Nullable String next(Replay replay, PostedEvent posted) {
        try {
            Decision decision = replay.next(posted.event());
            String wrong = compare(posted, decision);
            if (wrong == null) {
                replay.goOn(decision);
            }
            return wrong;
        } catch (RuntimeException e) {
            return "event '" + posted.event().id() + "' cannot be evaluated anew: that threw "
                    + e.getClass().getName();
        }
    }

    private void checkReceipts(Replay replay, int events) {
        Map<Doubt, String> doubts = new LinkedHashMap<>();
        for (Receipt right : replay.receipts()) {
            Doubt doubt =
                    new Doubt(right.event(), store.receipt(key, right.event()).orElse(null));
            if (!isDispelled(doubt, replay)) {
                doubts.put(doubt, Codec.RECEIPTS.digest(right));
            }
        }
        if (!doubts.isEmpty()) {
            dispelByLaterEvents(doubts.keySet(), replay, events);
        }
        doubts.forEach((doubt, right) -> guarded(
                "the receipt of event '" + doubt.event() + "' cannot be held against the events",
                () -> differences.add("the receipt of event '" + doubt.event() + "' must have digest " + right
                        + " by the events, but "
                        + (doubt.kept() == null ? "is not there" : "has " + Codec.RECEIPTS.digest(doubt.kept())))));
    }

    private boolean isDispelled(Doubt doubt, Replay replay) {
        Receipt right = replay.receipt(doubt.event());
        if (doubt.kept() != null) {
            return doubt.kept().equals(right);
        }
        return right != null && !engine.isNeeded(right, replay.account());
    }

    /** A receipt that was read after the account may be as any event committed in between has left it. */
    private void dispelByLaterEvents(Set<Doubt> doubts, Replay replay, int events) {
        List<PostedEvent> journal = store.journal(key);
        if (isErased(journal)) {
            doubts.clear();
            return;
        }
        for (PostedEvent posted : journal.subList(Math.min(events, journal.size()), journal.size())) {
            if (doubts.isEmpty() || next(replay, posted) != null) {
                return;
            }
            doubts.removeIf(doubt -> isDispelled(doubt, replay));
        }
    }

    /** The first thing in which an event's entries are not what it brings about, or null. */
    private static @Nullable String compare(PostedEvent posted, Decision decision) {
        String event = "event '" + posted.event().id() + "'";
        Optional<Refusal> refusal = decision.refusal();
        if (refusal.isPresent()) {
            return event + " was accepted, but is refused with " + refusal.get().code() + " after those before it";
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
