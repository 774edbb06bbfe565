package dev.laurel.testkit.live;

import java.util.UUID;

/** Names that were never given before, in this JVM or another. */
public final class Names {
    private static final int LENGTH = 16;

    private Names() {}

    /** A name of 17 letters and digits, the first a letter. */
    public static String fresh() {
        return "c" + UUID.randomUUID().toString().replace("-", "").substring(0, LENGTH);
    }
}
