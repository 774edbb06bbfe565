package dev.laurel.engine.draft;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happens to accounts by itself, each time at its own instant. It has no state of its own. */
interface Timed {
    /** When it next happens to an account, or null if it does not unless the customer does something. */
    @Nullable
    Instant nextChange(AccountDraft account);

    /** When it next happens in a way that a host can see, or null; it may do so at instants at which nobody sees anything. */
    default @Nullable Instant nextVisibleChange(AccountDraft account) {
        return nextChange(account);
    }

    /** Lets happen what is due at the instant at which an account stands, if anything is. */
    void settleDue(AccountDraft account);

    /** The earlier of two instants; null stands for never. */
    static @Nullable Instant earlier(@Nullable Instant left, @Nullable Instant right) {
        return left == null || (right != null && right.isBefore(left)) ? right : left;
    }
}
