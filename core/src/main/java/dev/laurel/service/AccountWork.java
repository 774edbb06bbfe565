package dev.laurel.service;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dev.laurel.account.Account;
import dev.laurel.decision.Decision;
import dev.laurel.decision.PostedEvent;
import dev.laurel.decision.Refusal;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.receipt.ClosureReceipt;
import dev.laurel.receipt.Receipt;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One account in one attempt: as it was read, and what events have done to it since. */
final class AccountWork {
    private final AccountKey key;
    private final AccountView view;
    private final Account before;
    private Account account;
    private final List<PostedEvent> posted = new ArrayList<>(1);
    private final List<Decision> taken = new ArrayList<>(1);
    private Set<String> dropped = Set.of();
    private List<PostedEvent> overwritten = List.of();

    AccountWork(LoyaltyEngine engine, AccountKey key, AccountView view) {
        this.key = key;
        this.view = view;
        before = view.account().orElseGet(() -> engine.newAccount(key.customer()));
        account = before;
    }

    AccountKey key() {
        return key;
    }

    AccountView view() {
        return view;
    }

    /** The account as it was read. */
    Account before() {
        return before;
    }

    /** The account as events have left it. */
    Account account() {
        return account;
    }

    /** The receipts that were read, as events have left them. */
    Iterable<Receipt> receipts() {
        return taken.isEmpty()
                ? view.receipts().values()
                : Iterables.concat(view.receipts().values(), left(taken));
    }

    /** The receipts that events have left, the last of each. They are made when somebody reads them. */
    private static List<Receipt> left(List<Decision> decisions) {
        if (decisions.size() == 1) {
            return decisions.get(0).receipts();
        }
        Map<String, Receipt> left = new LinkedHashMap<>();
        for (Decision decision : decisions) {
            decision.receipts().forEach(receipt -> left.put(receipt.event(), receipt));
        }
        return ImmutableList.copyOf(left.values());
    }

    // --- what was accepted before ---

    /** The event that was accepted under an id, or null. */
    @Nullable
    PostedEvent known(String id) {
        return view.events().get(id);
    }

    boolean isErased() {
        return before.milestones().erased() != null;
    }

    /** What becomes of an event that was accepted before, or null if none of its id was. */
    @Nullable
    Outcome again(LoyaltyEvent event) {
        PostedEvent first = known(event.id());
        if (first == null) {
            return null;
        }
        Refusal conflict = conflict(first, event);
        return conflict == null ? Outcome.repeated(event, first, before) : Outcome.refused(event, before, conflict);
    }

    /**
     * Why an event is not the one that was accepted under its id, or null if it is. What an erasure has left of an event cannot tell
     * whether this is the same, and nobody may be told that it is another.
     */
    @Nullable
    Refusal conflict(PostedEvent first, LoyaltyEvent event) {
        return isErased() || first.event().equals(event) ? null : Refusal.IdConflict.between(first.event(), event);
    }

    // --- what happens to it ---

    /** Goes on with an event that was accepted. */
    Outcome take(Decision decision, Instant now) {
        PostedEvent event = PostedEvent.of(decision, recordTime(now));
        account = decision.account();
        posted.add(event);
        taken.add(decision);
        return Outcome.accepted(event, account);
    }

    /** Strictly after the last one of the account, even where the clock stands still or goes back. */
    private Instant recordTime(Instant now) {
        Instant last = posted.isEmpty()
                ? view.stored().map(StoredAccount::recordedAt).orElse(Instant.MIN)
                : posted.get(posted.size() - 1).recordedAt();
        return now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
    }

    /** The last event that was taken is an erasure: what is personal goes, from all that was there before. */
    void erase(Iterable<PostedEvent> journal) {
        ImmutableList.Builder<PostedEvent> erased = ImmutableList.builder();
        Set<String> events = new LinkedHashSet<>();
        events.add(ClosureReceipt.EVENT);
        for (PostedEvent before : journal) {
            events.add(before.event().id());
            erased.add(before.erased());
        }
        overwritten = erased.build();
        if (overwritten.size() != view.revision()) {
            // In a transaction of the host that began before another committed: not all that there is can be seen.
            throw new ConcurrentUpdateException(key, view.revision(), overwritten.size());
        }
        int last = posted.size() - 1;
        for (int i = 0; i < last; i++) {
            posted.set(i, posted.get(i).erased());
        }
        // In its parts, so that it does not lead to the account of before.
        posted.set(last, posted.get(last).inParts());
        dropped = events;
        taken.clear();
    }

    /** What is to be stored of it, or null if nothing is. */
    @Nullable
    AccountCommit commit(LoyaltyEngine engine, VersionRegistry registry, int snapshotsEvery) {
        if (posted.isEmpty()) {
            return null;
        }
        Account after = account;
        AccountCommit commit = AccountCommit.of(
                key, view.stored(), after, posted, () -> left(taken), () -> engine.nextChangeAt(after));
        List<RegisteredVersion> versions = registry.toRegister(posted);
        commit = versions.isEmpty() ? commit : commit.registering(versions);
        if (view.revision() / snapshotsEvery < commit.stored().revision() / snapshotsEvery) {
            commit = commit.keepingSnapshot();
        }
        return dropped.isEmpty() ? commit : commit.erasing(dropped, overwritten);
    }
}
