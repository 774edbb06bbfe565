package dev.laurel.service;

import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import dev.laurel.account.Account;
import dev.laurel.codec.Codec;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.receipt.Receipt;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks what a store keeps of the past of an account against its events: its snapshots, and at each of them the receipts that have changed
 * since the one before.
 */
final class SnapshotAudit {
    private static final int PAGE = 1_000;

    private final LoyaltyEngine engine;
    private final AccountStore store;
    private final AccountKey key;
    private final Account present;
    private final Deque<StoredAccount> left = new ArrayDeque<>();

    /** Of the snapshots after a position. */
    SnapshotAudit(LoyaltyEngine engine, AccountStore store, AccountKey key, long after, Account present) {
        this.engine = engine;
        this.store = store;
        this.key = key;
        this.present = present;
        long before = Long.MAX_VALUE;
        while (before > after) {
            List<StoredAccount> page = store.snapshots(key, before, PAGE);
            page.stream().filter(snapshot -> snapshot.revision() > after).forEach(left::addFirst);
            before = page.size() < PAGE ? after : page.get(PAGE - 1).revision();
        }
    }

    /** What does not agree at the snapshot after the event at a position; empty if there is none. Positions never go back. */
    List<String> differences(long position, Instant recordedAt, Replay replay) {
        while (!left.isEmpty() && left.getFirst().revision() < position) {
            left.removeFirst();
        }
        if (left.isEmpty() || left.getFirst().revision() != position) {
            return List.of();
        }
        StoredAccount snapshot = left.removeFirst();
        List<String> differences = new ArrayList<>();
        String where = "the snapshot at revision " + position;
        if (!snapshot.account().equals(replay.account())) {
            differences.add(where + " must have digest " + Codec.ACCOUNTS.digest(replay.account())
                    + " by the events, but has " + Codec.ACCOUNTS.digest(snapshot.account()));
        }
        if (!snapshot.recordedAt().equals(recordedAt)) {
            differences.add(where + " must be recorded at " + recordedAt + ", when its last event was, but was at "
                    + snapshot.recordedAt());
        }
        addReceipts(position, replay, differences);
        return differences;
    }

    private void addReceipts(long position, Replay replay, List<String> differences) {
        Set<String> changed = replay.takeChanged();
        Map<String, Receipt> kept = new HashMap<>();
        for (List<String> page : Lists.partition(List.copyOf(changed), PAGE)) {
            kept.putAll(store.receiptsAt(key, Set.copyOf(page), position));
        }
        // An erasure that was committed meanwhile has taken them.
        if (!isThere(position)) {
            left.clear();
            return;
        }
        for (String event : changed) {
            Receipt right = replay.receipt(event).orElseThrow();
            Receipt found = kept.get(event);
            if (found == null ? engine.isNeeded(right, present) : !found.equals(right)) {
                differences.add("the receipt of event '" + event + "' at revision " + position + " must have digest "
                        + Codec.RECEIPTS.digest(right) + " by the events, but "
                        + (found == null ? "is not there" : "has " + Codec.RECEIPTS.digest(found)));
            }
        }
    }

    private boolean isThere(long position) {
        StoredAccount last = Iterables.getFirst(store.snapshots(key, position + 1, 1), null);
        return last != null && last.revision() == position;
    }
}
