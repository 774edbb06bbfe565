package dev.laurel.examples.replay.scratch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that are first written and then read. What is more than its memory holds goes to a file of its scratch, which is open only
 * while bytes are moved, so that there can be many spools. For one thread at a time.
 */
public final class Spool extends OutputStream {
    /** Small, since arrays of half a megabyte and more are a burden to the garbage collector, and so is to copy one that grows. */
    private static final int CHUNK = 1 << 14;

    private final Scratch scratch;
    private final int bytesInMemory;
    private final List<byte[]> chunks = new ArrayList<>();

    private int count;
    private long size;
    private @Nullable Path file;

    Spool(Scratch scratch, int bytesInMemory) {
        this.scratch = scratch;
        this.bytesInMemory = bytesInMemory;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (length > bytesInMemory - count) {
            moveToFile();
        }
        if (length > bytesInMemory) {
            try (OutputStream out = appending()) {
                out.write(bytes, offset, length);
            }
        } else {
            keep(bytes, offset, length);
        }
        size += length;
    }

    private void keep(byte[] bytes, int offset, int length) {
        int kept = 0;
        while (kept < length) {
            int chunk = count / CHUNK;
            if (chunk == chunks.size()) {
                chunks.add(new byte[CHUNK]);
            }
            int place = count % CHUNK;
            int more = Math.min(length - kept, CHUNK - place);
            System.arraycopy(bytes, offset + kept, chunks.get(chunk), place, more);
            kept += more;
            count += more;
        }
    }

    private void moveToFile() throws IOException {
        if (count > 0) {
            try (OutputStream out = appending()) {
                for (int chunk = 0; chunk < usedChunks(); chunk++) {
                    out.write(chunks.get(chunk), 0, usedOf(chunk));
                }
            }
            count = 0;
        }
    }

    private int usedChunks() {
        return (count + CHUNK - 1) / CHUNK;
    }

    private int usedOf(int chunk) {
        return Math.min(CHUNK, count - chunk * CHUNK);
    }

    private OutputStream appending() throws IOException {
        Path to = file == null ? scratch.newFile() : file;
        file = to;
        return Files.newOutputStream(to, StandardOpenOption.APPEND);
    }

    private InputStream kept() {
        List<InputStream> parts = new ArrayList<>(chunks.size());
        for (int chunk = 0; chunk < usedChunks(); chunk++) {
            parts.add(new ByteArrayInputStream(chunks.get(chunk), 0, usedOf(chunk)));
        }
        return new SequenceInputStream(Collections.enumeration(parts));
    }

    /** How many bytes were written. */
    public long size() {
        return size;
    }

    /** The bytes, from the first. */
    public InputStream open() throws IOException {
        return file == null ? kept() : new SequenceInputStream(Files.newInputStream(file), kept());
    }

    /** Gives memory and file back: the spool is empty again. */
    public void clear() throws IOException {
        chunks.clear();
        count = 0;
        size = 0;
        if (file != null) {
            Files.delete(file);
            file = null;
        }
    }
}
