package dev.laurel.codec;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes the parts of a value that are there: a bit for each part, and then those whose bit is set. So a part that a later version adds
 * takes no room in a value that does not have it, which keeps its bytes and its digest.
 *
 * <p>Each method stands for the next part, and has its counterpart of the same name in {@link PartsReader}.
 */
final class PartsWriter {
    private final CanonicalWriter out;
    private final int start;
    private long there;
    private int parts;

    /** Begins here. */
    PartsWriter(CanonicalWriter out) {
        this.out = out;
        start = out.size();
    }

    /** Whether the next part is there; if so, it must be written before the one after it is asked for. */
    boolean has(boolean isThere) {
        there |= isThere ? 1L << parts : 0;
        parts++;
        return isThere;
    }

    void number(long number) {
        if (has(number != 0)) {
            out.number(number);
        }
    }

    void text(@Nullable String text) {
        if (has(text != null) && text != null) {
            out.text(text);
        }
    }

    void instant(@Nullable Instant instant, Instant near) {
        if (has(instant != null) && instant != null) {
            out.instant(instant, near);
        }
    }

    <T> void list(Collection<T> values, BiConsumer<CanonicalWriter, T> write) {
        if (has(!values.isEmpty())) {
            out.list(values, write);
        }
    }

    <T> void map(Map<String, T> values, BiConsumer<CanonicalWriter, T> write) {
        if (has(!values.isEmpty())) {
            out.map(values, write);
        }
    }

    <T> void part(@Nullable T value, BiConsumer<CanonicalWriter, T> write) {
        if (has(value != null) && value != null) {
            write.accept(out, value);
        }
    }

    /** Puts the bits in front of the parts. */
    void end() {
        out.bitsAt(start, there);
    }
}
