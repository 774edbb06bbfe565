package dev.laurel.examples.replay.scratch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Room for what does not fit in memory: a directory of temporary files, made when the first is needed. It is gone with all that is in
 * it when this is closed, and also where the JVM is told to end before. Safe for use by any number of threads.
 */
public final class Scratch implements AutoCloseable {
    private final Path parent;
    private final int bytesInMemory;
    private final Thread atShutdown = new Thread(this::delete);
    private @Nullable Path directory;
    private long files;

    /**
     * Room in a directory that is there.
     *
     * @param parent where the directory of temporary files is made
     * @param bytesInMemory how many bytes each spool holds in memory, at most
     */
    public Scratch(Path parent, int bytesInMemory) {
        this.parent = parent;
        this.bytesInMemory = bytesInMemory;
    }

    /** A new spool, empty. */
    public Spool spool() {
        return new Spool(this, bytesInMemory);
    }

    /** The path of a new file, which is not there yet. */
    synchronized Path newFile() throws IOException {
        Path made = directory;
        if (made == null) {
            made = Files.createTempDirectory(parent, "replay");
            directory = made;
            Runtime.getRuntime().addShutdownHook(atShutdown);
        }
        files++;
        return made.resolve(Long.toString(files));
    }

    @Override
    public synchronized void close() {
        if (directory != null) {
            delete();
            directory = null;
            Runtime.getRuntime().removeShutdownHook(atShutdown);
        }
    }

    /** Never waits for who writes: at the shutdown of the JVM others may hold this. */
    @SuppressWarnings("GuardedBy")
    private void delete() {
        Path made = directory;
        if (made != null) {
            for (File file : Optional.ofNullable(made.toFile().listFiles()).orElse(new File[0])) {
                deleted(file);
            }
            deleted(made.toFile());
        }
    }

    /** What cannot be deleted now is left to the end of the JVM. */
    private static void deleted(File file) {
        if (!file.delete()) {
            file.deleteOnExit();
        }
    }
}
