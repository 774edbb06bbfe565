package dev.laurel.testkit;

import com.google.common.collect.ImmutableSet;
import dev.laurel.decision.PostedEvent;
import dev.laurel.receipt.Receipt;
import dev.laurel.service.AccountCommit;
import dev.laurel.service.AccountStore;
import dev.laurel.service.AccountView;
import dev.laurel.service.ConcurrentUpdateException;
import dev.laurel.service.Intent;
import dev.laurel.service.Named;
import dev.laurel.service.OutboxMessage;
import dev.laurel.testkit.live.Threads;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What must hold when several threads use a store at the same time. */
final class RaceChecks {
    private static final int ROUNDS = 100;
    private static final int ROUNDS_OF_MANY = 25;
    private static final int MANY_THREADS = 8;
    private static final int MOST_TRIES = 10_000;

    /** Few, since a database may take a second to find a deadlock. */
    private static final int COMMITS = 20;

    private static final int COMMITS_TO_READ = 60;

    private RaceChecks() {}

    static List<StoreCheck> all() {
        return List.of(
                new StoreCheck(
                        "of two threads that commit on one revision exactly one wins", room -> race(room, 2, ROUNDS)),
                new StoreCheck(
                        "of eight threads that commit on one revision exactly one wins",
                        room -> race(room, MANY_THREADS, ROUNDS_OF_MANY)),
                new StoreCheck("of several threads that begin one account exactly one wins", RaceChecks::raceToBegin),
                new StoreCheck(
                        "of two commits that share one account exactly one is there as a whole",
                        RaceChecks::raceOfSeveral),
                new StoreCheck(
                        "two threads that commit the same accounts in opposite order both end",
                        RaceChecks::oppositeOrder),
                new StoreCheck(
                        "a reader sees account, events and receipts of one moment while others commit",
                        RaceChecks::oneMoment));
    }

    private static void race(StoreRoom room, int threads, int rounds) {
        StoredBook book = room.book("ada");
        for (int round = 0; round < rounds; round++) {
            raceOnce(room, book, round, threads);
        }
        book.requireKept();
        requireMessages(room, book);
    }

    private static void raceToBegin(StoreRoom room) {
        for (int round = 0; round < ROUNDS_OF_MANY; round++) {
            StoredBook book = room.book("customer-" + round);
            raceOnce(room, book, round, 4);
            book.requireKept();
            requireMessages(room, book);
        }
    }

    private static void raceOnce(StoreRoom room, StoredBook book, int round, int threads) {
        List<AccountCommit> commits = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            String id = round + "-" + thread;
            // Some write more than others do.
            commits.add(thread % 2 == 0 ? book.purchases(id) : book.purchases(id, id + "-more"));
        }
        int winner = winner(
                room,
                commits.stream().map(List::of).toList(),
                threads + " threads that committed on revision " + book.revision());
        book.write(commits.get(winner));
        Expect.equal(
                "the account after a race",
                book.stored(),
                room.store().read(book.key(), Named.NOTHING, Intent.VIEW).stored());
    }

    private static int winner(StoreRoom room, List<List<AccountCommit>> commits, String what) {
        List<Boolean> won = Threads.together(commits.stream()
                .map(commit -> (Supplier<Boolean>) () -> isStored(room.store(), commit))
                .toList());
        Expect.equal(
                "how many won of " + what,
                1L,
                won.stream().filter(isWinner -> isWinner).count());
        return won.indexOf(true);
    }

    static boolean isStored(AccountStore store, List<AccountCommit> commits) {
        try {
            store.commit(commits);
            return true;
        } catch (ConcurrentUpdateException e) {
            return false;
        }
    }

    private static void requireMessages(StoreRoom room, StoredBook book) {
        Expect.equal(
                "what is in the outbox",
                book.journal(),
                room.messages().stream()
                        .filter(message -> message.key().equals(book.key()))
                        .map(OutboxMessage::posted)
                        .toList());
    }

    private static void raceOfSeveral(StoreRoom room) {
        StoredBook shared = room.book("shared");
        List<StoredBook> own = List.of(room.book("a"), room.book("z"));
        for (int round = 0; round < ROUNDS_OF_MANY; round++) {
            List<List<AccountCommit>> commits = new ArrayList<>();
            for (int thread = 0; thread < own.size(); thread++) {
                AccountCommit ours = own.get(thread).purchases("event-" + round);
                AccountCommit there = shared.purchases("event-" + round + "-" + thread);
                commits.add(round % 2 == 0 ? List.of(ours, there) : List.of(there, ours));
            }
            int winner = winner(room, commits, "two commits that share an account");
            int mine = round % 2 == 0 ? 0 : 1;
            own.get(winner).write(commits.get(winner).get(mine));
            shared.write(commits.get(winner).get(1 - mine));
            own.forEach(StoredBook::requireKept);
            shared.requireKept();
        }
    }

    private static void oppositeOrder(StoreRoom room) {
        StoredBook ada = room.book("ada");
        StoredBook bob = room.book("bob");
        Threads.runTogether(List.of(
                () -> commitRepeatedly(room, "first", ada, bob), () -> commitRepeatedly(room, "second", bob, ada)));
        List<String> ofAda = ids(room, ada);
        Expect.equal("how many events there are", 2 * COMMITS, ofAda.size());
        Expect.equal(
                "how many different ones",
                2 * COMMITS,
                ImmutableSet.copyOf(ofAda).size());
        // Each commit is of both, so what was first in one account was first in the other.
        Expect.equal("the events of the other account", ofAda, ids(room, bob));
    }

    private static List<String> ids(StoreRoom room, StoredBook book) {
        return room.store().journal(book.key(), 0, 10 * COMMITS).stream()
                .map(posted -> posted.event().id())
                .toList();
    }

    private static void commitRepeatedly(StoreRoom room, String name, StoredBook... books) {
        for (int i = 0; i < COMMITS; i++) {
            add(room, name + "-" + i, books);
        }
    }

    /** Commits a purchase to accounts, again and again until nobody else was faster. */
    static void add(StoreRoom room, String id, StoredBook... books) {
        for (int tries = 0; Threads.isWanted(); tries++) {
            Expect.that(tries < MOST_TRIES, "a commit must succeed at last, but lost a race " + tries + " times");
            List<AccountCommit> commits = new ArrayList<>();
            for (StoredBook book : books) {
                commits.add(book.purchaseOn(room.store().read(book.key(), Named.NOTHING, Intent.UPDATE), id));
            }
            if (isStored(room.store(), commits)) {
                return;
            }
        }
    }

    private static void oneMoment(StoreRoom room) {
        StoredBook plan = room.book("ada");
        List<AccountCommit> commits = new ArrayList<>();
        Map<Long, AccountView> moments = new HashMap<>();
        moments.put(0L, AccountView.NOTHING);
        for (int i = 0; i < COMMITS_TO_READ; i++) {
            Receipt mark = ReadChecks.mark(plan, "mark", "linked");
            Receipt linked = ReadChecks.mark(plan, "linked", "none");
            AccountCommit commit = i % 3 == 0
                    ? plan.purchases("event-" + i, "event-" + i + "-more")
                    : plan.purchaseLeaving("event-" + i, mark, linked);
            plan.write(commit);
            commits.add(commit);
            moments.put(plan.revision(), plan.view());
        }
        Named named = plan.named();
        List<PostedEvent> journal = plan.journal();
        List<Runnable> works = new ArrayList<>();
        works.add(() -> commits.forEach(commit -> room.store().commit(List.of(commit))));
        for (Intent intent : List.of(Intent.VIEW, Intent.UPDATE, Intent.VIEW)) {
            works.add(() -> readUntil(room, plan, named, intent, moments));
        }
        works.add(() -> readJournalUntil(room, plan, journal, moments));
        Threads.runTogether(works);
        plan.requireKept();
    }

    private static void readUntil(
            StoreRoom room, StoredBook plan, Named named, Intent intent, Map<Long, AccountView> moments) {
        long last = 0;
        while (last < plan.revision() && Threads.isWanted()) {
            AccountView view = room.store().read(plan.key(), named, intent);
            AccountView right = moments.get(view.revision());
            if (right == null) {
                throw new AssertionError("no commit ends at revision " + view.revision() + ", but it was read");
            }
            StoredBook.requireView("what is read at revision " + view.revision(), right, view);
            Expect.that(
                    view.revision() >= last,
                    "a later read must not be of an earlier moment, but came to revision " + view.revision() + " after "
                            + last);
            last = view.revision();
        }
    }

    private static void readJournalUntil(
            StoreRoom room, StoredBook plan, List<PostedEvent> right, Map<Long, AccountView> moments) {
        long last = 0;
        while (last < plan.revision() && Threads.isWanted()) {
            List<PostedEvent> page = room.store().journal(plan.key(), 0, right.size() + 1);
            last = page.size();
            Expect.that(moments.containsKey(last), "a journal must end with a commit, but had " + last + " events");
            Expect.equal("the journal", right.subList(0, page.size()), page);
        }
    }
}
