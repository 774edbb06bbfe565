package dev.laurel.engine.draft;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dev.laurel.account.Account;
import dev.laurel.engine.plan.Plan;
import dev.laurel.event.TimePassed;
import dev.laurel.ledger.Balance;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotUse;
import dev.laurel.receipt.LotTaken;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The entries that one event adds to the ledger of an account, and what they do to its wallets. */
public final class LedgerDraft {
    private final String program;
    private final ZoneId zone;
    private final List<LedgerEntry> entries = new ArrayList<>(4);
    private final List<OpenLot> openLots = new ArrayList<>(2);
    private Instant effective;
    private long sequence;
    private long lotsOpened;

    /** A lot that the event at hand is opening: awards with the same dates share it. */
    private static final class OpenLot {
        private final WalletDraft wallet;
        private final long number;
        private final Instant earned;
        private final Instant available;
        private final @Nullable Instant expires;
        private final EntryKind kind;
        private long points;

        OpenLot(
                EntryKind kind,
                WalletDraft wallet,
                long number,
                Instant earned,
                Instant available,
                @Nullable Instant expires) {
            this.kind = kind;
            this.wallet = wallet;
            this.number = number;
            this.earned = earned;
            this.available = available;
            this.expires = wallet.expiry().isSuspended() ? null : expires;
        }
    }

    LedgerDraft(Plan plan, Account before) {
        program = plan.versionedId();
        zone = plan.zone();
        effective = before.asOf();
        sequence = before.sequence();
        lotsOpened = before.lotsOpened();
    }

    /** The instant at which the account stands, and entries take effect. */
    Instant effective() {
        return effective;
    }

    /** Goes on to an instant; never back. */
    void moveTo(Instant instant) {
        if (instant.isAfter(effective)) {
            effective = instant;
        }
    }

    public List<LedgerEntry> entries() {
        return entries;
    }

    long sequence() {
        return sequence;
    }

    long lotsOpened() {
        return lotsOpened;
    }

    /** Awards points that can be spent at once; see the other method. */
    public long award(
            WalletDraft wallet, long points, Instant earned, @Nullable Instant expires, String rule, String cause) {
        return award(wallet, points, earned, effective, expires, rule, cause);
    }

    /** Awards points, in a lot that awards of the same event with the same dates share; returns the number of the lot. */
    public long award(
            WalletDraft wallet,
            long points,
            Instant earned,
            Instant available,
            @Nullable Instant expires,
            String rule,
            String cause) {
        OpenLot lot = openLot(wallet, earned, available, expires);
        credit(lot, points, rule, cause);
        return lot.number;
    }

    /** Adds points by hand, in a lot of their own. */
    public void adjustUp(WalletDraft wallet, long points, Instant earned, @Nullable Instant expires, String cause) {
        OpenLot lot = new OpenLot(EntryKind.ADJUST, wallet, ++lotsOpened, earned, effective, expires);
        openLots.add(lot);
        credit(lot, points, null, cause);
    }

    /** Takes points by hand: what is there, in the order of spending; what is missing is owed or forgotten. */
    public void adjustDown(WalletDraft wallet, long points, String cause) {
        long taken = Math.min(points, wallet.balance().available());
        long missing = points - taken;
        boolean owed = wallet.owes();
        post(
                EntryKind.ADJUST,
                wallet,
                owed ? -points : -taken,
                taken == 0 ? List.of() : uses(wallet.spend(taken)),
                null,
                cause,
                owed ? 0 : missing);
    }

    /**
     * Takes back points for a return: from the lots of the purchase, pending ones first, then from the others that can be spent,
     * in the order of spending; what is missing is owed or forgotten.
     */
    public void takeBack(WalletDraft wallet, Iterable<Lot> own, long points, String rule, String cause) {
        List<LotUse> uses = new ArrayList<>();
        long fromPending = 0;
        for (Lot lot : own) {
            fromPending += noted(uses, lot, wallet.takeFromPending(lot, points - fromPending));
        }
        long fromOwn = 0;
        for (Lot lot : own) {
            fromOwn += noted(uses, lot, wallet.takeFrom(lot, points - fromPending - fromOwn));
        }
        // The balance still has what was taken out of the lots until the entry is posted.
        long missing = points - fromPending - fromOwn;
        long fromOthers = Math.max(0, Math.min(missing, wallet.balance().available() - fromOwn));
        if (fromOthers > 0) {
            uses.addAll(uses(wallet.spend(fromOthers)));
        }
        missing -= fromOthers;
        boolean owed = wallet.owes();
        long signed = owed ? -points : missing - points;
        post(EntryKind.CLAWBACK, wallet, signed, uses, fromPending, rule, cause, owed ? 0 : missing, null);
    }

    private static long noted(List<LotUse> uses, Lot lot, long taken) {
        if (taken > 0) {
            uses.add(new LotUse(lot.number(), taken));
        }
        return taken;
    }

    /**
     * Gives points of a redemption, or those that were set aside by a hold, back to the lots that they came from; what of them
     * has expired since they were taken is gone at once.
     */
    void putBack(
            WalletDraft wallet,
            List<LotTaken> lots,
            Instant takenAt,
            String source,
            String cause,
            @Nullable String hold) {
        List<LotUse> uses = uses(lots);
        List<LotUse> gone = new ArrayList<>();
        long points = 0;
        for (LotTaken taken : lots) {
            points = Math.addExact(points, taken.points());
            if (wallet.putBack(taken.lot(), taken.points(), takenAt, effective)) {
                gone.add(new LotUse(taken.lot().number(), taken.points()));
            }
        }
        post(hold == null ? EntryKind.RESTORE : EntryKind.RELEASE, wallet, points, uses, source, cause, 0, hold);
        if (!gone.isEmpty()) {
            debit(EntryKind.EXPIRE, wallet, new Removed(gone, 0), null, TimePassed.causeAt(effective));
        }
    }

    private static List<LotUse> uses(List<LotTaken> lots) {
        List<LotUse> uses = new ArrayList<>(lots.size());
        lots.forEach(taken -> uses.add(new LotUse(taken.lot().number(), taken.points())));
        return uses;
    }

    /** Credits points that are brought over from another system, in a lot of their own. */
    public void bringOver(WalletDraft wallet, long points, Instant earned, @Nullable Instant expires, String cause) {
        OpenLot lot = new OpenLot(EntryKind.OPEN, wallet, ++lotsOpened, earned, effective, expires);
        openLots.add(lot);
        credit(lot, points, null, cause);
    }

    private void credit(OpenLot lot, long points, @Nullable String source, String cause) {
        lot.points = Math.addExact(lot.points, points);
        entries.add(new LedgerEntry(
                ++sequence,
                lot.kind,
                lot.wallet.currency(),
                points,
                ImmutableList.of(new LotUse(lot.number, points)),
                source,
                cause,
                program,
                effective,
                lot.earned,
                lot.available,
                lot.expires));
    }

    private OpenLot openLot(WalletDraft wallet, Instant earned, Instant available, @Nullable Instant expires) {
        for (OpenLot lot : openLots) {
            if (lot.wallet == wallet
                    && lot.earned.equals(earned)
                    && lot.available.equals(available)
                    && Objects.equals(lot.expires, wallet.expiry().isSuspended() ? null : expires)) {
                return lot;
            }
        }
        OpenLot lot = new OpenLot(EntryKind.EARN, wallet, ++lotsOpened, earned, available, expires);
        openLots.add(lot);
        return lot;
    }

    /** Puts the lots that the event opened where they can be spent, or where they wait for that. */
    void closeLots() {
        for (OpenLot open : openLots) {
            Lot lot = new Lot(open.number, open.points, open.points, open.earned, open.available, open.expires);
            boolean pending = open.available.isAfter(effective);
            open.wallet.post(open.kind, open.points, open.points, pending ? open.points : 0);
            if (pending) {
                open.wallet.addPending(lot);
            } else {
                open.wallet.add(lot);
            }
            if (startsTimer(open)) {
                open.wallet.expiry().startTimer(open.earned, zone);
            }
        }
        openLots.clear();
    }

    /**
     * Points without a date start the timer of inactivity; all that come with them tell when the customer was active. Points that
     * only move start a timer as it stood where they came from.
     */
    private boolean startsTimer(OpenLot open) {
        return open.kind.startsTimer()
                && Iterables.any(openLots, lot -> lot.wallet == open.wallet && lot.expires == null);
    }

    /** Whatever became available pays a debt first; what had run out before it could be spent does not. */
    void payDebt(WalletDraft wallet, String cause) {
        Balance balance = wallet.balance();
        long paid = Math.min(balance.debt(), balance.available());
        if (paid > 0) {
            post(EntryKind.DEBT_PAID, wallet, paid, uses(wallet.spend(paid)), null, cause, 0);
        }
    }

    /** Pays a reward, and says from which lots. */
    public List<LotTaken> redeem(WalletDraft wallet, long points, String reward, String cause) {
        List<LotTaken> lots = wallet.spend(points);
        debit(EntryKind.REDEEM, wallet, new Removed(uses(lots), 0), reward, cause);
        return lots;
    }

    /** Sets points aside for a reward, and says from which lots. */
    public List<LotTaken> hold(WalletDraft wallet, long points, String reward, String hold) {
        List<LotTaken> lots = wallet.spend(points);
        post(EntryKind.HOLD, wallet, points, uses(lots), reward, hold, 0, hold);
        return lots;
    }

    /** Takes points for good that a hold had set aside. */
    void capture(WalletDraft wallet, List<LotTaken> lots, String reward, String cause, String hold) {
        long points = 0;
        for (LotTaken taken : lots) {
            points = Math.addExact(points, taken.points());
        }
        post(EntryKind.CAPTURE, wallet, -points, uses(lots), reward, cause, 0, hold);
    }

    /** Takes points that go to another account, and says from which lots. */
    public List<LotTaken> send(WalletDraft wallet, long points, String cause) {
        List<LotTaken> lots = wallet.spend(points);
        debit(EntryKind.SEND, wallet, new Removed(uses(lots), 0), null, cause);
        return lots;
    }

    /** Credits points that come from another account, in a lot of their own. */
    public void receive(WalletDraft wallet, long points, Instant earned, @Nullable Instant expires, String cause) {
        OpenLot lot = new OpenLot(EntryKind.RECEIVE, wallet, ++lotsOpened, earned, effective, expires);
        openLots.add(lot);
        credit(lot, points, null, cause);
    }

    /** Gives all lots of a wallet the date that they have now that expiry was suspended, or is suspended no more. */
    void redate(WalletDraft wallet, String cause) {
        Instant expires = wallet.expiry().dateOnLeaving(effective, zone);
        wallet.redate(expires, effective, lotsOpened);
        entries.add(new LedgerEntry(
                ++sequence,
                EntryKind.REDATE,
                wallet.currency(),
                0,
                ImmutableList.of(),
                null,
                cause,
                program,
                effective,
                null,
                null,
                expires));
    }

    /** Debits points from lots that were taken out of a wallet. */
    void debit(EntryKind kind, WalletDraft wallet, Removed removed, @Nullable String source, String cause) {
        long points = 0;
        for (LotUse use : removed.uses()) {
            points = Math.addExact(points, use.points());
        }
        post(kind, wallet, -points, removed.uses(), removed.pending(), source, cause, 0, null);
    }

    private void post(
            EntryKind kind,
            WalletDraft wallet,
            long points,
            List<LotUse> uses,
            @Nullable String source,
            String cause,
            long shortfall) {
        post(kind, wallet, points, uses, 0, source, cause, shortfall, null);
    }

    private void post(
            EntryKind kind,
            WalletDraft wallet,
            long points,
            List<LotUse> uses,
            @Nullable String source,
            String cause,
            long shortfall,
            @Nullable String hold) {
        post(kind, wallet, points, uses, 0, source, cause, shortfall, hold);
    }

    private void post(
            EntryKind kind,
            WalletDraft wallet,
            long points,
            List<LotUse> uses,
            long fromPending,
            @Nullable String source,
            String cause,
            long shortfall,
            @Nullable String hold) {
        LedgerEntry entry = new LedgerEntry(
                ++sequence,
                kind,
                wallet.currency(),
                points,
                uses,
                source,
                cause,
                program,
                effective,
                null,
                null,
                null,
                shortfall,
                hold);
        wallet.post(kind, points, entry.touched(), fromPending);
        entries.add(entry);
    }
}
