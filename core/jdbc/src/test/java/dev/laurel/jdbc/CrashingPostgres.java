package dev.laurel.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A server that can be killed and started again, on the same files and at the same address. */
final class CrashingPostgres implements AutoCloseable {
    private final Path files;
    private final int port;
    private final Thread hook = new Thread(this::stop);
    private EmbeddedPostgres server;

    CrashingPostgres(Path directory) throws IOException {
        files = directory.resolve("postgres");
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        start();
        Runtime.getRuntime().addShutdownHook(hook);
    }

    void start() throws IOException {
        // Both are off by default there.
        server = EmbeddedPostgres.builder()
                .setDataDirectory(files)
                .setCleanDataDirectory(false)
                .setPort(port)
                // It would try to stop those that are dead.
                .setRegisterShutdownHook(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
    }

    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    /** Kills the server first, so that it can tell none of its processes to end. */
    void crash() throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(files.resolve("postmaster.pid")).get(0));
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        List<ProcessHandle> all = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        CrashIT.until(
                "the server is dead",
                () -> !postmaster.isAlive() && all.stream().noneMatch(ProcessHandle::isAlive));
        // The one that is started next would wait for what this one has locked.
        Files.delete(files.resolve("epg-lock"));
    }

    @Override
    public void close() throws IOException {
        Runtime.getRuntime().removeShutdownHook(hook);
        server.close();
    }

    private void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
