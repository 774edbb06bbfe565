package dev.laurel.testkit;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.laurel.id.Identifiers;
import dev.laurel.receipt.Receipt;
import dev.laurel.service.DueAccount;
import dev.laurel.service.Intent;
import dev.laurel.service.Named;
import dev.laurel.service.OutboxMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** That ids are compared as they are, character by character, and come back to the letter. */
final class KeyChecks {
    /** Each is another id than all others, however alike they look or sort. */
    private static final List<String> ALIKE = ImmutableList.<String>builder()
            // Case, also where it changes the length or depends on a language.
            .add("ada", "Ada", "ADA", "ß", "ss", "SS", "ẞ", "i", "I", "ı", "İ", "σ", "ς", "Σ")
            // Accents, and the same characters composed and decomposed.
            .add("e", "\u00e9", "e\u0301", "é\u0301", "\u00c5", "A\u030a", "\u212b", "\ud55c", "\u1112\u1161\u11ab")
            // What looks the same, or is the same to a search.
            .add("a", "\u0430", "\u03b1", "ａ", "ﬁ", "fi", "K", "\u212a", "µ", "μ", "²", "2", "Ⅳ", "IV", "あ", "ア", "ｱ")
            // What some collations skip.
            .add("a-b", "ab", "a.b", "a b", "a  b", "a_b", "a\u00a0b", "a'b", "co-op", "coop", "a\u034fb")
            // A character more at the end that is no white space and may look like some.
            .add("ada.", "ada-", "ada\u2800", "ada\u0301", "ada\u0301\u0301", "ada\u3164", "ada\ufe0f")
            // What means something in a pattern, a text of SQL, a path or a format.
            .add(
                    "%",
                    "_", "ad%", "ad_", "%a", "*", "ad?", "'", "''", "\"", "\\", "\\\\", "ada\\", "ada'", "`", "$1", "?")
            .add("';--", "a;b", "a--b", "a/b", "../a", "{a}", "[a]", "<a>", "&amp;", "&", "a,b", "a|b", "a:b", "a=b")
            .add(
                    "null", "NULL", "true", "0", "00", "1", "01", "1.0", "1e0", "-1", "+1", "9", "10", "NaN", "\\u0041",
                    "A")
            // Characters of more than one unit, and their order, which differs between UTF-8 and UTF-16.
            .add("\ud83d\ude00", "\ud83d\ude01", "a\ud83d\ude00", "\ud83d\udc4d", "\ud83d\udc4d\ud83c\udffd", "\uffe0")
            .add("\ud834\udd1e", "\ud840\udc00", "\ufa6d")
            .build();

    private static final List<String> LONG = ImmutableList.of(
            longest("x"),
            longest("X"),
            longest("x").substring(1),
            longest("x").substring(1) + "y",
            "y" + longest("x").substring(1),
            longest("\u00e9"),
            longest("e\u0301"),
            longest("\u8a9e"),
            longest("\ud83d\ude00"),
            longest("\ud83d\ude00\ud83d\ude01"),
            longest("%"),
            longest("'"),
            longest("\\"));

    private KeyChecks() {}

    static List<StoreCheck> all() {
        return List.of(
                new StoreCheck("customers whose ids are alike are different ones", KeyChecks::customers),
                new StoreCheck("events whose ids are alike are different ones", KeyChecks::events),
                new StoreCheck("receipts whose ids are alike are different ones", KeyChecks::receipts),
                new StoreCheck("programs whose ids are alike are different ones", KeyChecks::programs),
                new StoreCheck("the longest ids fit", KeyChecks::longestIds));
    }

    /** As many of a text as an id has room for. */
    private static String longest(String text) {
        return Strings.repeat(text, Identifiers.MAX_HOST_ID_LENGTH / text.length());
    }

    private static void customers(StoreRoom room) {
        requireDifferent(room, ALIKE);
    }

    private static void requireDifferent(StoreRoom room, List<String> customers) {
        List<StoredBook> books = new ArrayList<>();
        for (String customer : customers) {
            StoredBook book = room.book(customer);
            // The store must not find another one's account for this one.
            Expect.equal(
                    "what is read of '" + customer + "' before it is there",
                    Optional.empty(),
                    room.store().read(book.key(), Named.NOTHING, Intent.VIEW).stored());
            book.commit(book.purchaseUntil("event", Optional.of(StoredBook.NOON)));
            books.add(book);
        }
        books.forEach(StoredBook::requireKept);
        requireSame("the customers of the accounts", customers, listed(room));
        requireSame("the customers who are due", customers, due(room));
        requireSame(
                "the customers in the outbox",
                customers,
                room.messages().stream()
                        .map(message -> message.key().customer())
                        .toList());
    }

    /** One page for each two, so that each id stands where a page begins. */
    private static List<String> listed(StoreRoom room) {
        List<String> all = new ArrayList<>();
        List<String> page;
        do {
            String after = all.isEmpty() ? "" : all.get(all.size() - 1);
            page = room.store().accounts(room.program(), after, 1).stream()
                    .map(stored -> stored.account().customer())
                    .toList();
            all.addAll(page);
            Expect.that(
                    all.size() <= ALIKE.size() + LONG.size(), "the pages of accounts must end, but go on with " + page);
        } while (!page.isEmpty());
        return all;
    }

    private static List<String> due(StoreRoom room) {
        List<DueAccount> all = new ArrayList<>();
        List<DueAccount> page;
        do {
            DueAccount after = all.isEmpty() ? null : all.get(all.size() - 1);
            page = room.store().due(room.program(), StoredBook.NOON, VersionChecks.WRITTEN, after, 1);
            all.addAll(page);
            Expect.that(
                    all.size() <= ALIKE.size() + LONG.size(),
                    "the pages of who is due must end, but go on with " + page);
        } while (!page.isEmpty());
        return all.stream().map(DueAccount::customer).toList();
    }

    private static void requireSame(String what, List<String> expected, List<String> found) {
        Set<String> right = ImmutableSet.copyOf(expected);
        Set<String> kept = ImmutableSet.copyOf(found);
        Expect.equal(what + " that are missing", ImmutableSet.of(), Sets.difference(right, kept));
        Expect.equal(what + " that are none", ImmutableSet.of(), Sets.difference(kept, right));
        Expect.equal("how many are " + what, expected.size(), found.size());
    }

    private static void events(StoreRoom room) {
        requireDifferentEvents(room, ALIKE);
    }

    private static void requireDifferentEvents(StoreRoom room, List<String> ids) {
        StoredBook book = room.book("ada");
        for (String id : ids) {
            // One by one: the store must not take another one's id for this one.
            book.buy(id);
            Set<String> found = room.store()
                    .read(book.key(), Named.event(id), Intent.UPDATE)
                    .events()
                    .keySet();
            Expect.equal("the event that is found by '" + id + "'", ImmutableSet.of(id), found);
        }
        book.requireKept();
        requireSame(
                "the events in the outbox",
                ids,
                room.messages().stream()
                        .map(OutboxMessage::posted)
                        .map(posted -> posted.event().id())
                        .toList());
    }

    private static void receipts(StoreRoom room) {
        requireDifferentReceipts(room, ALIKE);
    }

    private static void requireDifferentReceipts(StoreRoom room, List<String> ids) {
        StoredBook book = room.book("bob");
        List<Receipt> marks = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            // Each links to the next, so that links are told apart too.
            marks.add(ReadChecks.mark(book, ids.get(i), ids.get((i + 1) % ids.size())));
        }
        book.commit(book.purchaseLeaving("laid-down", marks.toArray(Receipt[]::new)));
        book.requireKept();
        for (int i = 0; i < ids.size(); i++) {
            Expect.equal(
                    "the receipts that are found by '" + ids.get(i) + "'",
                    ImmutableSet.of(ids.get(i), ids.get((i + 1) % ids.size())),
                    room.store()
                            .read(book.key(), Named.receipts(List.of(ids.get(i))), Intent.VIEW)
                            .receipts()
                            .keySet());
        }
        Set<String> dropped = ImmutableSet.copyOf(ids.subList(0, ids.size() / 2));
        book.commit(book.purchases("dropping").erasing(dropped, List.of()));
        Expect.equal(
                "the receipts that stay",
                book.receipts().keySet(),
                room.store()
                        .read(
                                book.key(),
                                Named.receipts(
                                        Sets.union(dropped, book.receipts().keySet())),
                                Intent.VIEW)
                        .receipts()
                        .keySet());
    }

    /** Ids of programs are words of a to z and digits with a hyphen between them, so they are alike in fewer ways. */
    private static void programs(StoreRoom room) {
        String longest = Strings.repeat(
                "y", Identifiers.MAX_DECLARED_ID_LENGTH - room.program("").length());
        List<String> programs = ImmutableList.of(
                room.program(),
                room.program("ab"),
                room.program("a-b"),
                room.program("a-b-c"),
                room.program("ab-c"),
                room.program("a-bc"),
                room.program("1"),
                room.program("01"),
                room.program(longest),
                room.program(longest.substring(1)),
                room.program(longest.substring(1) + "z"));
        List<StoredBook> books = new ArrayList<>();
        for (String program : programs) {
            StoredBook book = room.book(program, "ada");
            book.commit(book.purchaseUntil("event-of-" + programs.indexOf(program), Optional.of(StoredBook.NOON)));
            books.add(book);
        }
        for (StoredBook book : books) {
            book.requireKept();
            String program = book.key().program();
            Expect.equal(
                    "the accounts of program '" + program + "'",
                    List.of(book.stored().orElseThrow()),
                    room.store().accounts(program, "", 10));
            Expect.equal(
                    "who is due in program '" + program + "'",
                    List.of(new DueAccount("ada", StoredBook.NOON)),
                    room.store().due(program, StoredBook.NOON, VersionChecks.WRITTEN, null, 10));
        }
        Expect.equal(
                "the accounts in the outbox",
                books.stream().map(StoredBook::key).collect(Collectors.toSet()),
                room.messages().stream().map(OutboxMessage::key).collect(Collectors.toSet()));
    }

    private static void longestIds(StoreRoom room) {
        requireDifferent(room, LONG);
        room.leave();
        String program = room.program(Strings.repeat(
                "p", Identifiers.MAX_DECLARED_ID_LENGTH - room.program("").length()));
        StoredBook book = room.book(program, longest("\u8a9e"));
        for (String id : LONG) {
            book.buy(id);
        }
        book.commit(book.purchaseLeaving("laid-down", ReadChecks.mark(book, longest("m"), longest("\ud83d\ude00"))));
        book.requireKept();
    }
}
