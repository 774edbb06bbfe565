package dev.laurel.testkit;

import dev.laurel.service.ConcurrentUpdateException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What checks of a store ask, without a test framework. */
final class Expect {
    private Expect() {}

    static void that(boolean right, String what) {
        if (!right) {
            throw new AssertionError(what);
        }
    }

    static void equal(String what, @Nullable Object expected, @Nullable Object found) {
        if (!Objects.equals(expected, found)) {
            String told = String.valueOf(expected);
            throw new AssertionError(what + " must be " + told + ", but was " + found
                    + (told.equals(String.valueOf(found)) ? ", which prints alike and is not equal" : ""));
        }
    }

    /** That a commit is refused as one that lost a race. */
    static void refused(String what, Runnable commit) {
        thrown(what, ConcurrentUpdateException.class, commit);
    }

    /** That it is refused, since it contradicts what is there. */
    static void conflicting(String what, Runnable commit) {
        thrown(what, IllegalStateException.class, commit);
    }

    /** That it is refused as a mistake of the caller. */
    static void illegal(String what, Runnable call) {
        thrown(what, IllegalArgumentException.class, call);
    }

    private static void thrown(String what, Class<? extends RuntimeException> expected, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            if (!expected.isInstance(e)) {
                throw new AssertionError(what + " must throw " + expected.getSimpleName() + ", but threw " + e, e);
            }
            return;
        }
        throw new AssertionError(what + " must throw " + expected.getSimpleName() + ", but did not");
    }
}
