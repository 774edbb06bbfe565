package dev.laurel.engine.draft;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Something that happens to an account by itself, each time at its own instant. */
interface Timed {
    /** When it next happens, or null if it does not unless the customer does something. */
    @Nullable
    Instant nextChange();

    /** When it next happens in a way that a host can see, or null; it may do so at instants at which nobody sees anything. */
    default @Nullable Instant nextVisibleChange() {
        return nextChange();
    }

    /** Lets happen what is due at an instant, if anything is. */
    void settleDue(Instant now);

    /** The earliest of what is told of some things; null stands for never. */
    static <T> @Nullable Instant earliest(T[] things, Function<T, @Nullable Instant> told) {
        Instant earliest = null;
        for (T thing : things) {
            earliest = earlier(earliest, told.apply(thing));
        }
        return earliest;
    }

    /** The earlier of two instants; null stands for never. */
    static @Nullable Instant earlier(@Nullable Instant left, @Nullable Instant right) {
        return left == null || (right != null && right.isBefore(left)) ? right : left;
    }
}
