package dev.laurel.engine.draft;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Pending points become available, and pay what is owed. */
final class Availability implements Timed {
    @Override
    public @Nullable Instant nextChange(AccountDraft account) {
        Instant next = null;
        for (WalletDraft wallet : account.wallets()) {
            next = Timed.earlier(next, wallet.pendingUntil());
        }
        return next;
    }

    @Override
    public void settleDue(AccountDraft account) {
        for (WalletDraft wallet : account.wallets()) {
            if (wallet.mature(account.asOf())) {
                account.ledger().payDebt(wallet, null);
            }
        }
    }
}
