package dev.laurel.codec;

/**
 * Bytes that are not what a codec writes: cut off, changed, of something else, or of a later version of Laurel. What is wrong is
 * said without anything of the content, which may be personal.
 */
public final class MalformedBytesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String what;
    private final int offset;

    /** Of bytes that were to be a {@code what}, and are wrong at an offset. */
    MalformedBytesException(String what, int offset, String problem) {
        super(what + " cannot be read at byte " + offset + ": " + problem);
        this.what = what;
        this.offset = offset;
    }

    /** What was to be read, such as {@code account}. */
    public String what() {
        return what;
    }

    /** The offset of the byte at which they were found to be wrong; what is wrong may lie before it. */
    public int offset() {
        return offset;
    }
}
