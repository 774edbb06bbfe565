package dev.laurel.simulation;

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
    static List<PlainHold> inOrder(PlainAccount account) {
        return account.holds.values().stream()
                .filter(PlainHold::isOpen)
                .sorted(Comparator.comparing(PlainHold::until).thenComparing(PlainHold::id))
                .toList();
    }

    static Instant nextLapse(PlainAccount account) {
        List<PlainHold> open = inOrder(account);
        return open.isEmpty() ? null : open.get(0).until();
    }

    static void open(PlainAccount account, PlainWallet wallet, PlainHold hold) {
        account.holds.put(hold.id(), hold);
        wallet.held += hold.points();
        account.write(
                EntryKind.HOLD,
                wallet,
                hold.points(),
                hold.lots(),
                hold.reward().id(),
                0);
    }

    static void lapse(PlainAccount account) {
        for (PlainHold hold : inOrder(account)) {
            if (!hold.until().isAfter(account.asOf)) {
                release(account, hold);
            }
        }
    }

    static void releaseAll(PlainAccount account) {
        inOrder(account).forEach(hold -> release(account, hold));
    }

    /** All goes back, and the reward was not used. */
    private static void release(PlainAccount account, PlainHold hold) {
        account.holds.put(hold.id(), hold.resolved());
        giveBack(account, hold, hold.lots());
        hold.reward().limits().forEach(limit -> account.count(hold.reward().id(), limit, hold.occurredAt(), -1));
    }

    private static void giveBack(PlainAccount account, PlainHold hold, List<LotUse> lots) {
        PlainWallet wallet = account.wallet(hold.currency());
        long points = PlainAccount.sum(lots);
        wallet.held -= points;
        account.write(EntryKind.RELEASE, wallet, points, lots, hold.reward().id(), 0);
        account.putBack(wallet, lots);
    }

    private static PlainHold requireOpen(PlainAccount account, String id) {
        PlainHold hold = account.holds.get(id);
        PlainRefusal.unless(hold != null, "UNKNOWN_HOLD");
        PlainRefusal.unless(hold.isOpen(), "ALREADY_RESOLVED");
        return hold;
    }

    static void release(PlainAccount account, Release event) {
        release(account, requireOpen(account, event.hold()));
    }

    /** Takes what was set aside first; the rest goes back. */
    static void capture(PlainAccount account, Capture event) {
        PlainHold hold = requireOpen(account, event.hold());
        long points = event.points() == null ? hold.points() : event.points();
        PlainRefusal.unless(points <= hold.points(), "EXCEEDS_REDEMPTION");
        account.active(Expiry.Activity.CAPTURE, event.occurredAt());
        account.holds.put(hold.id(), hold.resolved());
        List<LotUse> taken = new ArrayList<>();
        List<LotUse> rest = new ArrayList<>();
        long missing = points;
        for (LotUse use : hold.lots()) {
            long part = Math.min(missing, use.points());
            missing -= part;
            if (part > 0) {
                taken.add(new LotUse(use.lot(), part));
            }
            if (part < use.points()) {
                rest.add(new LotUse(use.lot(), use.points() - part));
            }
        }
        PlainWallet wallet = account.wallet(hold.currency());
        wallet.held -= points;
        wallet.count(PlainWallet.Total.REDEEMED, points);
        account.write(EntryKind.CAPTURE, wallet, -points, taken, hold.reward().id(), 0);
        account.redemptions.put(event.id(), new PlainRedemption(hold.reward().id(), hold.currency(), taken, 0));
        if (!rest.isEmpty()) {
            giveBack(account, hold, rest);
        }
    }
}
