package dev.laurel.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** A real server, which has written to the disk what it says is committed. */
final class TestPostgres extends TestDatabase {
    private EmbeddedPostgres server;

    @Override
    protected synchronized String url() {
        if (server == null) {
            server = started();
        }
        return server.getJdbcUrl("postgres", "postgres");
    }

    @Override
    protected String countOfWaiting() {
        return "select count(*) from pg_locks where not granted";
    }

    @Override
    protected String waitingASecond() {
        return "set lock_timeout = '1s'";
    }

    @Override
    String quickly() {
        return "set synchronous_commit = off";
    }

    private static EmbeddedPostgres started() {
        try {
            // Both are off by default there.
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    // Tests make deadlocks on purpose; a second is what it waits otherwise before it looks for one.
                    .setServerConfig("deadlock_timeout", "100ms")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
