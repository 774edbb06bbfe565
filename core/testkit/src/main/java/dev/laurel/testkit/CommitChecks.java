package dev.laurel.testkit;

import com.google.common.collect.ImmutableList;
import dev.laurel.service.AccountCommit;
import java.util.ArrayList;
import java.util.List;

/** What a commit must do, and must refuse. */
final class CommitChecks {
    private static final int MANY_EVENTS = 500;

    private CommitChecks() {}

    static List<StoreCheck> all() {
        return List.of(
                new StoreCheck("a commit of one, two or twenty accounts is there as a whole", CommitChecks::whole),
                new StoreCheck("a commit of many events is there as a whole", CommitChecks::manyEvents),
                new StoreCheck("a commit on a stale revision is refused and stores nothing", CommitChecks::stale),
                new StoreCheck(
                        "a commit of several accounts of which one is stale stores nothing of any",
                        CommitChecks::oneOfSeveralIsStale),
                new StoreCheck(
                        "a commit of an event whose id is there already is refused and stores nothing",
                        CommitChecks::knownEvent),
                new StoreCheck("the id of an event is of its account alone", CommitChecks::sameIdElsewhere),
                new StoreCheck(
                        "a commit that is sent again after it succeeded is refused and changes nothing",
                        CommitChecks::sentAgain),
                new StoreCheck("a commit of no account is an illegal argument", CommitChecks::nothing),
                new StoreCheck(
                        "a commit of the same account twice is an illegal argument and stores nothing",
                        CommitChecks::sameAccountTwice));
    }

    private static void whole(StoreRoom room) {
        for (int size : new int[] {1, 2, 20}) {
            List<StoredBook> books = books(room, "of-" + size + "-", size);
            commit(room, books, "first");
            // Each second one has an event more by now, so that the revisions differ.
            for (int i = 1; i < size; i += 2) {
                books.get(i).buy("between");
            }
            commit(room, books, "second");
            // Accounts that are new stand among others.
            List<StoredBook> more = new ArrayList<>(books);
            more.addAll(0, books(room, "new-of-" + size + "-", size));
            commit(room, more, "third");
        }
    }

    private static List<StoredBook> books(StoreRoom room, String customers, int size) {
        List<StoredBook> books = new ArrayList<>();
        // Not in the order of their names, for no order is promised.
        for (int i = size; i > 0; i--) {
            books.add(room.book(customers + i));
        }
        return books;
    }

    private static void commit(StoreRoom room, List<StoredBook> books, String id) {
        List<AccountCommit> commits =
                books.stream().map(book -> book.purchases(id)).toList();
        room.store().commit(commits);
        for (int i = 0; i < books.size(); i++) {
            books.get(i).write(commits.get(i)).requireKept();
        }
    }

    private static void manyEvents(StoreRoom room) {
        StoredBook book = room.book("ada");
        String[] ids = new String[MANY_EVENTS];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = "event-" + i;
        }
        book.buy(ids);
        book.requireKept();
    }

    private static void stale(StoreRoom room) {
        StoredBook book = room.book("ada");
        AccountCommit asNew = book.purchases("other-1");
        book.buy("first");
        refused(room, "a commit of a new account where there is one", List.of(book), asNew);
        AccountCommit onFirst = book.purchases("other-2");
        book.buy("second", "third");
        refused(room, "a commit on an earlier revision", List.of(book), onFirst);
        refused(room, "a commit of a new account where there is one", List.of(book), asNew);
        StoredBook ahead = room.book("ada");
        book.journal()
                .forEach(posted -> ahead.write(ahead.purchases(posted.event().id())));
        ahead.write(ahead.purchases("never"));
        refused(room, "a commit on a revision that is still to come", List.of(book), ahead.purchases("other-3"));
        StoredBook stranger = room.book("bob");
        StoredBook imagined = room.book("bob");
        imagined.write(imagined.purchases("never"));
        refused(
                room,
                "a commit on a revision of an account that is not there",
                List.of(stranger),
                imagined.purchases("other-4"));
    }

    private static void oneOfSeveralIsStale(StoreRoom room) {
        for (int size = 2; size <= 4; size++) {
            for (int stale = 0; stale < size; stale++) {
                List<StoredBook> books = books(room, size + "-" + stale + "-", size);
                // Of the others some are new.
                books.get(stale).buy("first");
                books.get((stale + 1) % size).buy("first");
                List<AccountCommit> commits = books.stream()
                        .map(book -> book.purchases("second", "third"))
                        .toList();
                books.get(stale).buy("between");
                refused(
                        room,
                        "a commit of " + size + " accounts of which number " + (stale + 1) + " is stale",
                        books,
                        commits.toArray(AccountCommit[]::new));
            }
        }
    }

    private static void knownEvent(StoreRoom room) {
        StoredBook book = room.book("ada");
        book.buy("first");
        book.buy("second");
        refused(room, "a commit of a known event", List.of(book), book.purchases("first"));
        refused(room, "a commit of the last event", List.of(book), book.purchases("second"));
        refused(room, "a commit with a known event", List.of(book), book.purchases("third", "first", "fourth"));
        StoredBook other = room.book("bob");
        refused(
                room,
                "a commit of two accounts with a known event of one",
                List.of(book, other),
                other.purchases("new"),
                book.purchases("first"));
        // The ids of what was refused are free.
        book.buy("third", "fourth");
        other.buy("new");
        book.requireKept();
        other.requireKept();
    }

    /** That a commit is refused, and leaves neither accounts nor messages behind. */
    private static void refused(StoreRoom room, String what, List<StoredBook> books, AccountCommit... commits) {
        int messages = room.messages().size();
        Expect.refused(what, () -> room.store().commit(ImmutableList.copyOf(commits)));
        books.forEach(StoredBook::requireKept);
        Expect.equal(
                "after " + what + " the number of messages",
                messages,
                room.messages().size());
    }

    private static void sameIdElsewhere(StoreRoom room) {
        StoredBook book = room.book("ada");
        StoredBook other = room.book("bob");
        StoredBook elsewhere = room.book(room.program("other"), "ada");
        book.buy("same");
        other.buy("same");
        elsewhere.buy("same");
        List.of(book, other, elsewhere).forEach(StoredBook::requireKept);
    }

    private static void sentAgain(StoreRoom room) {
        StoredBook book = room.book("ada");
        StoredBook other = room.book("bob");
        book.buy("first");
        AccountCommit commit = book.purchases("second");
        AccountCommit there = other.purchases("second");
        room.store().commit(List.of(commit, there));
        book.write(commit);
        other.write(there);
        refused(room, "a commit that was committed", List.of(book, other), commit, there);
        refused(room, "a part of a commit that was committed", List.of(book, other), commit);
    }

    private static void nothing(StoreRoom room) {
        Expect.illegal("a commit of no account", () -> room.store().commit(List.of()));
    }

    private static void sameAccountTwice(StoreRoom room) {
        StoredBook book = room.book("ada");
        StoredBook other = room.book("bob");
        book.buy("first");
        List<AccountCommit> twice =
                List.of(book.purchases("second"), other.purchases("first"), book.purchases("third"));
        Expect.illegal("a commit of the same account twice", () -> room.store().commit(twice));
        book.requireKept();
        other.requireKept();
    }
}
