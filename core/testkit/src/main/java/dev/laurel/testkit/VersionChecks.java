package dev.laurel.testkit;

import static dev.laurel.testkit.StoredBook.NOON;

import com.google.common.collect.ImmutableList;
import dev.laurel.service.AccountCommit;
import dev.laurel.service.DueAccount;
import dev.laurel.service.RegisteredVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a store keeps of the versions that wrote accounts, and how it finds accounts by them. */
final class VersionChecks {
    /** The version that writes all accounts of the checks. */
    static final String WRITTEN = "1";

    private static final int ACCOUNTS = 12;

    private VersionChecks() {}

    static List<StoreCheck> all() {
        return List.of(
                new StoreCheck("versions are registered with the commits that bring them", VersionChecks::registered),
                new StoreCheck("a commit that is refused registers no version", VersionChecks::refused),
                new StoreCheck("a version is never registered with other terms", VersionChecks::conflicting),
                new StoreCheck("accounts that another version wrote are due", VersionChecks::due));
    }

    private static RegisteredVersion version(String name, String terms) {
        return new RegisteredVersion(name, 1, "layout 1\nprogram shop@" + name + "\nrule " + terms + "\n", terms);
    }

    private static void commit(StoreRoom room, String program, String customer, RegisteredVersion... versions) {
        StoredBook book = room.book(program, customer);
        book.commit(book.purchases("event").registering(ImmutableList.copyOf(versions)));
    }

    private static List<RegisteredVersion> versions(StoreRoom room, String program) {
        return room.store().versions(program).stream()
                .sorted(Comparator.comparing(RegisteredVersion::version))
                .toList();
    }

    private static void registered(StoreRoom room) {
        RegisteredVersion first = version("1", "earns 1 point, \u00fc \ud83c\udf81 'quoted' \"twice\"; --");
        RegisteredVersion second = version("2", "earns 2 points, " + "and so on ".repeat(20_000));
        Expect.equal("the versions before any commit", List.of(), versions(room, room.program()));
        commit(room, room.program(), "ada");
        Expect.equal("the versions after a commit without one", List.of(), versions(room, room.program()));
        commit(room, room.program(), "bob", first);
        Expect.equal("the versions after the first", List.of(first), versions(room, room.program()));
        commit(room, room.program(), "cid", second, first);
        Expect.equal("the versions after both", List.of(first, second), versions(room, room.program()));
        Expect.equal("the versions of another program", List.of(), versions(room, room.program("x")));
        RegisteredVersion other = version("1", "of another program");
        commit(room, room.program("x"), "ada", other);
        Expect.equal("the versions of the other program", List.of(other), versions(room, room.program("x")));
        Expect.equal("the versions of the one program", List.of(first, second), versions(room, room.program()));
    }

    private static void refused(StoreRoom room) {
        StoredBook book = room.book("ada");
        AccountCommit stale = book.purchases("other").registering(List.of(version("1", "stale")));
        book.buy("first");
        Expect.refused("a commit on an earlier revision", () -> room.store().commit(List.of(stale)));
        Expect.equal("the versions after a commit that was refused", List.of(), versions(room, room.program()));
    }

    private static void conflicting(StoreRoom room) {
        RegisteredVersion first = version("1", "earns 1 point");
        commit(room, room.program(), "ada", first);
        StoredBook book = room.book("bob");
        AccountCommit other =
                book.purchases("event").registering(List.of(version("2", "new"), version("1", "earns 2 points")));
        Expect.conflicting("a version with other terms", () -> room.store().commit(List.of(other)));
        Expect.equal("the versions", List.of(first), versions(room, room.program()));
        book.requireKept();
    }

    private static void due(StoreRoom room) {
        List<DueAccount> expected = new ArrayList<>();
        for (int i = 0; i < ACCOUNTS; i++) {
            @Nullable Instant next = i % 3 == 0 ? null : NOON.plusSeconds(i);
            StoredBook book = room.book("customer-" + (char) ('a' + i));
            book.commit(book.purchaseUntil("event", Optional.ofNullable(next)));
            Instant until = NOON.plusSeconds(5);
            expected.add(new DueAccount(book.key().customer(), next == null || next.isAfter(until) ? until : next));
        }
        expected.sort(Comparator.comparing(DueAccount::at).thenComparing(DueAccount::customer));
        for (int limit : new int[] {1, 5, ACCOUNTS, ACCOUNTS + 1}) {
            List<DueAccount> all = new ArrayList<>();
            List<DueAccount> page;
            do {
                page = room.store()
                        .due(
                                room.program(),
                                NOON.plusSeconds(5),
                                "2",
                                all.isEmpty() ? null : all.get(all.size() - 1),
                                limit);
                all.addAll(page);
            } while (page.size() == limit);
            Expect.equal("who is due where another version is in force, in pages of " + limit, expected, all);
        }
        Expect.equal(
                "who is due where the version that wrote is in force",
                expected.stream()
                        .filter(due -> due.at().isBefore(NOON.plusSeconds(5)))
                        .toList(),
                room.store().due(room.program(), NOON.plusSeconds(4), WRITTEN, null, 1_000));
    }
}
