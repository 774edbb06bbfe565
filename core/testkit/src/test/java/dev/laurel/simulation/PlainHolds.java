package dev.laurel.simulation;

import dev.laurel.decision.UnpaidOrders;
import dev.laurel.event.Capture;
import dev.laurel.event.Hold;
import dev.laurel.event.Release;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LotUse;
import dev.laurel.time.Expiry;
import java.time.Instant;
import java.time.ZonedDateTime;
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

    /** What is left goes back. */
    private static void release(PlainAccount account, PlainSpending hold) {
        List<LotUse> rest = hold.onHold();
        giveBack(account, hold, rest);
        resolve(account, hold);
    }

    private static void giveBack(PlainAccount account, PlainSpending hold, List<LotUse> lots) {
        PlainWallet wallet = account.wallet(hold.currency);
        wallet.held -= PlainPoints.sum(lots);
        account.points.expireOverdue(wallet, account.points.putBack(EntryKind.RELEASE, hold, lots));
    }

    /** Nothing is on hold any more: the reward was not used if nothing was captured, or all of that has gone back. */
    static void resolve(PlainAccount account, PlainSpending hold) {
        hold.isOpen = false;
        hold.waiting = 0;
        if (hold.left() == 0) {
            account.caps.countUse(hold, -1);
        }
        if (!hold.orders.isEmpty()) {
            account.unpaid.add(new UnpaidOrders(hold.id, hold.orders, account.asOf));
        }
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

    /** A hold is at most as long as the program's longest, by the calendar. */
    static void requireValid(PlainAccount account, Hold event) {
        ZonedDateTime begin = event.occurredAt().atZone(account.zone);
        Instant last = begin.plus(account.judging.longestHold()).toInstant();
        PlainRefusal.unless(!event.until().isAfter(last), "INVALID");
    }

    /** A thousand holds are open at most. */
    static void requireRoom(PlainAccount account) {
        PlainRefusal.unless(inOrder(account).size() < 1_000, "LIMIT_REACHED");
    }

    /** All that is left, or what fits the steps; after an erasure nobody knows any more what it was. */
    static void requireValid(PlainAccount account, Capture event) {
        PlainSpending hold = known(account, event.hold());
        if (hold != null && event.points() != null && account.erased == null) {
            // Also of a hold that is over: what is wrong then is that, and not how many points they are.
            boolean isRest = event.points() == hold.points() - hold.pointsTaken();
            PlainRefusal.unless(isRest || PlainRewards.isAllowed(hold.reward.price(), event.points()), "INVALID");
        }
    }

    /** Takes what was set aside first; the rest goes back, unless more captures follow. */
    static void capture(PlainAccount account, Capture event) {
        PlainSpending hold = requireOpen(account, event.hold());
        long points = event.points() == null ? hold.pointsOnHold() : event.points();
        PlainRefusal.unless(points <= hold.pointsOnHold(), "EXCEEDS_REDEMPTION");
        account.active(Expiry.Activity.CAPTURE, event.occurredAt());
        PlainTaken captured = hold.capture(event.id(), event.occurredAt(), points);
        if (hold.hasPaid()) {
            hold.orders.clear();
        }
        account.captures.put(event.id(), hold.id);
        PlainWallet wallet = account.wallet(hold.currency);
        wallet.held -= points;
        wallet.count(PlainWallet.Total.REDEEMED, points);
        account.points.write(EntryKind.CAPTURE, wallet, -points, captured.lots, hold.reward.id(), hold.id);
        List<LotUse> rest = hold.onHold();
        if (!rest.isEmpty() && !event.more()) {
            giveBack(account, hold, rest);
        }
        hold.isOpen = !rest.isEmpty() && event.more();
        // What orders were to be paid with but is not captured is back already, or still on hold.
        long due = hold.due();
        hold.waiting = hold.isOpen ? hold.waiting - due : 0;
        if (due > 0) {
            account.points.expireOverdue(wallet, account.points.restore(hold, hold.giveBack(due)));
        }
    }
}
