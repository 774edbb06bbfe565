package dev.laurel.examples.replay;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A line as UTF-8, without its end: a part of an array that is not copied, and so good for as long as that stays as it is. */
final class LineBytes {
    private final byte[] array;
    private final int offset;
    private final int length;

    /** Those of an array, which are well-formed UTF-8. */
    LineBytes(byte[] array, int offset, int length) {
        this.array = array;
        this.offset = offset;
        this.length = length;
    }

    /** Those of a text. */
    static LineBytes of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new LineBytes(bytes, 0, bytes.length);
    }

    /** The array that they are in. */
    byte[] array() {
        return array;
    }

    /** Where in the array they begin. */
    int offset() {
        return offset;
    }

    int length() {
        return length;
    }

    /** Copies them to where the buffer stands. */
    void putInto(ByteBuffer buffer) {
        buffer.put(array, offset, length);
    }

    String text() {
        return new String(array, offset, length, StandardCharsets.UTF_8);
    }
}
