package dev.laurel.jdbc;

import com.google.errorprone.annotations.MustBeClosed;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A database that tests run against, started once for a JVM. */
public abstract class TestDatabase {
    private static final long LONGEST_WAIT_NANOS = Duration.ofSeconds(30).toNanos();

    /** MariaDB counts again only what was not asked for within a tenth of a second. */
    private static final long PAUSE_NANOS = Duration.ofMillis(120).toNanos();

    private static final AtomicInteger PREFIXES = new AtomicInteger();

    private HikariDataSource pool;

    /** Its address; it runs by then. */
    protected abstract String url();

    /** Its address for other processes. */
    protected String urlElsewhere() {
        return url();
    }

    /** SQL that counts those who wait for a lock. */
    protected abstract String countOfWaiting();

    /** SQL by which a connection waits for a lock for a second at most. */
    protected abstract String waitingASecond();

    /**
     * Whether a transaction above READ COMMITTED cannot change what another has committed since it looked. Otherwise
     * a read that locks shows that to it.
     */
    protected boolean isOfOneMoment() {
        return true;
    }

    /** A pool of connections that all tests share. */
    final synchronized HikariDataSource pool() {
        if (pool == null) {
            pool = poolOf(24, true);
        }
        return pool;
    }

    /** A pool of connections of its own, with autocommit on or off. */
    final HikariDataSource poolOf(int connections, boolean autocommit) {
        return new HikariDataSource(config(connections, autocommit));
    }

    /** A pool as another, for tests in which no server dies: it need not wait for the disk. */
    final HikariDataSource quickPoolOf(int connections, boolean autocommit) {
        HikariConfig config = config(connections, autocommit);
        config.setConnectionInitSql(quickly());
        return new HikariDataSource(config);
    }

    /** A pool of connections of its own whose schema is this new one. */
    @MustBeClosed
    final HikariDataSource poolIn(String schema) throws SQLException {
        try (Connection connection = pool().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema " + schema);
        }
        HikariConfig config = config(4, true);
        config.setSchema(inItsCase(schema));
        return new HikariDataSource(config);
    }

    /** A name without quotes, as the database keeps it. */
    String inItsCase(String name) {
        return name;
    }

    private HikariConfig config(int connections, boolean autocommit) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url());
        config.setMaximumPoolSize(connections);
        config.setAutoCommit(autocommit);
        return config;
    }

    /** What makes a connection not wait for the disk, or null if there is no such thing. */
    String quickly() {
        return null;
    }

    /** A connection in no pool: what a test sets on it ends with it. */
    final Connection connection() throws SQLException {
        return DriverManager.getConnection(url());
    }

    /** Returns once somebody waits for a lock. */
    final void awaitWaiting() throws SQLException {
        long begun = System.nanoTime();
        try (Connection connection = pool().getConnection();
                PreparedStatement statement = connection.prepareStatement(countOfWaiting())) {
            while (count(statement) == 0) {
                if (System.nanoTime() - begun > LONGEST_WAIT_NANOS) {
                    throw new AssertionError("nobody waits for a lock");
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private static long count(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** What the names of tables begin with that no other test uses. */
    static String freshPrefix() {
        return "t" + PREFIXES.incrementAndGet() + "_";
    }

    /** A store with new tables and an outbox, in transactions of its own. */
    final JdbcAccountStore freshStore() {
        JdbcAccountStore store =
                JdbcAccountStore.of(pool()).withPrefix(freshPrefix()).withOutbox();
        store.createTables();
        return store;
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName().replace("Test", "");
    }
}
