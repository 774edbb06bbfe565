package dev.laurel.engine.draft;

import dev.laurel.decision.UnpaidOrders;
import dev.laurel.event.TimePassed;
import dev.laurel.ledger.EntryKind;
import dev.laurel.receipt.LotTaken;
import dev.laurel.receipt.OpenHold;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The holds of an account that are open, while an event is being settled; each ends exactly once, and lapses by itself. */
public final class HoldsDraft {
    private final AccountDraft account;
    private final List<OpenHold> before;
    private List<UnpaidOrders> unpaid = List.of();
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
        account.forgetQuiet();
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

    /** Whether as many are open as may be. */
    public boolean areFull() {
        return open().size() >= OpenHold.MOST_AT_ONCE;
    }

    /** Opens a hold; one that comes so late that it is over already lapses at once. */
    void open(OpenHold hold) {
        List<OpenHold> holds = changing();
        holds.add(hold);
        holds.sort(OpenHold.BY_END);
        account.catchUp(account.asOf());
    }

    /** When the next one lapses, or never. */
    long nextLapse() {
        return open().isEmpty()
                ? Timestamps.NEVER
                : Timestamps.micros(open().get(0).until());
    }

    /** Lets lapse what has come to its end. */
    void lapse() {
        Instant now = account.asOf();
        while (!open().isEmpty() && !open().get(0).until().isAfter(now)) {
            release(open().get(0), TimePassed.causeAt(now));
        }
    }

    /** All that is set aside goes back, and the customer has not used the reward unless some of it was captured. */
    public void release(OpenHold hold, String cause) {
        end(hold);
        giveBack(hold, hold.lots(), account.asOf(), cause);
    }

    private void end(OpenHold hold) {
        changing().removeIf(open -> open.hold().equals(hold.hold()));
        if (!hold.orders().isEmpty()) {
            unpaid = unpaid.isEmpty() ? new ArrayList<>(1) : unpaid;
            unpaid.add(new UnpaidOrders(hold.hold(), hold.orders(), account.asOf()));
        }
        if (hold.captured() == 0) {
            hold.counted().forEach(use -> account.counters().giveBack(use, 1));
        }
    }

    /**
     * Takes points for good, those that were set aside first. The rest goes back, or stays on hold if more captures follow.
     *
     * @return from which lots they are taken
     */
    public List<LotTaken> capture(OpenHold hold, long points, boolean more, String cause) {
        List<LotTaken> taken = new ArrayList<>();
        List<LotTaken> rest = new ArrayList<>();
        long missing = points;
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
        Posting posting = new Posting(EntryKind.CAPTURE, wallet.currency(), -points, LedgerDraft.uses(taken));
        account.ledger().post(wallet, posting.by(hold.reward()).ofHold(hold.hold()), cause);
        if (rest.isEmpty() || !more) {
            changing().removeIf(open -> open.hold().equals(hold.hold()));
        } else {
            change(hold.hold(), open -> open.withLots(rest).withCaptured(open.captured() + points));
        }
        if (!rest.isEmpty() && !more) {
            giveBack(hold, rest, account.asOf(), cause);
        }
        return taken;
    }

    /** Notes how many captured points of a hold have not been given back; says whether the hold is open. */
    boolean noteCaptured(String hold, long points) {
        boolean isOpen = find(hold) != null;
        if (isOpen) {
            change(hold, open -> open.withCaptured(points));
        }
        return isOpen;
    }

    private void giveBack(OpenHold hold, List<LotTaken> lots, Instant at, String cause) {
        WalletDraft wallet = account.wallet(hold.currency());
        LedgerDraft.Origin origin = new LedgerDraft.Origin(EntryKind.RELEASE, hold.entry(), hold.reward(), hold.hold());
        account.ledger().putBack(wallet, lots, origin, at, cause);
        account.ledger().expireOverdue(wallet);
    }

    /** The orders that holds which ended without a capture leave unpaid: they stay as they were placed. */
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

    /** Captures have paid all that a hold was to pay so far. */
    public void payNothingMore(String hold) {
        change(hold, open -> open.paying(List.of()));
    }

    private void changeOrders(OpenHold hold, Consumer<List<String>> change) {
        List<String> orders = new ArrayList<>(hold.orders());
        change.accept(orders);
        change(hold.hold(), open -> open.paying(orders));
    }

    private void change(String hold, UnaryOperator<OpenHold> change) {
        changing().replaceAll(open -> open.hold().equals(hold) ? change.apply(open) : open);
    }

    // --- closing and reopening ---

    /** Ends all that are open, in the order in which they lapse; what they set aside expires with the rest. */
    List<OpenHold> expireAll(String cause) {
        List<OpenHold> ended = List.copyOf(open());
        for (OpenHold hold : ended) {
            end(hold);
            account.wallet(hold.currency()).noteHeld(hold.lots(), true);
            expire(hold, -hold.points(), cause);
        }
        return ended;
    }

    /** What such a hold set aside is set aside again. */
    void reopen(OpenHold hold, String cause) {
        account.wallet(hold.currency()).noteHeld(hold.lots(), false);
        expire(hold, hold.points(), cause);
        List<OpenHold> holds = changing();
        holds.add(hold);
        holds.sort(OpenHold.BY_END);
        if (hold.captured() == 0) {
            hold.counted().forEach(use -> account.counters().count(use, 1));
        }
    }

    /** Such a hold has lapsed meanwhile, at its end. That the orders which it was to pay are unpaid was told when the account was closed. */
    void reopenLapsed(OpenHold hold, String cause) {
        OpenHold told = hold.paying(List.of());
        reopen(told, cause);
        end(told);
        giveBack(told, told.lots(), told.until(), cause);
    }

    /** What a hold sets aside expires out of it, or is in it again: nothing of it can be spent in between, so it pays nothing. */
    private void expire(OpenHold hold, long points, String cause) {
        WalletDraft wallet = account.wallet(hold.currency());
        Posting posting = new Posting(EntryKind.EXPIRE, wallet.currency(), points, LedgerDraft.uses(hold.lots()));
        account.ledger().post(wallet, posting.ofHold(hold.hold()), cause);
    }
}
