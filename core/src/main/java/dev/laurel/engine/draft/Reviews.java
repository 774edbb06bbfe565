package dev.laurel.engine.draft;

import dev.laurel.event.TimePassed;

/** Tiers are held that were reached in the window before, others are reviewed at their end, and grants run out. */
final class Reviews implements Timed {
    @Override
    public long nextChange(AccountDraft account) {
        return account.standings().nextChange();
    }

    @Override
    public long nextVisibleChange(AccountDraft account) {
        return account.standings().nextVisibleChange();
    }

    @Override
    public void settleDue(AccountDraft account) {
        // Also where no tier ends: the terms may suspend expiry for a tier for which those before them did not.
        account.reviewTiers(TimePassed.causeAt(account.asOf()));
    }
}
