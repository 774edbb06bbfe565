package dev.laurel.testkit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.laurel.decision.PostedEvent;
import dev.laurel.event.Closure;
import dev.laurel.service.AccountCommit;
import dev.laurel.service.Intent;
import dev.laurel.service.Named;
import dev.laurel.service.OutboxMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an erasure must leave, and where. */
final class ErasureChecks {
    private ErasureChecks() {}

    static List<StoreCheck> all() {
        return List.of(
                new StoreCheck("an erasure takes the place of earlier events wherever they are", ErasureChecks::events),
                new StoreCheck(
                        "receipts that are dropped are gone, and those of the same commit stay",
                        ErasureChecks::receipts),
                new StoreCheck("an erasure that is refused changes nothing", ErasureChecks::refused));
    }

    private static AccountCommit erasure(StoredBook book, String id, Set<String> dropped) {
        return book.purchases(id)
                .erasing(
                        dropped,
                        book.journal().stream().map(PostedEvent::erased).toList());
    }

    private static void events(StoreRoom room) {
        StoredBook book = room.book("ada");
        StoredBook other = room.book("bob");
        book.buy("first");
        book.buy("second", "third");
        other.buy("first", "second");
        List<OutboxMessage> delivered = room.messages().stream()
                .filter(message -> message.key().equals(book.key()))
                .limit(1)
                .toList();
        room.store().delivered(delivered.stream().map(OutboxMessage::id).toList());
        book.commit(erasure(book, "erasure", ImmutableSet.of()));
        book.requireKept();
        other.requireKept();
        for (int i = 1; i <= book.journal().size(); i++) {
            Expect.equal(
                    "event " + i + " of the journal",
                    List.of(book.journal().get(i - 1)),
                    room.store().journal(book.key(), i - 1, 1));
        }
        List<PostedEvent> left = new ArrayList<>(book.journal().subList(1, 4));
        Expect.equal("what is left in the outbox", left, posted(room, book));
        Expect.equal("what is in the outbox of another", other.journal(), posted(room, other));
    }

    private static List<PostedEvent> posted(StoreRoom room, StoredBook book) {
        return room.messages().stream()
                .filter(message -> message.key().equals(book.key()))
                .map(OutboxMessage::posted)
                .toList();
    }

    private static void receipts(StoreRoom room) {
        StoredBook book = room.book("ada");
        StoredBook other = room.book("bob");
        book.commit(book.purchaseLeaving(
                "first",
                ReadChecks.mark(book, "gone", "linked"),
                ReadChecks.mark(book, "linked", "none"),
                ReadChecks.mark(book, "stays", "gone"),
                ReadChecks.mark(book, "again", "none")));
        other.commit(other.purchaseLeaving("first", ReadChecks.mark(other, "gone", "none")));
        AccountCommit commit = book.purchaseLeaving("second", ReadChecks.mark(book, "again", "linked"))
                .erasing(ImmutableSet.of("first", "second", "gone", "again", "never"), ImmutableList.of());
        Set<String> asked = ImmutableSet.copyOf(book.receipts().keySet());
        book.commit(commit);
        StoredBook.requireView(
                "what is read",
                book.view(),
                room.store().read(book.key(), new Named(book.named().events(), union(asked, "second")), Intent.VIEW));
        Expect.equal(
                "the receipts that stay",
                ImmutableSet.of("linked", "stays", "again", "second"),
                book.receipts().keySet());
        book.requireKept();
        other.requireKept();
    }

    private static ImmutableSet<String> union(Set<String> ids, String more) {
        return ImmutableSet.<String>builder().addAll(ids).add(more).build();
    }

    private static void refused(StoreRoom room) {
        StoredBook book = room.book("ada");
        book.buy("first", "second");
        AccountCommit erasure = erasure(book, "erasure", book.receipts().keySet());
        book.commit(book.commitOf(
                List.of(new Closure("closure", book.key().customer(), StoredBook.NOON.plusSeconds(1))),
                List.of(),
                Optional.empty(),
                StoredBook.NOON.plusSeconds(1)));
        Expect.refused("an erasure on a stale revision", () -> room.store().commit(List.of(erasure)));
        book.requireKept();
        Expect.equal("what is in the outbox", book.journal(), posted(room, book));
    }
}
