package dev.laurel.engine.draft;

import dev.laurel.time.Timestamps;

/** Points expire, at the dates of their lots or because the customer has been inactive for too long. */
final class Expiration implements Timed {
    @Override
    public long nextChange(AccountDraft account) {
        long next = Timestamps.NEVER;
        for (WalletDraft wallet : account.wallets()) {
            next = Math.min(next, wallet.lots().nextExpiry());
        }
        return next;
    }

    @Override
    public long nextVisibleChange(AccountDraft account) {
        long next = Timestamps.NEVER;
        for (WalletDraft wallet : account.wallets()) {
            next = Math.min(next, wallet.lots().nextVisibleExpiry());
        }
        return next;
    }

    @Override
    public void settleDue(AccountDraft account) {
        LedgerDraft ledger = account.ledger();
        for (WalletDraft wallet : account.wallets()) {
            ledger.expire(wallet, wallet.expire(account.now()), null);
        }
    }
}
