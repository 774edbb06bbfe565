package dev.laurel.jdbc;

import static dev.laurel.jdbc.Shop.NOON;
import static dev.laurel.jdbc.Shop.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.base.Strings;
import com.zaxxer.hikari.HikariDataSource;
import dev.laurel.event.Redemption;
import dev.laurel.event.Transfer;
import dev.laurel.service.AccountCommit;
import dev.laurel.service.AccountStore;
import dev.laurel.service.AfterCommit;
import dev.laurel.service.ConcurrentUpdateException;
import dev.laurel.service.Intent;
import dev.laurel.service.LoyaltyService;
import dev.laurel.service.Outcome;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The store in transactions of a host, and what becomes of both. */
@Tag("I18")
@ParameterizedClass
@MethodSource("dev.laurel.jdbc.Databases#all")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class JoinedTransactionsTest {
    @Parameter
    TestDatabase database;

    private Shop shop;

    @BeforeEach
    void membersOfOld() throws SQLException {
        shop = new Shop(database);
        shop.open(500, "ada", "ben");
    }

    @Nested
    class OneTransaction {
        @Test
        void whatWasSubmittedAndARowOfTheHostAreThereOnceTheHostCommits() throws SQLException {
            try (HostTransaction transaction = shop.begin()) {
                transaction.order("order-1");
                transaction.service().submit(purchase("order-1", "ada", "10")).orThrow();
                transaction.service().submit(purchase("order-1", "cid", "10")).orThrow();
                transaction
                        .service()
                        .submit(new Transfer("gift", "ada", NOON, "ben", "points", 300))
                        .orThrow();
                assertThat(transaction.service().verify("ada")).isEmpty();
                assertThat(shop.orders()).isEmpty();
                assertThat(shop.available("ada")).isEqualTo(500);
                assertThat(shop.service.account("cid")).isEmpty();
                transaction.commit();
            }
            assertThat(shop.orders()).containsExactly("order-1");
            assertThat(shop.available("ada")).isEqualTo(210);
            assertThat(shop.available("ben")).isEqualTo(800);
            assertThat(shop.available("cid")).isEqualTo(10);
            shop.requireClean("ada", "ben", "cid");
        }

        @Test
        void whatWasSubmittedAndARowOfTheHostAreGoneOnceTheHostRollsBack() throws SQLException {
            List<String> before = shop.everything();
            try (HostTransaction transaction = shop.begin()) {
                transaction.order("order-1");
                transaction.service().submit(purchase("order-1", "ada", "10")).orThrow();
                transaction.service().submit(purchase("order-1", "cid", "10")).orThrow();
                transaction
                        .service()
                        .submit(new Transfer("gift", "ada", NOON, "ben", "points", 300))
                        .orThrow();
                transaction.rollback();
            }
            assertThat(shop.orders()).isEmpty();
            assertThat(shop.everything()).isEqualTo(before);
        }

        /** What Spring's TransactionAwareDataSourceProxy does: closing gives the connection back to the transaction. */
        @Test
        void aDataSourceThatHandsOutTheConnectionOfTheTransactionIsJoined() throws SQLException {
            try (HostTransaction transaction = shop.begin()) {
                AtomicInteger open = new AtomicInteger();
                JdbcAccountStore store = JdbcAccountStore.of(source(() -> {
                            open.incrementAndGet();
                            return closing(transaction.lent(), open::decrementAndGet);
                        }))
                        .withPrefix(shop.prefix);
                LoyaltyService service = shop.serviceOver(store);
                assertThat(store.isJoined()).isTrue();
                service.submit(purchase("order-1", "ada", "10")).orThrow();
                assertThat(shop.available("ada")).isEqualTo(500);
                assertThat(open).hasValue(0);
                transaction.commit();
            }
            assertThat(shop.available("ada")).isEqualTo(510);
        }

        private DataSource source(Callable<Connection> connections) {
            return (DataSource) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                        assertThat(method.getName()).isEqualTo("getConnection");
                        return connections.call();
                    });
        }

        private Connection closing(Connection connection, Runnable onClose) {
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("close")) {
                            onClose.run();
                            return null;
                        }
                        return invoked(connection, method, arguments);
                    });
        }
    }

    private static Object invoked(Object target, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Over a pool whose connections have autocommit off although nobody began a transaction. */
    @Nested
    class OwnTransactions {
        @Test
        void whatIsSubmittedIsCommittedAtOnce() {
            try (HikariDataSource manual = database.poolOf(2, false)) {
                JdbcAccountStore store = JdbcAccountStore.of(manual)
                        .withPrefix(TestDatabase.freshPrefix())
                        .ownTransactions()
                        .withOutbox();
                store.createTables();
                LoyaltyService service = shop.serviceOver(store);
                assertThat(store.isJoined()).isFalse();
                service.submit(purchase("order-1", "ada", "100")).orThrow();
                service.submit(purchase("order-1", "ben", "1")).orThrow();
                service.submit(new Transfer("gift", "ada", NOON, "ben", "points", 30))
                        .orThrow();
                // Read on other connections.
                assertThat(service.account("ada")
                                .orElseThrow()
                                .balance("points")
                                .available())
                        .isEqualTo(70);
                try (HikariDataSource other = database.poolOf(1, false)) {
                    LoyaltyService elsewhere = shop.serviceOver(JdbcAccountStore.of(other)
                            .withPrefix(prefixOf(store))
                            .ownTransactions());
                    assertThat(elsewhere
                                    .account("ben")
                                    .orElseThrow()
                                    .balance("points")
                                    .available())
                            .isEqualTo(31);
                    assertThat(elsewhere.verify("ada")).isEmpty();
                }
            }
        }

        private String prefixOf(JdbcAccountStore store) {
            String script = store.scripts().get(0);
            int begin = script.indexOf("create table ") + "create table ".length();
            return script.substring(begin, script.indexOf("account", begin));
        }

        @Test
        void whatIsRefusedIsRolledBackAndTheConnectionGoesOn() throws SQLException {
            try (HikariDataSource manual = database.poolOf(1, false)) {
                JdbcAccountStore store = JdbcAccountStore.of(manual)
                        .withPrefix(shop.prefix)
                        .withOutbox()
                        .ownTransactions();
                AtomicInteger round = new AtomicInteger();
                LoyaltyService service = shop.serviceOver(interposed(store, () -> {
                    if (round.getAndIncrement() == 0) {
                        shop.service.submit(purchase("between", "ben", "1")).orThrow();
                    }
                }));
                service.submit(new Transfer("gift", "ada", NOON, "ben", "points", 30))
                        .orThrow();
                assertThat(round).hasValue(2);
            }
            assertThat(shop.available("ada")).isEqualTo(470);
            assertThat(shop.available("ben")).isEqualTo(531);
            shop.requireClean("ada", "ben");
        }

        @Test
        void whatIsSubmittedOtherwiseIsLostWithTheConnection() {
            try (HikariDataSource manual = database.poolOf(2, false)) {
                JdbcAccountStore store =
                        JdbcAccountStore.of(manual).withPrefix(shop.prefix).withOutbox();
                assertThat(store.isJoined()).isTrue();
                shop.serviceOver(store).submit(purchase("order-1", "ada", "10")).orThrow();
            }
            assertThat(shop.available("ada")).isEqualTo(500);
        }
    }

    /** A store that does not lock what is read to be changed, so that others can commit in between. */
    private static AccountStore interposed(AccountStore store, Runnable beforeCommit) {
        return (AccountStore) Proxy.newProxyInstance(
                JoinedTransactionsTest.class.getClassLoader(),
                new Class<?>[] {AccountStore.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("read")) {
                        arguments[2] = Intent.VIEW;
                    } else if (method.getName().equals("commit")) {
                        beforeCommit.run();
                    }
                    return invoked(store, method, arguments);
                });
    }

    @Nested
    class RefusedCommits {
        private List<String> afterTheOther;

        private void other(Runnable work) {
            work.run();
            try {
                afterTheOther = shop.everything();
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        }

        /** The host goes on after what is refused, and commits. */
        private ConcurrentUpdateException refused(Runnable between, Submission submission) throws SQLException {
            try (HostTransaction transaction = shop.begin()) {
                transaction.order("before");
                LoyaltyService service = shop.serviceOver(interposed(transaction.store(), () -> other(between)));
                ConcurrentUpdateException thrown =
                        catchThrowableOfType(ConcurrentUpdateException.class, () -> submission.to(service));
                transaction.order("after");
                transaction.commit();
                return thrown;
            }
        }

        private interface Submission {
            void to(LoyaltyService service);
        }

        private void requireNothingOfIt() throws SQLException {
            assertThat(shop.orders()).containsExactly("after", "before");
            assertThat(shop.everything()).isEqualTo(afterTheOther);
        }

        @Test
        void aCommitOnAnEarlierRevisionLeavesNothingInATransactionThatGoesOn() throws SQLException {
            assertThat(refused(
                            () -> shop.service
                                    .submit(purchase("between", "ada", "1"))
                                    .orThrow(),
                            service -> service.submit(purchase("order-1", "ada", "10"))
                                    .orThrow()))
                    .hasMessage(
                            "account of customer 'ada' in program 'shop' is at revision 2, but the commit builds on 1;"
                                    + " repeat the whole transaction");
            requireNothingOfIt();
            shop.requireClean("ada", "ben");
        }

        @Test
        void aCommitOfTwoAccountsOfWhichTheSecondIsStaleLeavesNothingOfTheFirst() throws SQLException {
            assertThat(refused(
                            () -> shop.service
                                    .submit(purchase("between", "ben", "1"))
                                    .orThrow(),
                            service -> service.submit(new Transfer("gift", "ada", NOON, "ben", "points", 30))
                                    .orThrow()))
                    .hasMessage(
                            "account of customer 'ben' in program 'shop' is at revision 2, but the commit builds on 1;"
                                    + " repeat the whole transaction");
            requireNothingOfIt();
            shop.requireClean("ada", "ben");
        }

        @Test
        void aCommitThatBeginsAnAccountThatAnotherBeganLeavesNothing() throws SQLException {
            assertThat(refused(
                            () -> shop.service
                                    .submit(purchase("between", "cid", "1"))
                                    .orThrow(),
                            service -> service.submit(purchase("order-1", "cid", "10"))
                                    .orThrow()))
                    .hasMessageEndingWith("; repeat the whole transaction");
            requireNothingOfIt();
            shop.requireClean("ada", "ben", "cid");
        }

        @Test
        void aCommitOfTwoAccountsOfWhichAnotherBeganTheSecondLeavesNothingOfTheFirst() throws SQLException {
            List<AccountCommit> both = new ArrayList<>();
            LoyaltyService untold = shop.serviceOver(withoutCommits(shop.store, both));
            untold.submit(purchase("order-1", "cid", "10")).orThrow();
            untold.submit(purchase("order-1", "ada", "10")).orThrow();
            other(() -> shop.service.submit(purchase("between", "cid", "1")).orThrow());
            try (HostTransaction transaction = shop.begin()) {
                transaction.order("before");
                assertThatThrownBy(() -> transaction.store().commit(both))
                        .isInstanceOf(ConcurrentUpdateException.class)
                        .hasMessageEndingWith("; repeat the whole transaction");
                transaction.order("after");
                transaction.commit();
            }
            requireNothingOfIt();
            shop.requireClean("ada", "ben", "cid");
        }

        /** Keeps what is to be committed in place of committing it. */
        private AccountStore withoutCommits(AccountStore store, List<AccountCommit> kept) {
            return (AccountStore) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {AccountStore.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("commit")) {
                            ((List<?>) arguments[0]).forEach(each -> kept.add((AccountCommit) each));
                            return null;
                        }
                        return invoked(store, method, arguments);
                    });
        }
    }

    @Nested
    class Listeners {
        private final List<String> told = new ArrayList<>();

        private void tell(Outcome outcome) {
            told.add(outcome.event().customer() + " " + outcome.entries().get(0).points());
        }

        private LoyaltyService told(HostTransaction transaction) {
            return transaction.service().withListener(this::tell).withAfterCommit(transaction::afterCommit);
        }

        @Test
        void listenersHearOfEachEventOnceAndAfterTheHostsCommit() throws SQLException {
            try (HostTransaction transaction = shop.begin()) {
                LoyaltyService service = told(transaction);
                service.submit(purchase("order-1", "ada", "10")).orThrow();
                service.submit(new Transfer("gift", "ada", NOON, "ben", "points", 30))
                        .orThrow();
                assertThat(told).isEmpty();
                transaction.commit();
                assertThat(told).containsExactly("ada 10", "ada -30", "ben 30");
                transaction.commit();
                assertThat(told).hasSize(3);
            }
        }

        @Test
        void listenersHearNothingOfWhatTheHostRollsBack() throws SQLException {
            try (HostTransaction transaction = shop.begin()) {
                LoyaltyService service = told(transaction);
                service.submit(purchase("order-1", "ada", "10")).orThrow();
                transaction.rollback();
                service.submit(purchase("order-2", "ada", "20")).orThrow();
                transaction.commit();
            }
            assertThat(told).containsExactly("ada 20");
            assertThat(shop.journal("ada")).containsExactly("opening", "order-2");
        }

        @Test
        void listenersOfAServiceThatDoesNotKnowWhenTheHostCommitsAreAnError() throws SQLException {
            try (HostTransaction transaction = shop.begin()) {
                LoyaltyService eager = transaction.service().withListener(this::tell);
                assertThatThrownBy(() -> eager.submit(purchase("order-1", "ada", "10")))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("say by withAfterCommit when that is committed");
                eager.withAfterCommit(AfterCommit.AT_ONCE)
                        .submit(purchase("order-2", "ada", "20"))
                        .orThrow();
                assertThat(told).containsExactly("ada 20");
                transaction.commit();
            }
            assertThat(shop.journal("ada")).containsExactly("opening", "order-2");
        }

        @Test
        void aStoreTellsWhetherItHasJoined() throws SQLException {
            assertThat(shop.store.isJoined()).isFalse();
            try (HostTransaction transaction = shop.begin()) {
                assertThat(transaction.store().isJoined()).isTrue();
            }
            shop.service
                    .withListener(this::tell)
                    .submit(purchase("order-1", "ada", "10"))
                    .orThrow();
            assertThat(told).containsExactly("ada 10");
        }
    }

    @Nested
    class NamesOfTables {
        @Test
        void twoShopsInOneDatabaseDoNotMeet() throws SQLException {
            Shop other = new Shop(database);
            other.open(7, "ada");
            other.service.submit(purchase("order-1", "ada", "10")).orThrow();
            assertThat(shop.available("ada")).isEqualTo(500);
            assertThat(other.available("ada")).isEqualTo(17);
            assertThat(other.service.account("ben")).isEmpty();
            shop.requireClean("ada", "ben");
            other.requireClean("ada");
        }

        @Test
        void twoShopsInTwoSchemasDoNotMeet() throws SQLException {
            String one = "laurel_" + TestDatabase.freshPrefix() + "one";
            String other = "laurel_" + TestDatabase.freshPrefix() + "other";
            createSchema(one);
            createSchema(other);
            JdbcAccountStore plain = JdbcAccountStore.of(database.pool()).withOutbox();
            for (String prefix : List.of("laurel_", "p_", "my_laurel_")) {
                for (String schema : List.of(one, other)) {
                    JdbcAccountStore store = plain.inSchema(schema).withPrefix(prefix);
                    store.createTables();
                    LoyaltyService service = shop.serviceOver(store);
                    assertThat(service.account("ada")).isEmpty();
                    service.submit(purchase("order-1", "ada", "100")).orThrow();
                    service.submit(Redemption.of("mug", "ada", NOON, "hundred")).orThrow();
                    assertThat(service.verify("ada")).isEmpty();
                    assertThat(tables(schema, prefix)).isEqualTo(9);
                    assertThat(store.outbox(10)).hasSize(2);
                }
            }
        }

        private void createSchema(String name) throws SQLException {
            try (Connection connection = database.pool().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create schema " + name);
            }
        }

        private int tables(String schema, String prefix) throws SQLException {
            try (Connection connection = database.pool().getConnection();
                    var statement = connection.prepareStatement("select count(*) from information_schema.tables"
                            + " where lower(table_schema) = ? and lower(table_name) like ?")) {
                statement.setString(1, schema);
                statement.setString(2, prefix + "%");
                try (var rows = statement.executeQuery()) {
                    rows.next();
                    return rows.getInt(1);
                }
            }
        }

        @Test
        void aNameThatCouldBeSomethingElseIsRefused() {
            JdbcAccountStore store = JdbcAccountStore.of(database.pool());
            for (String bad : List.of(
                    "",
                    " ",
                    "A",
                    "Shop_",
                    "1a",
                    "_a",
                    "a b",
                    "a-b",
                    "a.b",
                    "a;",
                    "a'",
                    "a\"",
                    "a`",
                    "a$",
                    "a%",
                    "é",
                    "a\n",
                    "a\0",
                    "ı",
                    "a/*",
                    "x".repeat(41))) {
                assertThatThrownBy(() -> store.withPrefix(bad))
                        .as(bad)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage(
                                "a prefix must be 1 to 40 characters of a to z, 0 to 9 and _, and begin with a letter");
                assertThatThrownBy(() -> store.inSchema(bad))
                        .as(bad)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage(
                                "a schema must be 1 to 40 characters of a to z, 0 to 9 and _, and begin with a letter");
            }
        }

        @Test
        void theLongestPrefixFits() {
            JdbcAccountStore store = JdbcAccountStore.of(database.pool())
                    .withPrefix(Strings.padEnd(TestDatabase.freshPrefix(), 40, 'x'))
                    .withOutbox();
            store.createTables();
            shop.serviceOver(store).submit(purchase("order-1", "ada", "10")).orThrow();
            assertThat(store.outbox(10)).hasSize(1);
        }
    }

    @Nested
    class BadUse {
        @Test
        void aHostThatLendsNoConnectionIsTold() {
            JdbcAccountStore store = JdbcAccountStore.on(work -> {});
            assertThatThrownBy(store::isJoined)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the host lent no connection: Connections.lend must do its work once");
            assertThatThrownBy(() -> shop.serviceOver(store))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("the host lent no connection");
        }

        /** As one does that has a connection only while a transaction is under way: the service reads when it is made. */
        @Test
        void aHostThatLendsNullIsToldWhatToLend() {
            JdbcAccountStore store = JdbcAccountStore.on(work -> work.accept(null));
            for (Runnable use : List.<Runnable>of(
                    () -> assertThat(store.isJoined()).isFalse(),
                    store::createTables,
                    () -> assertThat(shop.serviceOver(store)).isNull())) {
                assertThatThrownBy(use::run)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("the host lent no connection: Connections.lend gave null to its work;"
                                + " where no transaction is under way it must open a connection");
            }
        }

        @Test
        void tablesThatAreThereAreNotMadeAgain() throws SQLException {
            List<String> before = shop.everything();
            assertThatThrownBy(shop.store::createTables)
                    .isInstanceOf(JdbcStoreException.class)
                    .hasMessageStartingWith("cannot make the tables, since they are there already:"
                            + " the database answered with SQL state 42")
                    .hasCauseInstanceOf(SQLException.class);
            assertThat(shop.everything()).isEqualTo(before);
        }

        @Test
        void tablesThatAreNotThereAreNoRace() {
            JdbcAccountStore store = JdbcAccountStore.of(database.pool()).withPrefix(TestDatabase.freshPrefix());
            assertThatThrownBy(() -> shop.serviceOver(store))
                    .isInstanceOf(JdbcStoreException.class)
                    .hasMessageStartingWith("cannot read the versions: the database answered with SQL state ");
        }

        @Test
        void aDatabaseOfAnotherProductIsRefused() {
            JdbcAccountStore store = JdbcAccountStore.on(work -> {
                try (Connection connection = database.connection()) {
                    work.accept(named(connection, "Oracle"));
                }
            });
            for (Runnable use : List.<Runnable>of(
                    store::createTables,
                    () -> assertThat(shop.serviceOver(store)).isNull())) {
                assertThatThrownBy(use::run)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("the database must be PostgreSQL, H2, MariaDB or MySQL, but is Oracle");
            }
        }

        private Connection named(Connection connection, String product) {
            return changed(
                    Connection.class,
                    connection,
                    "getMetaData",
                    metaData -> changed(
                            java.sql.DatabaseMetaData.class, metaData, "getDatabaseProductName", name -> product));
        }

        private interface Change {
            Object of(Object value);
        }

        private <T> T changed(Class<T> type, Object target, String changed, Change change) {
            return type.cast(Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        Object value = invoked(target, method, arguments);
                        return method.getName().equals(changed) ? change.of(value) : value;
                    }));
        }
    }
}
