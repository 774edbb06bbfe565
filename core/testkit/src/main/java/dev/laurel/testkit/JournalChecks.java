package dev.laurel.testkit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import dev.laurel.account.Account;
import dev.laurel.decision.PostedEvent;
import dev.laurel.service.AccountStore;
import dev.laurel.service.StoredAccount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the pages of a journal and of the accounts of a program must hold. */
final class JournalChecks {
    private static final int EVENTS = 23;
    private static final int ACCOUNTS = 17;
    private static final List<Integer> LIMITS = List.of(1, 2, 7, EVENTS - 1, EVENTS, EVENTS + 1, 1_000);

    private JournalChecks() {}

    static List<StoreCheck> all() {
        return List.of(
                new StoreCheck("a journal is read in pages forwards", JournalChecks::forwards),
                new StoreCheck("a journal is read in pages backwards", JournalChecks::backwards),
                new StoreCheck("a page of a journal begins anywhere and ends with it", JournalChecks::anywhere),
                new StoreCheck(
                        "the order of a journal is that of commits, whatever ids and instants say",
                        JournalChecks::orderOfCommits),
                new StoreCheck("the accounts of a program are listed in pages, each once", JournalChecks::accounts),
                new StoreCheck("a list of accounts shows each as it is now", JournalChecks::accountsAsTheyAre));
    }

    private static StoredBook filled(StoreRoom room) {
        StoredBook book = room.book("ada");
        StoredBook other = room.book("bob");
        while (book.revision() < EVENTS) {
            // Some commits are of one event, some of three, with those of another account between them.
            long next = book.revision();
            if (next % 2 == 0) {
                book.buy("event-" + next);
            } else {
                book.buy("event-" + next, "event-" + (next + 1), "event-" + (next + 2));
            }
            other.buy("event-" + next);
        }
        return book;
    }

    private static void forwards(StoreRoom room) {
        StoredBook book = filled(room);
        for (int limit : LIMITS) {
            List<PostedEvent> all = new ArrayList<>();
            List<PostedEvent> page;
            do {
                page = room.store().journal(book.key(), all.size(), limit);
                requireSize(limit, book.journal().size() - all.size(), page);
                all.addAll(page);
            } while (page.size() == limit);
            Expect.equal("the journal in pages of " + limit, book.journal(), all);
        }
    }

    private static void backwards(StoreRoom room) {
        StoredBook book = filled(room);
        List<PostedEvent> latestFirst = Lists.reverse(book.journal());
        for (int limit : LIMITS) {
            List<PostedEvent> all = new ArrayList<>();
            long before = Long.MAX_VALUE;
            List<PostedEvent> page;
            do {
                page = room.store().journalBefore(book.key(), before, limit);
                requireSize(limit, book.journal().size() - all.size(), page);
                all.addAll(page);
                before = book.revision() - all.size() + 1;
            } while (page.size() == limit);
            Expect.equal("the journal backwards in pages of " + limit, latestFirst, all);
        }
    }

    private static void requireSize(int limit, int left, List<?> page) {
        Expect.equal("the size of a page of " + limit + " with " + left + " left", Math.min(limit, left), page.size());
    }

    private static void anywhere(StoreRoom room) {
        StoredBook book = filled(room);
        AccountStore store = room.store();
        List<PostedEvent> journal = book.journal();
        int size = journal.size();
        for (int place = 0; place <= size; place++) {
            Expect.equal(
                    "what comes after position " + place,
                    journal.subList(place, Math.min(place + 3, size)),
                    store.journal(book.key(), place, 3));
            Expect.equal(
                    "what comes before position " + (place + 1),
                    Lists.reverse(journal.subList(Math.max(place - 3, 0), place)),
                    store.journalBefore(book.key(), place + 1, 3));
        }
        for (long past :
                new long[] {size, size + 1, 1_000_000, Integer.MAX_VALUE, Long.MAX_VALUE - 1, Long.MAX_VALUE}) {
            Expect.equal("what comes after position " + past, List.of(), store.journal(book.key(), past, 10));
        }
        for (long past : new long[] {size + 1, size + 2, 1_000_000, 1L + Integer.MAX_VALUE, Long.MAX_VALUE}) {
            Expect.equal(
                    "what comes before position " + past,
                    Lists.reverse(journal.subList(size - 10, size)),
                    store.journalBefore(book.key(), past, 10));
        }
        Expect.equal("what comes before position 1", List.of(), store.journalBefore(book.key(), 1, 10));
        Expect.equal("what comes before position 0", List.of(), store.journalBefore(book.key(), 0, 10));
        Expect.equal("the whole journal", journal, store.journal(book.key(), 0, Integer.MAX_VALUE));
        Expect.equal(
                "the whole journal backwards",
                Lists.reverse(journal),
                store.journalBefore(book.key(), Long.MAX_VALUE, Integer.MAX_VALUE));
    }

    private static void orderOfCommits(StoreRoom room) {
        StoredBook book = room.book("ada");
        for (String id : ImmutableList.of("z", "10", "9", "a", "B", "b", "09", "-1", "ä")) {
            // Each happened before the one that was committed before it.
            book.commit(book.commitOf(
                    List.of(book.purchaseAt(id, StoredBook.NOON.minusSeconds(book.revision()))),
                    List.of(),
                    Optional.empty(),
                    StoredBook.NOON.plusSeconds(book.revision())));
        }
        book.requireKept();
    }

    private static void accounts(StoreRoom room) {
        List<StoredBook> books = new ArrayList<>();
        for (int i = 0; i < ACCOUNTS; i++) {
            // In another order than that of their names, in two programs whose names begin alike.
            String customer = "customer-" + (i * 7 % ACCOUNTS);
            StoredBook book = room.book(customer);
            book.buy("event");
            books.add(book);
            room.book(room.program("x"), customer).buy("event");
        }
        room.book(room.program("x"), "another").buy("event");
        List<StoredAccount> inOneGo = room.store().accounts(room.program(), "", 1_000);
        for (int limit : new int[] {1, 2, 5, ACCOUNTS - 1, ACCOUNTS, ACCOUNTS + 1}) {
            List<StoredAccount> all = new ArrayList<>();
            String after = "";
            List<StoredAccount> page;
            do {
                page = room.store().accounts(room.program(), after, limit);
                requireSize(limit, ACCOUNTS - all.size(), page);
                all.addAll(page);
                after = all.get(all.size() - 1).account().customer();
            } while (page.size() == limit);
            Expect.equal("the accounts in pages of " + limit, inOneGo, all);
        }
        Expect.equal(
                "the accounts",
                sorted(books.stream().map(book -> book.stored().orElseThrow())),
                sorted(inOneGo.stream()));
        Expect.equal(
                "the accounts of a program of none", List.of(), room.store().accounts(room.program("none"), "", 10));
    }

    private static List<StoredAccount> sorted(Stream<StoredAccount> accounts) {
        Comparator<Account> byCustomer = Comparator.comparing(Account::customer);
        return accounts.sorted(Comparator.comparing(StoredAccount::account, byCustomer))
                .toList();
    }

    private static void accountsAsTheyAre(StoreRoom room) {
        StoredBook book = room.book("ada");
        for (int i = 0; i < 5; i++) {
            book.buy("event-" + i);
            Expect.equal(
                    "the accounts",
                    List.of(book.stored().orElseThrow()),
                    room.store().accounts(room.program(), "", 10));
        }
    }
}
