package dev.laurel.engine.draft;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Holds lapse at their end. */
final class Lapses implements Timed {
    @Override
    public @Nullable Instant nextChange(AccountDraft account) {
        return account.holds().nextLapse();
    }

    @Override
    public void settleDue(AccountDraft account) {
        account.holds().lapse();
    }
}
