package dev.laurel.examples.replay.scratch;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Room for what does not fit in memory: a directory of temporary files, made when the first is needed. It is gone with all that is in
 * it when this is closed, and also where the JVM is told to end before. Safe for use by any number of threads.
 */
public final class Scratch implements AutoCloseable {
    private final Path parent;
    private final int bytesInMemory;
    private final Thread atShutdown = new Thread(this::deleteAll);
    private @Nullable Path directory;
    private long files;
    private boolean isOver;

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

    /** A new file, empty. */
    synchronized Path newFile() throws IOException {
        if (isOver) {
            throw new IOException("the run is over");
        }
        Path made = directory;
        if (made == null) {
            made = Files.createTempDirectory(parent, "replay");
            directory = made;
            Runtime.getRuntime().addShutdownHook(atShutdown);
        }
        files++;
        return Files.createFile(made.resolve(Long.toString(files)));
    }

    @Override
    public void close() {
        if (deleteAll()) {
            try {
                Runtime.getRuntime().removeShutdownHook(atShutdown);
            } catch (IllegalStateException e) {
                // The JVM is about to end, and there is nothing left to delete.
            }
        }
    }

    /** Deletes all that was made, and says whether anything was. Nothing is made after that. */
    @CanIgnoreReturnValue
    private synchronized boolean deleteAll() {
        isOver = true;
        Path made = directory;
        if (made == null) {
            return false;
        }
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(made)) {
            for (Path file : inside) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(made);
        } catch (IOException e) {
            throw new UncheckedIOException("temporary files of " + made + " cannot be deleted", e);
        }
        directory = null;
        return true;
    }
}
