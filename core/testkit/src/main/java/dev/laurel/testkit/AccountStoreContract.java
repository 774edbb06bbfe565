package dev.laurel.testkit;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.service.AccountStore;
import dev.laurel.testkit.live.Names;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What every {@link AccountStore} promises, as checks that have names. It needs no test framework. With JUnit a method that is marked
 * as {@code @TestFactory} makes a test of each:
 *
 * <pre>{@code
 * Stream<DynamicTest> store() {
 *     return AccountStoreContract.of(MyStore::new).checks().map(check -> dynamicTest(check.name(), check::run));
 * }
 * }</pre>
 *
 * <p>The store has an outbox and works in transactions of its own: it has not {@linkplain AccountStore#isJoined joined} one of a host.
 * It is safe for use by eight threads at once, so a pool lends at least that many connections.
 *
 * <p>Each check asks for a store of its own. It may be a new and empty one, or one over a database that all checks share and that has
 * other accounts in it: a check uses programs with ids that were never used before, and looks at nothing else. It takes its own
 * messages out of the outbox when it has succeeded. Other messages may be in there, but nobody else may take any out. What a check
 * leaves are accounts in programs whose ids begin with {@code c} and 16 hexadecimal digits.
 *
 * <p>Ids of customers, events and receipts are as strange and as long as a host may make them. Checks of threads that race can only
 * find a fault that shows: that they succeed once does not prove that there is none.
 */
public final class AccountStoreContract {
    private static final ImmutableList<StoreCheck> CHECKS = Stream.of(
                    ReadChecks.all(),
                    CommitChecks.all(),
                    ErasureChecks.all(),
                    JournalChecks.all(),
                    SnapshotChecks.all(),
                    DueChecks.all(),
                    VersionChecks.all(),
                    KeyChecks.all(),
                    OutboxChecks.all(),
                    HistoryChecks.all(),
                    RaceChecks.all())
            .flatMap(List::stream)
            .collect(ImmutableList.toImmutableList());

    private final Supplier<? extends AccountStore> stores;

    private AccountStoreContract(Supplier<? extends AccountStore> stores) {
        this.stores = stores;
    }

    /**
     * The contract of some stores.
     *
     * @param stores asked once for each check that is run
     */
    public static AccountStoreContract of(Supplier<? extends AccountStore> stores) {
        return new AccountStoreContract(requireNonNull(stores, "stores"));
    }

    /** The checks, always in the same order; they do not depend on each other, and can run at the same time. */
    public Stream<Check> checks() {
        return CHECKS.stream().map(check -> new Check(stores, check));
    }

    /** One promise, and whether a store keeps it. */
    public static final class Check {
        private final Supplier<? extends AccountStore> stores;
        private final StoreCheck check;

        private Check(Supplier<? extends AccountStore> stores, StoreCheck check) {
            this.stores = stores;
            this.check = check;
        }

        /** The promise, as a sentence. */
        public String name() {
            return check.name();
        }

        /**
         * Checks a store. What the store throws where nothing is to be refused is passed on.
         *
         * @throws AssertionError if the store does not keep the promise, with what was expected and what was found
         */
        public void run() {
            AccountStore store = requireNonNull(stores.get(), "store");
            Expect.that(
                    !store.isJoined(),
                    "a store must work in transactions of its own to be checked, but has joined one of a host");
            StoreRoom room = new StoreRoom(store, Names.fresh());
            check.body().accept(room);
            room.leave();
        }

        /** The promise. */
        @Override
        public String toString() {
            return name();
        }
    }
}
