package dev.laurel.engine.draft;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Points expire, at the dates of their lots or because the customer has been inactive for too long. */
final class Expiration implements Timed {
    @Override
    public @Nullable Instant nextChange(AccountDraft account) {
        Instant next = null;
        for (WalletDraft wallet : account.wallets()) {
            next = Timed.earlier(next, wallet.nextExpiry());
        }
        return next;
    }

    @Override
    public @Nullable Instant nextVisibleChange(AccountDraft account) {
        Instant next = null;
        for (WalletDraft wallet : account.wallets()) {
            next = Timed.earlier(next, wallet.nextVisibleExpiry());
        }
        return next;
    }

    @Override
    public void settleDue(AccountDraft account) {
        LedgerDraft ledger = account.ledger();
        for (WalletDraft wallet : account.wallets()) {
            ledger.expire(wallet, wallet.expire(account.asOf(), ledger.sequence()), null);
        }
    }
}
