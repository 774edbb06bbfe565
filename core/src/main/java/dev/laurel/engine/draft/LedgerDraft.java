package dev.laurel.engine.draft;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Ordering;
import com.google.common.math.LongMath;
import dev.laurel.account.Header;
import dev.laurel.account.Shortfall;
import dev.laurel.decision.Refusal;
import dev.laurel.engine.guard.RefusedSignal;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotDating;
import dev.laurel.ledger.LotUse;
import dev.laurel.ledger.Points;
import dev.laurel.receipt.LotTaken;
import dev.laurel.time.Expiry;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The entries that one event adds to the ledger of an account, and what they do to its wallets. */
public final class LedgerDraft {
    private final AccountDraft account;
    private final Header header;
    private final EntryLog entries;

    /**
     * The ledger before an event.
     *
     * @param earlier the entries that this event has made already, under an earlier version, or null
     */
    LedgerDraft(AccountDraft account, @Nullable EntryLog earlier) {
        this.account = account;
        header = account.header();
        entries = new EntryLog(account.plan().versionedId(), earlier);
    }

    EntryLog entries() {
        return entries;
    }

    /** The number of the last entry, or 0. */
    public long sequence() {
        return header.sequence();
    }

    // --- what comes ---

    /** Credits points, and puts their lots where they can be spent, or where they wait for that. */
    void credit(List<Credit> credits, String cause) {
        if (credits.isEmpty()) {
            return;
        }
        requireModest(credits);
        long lotsBefore = header.lotsOpened();
        for (int i = 0; i < credits.size(); i++) {
            Credit credit = credits.get(i);
            credit.post(header.nextEntry(), lotOf(credits, i), account.now(), cause);
            entries.add(credit);
        }
        for (int i = 0; i < credits.size(); i++) {
            if (credits.get(i).lot() > lotsBefore) {
                lotsBefore++;
                open(credits, i);
            }
        }
    }

    /** The lot of a credit: that of one before it with which it shares one, or a new one. */
    private long lotOf(List<Credit> credits, int place) {
        Credit credit = credits.get(place);
        for (int i = 0; i < place && credit.kind().sharesLots(); i++) {
            if (credits.get(i).sharesLotWith(credit)) {
                return credits.get(i).lot();
            }
        }
        return header.nextLot();
    }

    /** Puts the points of a lot where they can be spent, or where they wait for that. */
    private void open(List<Credit> credits, int first) {
        Credit credit = credits.get(first);
        long points = 0;
        for (int i = first; i < credits.size() && (i == first || credit.kind().sharesLots()); i++) {
            points = credits.get(i).lot() == credit.lot()
                    ? Math.addExact(points, credits.get(i).points())
                    : points;
        }
        WalletDraft wallet = account.wallet(credit.currency());
        boolean pending = credit.dates().available() > account.now();
        wallet.post(credit.kind(), points, points, pending ? points : 0);
        if (pending) {
            wallet.lots().addPending(credit.toLot(points));
        } else {
            wallet.lots().add(credit.toLot(points));
        }
        if (wallet.expiry().isOnTimer() && startsTimer(wallet.expiry(), credit, credits)) {
            wallet.expiry().startTimer(credit.dates().earned(), account.zone());
        }
        if (credit.kind() == EntryKind.EARN) {
            wallet.expiry().prolongTimer(Expiry.Activity.EARNING, credit.dates().earned(), account.zone());
        }
    }

    /**
     * Points that inactivity ends start its timer; all that come with them tell when the customer was active. What was sent
     * starts none by this, since it was earned elsewhere.
     */
    private static boolean startsTimer(ExpiryDraft expiry, Credit credit, List<Credit> credits) {
        if (credit.kind().startsTimer()) {
            for (int i = 0; i < credits.size(); i++) {
                Credit other = credits.get(i);
                if (expiry.isOnTimer(other.dates()) && other.currency().equals(credit.currency())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Refuses credits of one event that are too many points of one currency. */
    private static void requireModest(List<Credit> credits) {
        long all = 0;
        for (int i = 0; i < credits.size(); i++) {
            all = LongMath.saturatedAdd(all, credits.get(i).points());
        }
        if (all > Points.MAX_IN_ONE_EVENT) {
            Map<String, Long> sums = new TreeMap<>();
            credits.forEach(credit -> sums.merge(credit.currency(), credit.points(), LongMath::saturatedAdd));
            sums.forEach(LedgerDraft::requireModest);
        }
    }

    /** Refuses an event that moves an absurd number of points; what only gives back what came by other events is not asked. */
    private static void requireModest(String currency, long points) {
        if (points > Points.MAX_IN_ONE_EVENT) {
            throw new RefusedSignal(new Refusal.TooManyPoints(currency, points, Points.MAX_IN_ONE_EVENT));
        }
    }

    /**
     * Where points come back from.
     *
     * @param kind how they come back
     * @param entry the number of the entry by which they were taken
     * @param reward the id of the reward that they were taken for
     * @param hold the id of the hold that they come back from, or null if they were redeemed
     */
    record Origin(
            EntryKind kind,
            long entry,
            String reward,
            @Nullable String hold) {}

    /**
     * Gives points of a redemption, or those that were set aside by a hold, back to the lots that they came from. They pay a debt
     * first, and then what was missing and is forgotten since they were taken, also where their date is past. What of the rest is
     * past its date is overdue until {@link #expireOverdue}.
     *
     * @param at when they come back: by then it is judged what is past its date
     */
    void putBack(WalletDraft wallet, List<LotTaken> lots, Origin origin, Instant at, String cause) {
        redateReturning(wallet, lots, origin.entry(), cause);
        long instant = Timestamps.micros(at);
        List<LotTaken> back = new ArrayList<>(lots.size());
        long points = 0;
        for (LotTaken taken : lots) {
            Lot lot = wallet.comesBackTo(taken.lot(), origin.entry(), account.zone());
            back.add(new LotTaken(lot, taken.points(), taken.points()));
            points = Math.addExact(points, taken.points());
        }
        int overdueBefore = wallet.overdue().size();
        List<LotTaken> inLots = new ArrayList<>(back.size());
        for (int i = 0; i < back.size(); i++) {
            if (wallet.putBack(back.get(i), lots.get(i).lot(), origin.entry(), instant)) {
                inLots.add(back.get(i));
            }
        }
        post(
                wallet,
                new Posting(origin.kind(), wallet.currency(), points, uses(back))
                        .by(origin.reward())
                        .ofHold(origin.hold()),
                cause);
        payDebt(wallet, cause);
        payShortfalls(wallet, inLots, overdueBefore, origin, cause);
    }

    /** Lets expire what came back past its date and paid nothing. */
    public void expireOverdue(WalletDraft wallet) {
        expire(wallet, wallet.expireOverdue(), null);
    }

    /** Whatever became available pays a debt first; what had run out before it could be spent does not, unless it came back. */
    void payDebt(WalletDraft wallet, @Nullable String cause) {
        long paid = Math.min(wallet.debt(), wallet.available());
        if (paid > 0) {
            List<LotUse> uses = wallet.overdue().take(paid, 0);
            uses.addAll(uses(wallet.lots().spend(paid - Removed.pointsOf(uses))));
            post(wallet, new Posting(EntryKind.DEBT_PAID, wallet.currency(), paid, uses), cause);
        }
    }

    /**
     * What was missing after they were taken is taken of what came back, the longest missing first.
     *
     * @param inLots what is in its lots again; what of it is taken is less from then on
     * @param overdueFrom from which part on what is overdue came back with it
     */
    private void payShortfalls(
            WalletDraft wallet, List<LotTaken> inLots, int overdueFrom, Origin origin, String cause) {
        for (Shortfall shortfall : List.copyOf(wallet.shortfalls().toList())) {
            if (origin.entry() < shortfall.entry()) {
                List<LotUse> uses = wallet.overdue().take(shortfall.points(), overdueFrom);
                long missing = shortfall.points() - Removed.pointsOf(uses);
                for (int i = 0; i < inLots.size(); i++) {
                    LotTaken each = inLots.get(i);
                    long taken =
                            noted(uses, each.lot(), wallet.lots().takeFrom(each.lot(), Math.min(missing, each.left())));
                    missing -= taken;
                    inLots.set(i, each.withLeft(each.left() - taken));
                }
                long paid = shortfall.points() - missing;
                if (paid > 0) {
                    wallet.shortfalls().paid(shortfall, paid);
                    post(
                            wallet,
                            new Posting(shortfall.kind(), wallet.currency(), -paid, uses).by(shortfall.source()),
                            cause);
                }
            }
        }
    }

    // --- what goes ---

    /** Pays for a reward, and says from which lots. */
    public List<LotTaken> redeem(WalletDraft wallet, long points, String reward, String cause) {
        List<LotTaken> lots = spent(wallet, points);
        Posting posting = new Posting(EntryKind.REDEEM, wallet.currency(), -points, uses(lots));
        post(wallet, posting.by(reward).judged(), cause);
        return lots;
    }

    /** Takes points that go to another account of those lots that may go there, of which there are as many, and says from which. */
    public List<LotTaken> send(WalletDraft wallet, long points, Predicate<Lot> may, String cause) {
        requireModest(wallet.currency(), points);
        List<LotTaken> lots = wallet.lots().spend(points, may);
        post(wallet, new Posting(EntryKind.SEND, wallet.currency(), -points, uses(lots)), cause);
        return lots;
    }

    private static List<LotTaken> spent(WalletDraft wallet, long points) {
        wallet.requireAvailable(points);
        requireModest(wallet.currency(), points);
        return wallet.lots().spend(points);
    }

    /** Sets points aside for a reward, and says from which lots. */
    public List<LotTaken> hold(WalletDraft wallet, long points, String reward, String hold) {
        List<LotTaken> lots = spent(wallet, points);
        post(
                wallet,
                new Posting(EntryKind.HOLD, wallet.currency(), points, uses(lots))
                        .by(reward)
                        .judged()
                        .ofHold(hold),
                hold);
        return lots;
    }

    /** Takes points by hand: what is there, in the order of spending; what is missing is owed or forgotten. */
    public void adjustDown(WalletDraft wallet, long points, String cause) {
        requireModest(wallet.currency(), points);
        long taken = Math.min(points, wallet.available());
        List<LotUse> uses = taken == 0 ? List.of() : uses(wallet.lots().spend(taken));
        fall(wallet, new Posting(EntryKind.ADJUST, wallet.currency(), -points, uses), points - taken, cause);
    }

    /**
     * Takes back points for a return: of what it gave back past its date; then from the lots of the purchase, pending ones first;
     * then from the others that can be spent, in the order of spending; what is missing is owed or forgotten.
     */
    public void takeBack(WalletDraft wallet, Iterable<Lot> own, long points, String rule, String cause) {
        // The balance still has what is taken out of the lots until the entry is posted.
        long inLots = wallet.available() - wallet.overdue().points();
        List<LotUse> uses = wallet.overdue().take(points, 0);
        long missing = points - Removed.pointsOf(uses);
        long fromPending = 0;
        Iterable<Lot> ownNow = wallet.withGivenBack(own, account.zone());
        for (Lot lot : ownNow) {
            fromPending += noted(uses, lot, wallet.lots().takeFromPending(lot, missing - fromPending));
        }
        missing -= fromPending;
        long fromOwn = 0;
        for (Lot lot : ownNow) {
            fromOwn += noted(uses, lot, wallet.lots().takeFrom(lot, missing - fromOwn));
        }
        missing -= fromOwn;
        long fromOthers = Math.min(missing, inLots - fromOwn);
        if (fromOthers > 0) {
            uses.addAll(uses(wallet.lots().spend(fromOthers)));
        }
        Posting posting = new Posting(EntryKind.CLAWBACK, wallet.currency(), -points, uses);
        fall(wallet, posting.by(rule).fromPending(fromPending), missing - fromOthers, cause);
    }

    private static long noted(List<LotUse> uses, Lot lot, long taken) {
        if (taken > 0) {
            uses.add(lot.use(taken));
        }
        return taken;
    }

    /** Posts an entry that is to take points of which some are missing: they are owed, or forgotten as far as nothing can pay them. */
    private void fall(WalletDraft wallet, Posting posting, long missing, String cause) {
        if (wallet.owes() || missing == 0) {
            post(wallet, posting, cause);
            return;
        }
        post(wallet, posting.shortOf(missing), cause);
        wallet.shortfalls()
                .remember(
                        posting.kind(),
                        posting.source(),
                        missing,
                        header.sequence(),
                        account.lastComingBack(wallet.currency()),
                        wallet.balance());
    }

    /**
     * Debits points that ended unused, if there are any, and that were taken out of a wallet.
     *
     * @param cause the id of the event that causes it, or null if time does
     */
    void expire(WalletDraft wallet, Removed removed, @Nullable String cause) {
        if (!removed.isEmpty()) {
            Posting posting = new Posting(EntryKind.EXPIRE, wallet.currency(), -removed.points(), removed.uses());
            post(wallet, posting.fromPending(removed.pending()), cause);
        }
    }

    /**
     * Writes down that a tier suspends the dates of a wallet's lots from now on, or that they count again.
     *
     * @param least the date that lots with an earlier one get, or null if dates do not count
     */
    void redate(WalletDraft wallet, @Nullable Instant least, String cause) {
        redate(wallet, ImmutableList.of(), least, LotDating.BY_TERMS, cause);
    }

    /** Writes down that lots have another date from now on, or none. */
    void redate(WalletDraft wallet, List<LotUse> lots, long expires, String cause) {
        List<LotUse> byNumber =
                Ordering.from(Comparator.comparingLong(LotUse::lot)).sortedCopy(lots);
        redate(
                wallet,
                byNumber,
                Timestamps.ofMicrosOrNull(expires),
                wallet.expiry().datingOf(expires),
                cause);
    }

    private void redate(
            WalletDraft wallet, List<LotUse> lots, @Nullable Instant expires, LotDating dating, String cause) {
        LedgerEntry entry = new LedgerEntry(
                header.nextEntry(),
                EntryKind.REDATE,
                wallet.currency(),
                0,
                lots,
                null,
                cause,
                account.plan().versionedId(),
                account.asOf(),
                null,
                null,
                expires,
                dating,
                0,
                null);
        entries.add(log -> entry);
    }

    /**
     * Writes down the date of lots that were empty when a version gave the others another one, now that points come back to them.
     *
     * @param lots the lots as they were after a ledger entry, with what comes back to each
     * @param entry the number of that entry
     */
    void redateReturning(WalletDraft wallet, List<LotTaken> lots, long entry, String cause) {
        SortedMap<Long, List<LotUse>> changed = new TreeMap<>();
        for (LotTaken each : lots) {
            Lot now = wallet.expiry().now(each.lot(), entry);
            if (wallet.expiry().isRedatedByVersion(each.lot(), entry)
                    && !wallet.lots().holds(now)) {
                changed.computeIfAbsent(now.expiresMicros(), any -> new ArrayList<>())
                        .add(now.use(each.points()));
            }
        }
        changed.forEach((expires, uses) -> redate(wallet, uses, expires, cause));
    }

    static List<LotUse> uses(List<LotTaken> lots) {
        List<LotUse> uses = new ArrayList<>(lots.size());
        lots.forEach(taken -> uses.add(taken.lot().use(taken.points())));
        return uses;
    }

    /**
     * Posts an entry.
     *
     * @param cause the id of the event that causes it, or null if time does
     */
    void post(WalletDraft wallet, Posting posting, @Nullable String cause) {
        posting.post(header.nextEntry(), cause, account.asOf());
        wallet.post(posting);
        entries.add(posting);
    }
}
