package dev.laurel.examples.replay.scratch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that are first written and then read. What is more than its memory holds goes to a file of its scratch, which is open only
 * while bytes are moved, so that there can be many spools. For one thread at a time.
 */
public final class Spool extends OutputStream {
    private static final int FIRST = 512;
    private static final byte[] NONE = {};

    private final Scratch scratch;
    private final int bytesInMemory;
    private byte[] buffer = NONE;
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
            append(buffer, 0, count);
            count = 0;
        }
        if (length > bytesInMemory) {
            append(bytes, offset, length);
        } else {
            reserve(count + length);
            System.arraycopy(bytes, offset, buffer, count, length);
            count += length;
        }
        size += length;
    }

    private void reserve(int capacity) {
        if (capacity > buffer.length) {
            long doubled = Math.max(FIRST, 2L * buffer.length);
            buffer = Arrays.copyOf(buffer, (int) Math.min(bytesInMemory, Math.max(doubled, capacity)));
        }
    }

    private void append(byte[] bytes, int offset, int length) throws IOException {
        if (length > 0) {
            Path to = file == null ? scratch.newFile() : file;
            file = to;
            try (OutputStream out = Files.newOutputStream(to, StandardOpenOption.APPEND)) {
                out.write(bytes, offset, length);
            }
        }
    }

    /** How many bytes were written. */
    public long size() {
        return size;
    }

    /** The bytes, from the first. */
    public InputStream open() throws IOException {
        InputStream rest = new ByteArrayInputStream(buffer, 0, count);
        return file == null ? rest : new SequenceInputStream(Files.newInputStream(file), rest);
    }

    /** Gives memory and file back: the spool is empty again. */
    public void clear() throws IOException {
        buffer = NONE;
        count = 0;
        size = 0;
        if (file != null) {
            Files.delete(file);
            file = null;
        }
    }
}
