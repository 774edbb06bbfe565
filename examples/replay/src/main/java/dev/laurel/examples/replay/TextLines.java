package dev.laurel.examples.replay;

import com.google.common.base.Utf8;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;

/**
 * The lines of a UTF-8 file, plain or gzipped (told by its first bytes), ended by LF or CRLF.
 *
 * <p>Lines are found before they are decoded, so that one that is not UTF-8 is one bad line and not the end of the file.
 */
final class TextLines implements Lines {
    /** The longest line, in bytes: what is longer is no event, and must not fill the heap. */
    static final int MAX_LENGTH = 1 << 26;

    private static final int BUFFER = 1 << 16;
    private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private final Line line = new Line();
    private int position;
    private int limit;
    private long number;
    private boolean tooLong;

    private TextLines(InputStream in) {
        this.in = in;
    }

    /**
     * Opens a file.
     *
     * @param progress told how many bytes of the file, compressed or not, were read each time
     */
    static TextLines open(Path file, LongConsumer progress) throws IOException {
        // Not Files.newInputStream, which cannot read from a pipe such as /dev/stdin.
        BufferedInputStream raw =
                new BufferedInputStream(new Counted(new FileInputStream(file.toFile()), progress), BUFFER);
        try {
            raw.mark(2);
            boolean gzipped = raw.read() == 0x1f && raw.read() == 0x8b;
            raw.reset();
            return new TextLines(gzipped ? new GZIPInputStream(raw, BUFFER) : raw);
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    @Override
    public boolean next() throws IOException {
        line.reset();
        tooLong = false;
        boolean any = false;
        while (position < limit || fill()) {
            any = true;
            int end = position;
            while (end < limit && buffer[end] != '\n') {
                end++;
            }
            append(position, end);
            position = end + 1;
            if (end < limit) {
                break;
            }
        }
        if (any) {
            number++;
        }
        return any;
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, in.read(buffer, 0, BUFFER));
        return limit > 0;
    }

    private void append(int from, int to) {
        if (line.size() + (to - from) > MAX_LENGTH) {
            tooLong = true;
            line.reset();
        } else if (!tooLong) {
            line.write(buffer, from, to - from);
        }
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public LineBytes line() throws BadInputException {
        if (tooLong) {
            throw new BadInputException("line must have at most " + MAX_LENGTH + " bytes, but is longer");
        }
        if (!line.isText()) {
            throw new BadInputException("line must be UTF-8, but is not");
        }
        return line.after(number == 1 && line.isMarked() ? BYTE_ORDER_MARK.length : 0);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Bytes that can be looked at without another copy. */
    private static final class Line extends ByteArrayOutputStream {
        boolean isText() {
            return Utf8.isWellFormed(buf, 0, length());
        }

        boolean isMarked() {
            int mark = BYTE_ORDER_MARK.length;
            return length() >= mark && Arrays.equals(buf, 0, mark, BYTE_ORDER_MARK, 0, mark);
        }

        LineBytes after(int start) {
            return new LineBytes(buf, start, length() - start);
        }

        private int length() {
            return count > 0 && buf[count - 1] == '\r' ? count - 1 : count;
        }
    }

    private static final class Counted extends FilterInputStream {
        private final LongConsumer progress;

        Counted(InputStream in, LongConsumer progress) {
            super(in);
            this.progress = progress;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            progress.accept(Math.max(0, read));
            return read;
        }
    }
}
