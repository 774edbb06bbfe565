package dev.laurel.codec;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what {@link PartsWriter} writes. A part that is not there is as one that is empty. */
final class PartsReader {
    private final CanonicalReader in;
    private final long there;
    private int parts;

    /**
     * Begins here.
     *
     * @param known how many parts are known
     * @throws MalformedBytesException if there is another
     */
    PartsReader(CanonicalReader in, int known) {
        this.in = in;
        there = in.bits();
        if (there >>> known != 0) {
            throw in.malformed("there are only " + known
                    + " parts, but one more is there; if a later version of Laurel wrote it," + " read it with that");
        }
    }

    /** Whether the next part is there; if so, it stands here. */
    boolean has() {
        return ((there >>> parts++) & 1) != 0;
    }

    long number() {
        return has() ? in.number() : 0;
    }

    @Nullable
    String text() {
        return has() ? in.text() : null;
    }

    @Nullable
    Instant instant(Instant near) {
        return has() ? in.instant(near) : null;
    }

    <T> ImmutableList<T> list(Function<CanonicalReader, T> read) {
        return has() ? in.list(read) : ImmutableList.of();
    }

    <T> Map<String, T> map(Function<CanonicalReader, T> read) {
        return has() ? in.map(read) : ImmutableMap.of();
    }

    <T> @Nullable T part(Function<CanonicalReader, T> read) {
        return has() ? read.apply(in) : null;
    }
}
