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
        return Timed.earliest(wallets, WalletDraft::nextExpiry);
    }

    @Override
    public @Nullable Instant nextVisibleChange() {
        return Timed.earliest(wallets, WalletDraft::nextVisibleExpiry);
    }

    @Override
    public void settleDue(Instant now) {
        for (WalletDraft wallet : wallets) {
            ledger.expire(wallet, wallet.expire(now, ledger.sequence()), TimePassed.causeAt(now));
        }
    }
}
