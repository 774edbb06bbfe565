package dev.laurel.jdbc;

import static dev.laurel.jdbc.Shop.NOON;
import static dev.laurel.jdbc.Shop.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.event.Transfer;
import dev.laurel.service.AccountKey;
import dev.laurel.service.AccountStore;
import dev.laurel.service.ConcurrentUpdateException;
import dev.laurel.service.LoyaltyService;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Transactions of a host that meet. Whoever is in the way of another is waited for, or is told by one exception to
 * repeat the whole transaction; repeating it succeeds, and nothing hangs.
 */
@Tag("I17")
class JoinedRacesTest extends TwoMembers {
    private static final int ROUNDS = 3;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stopThreads() throws InterruptedException {
        threads.shutdown();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    @CanIgnoreReturnValue
    private static <T> T of(Future<T> future) throws Exception {
        return future.get(60, TimeUnit.SECONDS);
    }

    /** The calls of a store, by their names, beside that of {@code isJoined}. */
    private static AccountStore noting(AccountStore store, List<String> calls) {
        return Passing.by(AccountStore.class, (method, arguments) -> {
            if (!method.getName().equals("isJoined")) {
                calls.add(method.getName());
            }
            return Passing.on(store, method, arguments);
        });
    }

    /** One try, and one exception that says what to do; the one that commits next finds nothing in its way. */
    private void requireOneTry(HostTransaction transaction) throws SQLException {
        List<String> calls = new ArrayList<>();
        LoyaltyService service = shop.serviceOver(noting(transaction.store(), calls));
        calls.clear();
        assertThatThrownBy(() -> service.submit(purchase("order-1", "ada", "10")))
                .isInstanceOf(ConcurrentUpdateException.class)
                .hasMessage("the database gave up the transaction for account of customer 'ada' in program 'shop';"
                        + " repeat the whole transaction")
                .hasCauseInstanceOf(SQLException.class);
        assertThat(calls).containsExactly("read");
        transaction.rollback();
        assertThat(shop.journal("ada")).doesNotContain("order-1");
    }

    private void requireSuccess(HostTransaction transaction) throws SQLException {
        transaction.order("order-1");
        transaction.service().submit(purchase("order-1", "ada", "10")).orThrow();
        transaction.commit();
        assertThat(shop.orders()).containsExactly("order-1");
        assertThat(shop.journal("ada")).endsWith("order-1");
        shop.requireClean("ada", "ben");
    }

    // --- a double click ---

    /**
     * The first locks the member's row with its first submit, and the second waits for it; the first must not wait
     * for the second.
     */
    @Test
    void aTransactionOfTwoSubmitsAndADoubleClickEnd() throws Exception {
        CountDownLatch clicked = new CountDownLatch(1);
        Future<Integer> first = threads.submit(() -> shop.repeating(transaction -> {
            transaction.service().submit(purchase("order-1", "ada", "10")).orThrow();
            clicked.countDown();
            database.awaitWaiting();
            transaction.service().submit(purchase("order-2", "ada", "20")).orThrow();
        }));
        assertThat(clicked.await(30, TimeUnit.SECONDS)).isTrue();
        List<Boolean> repeats = new ArrayList<>();
        Future<Integer> second = threads.submit(() -> shop.repeating(transaction -> {
            repeats.clear();
            for (String[] order : new String[][] {{"order-1", "10"}, {"order-2", "20"}}) {
                repeats.add(transaction
                        .service()
                        .submit(purchase(order[0], "ada", order[1]))
                        .orThrow()
                        .isRepeat());
            }
        }));
        assertThat(of(first)).isEqualTo(1);
        assertThat(of(second)).isEqualTo(1);
        assertThat(repeats).containsExactly(true, true);
        assertThat(shop.available("ada")).isEqualTo(530);
        shop.requireClean("ada", "ben");
    }

    /** Each has the row that the other wants next. */
    @Test
    void aDoubleClickInTheOppositeOrderOfCustomersEnds() throws Exception {
        int tries = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String order = "order-" + round;
            CountDownLatch bothHaveOne = new CountDownLatch(2);
            Future<Integer> first = threads.submit(() -> shop.repeating(both(order, "ada", "ben", bothHaveOne)));
            Future<Integer> second = threads.submit(() -> shop.repeating(both(order, "ben", "ada", bothHaveOne)));
            tries += of(first) + of(second);
        }
        // One of the two is given up in each round; the other, and both that are repeated, succeed.
        assertThat(tries).isGreaterThanOrEqualTo(3 * ROUNDS);
        assertThat(shop.journal("ada")).containsExactly("opening", "order-0", "order-1", "order-2");
        assertThat(shop.journal("ben")).containsExactly("opening", "order-0", "order-1", "order-2");
        shop.requireClean("ada", "ben");
    }

    private static Shop.Work both(String order, String one, String other, CountDownLatch bothHaveOne) {
        return transaction -> {
            transaction.service().submit(purchase(order, one, "10")).orThrow();
            bothHaveOne.countDown();
            assertThat(bothHaveOne.await(30, TimeUnit.SECONDS)).isTrue();
            transaction.service().submit(purchase(order, other, "10")).orThrow();
        };
    }

    @Test
    void transfersBothWaysInTransactionsOfTheHostEnd() throws Exception {
        List<Future<?>> running = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            String from = thread % 2 == 0 ? "ada" : "ben";
            String to = thread % 2 == 0 ? "ben" : "ada";
            String id = "gift-" + thread + "-";
            running.add(threads.submit(() -> {
                for (int i = 0; i < 5; i++) {
                    Transfer gift = new Transfer(id + i, from, NOON, to, "points", 1 + i);
                    shop.repeating(transaction -> {
                        transaction.order(gift.id());
                        transaction.service().submit(gift).orThrow();
                    });
                }
                return null;
            }));
        }
        for (Future<?> each : running) {
            of(each);
        }
        assertThat(shop.orders()).hasSize(20);
        assertThat(shop.journal("ada")).hasSize(21);
        assertThat(shop.journal("ben")).hasSize(21);
        assertThat(shop.available("ada")).isEqualTo(500);
        assertThat(shop.available("ben")).isEqualTo(500);
        shop.requireClean("ada", "ben");
    }

    /** There is no row to lock yet: the second finds out when it commits. */
    @Test
    void twoTransactionsThatBeginOneAccountEnd() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String customer = "new-" + round;
            CountDownLatch bothLooked = new CountDownLatch(2);
            List<Future<Integer>> running = new ArrayList<>();
            for (String order : List.of("order-1", "order-2")) {
                running.add(threads.submit(() -> shop.repeating(transaction -> {
                    boolean isThere = transaction.service().account(customer).isPresent();
                    assertThat(isThere && bothLooked.getCount() > 0).isFalse();
                    bothLooked.countDown();
                    assertThat(bothLooked.await(30, TimeUnit.SECONDS)).isTrue();
                    transaction
                            .service()
                            .submit(purchase(order, customer, "10"))
                            .orThrow();
                })));
            }
            for (Future<Integer> each : running) {
                of(each);
            }
            assertThat(shop.journal(customer)).containsExactlyInAnyOrder("order-1", "order-2");
            assertThat(shop.service.verify(customer)).isEmpty();
        }
    }

    // --- what databases give up ---

    @ParameterizedTest
    @ValueSource(ints = {Connection.TRANSACTION_REPEATABLE_READ, Connection.TRANSACTION_SERIALIZABLE})
    void aTransactionOfOneMomentIsToldThatAnotherCommittedSince(int isolation) throws SQLException {
        try (HostTransaction transaction = shop.begin(isolation)) {
            assertThat(transaction.orders()).isZero();
            if (database.isOfOneMoment()) {
                assertThat(transaction.service().account("ada")).isPresent();
                shop.service.submit(purchase("between", "ada", "1")).orThrow();
                requireOneTry(transaction);
            } else {
                shop.service.submit(purchase("between", "ada", "1")).orThrow();
                transaction.service().submit(purchase("order-0", "ada", "5")).orThrow();
                transaction.commit();
                assertThat(shop.available("ada")).isEqualTo(506);
            }
            requireSuccess(transaction);
        }
    }

    @Test
    void aTransactionThatWaitsForALockForTooLongIsTold() throws SQLException {
        try (HostTransaction late = shop.begin()) {
            late.execute(database.waitingASecond());
            try (HostTransaction first = shop.begin()) {
                first.service().submit(purchase("first", "ada", "1")).orThrow();
                requireOneTry(late);
                first.commit();
            }
            requireSuccess(late);
        }
    }

    /** Above READ COMMITTED a database may give up a transaction at any read. */
    @Test
    void aJournalWhoseReadIsGivenUpIsOneThatLostARace() throws SQLException {
        try (HostTransaction transaction = shop.begin()) {
            Connection lent = transaction.lent();
            JdbcAccountStore store = JdbcAccountStore.on(work ->
                            work.accept(Passing.by(Connection.class, (method, arguments) -> {
                                if (method.getName().equals("prepareStatement")) {
                                    throw new SQLException("given up for another", "40001");
                                }
                                return Passing.on(lent, method, arguments);
                            })))
                    .withPrefix(shop.prefix);
            AccountKey key = new AccountKey("shop", "ada");
            List<Runnable> reads = List.of(
                    () -> assertThat(store.journal(key, 0, 10)).isEmpty(),
                    () -> assertThat(store.journalBefore(key, 10, 10)).isEmpty());
            for (Runnable read : reads) {
                assertThatThrownBy(read::run)
                        .isInstanceOf(ConcurrentUpdateException.class)
                        .hasMessageContaining("customer 'ada'")
                        .hasMessageEndingWith("; repeat the whole transaction");
            }
        }
    }

    /** What a host may do that asks the store itself: nothing is locked, so the commit finds out. */
    @Test
    void aCommitOnAnEarlierRevisionIsTriedOnce() throws SQLException {
        try (HostTransaction transaction = shop.begin()) {
            List<String> calls = new ArrayList<>();
            AccountStore noted = noting(transaction.store(), calls);
            LoyaltyService service = shop.serviceOver(interposed(
                    noted,
                    () -> shop.service.submit(purchase("between", "ada", "1")).orThrow()));
            calls.clear();
            assertThatThrownBy(() -> service.submit(purchase("order-1", "ada", "10")))
                    .isInstanceOf(ConcurrentUpdateException.class)
                    .hasMessageEndingWith("is at revision 2, but the commit builds on 1; repeat the whole transaction");
            assertThat(calls).containsOnlyOnce("read", "commit");
            transaction.rollback();
            requireSuccess(transaction);
        }
    }
}
