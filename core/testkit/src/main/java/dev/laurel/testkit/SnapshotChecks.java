package dev.laurel.testkit;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.laurel.decision.PostedEvent;
import dev.laurel.receipt.Receipt;
import dev.laurel.service.AccountCommit;
import dev.laurel.service.AccountKey;
import dev.laurel.service.StoredAccount;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must be kept of the past of an account. */
final class SnapshotChecks {
    private static final int SNAPSHOTS = 7;
    private static final Set<String> ASKED = ImmutableSet.of("mark", "one", "never");

    private SnapshotChecks() {}

    static List<StoreCheck> all() {
        return List.of(
                new StoreCheck("snapshots keep the account as it was", SnapshotChecks::theAccountAsItWas),
                new StoreCheck("snapshots come in pages, the latest first", SnapshotChecks::pages),
                new StoreCheck(
                        "the receipts of a snapshot are those that were there at it", SnapshotChecks::receiptsOfThen),
                new StoreCheck("an erasure takes the snapshots and their receipts", SnapshotChecks::erasure),
                new StoreCheck("a commit that is refused leaves no snapshot", SnapshotChecks::refused));
    }

    private static void theAccountAsItWas(StoreRoom room) {
        StoredBook book = room.book("ada");
        StoredBook other = room.book("bob");
        book.commit(book.purchases("first").keepingSnapshot());
        book.requireKept();
        book.buy("second");
        book.requireKept();
        book.commit(book.purchases("third", "fourth").keepingSnapshot());
        other.buy("first");
        book.buy("fifth");
        book.requireKept();
        other.requireKept();
        Expect.equal("how many snapshots there are", 2, book.snapshots().size());
    }

    private static void pages(StoreRoom room) {
        StoredBook book = room.book("ada");
        for (int i = 0; i < SNAPSHOTS; i++) {
            book.commit(book.purchases("a-" + i, "b-" + i).keepingSnapshot());
        }
        List<StoredAccount> all = book.snapshots();
        for (int limit : new int[] {1, 2, SNAPSHOTS, SNAPSHOTS + 1, Integer.MAX_VALUE}) {
            int given = Math.min(limit, SNAPSHOTS);
            Expect.equal(
                    "the last " + limit + " snapshots",
                    all.subList(0, given),
                    room.store().snapshots(book.key(), Long.MAX_VALUE, limit));
            Expect.equal(
                    "the " + limit + " snapshots before one",
                    all.subList(2, Math.min(2 + limit < 0 ? SNAPSHOTS : 2 + limit, SNAPSHOTS)),
                    room.store().snapshots(book.key(), all.get(1).revision(), limit));
        }
        for (long before : new long[] {Long.MIN_VALUE, -1, 0, 1, 2}) {
            Expect.equal("what is before all", List.of(), room.store().snapshots(book.key(), before, 1));
        }
        AccountKey stranger = new AccountKey(room.program(), "bob");
        Expect.equal("those of a stranger", List.of(), room.store().snapshots(stranger, Long.MAX_VALUE, 1));
        Expect.equal("receipts of a stranger", Map.of(), room.store().receiptsAt(stranger, ASKED, 1));
        Expect.illegal("a page without room", () -> {
            List<StoredAccount> unused = room.store().snapshots(book.key(), Long.MAX_VALUE, 0);
        });
    }

    private static void receiptsOfThen(StoreRoom room) {
        StoredBook book = room.book("ada");
        book.commit(book.purchaseLeaving("first", ReadChecks.mark(book, "mark", "a")));
        book.commit(book.purchaseLeaving("second", ReadChecks.mark(book, "mark", "b"))
                .keepingSnapshot());
        Receipt atFirst = receiptOf(book, "mark");
        book.commit(book.purchaseLeaving(
                "third", ReadChecks.mark(book, "mark", "c"), ReadChecks.mark(book, "one", "mark")));
        requireThen(room, book, 2, ImmutableMap.of("mark", atFirst));
        book.commit(book.purchaseLeaving("fourth", ReadChecks.mark(book, "mark", "d")));
        requireThen(room, book, 2, ImmutableMap.of("mark", atFirst));
        book.commit(book.purchaseLeaving("fifth", ReadChecks.mark(book, "mark", "e"))
                .keepingSnapshot());
        Map<String, Receipt> atSecond = ImmutableMap.of("mark", receiptOf(book, "mark"), "one", receiptOf(book, "one"));
        book.buy("sixth");
        requireThen(room, book, 5, atSecond);
        book.commit(book.purchaseLeaving("seventh", ReadChecks.mark(book, "mark", "f")));
        requireThen(room, book, 2, ImmutableMap.of("mark", atFirst));
        requireThen(room, book, 5, atSecond);
        Expect.equal("no receipts", Map.of(), room.store().receiptsAt(book.key(), ImmutableSet.of(), book.revision()));
        book.requireKept();
    }

    private static Receipt receiptOf(StoredBook book, String event) {
        return requireNonNull(book.receipts().get(event));
    }

    private static void requireThen(StoreRoom room, StoredBook book, long revision, Map<String, Receipt> right) {
        Expect.equal(
                "the receipts at revision " + revision,
                right,
                ImmutableMap.copyOf(room.store().receiptsAt(book.key(), ASKED, revision)));
    }

    private static void erasure(StoreRoom room) {
        StoredBook book = room.book("ada");
        StoredBook other = room.book("bob");
        for (StoredBook each : List.of(book, other)) {
            each.commit(each.purchaseLeaving("first", ReadChecks.mark(each, "mark", "a"))
                    .keepingSnapshot());
            each.commit(each.purchaseLeaving("second", ReadChecks.mark(each, "mark", "b"))
                    .keepingSnapshot());
        }
        book.commit(book.purchases("erasure")
                .erasing(
                        ImmutableSet.of("first", "second", "mark"),
                        book.journal().stream().map(PostedEvent::erased).toList()));
        Expect.equal("the snapshots", List.of(), room.store().snapshots(book.key(), Long.MAX_VALUE, 10));
        for (long revision = 1; revision <= 3; revision++) {
            Expect.equal("the receipts of then", Map.of(), room.store().receiptsAt(book.key(), ASKED, revision));
        }
        book.requireKept();
        other.requireKept();
        book.commit(book.purchases("later").keepingSnapshot());
        book.requireKept();
    }

    private static void refused(StoreRoom room) {
        StoredBook book = room.book("ada");
        book.commit(book.purchaseLeaving("first", ReadChecks.mark(book, "mark", "a"))
                .keepingSnapshot());
        AccountCommit stale = book.purchaseLeaving("stale", ReadChecks.mark(book, "mark", "b"))
                .keepingSnapshot();
        book.buy("second");
        Expect.refused("a commit on a stale revision", () -> room.store().commit(List.of(stale)));
        AccountCommit again = book.purchases("first").keepingSnapshot();
        Expect.refused("a commit of an id that is there", () -> room.store().commit(List.of(again)));
        book.requireKept();
    }
}
