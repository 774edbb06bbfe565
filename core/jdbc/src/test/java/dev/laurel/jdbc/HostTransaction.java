package dev.laurel.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.service.LoyaltyService;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A transaction of a host on a connection of its own, where autocommit is off, with a service over a store that is
 * lent the connection. It is rolled back unless the host commits it. A store that does with the connection what is
 * the host's to do fails the test.
 */
final class HostTransaction implements AutoCloseable {
    /**
     * What a store must not do with a connection that it is lent; of what has several forms, the one without
     * arguments.
     */
    private static final Set<String> FORBIDDEN =
            Set.of("commit", "rollback", "close", "abort", "setAutoCommit", "setTransactionIsolation", "setReadOnly");

    private final Shop shop;
    private final Connection connection;
    private final Connection lent;
    private final JdbcAccountStore store;
    private final LoyaltyService service;
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final List<String> liberties = new ArrayList<>();

    HostTransaction(Shop shop) throws SQLException {
        this.shop = shop;
        connection = shop.database.connection();
        connection.setAutoCommit(false);
        lent = Passing.by(Connection.class, this::call);
        store = JdbcAccountStore.on(work -> work.accept(lent))
                .withPrefix(shop.prefix)
                .withOutbox();
        service = shop.serviceOver(store);
        // What the service looked up at its start was no part of it.
        connection.rollback();
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        if (FORBIDDEN.contains(method.getName())
                && (arguments == null || !method.getName().equals("rollback"))) {
            liberties.add(method.getName());
        }
        return Passing.on(connection, method, arguments);
    }

    void isolated(int isolation) throws SQLException {
        connection.setTransactionIsolation(isolation);
    }

    JdbcAccountStore store() {
        return store;
    }

    /** The connection as the store is lent it. */
    Connection lent() {
        return lent;
    }

    /** The service that joins this transaction. */
    LoyaltyService service() {
        return service;
    }

    /** Runs something once this is committed. */
    void afterCommit(Runnable task) {
        afterCommit.add(task);
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The host writes a row of its own. */
    void order(String id) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("insert into " + shop.prefix + "shop_order (id) values (?)")) {
            statement.setString(1, id);
            statement.executeUpdate();
        }
    }

    /** The host reads its own rows: from now on a transaction that sees one moment only sees this one. */
    long orders() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + shop.prefix + "shop_order")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    void commit() throws SQLException {
        requireNoLiberties();
        connection.commit();
        List<Runnable> tasks = List.copyOf(afterCommit);
        afterCommit.clear();
        tasks.forEach(Runnable::run);
    }

    void rollback() throws SQLException {
        requireNoLiberties();
        connection.rollback();
        afterCommit.clear();
    }

    private void requireNoLiberties() throws SQLException {
        assertThat(liberties).isEmpty();
        assertThat(connection.isClosed()).isFalse();
        assertThat(connection.getAutoCommit()).isFalse();
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
