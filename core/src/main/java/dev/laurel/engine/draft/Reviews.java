package dev.laurel.engine.draft;

import dev.laurel.event.TimePassed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Tiers are reviewed at their end, and grants run out. */
final class Reviews implements Timed {
    @Override
    public @Nullable Instant nextChange(AccountDraft account) {
        return account.standings().nextChange();
    }

    @Override
    public @Nullable Instant nextVisibleChange(AccountDraft account) {
        return account.standings().nextVisibleChange();
    }

    @Override
    public void settleDue(AccountDraft account) {
        Instant next = nextChange(account);
        if (next != null && !next.isAfter(account.asOf())) {
            account.changeTier(TimePassed.causeAt(account.asOf()), StandingsDraft::review);
        }
    }
}
