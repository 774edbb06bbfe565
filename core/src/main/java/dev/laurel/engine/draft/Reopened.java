package dev.laurel.engine.draft;

import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotUse;
import dev.laurel.receipt.ClosureReceipt;
import dev.laurel.receipt.LotTaken;
import dev.laurel.receipt.OpenHold;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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
        for (WalletDraft wallet : account.wallets()) {
            wallet.expiry().reopen(at -> thereAt(at, wallet, closure), closure.entry());
        }
        for (ClosureReceipt.ExpiredLots expired : closure.wallets()) {
            WalletDraft wallet = account.wallet(expired.currency());
            List<Lot> back = new ArrayList<>();
            SortedMap<Instant, List<Lot>> matured = new TreeMap<>();
            for (Lot lot : expired.lots()) {
                if (hasMatured(lot, closure)) {
                    matured.computeIfAbsent(lot.available(), at -> new ArrayList<>())
                            .add(lot);
                } else if (!isPast(wallet, lot, closure)) {
                    back.add(lot);
                }
            }
            comeBack(wallet, back, closure, cause);
            matured.forEach((at, lots) ->
                    missed.add(new Missed(at, () -> mature(wallet, lots, expired.runsOut(), closure, cause))));
        }
        for (OpenHold hold : closure.holds()) {
            if (hold.until().isAfter(account.asOf())) {
                holds.reopen(hold, cause);
            } else {
                missed.add(new Missed(hold.until(), () -> holds.reopenLapsed(hold, cause)));
            }
        }
        missed.sort(Comparator.comparing(Missed::at));
        missed.forEach(each -> each.happening().run());
        account.expireOverdue();
        // What lapsed holds gave back can have come to its date since.
        account.catchUp(account.asOf());
    }

    /**
     * What the closure ended of a point currency, on hold or not, and would have been there at an instant: points that could be spent again by
     * then have paid what was owed.
     */
    private List<Lot> thereAt(Instant at, WalletDraft wallet, ClosureReceipt closure) {
        List<Ended> ended = new ArrayList<>();
        for (ClosureReceipt.ExpiredLots expired : closure.wallets()) {
            if (expired.currency().equals(wallet.currency())) {
                for (Lot lot : expired.lots()) {
                    boolean waits = lot.available().isAfter(closure.closed());
                    ended.add(new Ended(lot, lot.left(), waits ? lot.available() : Instant.MAX));
                }
            }
        }
        for (OpenHold hold : closure.holds()) {
            if (hold.currency().equals(wallet.currency())) {
                hold.lots().forEach(taken -> ended.add(new Ended(taken.lot(), taken.left(), hold.until())));
            }
        }
        ended.sort(Comparator.comparing(Ended::comesBack));
        List<Lot> there = new ArrayList<>();
        long debt = wallet.debt();
        for (Ended each : ended) {
            long paid = each.comesBack().isAfter(at) ? 0 : Math.min(debt, each.points());
            debt -= paid;
            if (paid < each.points()) {
                there.add(each.lot());
            }
        }
        return there;
    }

    /**
     * Points that the closure ended.
     *
     * @param comesBack when they would have become available, or come back from their hold; never if they could be spent
     */
    private record Ended(Lot lot, long points, Instant comesBack) {}

    private boolean isPast(WalletDraft wallet, Lot lot, ClosureReceipt closure) {
        return wallet.isPast(wallet.expiry().now(lot, closure.entry()), lot, closure.entry(), account.now());
    }

    /** Whether a lot was pending when the account was closed, and would have become available since. */
    private boolean hasMatured(Lot lot, ClosureReceipt closure) {
        return lot.available().isAfter(closure.closed()) && !lot.available().isAfter(account.asOf());
    }

    /**
     * Lots became available at one instant. Those that are past their dates by now have paid what was owed first; what is left of these
     * stays expired.
     */
    private void mature(
            WalletDraft wallet, List<Lot> lots, @Nullable Instant runsOut, ClosureReceipt closure, String cause) {
        List<Lot> back = new ArrayList<>();
        long debt = wallet.debt();
        for (Lot lot : lots) {
            boolean isPast = isPast(wallet, lot, closure);
            long paying = Math.min(lot.left(), debt);
            if (!isPast) {
                back.add(lot);
            } else if (paying > 0
                    && becameAvailable(wallet.expiry(), wallet.expiry().now(lot, closure.entry()), runsOut)) {
                back.add(lot.withLeft(paying));
                debt -= paying;
            }
        }
        comeBack(wallet, back, closure, cause);
    }

    /** Points that end at the very instant at which they would become available never were. */
    private static boolean becameAvailable(ExpiryDraft expiry, Lot before, @Nullable Instant runsOut) {
        Lot lot = expiry.now(before);
        boolean isTimed = lot.endMicros() == Timestamps.NEVER || expiry.isOnTimer(lot);
        long end = isTimed ? Math.min(lot.endMicros(), Timestamps.microsOrNever(runsOut)) : lot.endMicros();
        return lot.availableMicros() < end;
    }

    /** Lots are there again, or overdue where they are past their dates, and pay what is owed. */
    private void comeBack(WalletDraft wallet, List<Lot> lots, ClosureReceipt closure, String cause) {
        if (lots.isEmpty()) {
            return;
        }
        List<LotTaken> returning = lots.stream()
                .map(lot -> new LotTaken(lot, lot.left(), lot.left()))
                .toList();
        ledger.redateReturning(wallet, returning, closure.entry(), cause);
        List<LotUse> uses = new ArrayList<>(lots.size());
        long points = 0;
        long pending = 0;
        for (Lot lot : lots) {
            wallet.comeBack(lot, closure.entry());
            uses.add(lot.use(lot.left()));
            points = Math.addExact(points, lot.left());
            pending += lot.availableMicros() > account.now() ? lot.left() : 0;
        }
        ledger.post(wallet, new Posting(EntryKind.EXPIRE, wallet.currency(), points, uses).fromPending(pending), cause);
        ledger.payDebt(wallet, cause);
    }
}
