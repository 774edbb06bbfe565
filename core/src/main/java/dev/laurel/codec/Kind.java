package dev.laurel.codec;

import java.util.List;
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

    /** How a value is written behind the tag. */
    BiConsumer<CanonicalWriter, T> writing() {
        return write;
    }

    /** How a value is read behind the tag. */
    Function<CanonicalReader, T> reading() {
        return read;
    }

    /** Writes the tag of a value's kind, and the value. */
    static <T> void write(CanonicalWriter out, List<Kind<? extends T>> kinds, T value) {
        for (Kind<? extends T> kind : kinds) {
            if (kind.wrote(out, value)) {
                return;
            }
        }
        throw new AssertionError("no form is known of " + value.getClass().getName());
    }

    private boolean wrote(CanonicalWriter out, Object value) {
        if (!type.isInstance(value)) {
            return false;
        }
        out.octet(tag);
        write.accept(out, type.cast(value));
        return true;
    }

    /** Reads a tag, and a value of the kind that it stands for. */
    static <T> T read(CanonicalReader in, String what, List<Kind<? extends T>> kinds) {
        int tag = in.octet();
        for (Kind<? extends T> kind : kinds) {
            if (kind.tag == tag) {
                return kind.read.apply(in);
            }
        }
        throw in.malformed("kind " + tag + " is not known as one of " + what + "s");
    }
}
