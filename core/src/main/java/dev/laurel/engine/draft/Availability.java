package dev.laurel.engine.draft;

import dev.laurel.time.Timestamps;

/** Pending points become available, and pay what is owed. */
final class Availability implements Timed {
    @Override
    public long nextChange(AccountDraft account) {
        long next = Timestamps.NEVER;
        for (WalletDraft wallet : account.wallets()) {
            next = Math.min(next, wallet.lots().pendingUntil());
        }
        return next;
    }

    @Override
    public void settleDue(AccountDraft account) {
        for (WalletDraft wallet : account.wallets()) {
            if (wallet.mature(account.now())) {
                account.ledger().payDebt(wallet, null);
            }
        }
    }
}
