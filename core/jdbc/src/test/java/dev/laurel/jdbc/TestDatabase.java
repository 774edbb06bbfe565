package dev.laurel.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A database that tests run against, started once for a JVM. PostgreSQL and H2 are always there; what else is on the class path is found by
 * the service loader.
 */
public abstract class TestDatabase {
    static final TestDatabase POSTGRESQL = new TestPostgres();
    static final TestDatabase H2 = new TestH2();

    private static final AtomicInteger PREFIXES = new AtomicInteger();

    private HikariDataSource pool;

    /** All that there are. */
    static Stream<TestDatabase> all() {
        return Stream.concat(
                Stream.of(POSTGRESQL, H2),
                ServiceLoader.load(TestDatabase.class).stream().map(ServiceLoader.Provider::get));
    }

    /** Its address; it runs by then. */
    protected abstract String url();

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
