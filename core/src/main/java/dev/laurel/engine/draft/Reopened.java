package dev.laurel.engine.draft;

import dev.laurel.ledger.Lot;
import dev.laurel.receipt.ClosureReceipt;
import dev.laurel.receipt.OpenHold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the closure of an account ended is there again. What would have happened by itself to it meanwhile happens now, in the order in
 * time: pending lots became available and paid what was owed, holds lapsed.
 */
final class Reopened {
    private final AccountDraft account;
    private final HoldsDraft holds;
    private final LedgerDraft ledger;

    /** Something that would have happened meanwhile; at one instant lots become available before holds lapse. */
    private record Missed(Instant at, Runnable happening) {}

    Reopened(AccountDraft account, HoldsDraft holds, LedgerDraft ledger) {
        this.account = account;
        this.holds = holds;
        this.ledger = ledger;
    }

    void restore(ClosureReceipt closure, String cause) {
        List<Missed> missed = new ArrayList<>();
        for (ClosureReceipt.ExpiredLots expired : closure.wallets()) {
            WalletDraft wallet = account.wallet(expired.currency());
            List<Lot> back = new ArrayList<>();
            for (Lot lot : expired.lots()) {
                if (hasMatured(lot, closure)) {
                    missed.add(new Missed(lot.available(), () -> mature(wallet, lot, closure, cause)));
                } else if (!isPast(wallet, lot, closure)) {
                    back.add(lot);
                }
            }
            ledger.comeBack(wallet, back, closure.entry(), cause);
        }
        for (OpenHold hold : closure.holds()) {
            if (hold.until().isAfter(account.asOf())) {
                holds.reopen(hold, cause);
            } else {
                missed.add(new Missed(hold.until(), () -> lapse(hold, cause)));
            }
        }
        missed.sort(Comparator.comparing(Missed::at));
        missed.forEach(each -> each.happening().run());
        account.expireOverdue();
    }

    private boolean isPast(WalletDraft wallet, Lot lot, ClosureReceipt closure) {
        return wallet.isPast(wallet.expiry().now(lot), closure.entry(), account.asOf());
    }

    /** Whether a lot was pending when the account was closed, and would have become available since. */
    private boolean hasMatured(Lot lot, ClosureReceipt closure) {
        return lot.available().isAfter(closure.closed()) && !lot.available().isAfter(account.asOf());
    }

    /** One that is past its date by now has paid what was owed, as far as it became available before; what is left of it stays expired. */
    private void mature(WalletDraft wallet, Lot lot, ClosureReceipt closure, String cause) {
        boolean wasAvailable = !wallet.expiry().now(lot).isExpiredAt(lot.available());
        if (!isPast(wallet, lot, closure)) {
            ledger.comeBack(wallet, List.of(lot), closure.entry(), cause);
        } else if (wasAvailable && wallet.balance().debt() > 0) {
            long paying = Math.min(lot.left(), wallet.balance().debt());
            ledger.comeBack(wallet, List.of(lot.withLeft(paying)), closure.entry(), cause);
        }
    }

    /** That the orders which it was to pay are unpaid was told when the account was closed. */
    private void lapse(OpenHold hold, String cause) {
        OpenHold told = hold.paying(List.of());
        holds.reopen(told, cause);
        holds.release(told, cause);
    }
}
