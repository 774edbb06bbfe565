package dev.laurel.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.laurel.codec.Codec;
import dev.laurel.decision.PostedEvent;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.receipt.ClosureReceipt;
import dev.laurel.receipt.Receipt;
import dev.laurel.service.AccountKey;
import dev.laurel.service.AccountStore;
import dev.laurel.service.AccountView;
import dev.laurel.service.InMemoryAccountStore;
import dev.laurel.service.Intent;
import dev.laurel.service.LoyaltyService;
import dev.laurel.service.Named;
import dev.laurel.service.Outcome;
import dev.laurel.service.StoredAccount;
import dev.laurel.testkit.SeededHistory;
import dev.laurel.time.Timestamps;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole made-up histories, through services over a database and over memory: the same answers, and the same is kept.
 */
@Tag("I16")
@Tag("slow")
@ParameterizedClass
@MethodSource("dev.laurel.jdbc.Databases#all")
class HistoriesTest {
    private static final int HISTORIES = Integer.getInteger("laurel.histories", 24);
    private static final int LIMIT = 10_000;

    /** Often, so that also short histories have some. */
    private static final int SNAPSHOTS_EVERY = 3;

    /** A host commits after so many events. */
    private static final int EVENTS_OF_A_TRANSACTION = 7;

    /** No event of a history is to be refused since it is ahead of the clock. */
    private static final Duration TOLERANCE = Duration.ofDays(3_650_000);

    @Parameter
    TestDatabase database;

    /** No server dies here. */
    private HikariDataSource pool;

    @BeforeEach
    void openPool() {
        pool = database.quickPoolOf(2, true);
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    @Test
    void madeUpHistoriesInTransactionsOfTheStoreAreAsTheyAreInMemory() throws SQLException {
        requireAsInMemory(0, false);
    }

    @Test
    void madeUpHistoriesInTransactionsOfAHostAreAsTheyAreInMemory() throws SQLException {
        requireAsInMemory(1, true);
    }

    /** Every other seed. */
    private void requireAsInMemory(long from, boolean isJoined) throws SQLException {
        for (long seed = from; seed < HISTORIES; seed += 2) {
            SeededHistory history = SeededHistory.of(seed);
            String difference = difference(history, isJoined);
            if (difference != null) {
                throw new AssertionError(difference + "\n"
                        + history.shrunk(smaller -> difference(smaller, isJoined) != null)
                                .describe());
            }
        }
    }

    /** What is first found to differ, or null if nothing does. */
    private @Nullable String difference(SeededHistory history, boolean isJoined) {
        try {
            Shop shop = new Shop(database);
            InMemoryAccountStore memory = InMemoryAccountStore.withOutbox();
            if (isJoined) {
                try (HostTransaction transaction = shop.begin()) {
                    if (database.quickly() != null) {
                        transaction.execute(database.quickly());
                    }
                    play(history, memory, transaction.store(), transaction);
                    transaction.commit();
                }
            } else {
                AccountStore store =
                        JdbcAccountStore.of(pool).withPrefix(shop.prefix).withOutbox();
                play(history, memory, store, null);
            }
            requireSameKept(history, memory, shop.store);
            return null;
        } catch (AssertionError | RuntimeException e) {
            return e.toString();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void play(
            SeededHistory history, AccountStore memory, AccountStore tested, @Nullable HostTransaction transaction)
            throws SQLException {
        Map<Integer, LoyaltyEngine> engines = new HashMap<>();
        Map<Integer, LoyaltyService> right = new HashMap<>();
        Map<Integer, LoyaltyService> services = new HashMap<>();
        for (int i = 0; i < history.events().size(); i++) {
            LoyaltyEvent event = history.events().get(i);
            List<LoyaltyProgram> versions = history.versionsAt(i);
            int known = versions.size();
            LoyaltyEngine engine = engines.computeIfAbsent(known, any -> LoyaltyEngine.ofVersions(versions));
            Outcome expected =
                    right.computeIfAbsent(known, any -> service(engine, memory)).submit(event);
            Outcome outcome = services.computeIfAbsent(known, any -> service(engine, tested))
                    .submit(event);
            assertThat(outcome).as("event %s", i).isEqualTo(expected);
            if (transaction != null && i % EVENTS_OF_A_TRANSACTION == 0) {
                transaction.commit();
            }
        }
    }

    /** With a clock that stands still, so that both record at the same instants. */
    private static LoyaltyService service(LoyaltyEngine engine, AccountStore store) {
        return LoyaltyService.of(engine, store)
                .withClock(() -> Shop.NOON)
                .withTolerance(TOLERANCE)
                .withSnapshotsEvery(SNAPSHOTS_EVERY);
    }

    private static void requireSameKept(SeededHistory history, AccountStore memory, AccountStore tested) {
        String program = history.program().id();
        Map<String, StoredAccount> accounts = byCustomer(memory.accounts(program, "", LIMIT));
        assertThat(accounts).isNotEmpty();
        assertThat(byCustomer(tested.accounts(program, "", LIMIT))).isEqualTo(accounts);
        LoyaltyService service = service(LoyaltyEngine.ofVersions(history.versions()), tested);
        for (String customer : accounts.keySet()) {
            AccountKey key = new AccountKey(program, customer);
            List<PostedEvent> journal = memory.journal(key, 0, LIMIT);
            assertThat(tested.journal(key, 0, LIMIT))
                    .as("journal of %s", customer)
                    .isEqualTo(journal);
            Set<String> ids = new LinkedHashSet<>(List.of(ClosureReceipt.EVENT));
            journal.forEach(posted -> ids.add(posted.event().id()));
            AccountView right = memory.read(key, new Named(ids, ids), Intent.VIEW);
            AccountView view = tested.read(key, new Named(ids, ids), Intent.VIEW);
            assertThat(Codec.ACCOUNTS.digest(view.account().orElseThrow()))
                    .as("digest of %s", customer)
                    .isEqualTo(Codec.ACCOUNTS.digest(right.account().orElseThrow()));
            assertThat(view.events()).isEqualTo(right.events());
            assertThat(digests(view)).as("receipts of %s", customer).isEqualTo(digests(right));
            List<StoredAccount> snapshots = memory.snapshots(key, Long.MAX_VALUE, LIMIT);
            assertThat(tested.snapshots(key, Long.MAX_VALUE, LIMIT))
                    .as("snapshots of %s", customer)
                    .isEqualTo(snapshots);
            for (StoredAccount snapshot : snapshots) {
                assertThat(tested.receiptsAt(key, ids, snapshot.revision()))
                        .as("receipts of %s at %s", customer, snapshot.revision())
                        .isEqualTo(memory.receiptsAt(key, ids, snapshot.revision()));
            }
            assertThat(service.verify(customer)).isEmpty();
        }
        assertThat(new HashSet<>(tested.due(program, Timestamps.MAX, "", null, LIMIT)))
                .isEqualTo(new HashSet<>(memory.due(program, Timestamps.MAX, "", null, LIMIT)));
        assertThat(new HashSet<>(tested.versions(program))).isEqualTo(new HashSet<>(memory.versions(program)));
        assertThat(told(tested)).isEqualTo(told(memory));
    }

    private static Map<String, StoredAccount> byCustomer(List<StoredAccount> accounts) {
        Map<String, StoredAccount> byCustomer = new TreeMap<>();
        accounts.forEach(stored -> byCustomer.put(stored.account().customer(), stored));
        return byCustomer;
    }

    private static Map<String, String> digests(AccountView view) {
        Map<String, String> digests = new TreeMap<>();
        for (Receipt receipt : view.receipts().values()) {
            digests.put(receipt.event(), Codec.RECEIPTS.digest(receipt));
        }
        return digests;
    }

    /** What is in the outbox of each customer, in its order. */
    private static Map<AccountKey, List<PostedEvent>> told(AccountStore store) {
        Map<AccountKey, List<PostedEvent>> told = new HashMap<>();
        store.outbox(LIMIT)
                .forEach(message -> told.computeIfAbsent(message.key(), any -> new ArrayList<>())
                        .add(message.posted()));
        return told;
    }
}
