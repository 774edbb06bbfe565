package dev.laurel.simulation;

import dev.laurel.decision.UnpaidOrders;
import dev.laurel.event.Capture;
import dev.laurel.event.Release;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LotUse;
import dev.laurel.program.Expiry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What becomes of holds. */
final class PlainHolds {
    private PlainHolds() {}

    /** Those that are open, in the order in which they lapse. */
    static List<PlainSpending> inOrder(PlainAccount account) {
        return account.spendings.values().stream()
                .filter(spending -> spending.isOpen)
                .sorted(Comparator.comparing((PlainSpending hold) -> hold.until).thenComparing(hold -> hold.id))
                .toList();
    }

    static Instant nextLapse(PlainAccount account) {
        List<PlainSpending> open = inOrder(account);
        return open.isEmpty() ? null : open.get(0).until;
    }

    static void lapse(PlainAccount account) {
        for (PlainSpending hold : inOrder(account)) {
            if (!hold.until.isAfter(account.asOf)) {
                release(account, hold);
            }
        }
    }

    static void releaseAll(PlainAccount account) {
        inOrder(account).forEach(hold -> release(account, hold));
    }

    /** All goes back, the reward was not used, and orders that it was to pay are not paid. */
    private static void release(PlainAccount account, PlainSpending hold) {
        hold.isOpen = false;
        giveBack(account, hold, hold.lots);
        account.countUse(hold, -1);
        if (!hold.orders.isEmpty()) {
            account.unpaid.add(new UnpaidOrders(hold.id, hold.orders, account.asOf));
        }
    }

    private static void giveBack(PlainAccount account, PlainSpending hold, List<LotUse> lots) {
        PlainWallet wallet = account.wallet(hold.currency);
        wallet.held -= PlainAccount.sum(lots);
        account.expireOverdue(wallet, account.putBack(EntryKind.RELEASE, hold, lots));
    }

    private static PlainSpending known(PlainAccount account, String id) {
        PlainSpending spending = account.spendings.get(id);
        return spending != null && spending.isHold() ? spending : null;
    }

    private static PlainSpending requireOpen(PlainAccount account, String id) {
        PlainSpending hold = known(account, id);
        PlainRefusal.unless(hold != null, "UNKNOWN_HOLD");
        PlainRefusal.unless(hold.isOpen, "ALREADY_RESOLVED");
        return hold;
    }

    static void release(PlainAccount account, Release event) {
        release(account, requireOpen(account, event.hold()));
    }

    /** A fixed price is captured whole, a chosen one in its steps; after an erasure nobody knows any more what it was. */
    static void requireValid(PlainAccount account, Capture event) {
        PlainSpending hold = known(account, event.hold());
        if (hold != null && event.points() != null && account.erased == null) {
            PlainRefusal.unless(PlainRewards.isAllowed(hold.reward.price(), event.points()), "INVALID");
        }
    }

    /** Takes what was set aside first; the rest goes back. */
    static void capture(PlainAccount account, Capture event) {
        PlainSpending hold = requireOpen(account, event.hold());
        long points = event.points() == null ? hold.points() : event.points();
        PlainRefusal.unless(points <= hold.points(), "EXCEEDS_REDEMPTION");
        account.active(Expiry.Activity.CAPTURE, event.occurredAt());
        List<LotUse> taken = new ArrayList<>();
        List<LotUse> rest = new ArrayList<>();
        long missing = points;
        for (LotUse use : hold.lots) {
            long part = Math.min(missing, use.points());
            missing -= part;
            if (part > 0) {
                taken.add(new LotUse(use.lot(), part, use.until()));
            }
            if (part < use.points()) {
                rest.add(new LotUse(use.lot(), use.points() - part, use.until()));
            }
        }
        PlainWallet wallet = account.wallet(hold.currency);
        wallet.held -= points;
        wallet.count(PlainWallet.Total.REDEEMED, points);
        hold.isOpen = false;
        hold.takenAt = event.occurredAt();
        hold.taken = taken;
        account.captures.put(event.id(), hold.id);
        account.write(EntryKind.CAPTURE, wallet, -points, taken, hold.reward.id(), hold.id);
        if (!rest.isEmpty()) {
            giveBack(account, hold, rest);
        }
        // What orders were to be paid with but was not captured is back already.
        long due = hold.waiting - Math.max(0, hold.pointsPaid() - points);
        hold.waiting = 0;
        if (due > 0) {
            account.expireOverdue(wallet, account.restore(hold, due));
        }
    }
}
