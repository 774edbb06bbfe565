package dev.laurel.engine.draft;

import dev.laurel.account.OpenHold;
import dev.laurel.decision.UnpaidOrders;
import dev.laurel.engine.plan.PlannedCap;
import dev.laurel.engine.plan.PlannedReward;
import dev.laurel.event.TimePassed;
import dev.laurel.ledger.EntryKind;
import dev.laurel.receipt.LotTaken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The holds of an account that are open, while an event is being settled; each ends exactly once, and lapses by itself. */
public final class HoldsDraft implements Timed {
    private final AccountDraft account;
    private final List<OpenHold> before;
    private final List<UnpaidOrders> unpaid = new ArrayList<>(0);
    private @Nullable List<OpenHold> changed;

    HoldsDraft(AccountDraft account, List<OpenHold> before) {
        this.account = account;
        this.before = before;
    }

    /** Those that are open, in the order in which they lapse. */
    List<OpenHold> open() {
        return changed == null ? before : changed;
    }

    private List<OpenHold> changing() {
        if (changed == null) {
            changed = new ArrayList<>(before);
        }
        return changed;
    }

    /** The open hold of an id, or null. */
    @Nullable
    public OpenHold find(String id) {
        for (OpenHold hold : open()) {
            if (hold.hold().equals(id)) {
                return hold;
            }
        }
        return null;
    }

    /** Opens a hold; one that comes so late that it is over already lapses at once. */
    void open(OpenHold hold) {
        List<OpenHold> holds = changing();
        holds.add(hold);
        holds.sort(OpenHold.BY_END);
        account.catchUp(account.asOf());
    }

    /** When the next one lapses, or null. */
    @Override
    public @Nullable Instant nextChange() {
        return open().isEmpty() ? null : open().get(0).until();
    }

    /** Lets lapse what has come to its end. */
    @Override
    public void settleDue(Instant now) {
        while (!open().isEmpty() && !open().get(0).until().isAfter(now)) {
            release(open().get(0), TimePassed.causeAt(now));
        }
    }

    /** Ends all that are open. */
    void releaseAll(String cause) {
        while (!open().isEmpty()) {
            release(open().get(0), cause);
        }
    }

    /** All that was set aside goes back, and the customer has not used the reward. */
    public void release(OpenHold hold, String cause) {
        boolean open = changing().remove(hold);
        giveBack(hold, hold.lots(), cause);
        noteUnpaid(hold);
        PlannedReward reward = account.plan().reward(hold.reward());
        if (open && reward != null) {
            for (PlannedCap limit : reward.limits()) {
                // A window that can have no influence any more is not kept.
                if (account.counters().counted(limit, hold.occurredAt()) > 0) {
                    account.counters().count(limit, hold.occurredAt(), -1);
                }
            }
        }
    }

    /** So many points are taken for good, those that were set aside first; the rest goes back. */
    public List<LotTaken> capture(OpenHold hold, long points, String cause) {
        boolean open = changing().remove(hold);
        List<LotTaken> taken = new ArrayList<>();
        List<LotTaken> rest = new ArrayList<>();
        long missing = open ? points : 0;
        for (LotTaken lot : hold.lots()) {
            long part = Math.min(missing, lot.points());
            missing -= part;
            if (part > 0) {
                taken.add(new LotTaken(lot.lot(), part, part));
            }
            if (part < lot.points()) {
                rest.add(new LotTaken(lot.lot(), lot.points() - part, lot.points() - part));
            }
        }
        WalletDraft wallet = account.wallet(hold.currency());
        Posting posting = new Posting(EntryKind.CAPTURE, wallet, -pointsOf(taken), LedgerDraft.uses(taken));
        account.ledger().post(posting.by(hold.reward()).ofHold(hold.hold()), cause);
        if (!rest.isEmpty()) {
            giveBack(hold, rest, cause);
        }
        return taken;
    }

    private void giveBack(OpenHold hold, List<LotTaken> lots, String cause) {
        WalletDraft wallet = account.wallet(hold.currency());
        LedgerDraft.Origin origin = new LedgerDraft.Origin(EntryKind.RELEASE, hold.entry(), hold.reward(), hold.hold());
        account.ledger().putBack(wallet, lots, origin, cause);
        account.ledger().expireOverdue(wallet);
    }

    /** Orders that a hold was to pay stay as they were placed, but nobody pays that part of them any more. */
    private void noteUnpaid(OpenHold hold) {
        if (!hold.orders().isEmpty()) {
            unpaid.add(new UnpaidOrders(hold.hold(), hold.orders(), account.asOf()));
        }
    }

    /** The orders that holds which ended without a capture leave unpaid. */
    List<UnpaidOrders> unpaid() {
        return unpaid;
    }

    /** A hold that is open is to pay one more purchase. */
    public void pay(OpenHold hold, String order) {
        changeOrders(hold, orders -> orders.add(order));
    }

    /** A hold that is open has no longer anything to pay of a purchase, since all that it was to pay of it was returned. */
    public void payNoMore(OpenHold hold, String order) {
        changeOrders(hold, orders -> orders.remove(order));
    }

    private void changeOrders(OpenHold hold, Consumer<List<String>> change) {
        List<String> orders = new ArrayList<>(hold.orders());
        change.accept(orders);
        changing().replaceAll(open -> open.hold().equals(hold.hold()) ? open.paying(orders) : open);
    }

    private static long pointsOf(List<LotTaken> lots) {
        long points = 0;
        for (LotTaken taken : lots) {
            points = Math.addExact(points, taken.points());
        }
        return points;
    }
}
