package dev.laurel.testkit;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import dev.laurel.codec.Codec;
import dev.laurel.event.Basket;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Opening;
import dev.laurel.event.OpeningLot;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.money.Money;
import dev.laurel.receipt.CaptureReceipt;
import dev.laurel.receipt.Receipt;
import dev.laurel.service.AccountCommit;
import dev.laurel.service.AccountKey;
import dev.laurel.service.AccountView;
import dev.laurel.service.Intent;
import dev.laurel.service.Named;
import dev.laurel.testkit.live.Threads;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a read must give. */
final class ReadChecks {
    /** As many names as an audit asks for at once. */
    private static final int MANY = 1_000;

    private static final int COMMITS = 50;
    private static final int LARGE = 8_000;
    private static final int BYTES_OF_A_SMALL_TYPE = 65_535;

    private ReadChecks() {}

    static List<StoreCheck> all() {
        return List.of(
                new StoreCheck("what is read is what was committed", ReadChecks::whatIsReadIsWhatWasCommitted),
                new StoreCheck("of an account that is not there nothing is read", ReadChecks::nothingOfAStranger),
                new StoreCheck("a revision is the number of events", ReadChecks::aRevisionCountsEvents),
                new StoreCheck("a read sees the commit that has returned", ReadChecks::aReadSeesWhatHasReturned),
                new StoreCheck("a view that was read never changes", ReadChecks::aViewNeverChanges),
                new StoreCheck(
                        "a read gives the events and receipts that are named and no others",
                        ReadChecks::onlyWhatIsNamed),
                new StoreCheck("a thousand names can be read at once", ReadChecks::aThousandNames),
                new StoreCheck("a read follows the links of a receipt one step", ReadChecks::linksAreFollowedOneStep),
                new StoreCheck("a receipt takes the place of the one before", ReadChecks::receiptsAreReplaced),
                new StoreCheck("what is large is kept as a whole", ReadChecks::whatIsLargeIsKept),
                new StoreCheck("instants are kept to the microsecond, near and far", ReadChecks::instantsAreKept));
    }

    private static void whatIsReadIsWhatWasCommitted(StoreRoom room) {
        StoredBook book = room.book("ada");
        book.buy("first");
        book.requireKept();
        book.buy("second", "third");
        book.requireKept();
        book.commit(book.purchaseLeaving("fourth", mark(book, "mark", "none")));
        book.requireKept();
    }

    private static void nothingOfAStranger(StoreRoom room) {
        room.book("ada").buy("first");
        AccountKey stranger = new AccountKey(room.program(), "bob");
        Named named = new Named(ImmutableSet.of("first"), ImmutableSet.of("first"));
        for (Intent intent : Intent.values()) {
            Expect.equal("what is read", AccountView.NOTHING, room.store().read(stranger, named, intent));
        }
        Expect.equal("the journal", List.of(), room.store().journal(stranger, 0, 10));
        Expect.equal("the journal backwards", List.of(), room.store().journalBefore(stranger, Long.MAX_VALUE, 10));
    }

    private static void aRevisionCountsEvents(StoreRoom room) {
        StoredBook book = room.book("ada");
        book.buy("first");
        requireRevision(room, book, 1);
        book.buy("second", "third", "fourth");
        requireRevision(room, book, 4);
        book.buy("fifth");
        requireRevision(room, book, 5);
    }

    private static void requireRevision(StoreRoom room, StoredBook book, long expected) {
        Expect.equal(
                "the revision",
                expected,
                room.store().read(book.key(), Named.NOTHING, Intent.VIEW).revision());
    }

    /** Also in another thread than that of the commit, which may have another connection. */
    private static void aReadSeesWhatHasReturned(StoreRoom room) {
        StoredBook book = room.book("ada");
        for (int i = 1; i <= COMMITS; i++) {
            String id = "event-" + i;
            book.buy(id);
            requireSeen(room, book, id);
            if (i % 10 == 0) {
                Threads.runTogether(List.of(() -> requireSeen(room, book, id), () -> requireSeen(room, book, id)));
            }
        }
    }

    private static void requireSeen(StoreRoom room, StoredBook book, String id) {
        Named named = new Named(ImmutableSet.of(id), ImmutableSet.of(id));
        for (Intent intent : Intent.values()) {
            AccountView view = room.store().read(book.key(), named, intent);
            Expect.equal("the account", book.stored(), view.stored());
            Expect.equal("the events", ImmutableSet.of(id), view.events().keySet());
            Expect.equal("the receipts", ImmutableSet.of(id), view.receipts().keySet());
        }
    }

    private static void aViewNeverChanges(StoreRoom room) {
        StoredBook book = room.book("ada");
        book.commit(book.purchaseLeaving("first", mark(book, "mark", "none")));
        AccountView expected = book.view();
        Named named = new Named(ImmutableSet.of("first", "second"), ImmutableSet.of("first", "second", "mark"));
        AccountView before = room.store().read(book.key(), named, Intent.VIEW);
        book.commit(book.purchaseLeaving("second", mark(book, "mark", "other")));
        StoredBook.requireView("what was read before", expected, before);
    }

    private static void onlyWhatIsNamed(StoreRoom room) {
        StoredBook book = room.book("ada");
        book.buy("first", "second", "third");
        AccountView view = room.store()
                .read(
                        book.key(),
                        new Named(ImmutableSet.of("first", "none"), ImmutableSet.of("third", "none")),
                        Intent.VIEW);
        Expect.equal("the events", ImmutableSet.of("first"), view.events().keySet());
        Expect.equal("the receipts", ImmutableSet.of("third"), view.receipts().keySet());
        AccountView bare = room.store().read(book.key(), Named.NOTHING, Intent.UPDATE);
        Expect.equal(
                "what is read with nothing named",
                new AccountView(book.stored(), ImmutableMap.of(), ImmutableMap.of()),
                bare);
        AccountView event = room.store().read(book.key(), Named.event("second"), Intent.UPDATE);
        Expect.equal("the events", ImmutableSet.of("second"), event.events().keySet());
        Expect.equal("the receipts", ImmutableSet.of(), event.receipts().keySet());
    }

    private static void aThousandNames(StoreRoom room) {
        StoredBook book = room.book("ada");
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            ids.add("event-" + i);
        }
        book.buy(ids.subList(0, MANY / 2).toArray(String[]::new));
        Named named = new Named(ImmutableSet.copyOf(ids), ImmutableSet.copyOf(ids));
        StoredBook.requireView("what is read", book.view(), room.store().read(book.key(), named, Intent.VIEW));
    }

    private static void linksAreFollowedOneStep(StoreRoom room) {
        StoredBook book = room.book("ada");
        book.commit(book.purchaseLeaving(
                "first",
                mark(book, "a", "b"),
                mark(book, "b", "c"),
                mark(book, "c", "d"),
                mark(book, "x", "none"),
                mark(book, "self", "self")));
        requireReceipts(room, book, ImmutableSet.of("a"), ImmutableSet.of("a", "b"));
        requireReceipts(room, book, ImmutableSet.of("b"), ImmutableSet.of("b", "c"));
        requireReceipts(room, book, ImmutableSet.of("c"), ImmutableSet.of("c"));
        requireReceipts(room, book, ImmutableSet.of("x"), ImmutableSet.of("x"));
        requireReceipts(room, book, ImmutableSet.of("self"), ImmutableSet.of("self"));
        requireReceipts(room, book, ImmutableSet.of("a", "c", "x"), ImmutableSet.of("a", "b", "c", "x"));
    }

    private static void requireReceipts(
            StoreRoom room, StoredBook book, ImmutableSet<String> named, ImmutableSet<String> expected) {
        for (Intent intent : Intent.values()) {
            AccountView view = room.store().read(book.key(), Named.receipts(named), intent);
            Expect.equal(
                    "the receipts by the names " + named,
                    Maps.filterKeys(book.receipts(), expected::contains),
                    view.receipts());
        }
    }

    private static void receiptsAreReplaced(StoreRoom room) {
        StoredBook book = room.book("ada");
        book.commit(book.purchaseLeaving("first", mark(book, "mark", "one"), mark(book, "one", "none")));
        book.commit(book.purchaseLeaving("second", mark(book, "mark", "two"), mark(book, "two", "none")));
        // Its links are those that it has now.
        requireReceipts(room, book, ImmutableSet.of("mark"), ImmutableSet.of("mark", "two"));
        book.commit(book.purchaseLeaving("third", mark(book, "mark", "none")));
        requireReceipts(room, book, ImmutableSet.of("mark"), ImmutableSet.of("mark"));
        book.requireKept();
    }

    /** A receipt that links to another one, whose instant follows from the place in the journal. */
    static Receipt mark(StoredBook book, String id, String link) {
        return new CaptureReceipt(
                id,
                book.key().customer(),
                StoredBook.NOON.plus(book.revision(), ChronoUnit.MICROS),
                StoredBook.NOON.plus(book.revision(), ChronoUnit.MICROS),
                link);
    }

    /** An account, an event and a receipt of more bytes than the smaller types of some databases have room for. */
    private static void whatIsLargeIsKept(StoreRoom room) {
        StoredBook book = room.book("ada");
        List<OpeningLot> lots = new ArrayList<>();
        List<PurchaseLine> lines = new ArrayList<>();
        for (int i = 0; i < LARGE; i++) {
            lots.add(new OpeningLot("points", i + 1, StoredBook.NOON.minus(LARGE - i, ChronoUnit.HOURS), null));
            lines.add(PurchaseLine.of("line-" + i, "article-" + i, Money.of(StoreRoom.USD, i + 1)));
        }
        Opening opening =
                Opening.of("opening", book.key().customer(), StoredBook.NOON, lots.toArray(OpeningLot[]::new));
        Purchase purchase = new Purchase("purchase", book.key().customer(), StoredBook.NOON, Basket.of(lines));
        AccountCommit commit = book.commitOf(List.of(opening, purchase), List.of(), Optional.empty(), StoredBook.NOON);
        requireLarge(Codec.ACCOUNTS.encode(commit.account()));
        requireLarge(Codec.EVENTS.encode(purchase));
        requireLarge(Codec.RECEIPTS.encode(commit.receipts().get(0)));
        book.commit(commit);
        book.requireKept();
    }

    private static void requireLarge(byte[] bytes) {
        Expect.that(
                bytes.length > BYTES_OF_A_SMALL_TYPE,
                "more than " + BYTES_OF_A_SMALL_TYPE + " bytes must be checked, but were " + bytes.length);
    }

    private static void instantsAreKept(StoreRoom room) {
        List<Instant> instants = List.of(
                Timestamps.MIN,
                Instant.parse("1582-10-10T00:00:00.000001Z"),
                Instant.parse("1899-12-31T23:59:59.999999Z"),
                Instant.parse("1969-12-31T23:59:59.999999Z"),
                Instant.EPOCH,
                Instant.parse("2026-03-29T01:30:00.123456Z"),
                Instant.parse("2038-01-19T03:14:08.000001Z"),
                Timestamps.MAX);
        for (int i = 0; i < instants.size(); i++) {
            Instant instant = instants.get(i);
            StoredBook book = room.book("customer-" + i);
            LoyaltyEvent event = book.purchaseAt("event", instant);
            AccountCommit commit =
                    book.commitOf(List.of(event), List.of(), Optional.of(instant), instant.minus(1, ChronoUnit.MICROS));
            book.commit(commit);
            book.requireKept();
            Expect.equal(
                    "when something happens next",
                    List.of(instant),
                    room
                            .store()
                            .due(room.program(), Timestamps.MAX, VersionChecks.WRITTEN, null, instants.size())
                            .stream()
                            .filter(due -> due.customer().equals(book.key().customer()))
                            .map(due -> due.at())
                            .toList());
        }
    }
}
