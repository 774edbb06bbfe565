package dev.laurel.codec;

import java.util.function.BiConsumer;
import java.util.function.Function;

/** How one type of value is written and read. The tag stands for it for ever, and for no other type that a codec knows. */
final class Kind<T> {
    private final char tag;
    private final Class<T> type;
    private final BiConsumer<CanonicalWriter, T> write;
    private final Function<CanonicalReader, T> read;

    Kind(char tag, Class<T> type, BiConsumer<CanonicalWriter, T> write, Function<CanonicalReader, T> read) {
        this.tag = tag;
        this.type = type;
        this.write = write;
        this.read = read;
    }

    char tag() {
        return tag;
    }

    Class<T> type() {
        return type;
    }

    /** Writes the tag and the value, if it is of this type. */
    boolean wrote(CanonicalWriter out, Object value) {
        if (!type.isInstance(value)) {
            return false;
        }
        out.octet(tag);
        write.accept(out, type.cast(value));
        return true;
    }

    /** Reads what stands behind the tag. */
    T read(CanonicalReader in) {
        return read.apply(in);
    }
}
