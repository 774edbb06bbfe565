package dev.laurel.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The databases that tests run against, each started once for a JVM. */
enum Databases {
    /** A real server, which writes to the disk before it says that something is committed. */
    POSTGRESQL {
        @Override
        String startedUrl() {
            try {
                @SuppressWarnings("MustBeClosedChecker")
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("max_connections", "100")
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
                return server.getJdbcUrl("postgres", "postgres");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    },

    /** In memory. */
    H2 {
        @Override
        String startedUrl() {
            return "jdbc:h2:mem:laurel;DB_CLOSE_DELAY=-1";
        }
    };

    private static final Map<Databases, String> URLS = new ConcurrentHashMap<>();
    private static final Map<Databases, HikariDataSource> POOLS = new ConcurrentHashMap<>();
    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    abstract String startedUrl();

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return URLS.computeIfAbsent(this, Databases::startedUrl);
    }

    /** A pool of connections that all tests of a JVM share. */
    HikariDataSource pool() {
        return POOLS.computeIfAbsent(this, database -> database.poolOf(16));
    }

    private HikariDataSource poolOf(int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url());
        config.setMaximumPoolSize(connections);
        return new HikariDataSource(config);
    }

    /** The name of a prefix that no other test uses. */
    static String freshPrefix() {
        return "t" + SCHEMAS.incrementAndGet() + "_";
    }
}
