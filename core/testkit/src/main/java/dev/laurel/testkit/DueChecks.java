package dev.laurel.testkit;

import dev.laurel.service.DueAccount;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which accounts a store must find because something happens to them by itself. */
final class DueChecks {
    private static final Instant NOON = StoredBook.NOON;
    private static final int ACCOUNTS = 17;

    private DueChecks() {}

    static List<StoreCheck> all() {
        return List.of(
                new StoreCheck("accounts that are due come in the order of their instants", DueChecks::inOrder),
                new StoreCheck("the instant until which accounts are due is included", DueChecks::inclusive),
                new StoreCheck("accounts that are due come in pages, each once", DueChecks::pages),
                new StoreCheck("a later commit decides when an account is due", DueChecks::moved));
    }

    private static void inOrder(StoreRoom room) {
        due(room, "a", NOON.plusSeconds(3));
        due(room, "b", NOON.plusSeconds(1));
        due(room, "c", NOON.plus(1, ChronoUnit.MICROS));
        due(room, "d", NOON.plusSeconds(2));
        due(room, "e", NOON);
        due(room, "f", null);
        due(room, room.program("x"), "g", NOON);
        Expect.equal("who is due", List.of("e", "c", "b", "d", "a"), customers(all(room, Timestamps.MAX)));
    }

    private static void due(StoreRoom room, String customer, @Nullable Instant at) {
        due(room, room.program(), customer, at);
    }

    private static void due(StoreRoom room, String program, String customer, @Nullable Instant at) {
        StoredBook book = room.book(program, customer);
        book.commit(book.purchaseUntil("event", Optional.ofNullable(at)));
    }

    private static List<DueAccount> all(StoreRoom room, Instant until) {
        return room.store().due(room.program(), until, VersionChecks.WRITTEN, null, 1_000);
    }

    private static List<String> customers(List<DueAccount> due) {
        return due.stream().map(DueAccount::customer).toList();
    }

    private static void inclusive(StoreRoom room) {
        due(room, "early", NOON.minus(1, ChronoUnit.MICROS));
        due(room, "now", NOON);
        due(room, "late", NOON.plus(1, ChronoUnit.MICROS));
        Expect.equal("who is due until noon", List.of("early", "now"), customers(all(room, NOON)));
        Expect.equal("who is due before", List.of("early"), customers(all(room, NOON.minus(1, ChronoUnit.MICROS))));
        Expect.equal("who is due long before", List.of(), all(room, NOON.minusSeconds(1)));
        Expect.equal(
                "who is due, with the instants",
                List.of(
                        new DueAccount("early", NOON.minus(1, ChronoUnit.MICROS)),
                        new DueAccount("now", NOON),
                        new DueAccount("late", NOON.plus(1, ChronoUnit.MICROS))),
                all(room, NOON.plusSeconds(1)));
    }

    private static void pages(StoreRoom room) {
        List<DueAccount> expected = new ArrayList<>();
        for (int i = 0; i < ACCOUNTS; i++) {
            // Many at the same instant, so that a page ends among them.
            Instant at = NOON.plus(i * 5 % ACCOUNTS / 6, ChronoUnit.MICROS);
            due(room, "customer-" + i, at);
            expected.add(new DueAccount("customer-" + i, at));
        }
        due(room, "customer-later", NOON.plusSeconds(1));
        Instant until = NOON.plus(ACCOUNTS, ChronoUnit.MICROS);
        for (int limit : new int[] {1, 2, 5, ACCOUNTS - 1, ACCOUNTS, ACCOUNTS + 1}) {
            List<DueAccount> all = new ArrayList<>();
            List<DueAccount> page;
            do {
                DueAccount after = all.isEmpty() ? null : all.get(all.size() - 1);
                page = room.store().due(room.program(), until, VersionChecks.WRITTEN, after, limit);
                Expect.equal("the size of a page of " + limit, Math.min(limit, ACCOUNTS - all.size()), page.size());
                all.addAll(page);
            } while (page.size() == limit);
            requireInOrder(all);
            Expect.equal("who is due in pages of " + limit, sorted(expected.stream()), sorted(all.stream()));
        }
    }

    private static void requireInOrder(List<DueAccount> due) {
        for (int i = 1; i < due.size(); i++) {
            Expect.that(
                    !due.get(i).at().isBefore(due.get(i - 1).at()),
                    "who is due first must come first, but " + due.get(i) + " comes after " + due.get(i - 1));
        }
    }

    private static List<DueAccount> sorted(Stream<DueAccount> due) {
        return due.sorted(Comparator.comparing(DueAccount::customer)).toList();
    }

    private static void moved(StoreRoom room) {
        StoredBook book = room.book("ada");
        book.commit(book.purchaseUntil("first", Optional.of(NOON)));
        Expect.equal("who is due", List.of(new DueAccount("ada", NOON)), all(room, NOON));
        Instant later = NOON.plusSeconds(1);
        book.commit(book.purchaseUntil("second", Optional.of(later)));
        Expect.equal("who is due at the instant before", List.of(), all(room, NOON));
        Expect.equal("who is due later", List.of(new DueAccount("ada", later)), all(room, later));
        book.commit(book.purchaseUntil("third", Optional.of(NOON)));
        Expect.equal("who is due", List.of(new DueAccount("ada", NOON)), all(room, later));
        book.commit(book.purchaseUntil("fourth", Optional.empty()));
        Expect.equal("who is due when nothing happens any more", List.of(), all(room, Timestamps.MAX));
        book.commit(book.purchaseUntil("fifth", Optional.of(NOON)));
        Expect.equal("who is due when something happens again", List.of("ada"), customers(all(room, NOON)));
        Expect.refused("a stale commit", () -> {
            StoredBook stale = room.book("ada");
            room.store().commit(List.of(stale.purchaseUntil("sixth", Optional.empty())));
        });
        Expect.equal("who is due after a commit was refused", List.of("ada"), customers(all(room, NOON)));
    }
}
