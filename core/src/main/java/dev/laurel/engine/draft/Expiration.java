package dev.laurel.engine.draft;

import dev.laurel.event.TimePassed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Points expire, at the dates of their lots or because the customer has been inactive for too long. */
final class Expiration implements Timed {
    private final WalletDraft[] wallets;
    private final LedgerDraft ledger;

    Expiration(WalletDraft[] wallets, LedgerDraft ledger) {
        this.wallets = wallets;
        this.ledger = ledger;
    }

    @Override
    public @Nullable Instant nextChange() {
        Instant next = null;
        for (WalletDraft wallet : wallets) {
            next = Timed.earlier(next, wallet.nextExpiry());
        }
        return next;
    }

    @Override
    public @Nullable Instant nextVisibleChange() {
        Instant next = null;
        for (WalletDraft wallet : wallets) {
            next = Timed.earlier(next, wallet.nextVisibleExpiry());
        }
        return next;
    }

    @Override
    public void settleDue(Instant now) {
        for (WalletDraft wallet : wallets) {
            ledger.expire(wallet, wallet.expire(now), TimePassed.causeAt(now));
        }
    }
}
