package dev.laurel.jdbc;

import com.google.common.collect.ImmutableSet;
import com.zaxxer.hikari.HikariDataSource;
import dev.laurel.jdbc.FaultyDriver.Fault;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/** A host whose database fails, and what it does in which transactions. */
final class FaultyHost implements AutoCloseable {
    /** In whose transactions the store works. What fails in the same way in several of them is not tried in each. */
    enum Mode {
        OWN(Fault.values()),
        OWN_WITHOUT_AUTOCOMMIT(
                Fault.BEFORE, Fault.AFTER, Fault.BEFORE_AND_ROLLBACK, Fault.RACE_BEFORE, Fault.BREAK_BEFORE),
        /** The host writes an order in the same transaction, and rolls back what failed. */
        JOINED(Fault.BEFORE, Fault.AFTER, Fault.RACE_BEFORE, Fault.BREAK_BEFORE),
        /** It commits its order even so, which it must not where the store could not take back its own. */
        JOINED_GOING_ON(Fault.BEFORE, Fault.AFTER);

        private final ImmutableSet<Fault> faults;

        Mode(Fault... faults) {
            this.faults = ImmutableSet.copyOf(faults);
        }

        Set<Fault> faults() {
            return faults;
        }

        boolean isJoined() {
            return this == JOINED || this == JOINED_GOING_ON;
        }
    }

    /** What a host does with the store. */
    interface Work<T> {
        T get();
    }

    private final Mode mode;
    private final FaultyDriver driver = new FaultyDriver();
    private final HikariDataSource pool;
    private final HikariDataSource soundPool;
    private final String prefix = TestDatabase.freshPrefix();
    private final JdbcAccountStore sound;
    private final JdbcAccountStore store;
    private Connection lent;

    FaultyHost(Mode mode, TestDatabase database) {
        this.mode = mode;
        pool = database.quickPoolOf(1, mode != Mode.OWN_WITHOUT_AUTOCOMMIT);
        soundPool = database.quickPoolOf(1, true);
        sound = JdbcAccountStore.of(soundPool).withPrefix(prefix).withOutbox();
        sound.createTables();
        store = faulty().withPrefix(prefix).withOutbox();
        execute("create table " + prefix + "order (id varchar(100) primary key)");
    }

    private JdbcAccountStore faulty() {
        return switch (mode) {
            case OWN -> JdbcAccountStore.of(driver.over(pool));
            case OWN_WITHOUT_AUTOCOMMIT ->
                JdbcAccountStore.of(driver.over(pool)).ownTransactions();
            case JOINED, JOINED_GOING_ON -> JdbcAccountStore.on(work -> work.accept(lent));
        };
    }

    Mode mode() {
        return mode;
    }

    FaultyDriver driver() {
        return driver;
    }

    /** The store under test. It can only be used within {@link #run} where it joins. */
    JdbcAccountStore store() {
        return store;
    }

    /** A store over the same tables by connections that do not fail. */
    JdbcAccountStore sound() {
        return sound;
    }

    /** Does work with the store, beside an order where the host has a transaction. */
    <T> T run(String order, Work<T> work) throws SQLException {
        if (!mode.isJoined()) {
            return work.get();
        }
        try (Connection real = pool.getConnection()) {
            real.setAutoCommit(false);
            try {
                return joined(real, order, work);
            } finally {
                real.rollback();
                real.setAutoCommit(true);
            }
        }
    }

    private <T> T joined(Connection real, String order, Work<T> work) throws SQLException {
        if (!hasOrder(real, order)) {
            execute(real, "insert into " + prefix + "order values ('" + order + "')");
        }
        lent = driver.over(real);
        T done;
        try {
            done = work.get();
        } catch (RuntimeException | Error e) {
            if (real.getAutoCommit()) {
                throw new AssertionError("the store switched on the autocommit of the host", e);
            }
            if (mode == Mode.JOINED_GOING_ON) {
                goOn(e);
            }
            throw e;
        }
        lent.commit();
        return done;
    }

    private void goOn(Throwable reason) {
        try {
            lent.commit();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    /** Whether the order is stored for good. */
    boolean hasOrder(String order) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return hasOrder(connection, order);
        }
    }

    private boolean hasOrder(Connection connection, String order) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select count(*) from " + prefix + "order where id = ?")) {
            statement.setString(1, order);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1) == 1;
            }
        }
    }

    private void execute(String sql) {
        try (Connection connection = pool.getConnection()) {
            execute(connection, sql);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        pool.close();
        soundPool.close();
    }
}
