package dev.laurel.engine.draft;

import dev.laurel.event.TimePassed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Pending points become available, and pay what is owed. */
final class Availability implements Timed {
    private final WalletDraft[] wallets;
    private final LedgerDraft ledger;

    Availability(WalletDraft[] wallets, LedgerDraft ledger) {
        this.wallets = wallets;
        this.ledger = ledger;
    }

    @Override
    public @Nullable Instant nextChange() {
        return Timed.earliest(wallets, WalletDraft::pendingUntil);
    }

    @Override
    public void settleDue(Instant now) {
        for (WalletDraft wallet : wallets) {
            if (wallet.mature(now)) {
                ledger.payDebt(wallet, TimePassed.causeAt(now));
            }
        }
    }
}
