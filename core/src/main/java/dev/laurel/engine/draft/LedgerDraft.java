package dev.laurel.engine.draft;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dev.laurel.account.Account;
import dev.laurel.event.TimePassed;
import dev.laurel.ledger.Balance;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotUse;
import dev.laurel.receipt.LotTaken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The entries that one event adds to the ledger of an account, and what they do to its wallets. */
public final class LedgerDraft {
    private final AccountDraft account;
    private final List<LedgerEntry> entries = new ArrayList<>(4);
    private Instant effective;
    private long sequence;
    private long lotsOpened;

    /** A lot that is being opened: credits that may share it add to it. */
    private static final class OpenLot {
        private final Credit first;
        private final LotDates dates;
        private final long number;
        private long points;

        OpenLot(Credit first, LotDates dates, long number) {
            this.first = first;
            this.dates = dates;
            this.number = number;
        }

        WalletDraft wallet() {
            return first.wallet();
        }

        boolean isSharedWith(Credit credit, LotDates wanted) {
            return credit.kind().sharesLots()
                    && first.kind() == credit.kind()
                    && wallet() == credit.wallet()
                    && dates.equals(wanted);
        }
    }

    LedgerDraft(AccountDraft account, Account before) {
        this.account = account;
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

    List<LedgerEntry> entries() {
        return entries;
    }

    long sequence() {
        return sequence;
    }

    long lotsOpened() {
        return lotsOpened;
    }

    // --- what comes ---

    /** Credits points, and puts their lots where they can be spent, or where they wait for that; says the lot of each credit. */
    long[] credit(List<Credit> credits, String cause) {
        List<OpenLot> lots = new ArrayList<>(2);
        long[] numbers = new long[credits.size()];
        for (int i = 0; i < numbers.length; i++) {
            OpenLot lot = lotFor(credits.get(i), lots);
            credit(lot, credits.get(i), cause);
            numbers[i] = lot.number;
        }
        for (OpenLot lot : lots) {
            close(lot);
            if (startsTimer(lot, lots)) {
                lot.wallet().expiry().startTimer(lot.dates.earned(), account.zone());
            }
        }
        return numbers;
    }

    private OpenLot lotFor(Credit credit, List<OpenLot> lots) {
        boolean suspended = credit.wallet().expiry().isSuspended();
        LotDates given = credit.dates();
        LotDates dates = suspended ? new LotDates(given.earned(), given.available(), null) : given;
        for (OpenLot lot : lots) {
            if (lot.isSharedWith(credit, dates)) {
                return lot;
            }
        }
        OpenLot lot = new OpenLot(credit, dates, ++lotsOpened);
        lots.add(lot);
        return lot;
    }

    private void credit(OpenLot lot, Credit credit, String cause) {
        lot.points = Math.addExact(lot.points, credit.points());
        entries.add(new LedgerEntry(
                ++sequence,
                credit.kind(),
                credit.wallet().currency(),
                credit.points(),
                ImmutableList.of(new LotUse(lot.number, credit.points())),
                credit.source(),
                cause,
                account.plan().versionedId(),
                effective,
                lot.dates.earned(),
                lot.dates.available(),
                lot.dates.expires()));
    }

    private void close(OpenLot open) {
        LotDates dates = open.dates;
        Lot lot = new Lot(open.number, open.points, open.points, dates.earned(), dates.available(), dates.expires());
        boolean pending = dates.available().isAfter(effective);
        open.wallet().post(open.first.kind(), open.points, open.points, pending ? open.points : 0);
        if (pending) {
            open.wallet().addPending(lot);
        } else {
            open.wallet().add(lot);
        }
    }

    /**
     * Points without a date start the timer of inactivity; all that come with them tell when the customer was active. Points that
     * only move start a timer as it stood where they came from.
     */
    private static boolean startsTimer(OpenLot open, List<OpenLot> lots) {
        return open.first.kind().startsTimer()
                && Iterables.any(lots, lot -> lot.wallet() == open.wallet() && lot.dates.expires() == null);
    }

    /**
     * Gives points of a redemption, or those that were set aside by a hold, back to the lots that they came from. What of them
     * has expired since they were taken is gone at once; the rest pays a debt first.
     */
    void putBack(WalletDraft wallet, List<LotTaken> lots, Instant takenAt, Posting posting, String cause) {
        List<LotUse> gone = new ArrayList<>();
        for (LotTaken taken : lots) {
            if (wallet.putBack(taken.lot(), taken.points(), takenAt, effective)) {
                gone.add(new LotUse(taken.lot().number(), taken.points()));
            }
        }
        post(posting, cause);
        expire(wallet, new Removed(gone, 0), TimePassed.causeAt(effective));
        payDebt(wallet, cause);
    }

    /** Whatever became available pays a debt first; what had run out before it could be spent does not. */
    void payDebt(WalletDraft wallet, String cause) {
        Balance balance = wallet.balance();
        long paid = Math.min(balance.debt(), balance.available());
        if (paid > 0) {
            post(new Posting(EntryKind.DEBT_PAID, wallet, paid, uses(wallet.spend(paid))), cause);
        }
    }

    // --- what goes ---

    /** Pays for a reward, and says from which lots. */
    public List<LotTaken> redeem(WalletDraft wallet, long points, String reward, String cause) {
        List<LotTaken> lots = spent(wallet, points);
        post(new Posting(EntryKind.REDEEM, wallet, -points, uses(lots)).by(reward), cause);
        return lots;
    }

    /** Takes points that go to another account, and says from which lots. */
    public List<LotTaken> send(WalletDraft wallet, long points, String cause) {
        List<LotTaken> lots = spent(wallet, points);
        post(new Posting(EntryKind.SEND, wallet, -points, uses(lots)), cause);
        return lots;
    }

    private static List<LotTaken> spent(WalletDraft wallet, long points) {
        wallet.requireAvailable(points);
        return wallet.spend(points);
    }

    /** Sets points aside for a reward, and says from which lots. */
    public List<LotTaken> hold(WalletDraft wallet, long points, String reward, String hold) {
        List<LotTaken> lots = spent(wallet, points);
        post(new Posting(EntryKind.HOLD, wallet, points, uses(lots)).by(reward).ofHold(hold), hold);
        return lots;
    }

    /** Takes points by hand: what is there, in the order of spending; what is missing is owed or forgotten. */
    public void adjustDown(WalletDraft wallet, long points, String cause) {
        long taken = Math.min(points, wallet.balance().available());
        List<LotUse> uses = taken == 0 ? List.of() : uses(wallet.spend(taken));
        post(falling(EntryKind.ADJUST, wallet, points, points - taken, uses), cause);
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
        Posting posting = falling(EntryKind.CLAWBACK, wallet, points, missing - fromOthers, uses);
        post(posting.by(rule).fromPending(fromPending), cause);
    }

    private static long noted(List<LotUse> uses, Lot lot, long taken) {
        if (taken > 0) {
            uses.add(new LotUse(lot.number(), taken));
        }
        return taken;
    }

    /** An entry that is to take points of which some are missing: they are owed, or forgotten. */
    private static Posting falling(EntryKind kind, WalletDraft wallet, long points, long missing, List<LotUse> uses) {
        return wallet.owes()
                ? new Posting(kind, wallet, -points, uses)
                : new Posting(kind, wallet, missing - points, uses).shortOf(missing);
    }

    /** Debits points that ended unused, if there are any, and that were taken out of a wallet. */
    void expire(WalletDraft wallet, Removed removed, String cause) {
        if (!removed.isEmpty()) {
            Posting posting = new Posting(EntryKind.EXPIRE, wallet, -removed.points(), removed.uses());
            post(posting.fromPending(removed.pending()), cause);
        }
    }

    /** Gives all lots of a wallet the date that they have now that expiry was suspended, or is suspended no more. */
    void redate(WalletDraft wallet, String cause) {
        Instant expires = wallet.expiry().dateOnLeaving(effective, account.zone());
        wallet.redate(expires, effective, lotsOpened);
        entries.add(new LedgerEntry(
                ++sequence,
                EntryKind.REDATE,
                wallet.currency(),
                0,
                ImmutableList.of(),
                null,
                cause,
                account.plan().versionedId(),
                effective,
                null,
                null,
                expires));
    }

    static List<LotUse> uses(List<LotTaken> lots) {
        List<LotUse> uses = new ArrayList<>(lots.size());
        lots.forEach(taken -> uses.add(new LotUse(taken.lot().number(), taken.points())));
        return uses;
    }

    void post(Posting posting, String cause) {
        LedgerEntry entry = new LedgerEntry(
                ++sequence,
                posting.kind(),
                posting.wallet().currency(),
                posting.points(),
                posting.uses(),
                posting.source(),
                cause,
                account.plan().versionedId(),
                effective,
                null,
                null,
                null,
                posting.shortfall(),
                posting.hold());
        posting.wallet().post(posting.kind(), posting.points(), entry.touched(), posting.fromPending());
        entries.add(entry);
    }
}
