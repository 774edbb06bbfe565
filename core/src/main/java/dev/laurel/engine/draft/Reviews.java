package dev.laurel.engine.draft;

import dev.laurel.event.TimePassed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Tiers are reviewed at their end, and grants run out. */
final class Reviews implements Timed {
    private final AccountDraft account;
    private final StandingsDraft standings;

    Reviews(AccountDraft account, StandingsDraft standings) {
        this.account = account;
        this.standings = standings;
    }

    @Override
    public @Nullable Instant nextChange() {
        return standings.nextChange();
    }

    @Override
    public @Nullable Instant nextVisibleChange() {
        return standings.nextVisibleChange();
    }

    @Override
    public void settleDue(Instant now) {
        account.changeTier(TimePassed.causeAt(now), StandingsDraft::review);
    }
}
