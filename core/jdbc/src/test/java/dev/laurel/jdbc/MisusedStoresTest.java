package dev.laurel.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told where a store cannot work as it is used. */
class MisusedStoresTest extends TwoMembers {
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
                store::createTables, () -> assertThat(shop.serviceOver(store)).isNull())) {
            assertThatThrownBy(use::run)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the database must be PostgreSQL, H2, MariaDB or MySQL, but is Oracle");
        }
    }

    private static Connection named(Connection connection, String product) {
        return changed(
                Connection.class,
                connection,
                "getMetaData",
                metaData -> changed(DatabaseMetaData.class, metaData, "getDatabaseProductName", name -> product));
    }

    private interface Change {
        Object of(Object value);
    }

    private static <T> T changed(Class<T> type, Object target, String changed, Change change) {
        return Passing.by(type, (method, arguments) -> {
            Object value = Passing.on(target, method, arguments);
            return method.getName().equals(changed) ? change.of(value) : value;
        });
    }
}
