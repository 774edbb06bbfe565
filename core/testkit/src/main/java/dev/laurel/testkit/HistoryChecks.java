package dev.laurel.testkit;

import com.google.common.collect.ImmutableSet;
import dev.laurel.codec.Codec;
import dev.laurel.decision.PostedEvent;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.receipt.ClosureReceipt;
import dev.laurel.receipt.Receipt;
import dev.laurel.service.AccountKey;
import dev.laurel.service.AccountStore;
import dev.laurel.service.AccountView;
import dev.laurel.service.DueAccount;
import dev.laurel.service.InMemoryAccountStore;
import dev.laurel.service.Intent;
import dev.laurel.service.LoyaltyService;
import dev.laurel.service.Named;
import dev.laurel.service.StoredAccount;
import dev.laurel.time.Timestamps;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** That whole histories are kept as they are in memory, whatever happens in them. */
final class HistoryChecks {
    private static final int HISTORIES = 10;
    private static final int LIMIT = 1_000;

    /** Often, so that also short histories have some. */
    private static final int SNAPSHOTS_EVERY = 3;

    /** No event of a history is to be refused since it is ahead of the clock. */
    private static final Duration TOLERANCE = Duration.ofDays(3_650_000);

    private HistoryChecks() {}

    static List<StoreCheck> all() {
        return List.of(
                new StoreCheck("made-up histories are kept as they are in memory", HistoryChecks::histories),
                new StoreCheck(
                        "an account of hundreds of lots that come and go is read as it is", HistoryChecks::manyLots));
    }

    /** So many lots that a store of pieces has chunks, which are changed and go. */
    private static void manyLots(StoreRoom room) {
        StoredBook ada = room.book("ada");
        for (int page = 0; page < 6; page++) {
            String[] ids = new String[50];
            for (int i = 0; i < ids.length; i++) {
                ids[i] = "p" + page + "-" + i;
            }
            ada.buy(ids);
        }
        for (int i = 0; i < 40; i++) {
            ada.redeem("r" + i);
            Expect.equal(
                    "the account after redemption " + i,
                    ada.stored(),
                    room.store().read(ada.key(), Named.NOTHING, Intent.VIEW).stored());
        }
    }

    private static void histories(StoreRoom room) {
        for (long seed = 0; seed < HISTORIES; seed++) {
            String program = room.program("seed-" + seed);
            try {
                requireAsInMemory(room.store(), SeededHistory.of(seed, program));
            } catch (AssertionError e) {
                throw new AssertionError("in the history of seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    private static void requireAsInMemory(AccountStore tested, SeededHistory history) {
        InMemoryAccountStore memory = InMemoryAccountStore.withOutbox();
        LoyaltyService service = LoyaltyService.of(
                        LoyaltyEngine.ofVersions(history.versions()), new ComparedStore(tested, memory))
                .withTolerance(TOLERANCE)
                .withSnapshotsEvery(SNAPSHOTS_EVERY);
        for (LoyaltyEvent event : history.events()) {
            Expect.equal(
                    "the event of an outcome",
                    event.id(),
                    service.submit(event).event().id());
        }
        String program = history.program().id();
        List<StoredAccount> accounts = memory.accounts(program, "", LIMIT);
        for (StoredAccount account : accounts) {
            String customer = account.account().customer();
            requireSame(tested, memory, new AccountKey(program, customer));
            Expect.equal("what does not agree of '" + customer + "'", List.of(), service.verify(customer));
        }
        Expect.equal(
                "the accounts",
                ImmutableSet.copyOf(accounts),
                ImmutableSet.copyOf(tested.accounts(program, "", LIMIT)));
        List<DueAccount> due = tested.due(program, Timestamps.MAX, VersionChecks.WRITTEN, null, LIMIT);
        Expect.equal(
                "who is due",
                ImmutableSet.copyOf(memory.due(program, Timestamps.MAX, VersionChecks.WRITTEN, null, LIMIT)),
                ImmutableSet.copyOf(due));
    }

    private static void requireSame(AccountStore tested, AccountStore memory, AccountKey key) {
        List<PostedEvent> journal = memory.journal(key, 0, LIMIT);
        List<PostedEvent> kept = tested.journal(key, 0, LIMIT);
        Expect.equal("the journal of " + key, journal, kept);
        Expect.equal("the digests of events of " + key, digests(journal), digests(kept));
        Set<String> ids = new LinkedHashSet<>();
        journal.forEach(posted -> ids.add(posted.event().id()));
        ids.add(ClosureReceipt.EVENT);
        Named named = new Named(ids, ids);
        AccountView right = memory.read(key, named, Intent.VIEW);
        AccountView view = tested.read(key, named, Intent.VIEW);
        StoredBook.requireView("what is read of " + key, right, view);
        Expect.equal("the digests of receipts of " + key, receipts(right), receipts(view));
        List<StoredAccount> snapshots = memory.snapshots(key, Long.MAX_VALUE, LIMIT);
        Expect.equal("the snapshots of " + key, snapshots, tested.snapshots(key, Long.MAX_VALUE, LIMIT));
        for (StoredAccount snapshot : snapshots) {
            Expect.equal(
                    "the receipts of " + key + " at revision " + snapshot.revision(),
                    memory.receiptsAt(key, ids, snapshot.revision()),
                    tested.receiptsAt(key, ids, snapshot.revision()));
        }
    }

    private static List<String> digests(List<PostedEvent> journal) {
        return journal.stream()
                .map(PostedEvent::event)
                .map(Codec.EVENTS::digest)
                .toList();
    }

    private static Set<String> receipts(AccountView view) {
        return view.receipts().values().stream()
                .map((Receipt receipt) -> Codec.RECEIPTS.digest(receipt))
                .collect(Collectors.toSet());
    }
}
