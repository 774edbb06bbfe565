package dev.laurel.testkit;

import com.google.common.collect.ImmutableSet;
import dev.laurel.decision.PostedEvent;
import dev.laurel.service.AccountCommit;
import dev.laurel.service.AccountKey;
import dev.laurel.service.OutboxMessage;
import dev.laurel.testkit.live.Threads;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an outbox must hold, and for how long. */
final class OutboxChecks {
    private static final int WRITERS = 4;
    private static final int COMMITS = 25;

    private OutboxChecks() {}

    static List<StoreCheck> all() {
        return List.of(
                new StoreCheck(
                        "the outbox has a message for each event, in the order of each journal",
                        OutboxChecks::messages),
                new StoreCheck("a message stays in the outbox until it is delivered", OutboxChecks::delivered),
                new StoreCheck("to deliver a message twice, or none, does no harm", OutboxChecks::deliveredTwice),
                new StoreCheck("the outbox gives the oldest messages first", OutboxChecks::oldestFirst),
                new StoreCheck("a page of the outbox has room for at least one message", OutboxChecks::room),
                new StoreCheck(
                        "the outbox has each committed event exactly once while others commit",
                        OutboxChecks::whileOthersCommit));
    }

    private static void room(StoreRoom room) {
        for (int limit : new int[] {0, -1, Integer.MIN_VALUE}) {
            Expect.illegal(
                    "a page of the outbox of " + limit,
                    () -> Expect.that(room.store().outbox(limit).isEmpty(), "it must be refused"));
        }
    }

    private static void messages(StoreRoom room) {
        StoredBook ada = room.book("ada");
        StoredBook bob = room.book("bob");
        StoredBook elsewhere = room.book(room.program("x"), "ada");
        ada.buy("first");
        bob.buy("first", "second");
        elsewhere.buy("first");
        List<AccountCommit> both = List.of(bob.purchases("third"), ada.purchases("third", "fourth"));
        room.store().commit(both);
        bob.write(both.get(0));
        ada.write(both.get(1));
        requireMessages(room, ada, bob, elsewhere);
    }

    private static void requireMessages(StoreRoom room, StoredBook... books) {
        List<OutboxMessage> messages = room.messages();
        requireIncreasing(messages);
        int expected = 0;
        for (StoredBook book : books) {
            Expect.equal(
                    "what is in the outbox of " + book.key(),
                    book.journal(),
                    messages.stream()
                            .filter(message -> message.key().equals(book.key()))
                            .map(OutboxMessage::posted)
                            .toList());
            expected += book.journal().size();
        }
        Expect.equal("how many messages there are", expected, messages.size());
    }

    private static void requireIncreasing(List<OutboxMessage> messages) {
        for (int i = 1; i < messages.size(); i++) {
            long before = messages.get(i - 1).id();
            Expect.that(
                    messages.get(i).id() > before,
                    "the numbers of messages must increase, but "
                            + messages.get(i).id() + " comes after " + before);
        }
    }

    private static void delivered(StoreRoom room) {
        StoredBook book = room.book("ada");
        book.buy("first");
        book.buy("second", "third");
        List<OutboxMessage> messages = room.messages();
        Expect.equal("how many messages there are", 3, messages.size());
        Expect.equal("the messages when they are read again", messages, room.messages());
        room.store().delivered(List.of(messages.get(1).id()));
        List<OutboxMessage> left = List.of(messages.get(0), messages.get(2));
        Expect.equal("the messages after one was delivered", left, room.messages());
        book.buy("fourth");
        Expect.equal(
                "the first of the messages after another commit",
                left,
                room.messages().subList(0, 2));
        room.leave();
        Expect.equal("the messages after all were delivered", List.of(), room.messages());
        // What was delivered is still in the journal.
        book.requireKept();
    }

    private static void deliveredTwice(StoreRoom room) {
        StoredBook book = room.book("ada");
        book.buy("first", "second");
        List<OutboxMessage> messages = room.messages();
        Expect.equal("how many messages there are", 2, messages.size());
        long first = messages.get(0).id();
        room.store().delivered(List.of(first));
        room.store().delivered(List.of(first));
        room.store().delivered(List.of());
        room.store().delivered(ImmutableSet.of(Long.MAX_VALUE, first));
        Expect.equal("the messages", List.of(messages.get(1)), room.messages());
        book.buy("third");
        List<OutboxMessage> left = room.messages();
        Expect.equal("how many messages there are after another commit", 2, left.size());
        Expect.that(left.get(1).id() != first, "a number must not be given again, but was: " + first);
    }

    private static void oldestFirst(StoreRoom room) {
        StoredBook book = room.book("ada");
        for (int i = 0; i < 10; i++) {
            book.buy("event-" + i);
        }
        for (int limit = 1; limit <= 10; limit++) {
            // Somebody else may have older ones.
            List<OutboxMessage> oldest = room.store().outbox(limit);
            Expect.equal("how many messages there are of at most " + limit, limit, oldest.size());
            requireIncreasing(oldest);
        }
        Expect.equal(
                "what is in the outbox",
                book.journal(),
                room.messages().stream().map(OutboxMessage::posted).toList());
    }

    private static void whileOthersCommit(StoreRoom room) {
        StoredBook shared = room.book("shared");
        List<StoredBook> own = new ArrayList<>();
        List<Runnable> works = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            StoredBook book = room.book("own-" + writer);
            String name = "writer-" + writer;
            own.add(book);
            works.add(() -> write(room, book, shared, name));
        }
        Map<AccountKey, List<PostedEvent>> read = new LinkedHashMap<>();
        works.add(() -> deliver(room, read));
        Threads.runTogether(works);
        Expect.equal("the messages after all were delivered", List.of(), room.messages());
        own.add(shared);
        for (StoredBook book : own) {
            Expect.equal(
                    "what was in the outbox of " + book.key(),
                    room.store().journal(book.key(), 0, 10 * WRITERS * COMMITS),
                    read.get(book.key()));
        }
    }

    private static void write(StoreRoom room, StoredBook own, StoredBook shared, String name) {
        for (int i = 0; i < COMMITS; i++) {
            AccountCommit stale = own.purchases(name + "-never-" + i);
            own.buy(name + "-own-" + i);
            RaceChecks.add(room, name + "-shared-" + i, shared);
            Expect.refused("a stale commit", () -> room.store().commit(List.of(stale)));
        }
    }

    private static void deliver(StoreRoom room, Map<AccountKey, List<PostedEvent>> read) {
        Set<Long> ids = new LinkedHashSet<>();
        while (ids.size() < 2 * WRITERS * COMMITS && Threads.isWanted()) {
            List<OutboxMessage> messages = room.messages();
            requireIncreasing(messages);
            for (OutboxMessage message : messages) {
                Expect.that(ids.add(message.id()), "message " + message.id() + " must be read once, but was twice");
                read.computeIfAbsent(message.key(), key -> new ArrayList<>()).add(message.posted());
            }
            room.store().delivered(messages.stream().map(OutboxMessage::id).toList());
        }
    }
}
