package dev.laurel.engine.draft;

import com.google.common.collect.Iterables;
import dev.laurel.account.Account;
import dev.laurel.account.ExpiredPoints;
import dev.laurel.account.Header;
import dev.laurel.account.Remembered;
import dev.laurel.account.Shortfall;
import dev.laurel.decision.Refusal;
import dev.laurel.engine.guard.RefusedSignal;
import dev.laurel.engine.plan.Plan;
import dev.laurel.ledger.Balance;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotDating;
import dev.laurel.ledger.LotQueue;
import dev.laurel.ledger.LotUse;
import dev.laurel.ledger.Totals;
import dev.laurel.program.PointPolicy;
import dev.laurel.program.ShortfallPolicy;
import dev.laurel.receipt.LotTaken;
import dev.laurel.time.CivilZone;
import dev.laurel.time.Timestamps;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an account holds of one point currency, while an event is being settled: its totals, and what becomes of its lots as time passes
 * and as points come back. Totals and timer are in the header of the account. Instants are in microseconds since 1970 where they are
 * numbers.
 */
public final class WalletDraft {
    private final AccountDraft account;
    private final Header header;
    private final int place;
    private final PointPolicy policy;
    private final Remembered before;
    private final ExpiryDraft expiry;
    private final LotsDraft lots;
    private @Nullable Remembered after;
    private @Nullable ExpiredDraft expired;
    private @Nullable ShortfallsDraft shortfalls;
    private @Nullable OverdueDraft overdue;

    /**
     * A wallet.
     *
     * @param place its place in the header of the account
     */
    WalletDraft(AccountDraft account, int place, PointPolicy policy, Remembered before) {
        this.account = account;
        this.place = place;
        this.policy = policy;
        this.before = before;
        header = account.header();
        expiry = new ExpiryDraft(account, place, policy, before.redatings());
        lots = new LotsDraft(account, expiry);
    }

    /** Begins with the lots of the wallet that an account has at a place. */
    WalletDraft withLotsOf(Account whole, int known) {
        lots.beginWith(whole, known);
        return this;
    }

    /**
     * What the wallet remembers once the event is settled; of what expired unused, only what was earned late enough for its purchase to
     * be returned still matters, and of shortfalls only those that something can still pay.
     */
    Remembered remembered() {
        Remembered known = after;
        if (known == null) {
            known = withoutWhatCannotMatter();
            after = known;
        }
        return known;
    }

    private Remembered withoutWhatCannotMatter() {
        expiry.forgetRedatings();
        List<ExpiredPoints> ended = before.expired();
        if (expired != null || !ended.isEmpty()) {
            ended = expired().thatMatter(account);
        }
        List<Shortfall> missing = before.shortfalls();
        if (shortfalls != null || !missing.isEmpty()) {
            missing = shortfalls().thatMatter(account);
        }
        boolean isSame =
                ended == before.expired() && expiry.redatings() == before.redatings() && missing == before.shortfalls();
        return isSame ? before : Remembered.of(ended, expiry.redatings(), missing);
    }

    /** Whether it remembers something else than before the event. */
    boolean remembersOther() {
        return !remembered().equals(before);
    }

    /** Puts the lots of the wallet where an account keeps them. */
    void putInto(LotQueue[] kept) {
        lots.putInto(kept, place);
    }

    /** Its lots. */
    public LotsDraft lots() {
        return lots;
    }

    /** The terms of its points. */
    PointPolicy policy() {
        return policy;
    }

    public String currency() {
        return policy.currency().id();
    }

    /** What can be spent now. */
    long available() {
        return header.total(place, Totals.AVAILABLE);
    }

    /** What is owed. */
    long debt() {
        return header.total(place, Totals.DEBT);
    }

    /** The totals. */
    Balance balance() {
        return Totals.balance(header, place);
    }

    // --- time ---

    /** When what is held expires. */
    public ExpiryDraft expiry() {
        return expiry;
    }

    /** Whether dates, rather than a timer, end points that came here, so that lots change where a tier suspends that. */
    boolean hasDates() {
        return expiry.isOnDates() && balance().came() > 0;
    }

    /** A tier suspends expiry from now on. */
    void suspend() {
        expiry.suspend();
        lots.redate(expiry::now);
    }

    /**
     * Expiry goes on.
     *
     * @param isUndone whether what suspended it is undone, rather than at its end
     */
    void resume(boolean isUndone) {
        boolean endsNothing = expiry.isOnTimer() && !expiry.hasTimer() && !lots.hasTimed();
        expiry.resume(isUndone);
        if (endsNothing) {
            expiry.stopTimer();
        }
        lots.redate(expiry.isOnDates() ? expiry::redated : expiry::now);
    }

    /**
     * Other terms come into force, by which points expire otherwise.
     *
     * @param earlier the terms until now
     * @param suspends whether the tier that is held suspends expiry by the new terms
     * @param held what is set aside of the currency
     */
    void adopt(PointPolicy earlier, boolean suspends, Iterable<Lot> held, String cause) {
        LedgerDraft ledger = account.ledger();
        boolean hadDates = ExpiryDraft.hadDates(earlier);
        boolean wasSuspended = expiry.isSuspended();
        expiry.adopt(earlier, suspends, Iterables.concat(lots.all(), held));
        if (hadDates && wasSuspended && !suspends) {
            ledger.redate(this, account.asOf(), cause);
        }
        SortedMap<Long, List<LotUse>> changed = new TreeMap<>();
        lots.redate(lot -> {
            Lot now = expiry.redated(lot);
            if (now.expiresMicros() != lot.expiresMicros()) {
                changed.computeIfAbsent(now.expiresMicros(), any -> new ArrayList<>())
                        .add(lot.use(lot.left()));
            }
            return now;
        });
        changed.forEach((expires, uses) -> ledger.redate(this, uses, expires, cause));
        if (suspends && expiry.isOnDates() && !(hadDates && wasSuspended)) {
            ledger.redate(this, null, cause);
        }
    }

    // --- what moves ---

    void post(EntryKind kind, long points, long touched, long touchedPending) {
        Totals.post(header, place, kind, points, false, touched, touchedPending);
    }

    void post(Posting posting) {
        Totals.post(
                header,
                place,
                posting.kind(),
                posting.points(),
                posting.hold() != null,
                posting.touched(),
                posting.fromPending());
    }

    /** Refuses to spend what is not there, or anything while points are owed. */
    public void requireAvailable(long points) {
        if (debt() > 0) {
            throw new RefusedSignal(new Refusal.InDebt(currency(), debt()));
        }
        if (available() < points) {
            throw new RefusedSignal(new Refusal.InsufficientPoints(currency(), available(), points));
        }
    }

    /** How old points must be for customers to give them to each other, or null if they may not. */
    @Nullable
    public Period transferAge() {
        return policy.transferAge();
    }

    /** Whether points that are to be taken but are not there are owed. */
    boolean owes() {
        return policy.shortfall() == ShortfallPolicy.OWE;
    }

    /**
     * Lets points become available whose time has come, unless they expire at that very instant: those could never be spent.
     *
     * @return whether there were any
     */
    boolean mature(long now) {
        List<Lot> matured = lots.mature(now);
        for (Lot lot : matured) {
            Totals.mature(header, place, lot.left());
        }
        return !matured.isEmpty();
    }

    /** Takes out the lots whose time has come, and says what was left of them. */
    Removed expire(long now) {
        if (!lots.hasPending() && lots.nextExpiry() > now) {
            return Removed.NOTHING;
        }
        List<LotUse> ended = new ArrayList<>();
        for (Lot lot : lots.takeDated(now)) {
            ended.add(expire(lot));
        }
        long fromPending = 0;
        for (Lot lot : lots.takePending(now)) {
            ended.add(expire(lot));
            fromPending = Math.addExact(fromPending, lot.left());
        }
        if (expiry.isRunOut(now)) {
            for (Lot lot : lots.takeTimed()) {
                ended.add(expire(lot));
            }
            expiry.runOut();
        }
        return new Removed(ended, fromPending);
    }

    /** Takes out all lots, pending ones too, since nobody will ever spend them, and says what was left of them. The timer runs on. */
    Removed expireAll() {
        List<LotUse> ended = new ArrayList<>();
        for (Lot lot : lots.takeAll()) {
            ended.add(expire(lot));
        }
        return new Removed(ended, header.total(place, Totals.PENDING));
    }

    /** Points that were on hold expired, or are on hold again. */
    void noteHeld(List<LotTaken> held, boolean isExpired) {
        for (LotTaken taken : held) {
            if (isExpired) {
                expired().add(taken.lot().withLeft(taken.points()));
            } else {
                expired().remove(taken.lot(), taken.points());
            }
        }
    }

    /**
     * A lot that expired when the account was closed is there again: as it would be had it stayed. What is past its date by now is
     * {@linkplain #expireOverdue overdue}.
     *
     * @param lot the lot with what was left of it
     * @param entry the number of the last ledger entry of the closure
     */
    void comeBack(Lot lot, long entry) {
        long now = account.now();
        Lot present = expiry.now(lot, entry).withLeft(lot.left());
        expired().remove(present, lot.left());
        if (isPast(present, lot, entry, now)) {
            overdue().add(new LotTaken(present, lot.left(), lot.left()));
        } else if (present.availableMicros() > now) {
            lots.addPending(present);
        } else {
            lots.add(present);
        }
    }

    /**
     * Whether a lot is past its date, or the timer of inactivity ran out on it since a ledger entry.
     *
     * @param lot the lot as it is now, or that which lasts longer
     * @param then the lot as it was after that entry
     */
    boolean isPast(Lot lot, Lot then, long entry, long now) {
        return lot.isExpiredAt(now)
                || (expiry.isOnTimer(lot) && (expiry.isRunOut(now) || expiry.hasRunOutSince(entry)))
                || (lot.dating() != LotDating.GIVEN_BACK && expiry.hasEndedBefore(then, entry));
    }

    private LotUse expire(Lot lot) {
        expired().add(lot);
        return lot.use(lot.left());
    }

    /** How many points of a lot expired unused. */
    public long expiredOf(Lot lot) {
        return expired().of(lot);
    }

    /** How many points of a lot are pending. */
    long pendingOf(Lot like, CivilZone zone) {
        for (Lot lot : withGivenBack(List.of(like), zone)) {
            Lot found = lots.findPending(lot);
            if (found != null) {
                return found.left();
            }
        }
        return 0;
    }

    // --- what comes back ---

    /**
     * The lot to which points come back that were taken from another: the same, or one that lasts longer where the program says so.
     *
     * @param entry the number of the ledger entry by which they were taken, or 0 for the lot as it was opened
     */
    Lot comesBackTo(Lot taken, long entry, CivilZone zone) {
        Lot lot = expiry.now(taken, entry);
        long expires = lot.expiresMicros();
        return policy.extension().isZero() || expires == Timestamps.NEVER || lot.dating() != LotDating.BY_TERMS
                ? lot
                : lot.withExpires(zone.plus(expires, policy.extension()), LotDating.GIVEN_BACK);
    }

    /** Lots, given as they were opened, as they are now, and what came back to them and lasts longer, in the order of spending. */
    Iterable<Lot> withGivenBack(Iterable<Lot> opened, CivilZone zone) {
        List<Lot> all = new ArrayList<>();
        for (Lot lot : opened) {
            Lot now = expiry.now(lot, 0);
            Lot back = comesBackTo(lot, 0, zone);
            all.add(now);
            if (lastedLonger()) {
                // It lasts as long as the terms of that time said.
                Iterables.addAll(all, lots.givenBackOf(now));
            } else if (back.dating() != now.dating()) {
                all.add(back);
            }
        }
        all.sort(lots.bySpending());
        return all;
    }

    /** Whether what came back lasted longer by the terms of an earlier version. */
    private boolean lastedLonger() {
        for (Plan earlier : account.versions().earlierPlans()) {
            PointPolicy terms = earlier.policyOf(currency());
            if (terms != null && !terms.extension().isZero()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Puts points back into a lot. A lot that the timer of inactivity ran out on since they were taken stays expired. What is past its
     * date by either is {@linkplain #expireOverdue overdue}.
     *
     * @param back the lot to which they come back, and how many
     * @param then the lot out of which they were taken, as it was then
     * @param entry the number of the ledger entry by which they were taken
     * @return whether they are in the lot again, rather than overdue
     */
    boolean putBack(LotTaken back, Lot then, long entry, long now) {
        if (isPast(back.lot(), then, entry, now)) {
            overdue().add(back);
            return false;
        }
        lots.putBack(back);
        return true;
    }

    /** What came back past its date and has not expired yet. */
    OverdueDraft overdue() {
        OverdueDraft parts = overdue == null ? new OverdueDraft() : overdue;
        overdue = parts;
        return parts;
    }

    /** Takes out what came back past its date and pays nothing. */
    Removed expireOverdue() {
        if (overdue == null) {
            return Removed.NOTHING;
        }
        List<LotUse> ended = new ArrayList<>();
        overdue().takeAll().forEach(back -> ended.add(expire(back.lot().withLeft(back.points()))));
        return new Removed(ended, 0);
    }

    /** What was to be taken and was not there. */
    ShortfallsDraft shortfalls() {
        ShortfallsDraft known = shortfalls == null ? new ShortfallsDraft(before.shortfalls()) : shortfalls;
        shortfalls = known;
        return known;
    }

    private ExpiredDraft expired() {
        ExpiredDraft known = expired == null ? new ExpiredDraft(before.expired()) : expired;
        expired = known;
        return known;
    }
}
