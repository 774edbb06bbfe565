package dev.laurel.engine.draft;

import com.google.common.collect.Iterables;
import dev.laurel.account.Redating;
import dev.laurel.account.Wallet;
import dev.laurel.decision.Refusal;
import dev.laurel.engine.guard.RefusedSignal;
import dev.laurel.ledger.Balance;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotQueue;
import dev.laurel.ledger.LotUse;
import dev.laurel.program.PointPolicy;
import dev.laurel.program.ShortfallPolicy;
import dev.laurel.receipt.LotTaken;
import dev.laurel.tier.Tier;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What an account holds of one point currency, while an event is being settled. */
public final class WalletDraft {
    private final PointPolicy policy;
    private final ExpiryDraft expiry;
    private final Wallet before;
    private final ExpiredDraft expired;
    private Balance balance;
    private LotQueue dated;
    private LotQueue undated;
    private LotQueue pending;
    private boolean changed;

    WalletDraft(PointPolicy policy, Wallet before) {
        this.policy = policy;
        this.before = before;
        expiry = new ExpiryDraft(policy.expiry(), before);
        balance = before.balance();
        dated = before.dated();
        undated = before.undated();
        pending = before.pending();
        expired = new ExpiredDraft(before.expired());
    }

    /** The wallet; of what expired unused, only what was earned late enough for its purchase to be returned still matters. */
    Wallet toWallet(Supplier<Predicate<Instant>> isReturnable) {
        changed |= expired.forget(isReturnable);
        return changed || expiry.isChanged()
                ? new Wallet(
                        before.currency(),
                        balance,
                        dated,
                        undated,
                        pending,
                        expiry.runsOut(),
                        expiry.ranOut(),
                        expired.toList(),
                        expiry.isSuspended(),
                        expiry.redating())
                : before;
    }

    public String currency() {
        return before.currency();
    }

    Balance balance() {
        return balance;
    }

    /** When what is held expires. */
    public ExpiryDraft expiry() {
        return expiry;
    }

    /** Until when the first of the pending lots is pending, or null if there are none. */
    @Nullable
    Instant pendingUntil() {
        return pending.isEmpty() ? null : pending.first().pendingUntil();
    }

    /** When something next expires here, or a timer runs out that may have nothing to end, or null. */
    @Nullable
    Instant nextExpiry() {
        return Timed.earlier(firstDate(), expiry.timer());
    }

    /** When points next expire that can be spent by then, or null. */
    @Nullable
    Instant nextVisibleExpiry() {
        boolean onTimer = !undated.isEmpty() || Iterables.any(pending, lot -> lot.expires() == null);
        return Timed.earlier(firstDate(), onTimer ? expiry.timer() : null);
    }

    private @Nullable Instant firstDate() {
        return dated.isEmpty() ? null : dated.first().expires();
    }

    /**
     * Suspends expiry or lets it go on, as the tier says that is held from now on.
     *
     * @return whether lots have to get another date by that; see {@link #redate}
     */
    boolean follow(Tier tier, Instant now, ZoneId zone) {
        if (!expiry.follow(tier)) {
            return false;
        }
        if (!expiry.isOnTimer()) {
            return balance.came() > 0;
        }
        if (!expiry.isSuspended() && (expiry.runsOut() != null || !undated.isEmpty() || !pending.isEmpty())) {
            expiry.resumeTimer(now, zone);
        }
        return expiry.isSuspended() && (!dated.isEmpty() || Iterables.any(pending, lot -> lot.expires() != null));
    }

    /** Gives all lots another date, or none. */
    void redate(@Nullable Instant expires, Instant now, long lotsOpened) {
        expiry.redate(new Redating(now, lotsOpened, expires));
        Iterable<Lot> spendable = Iterables.concat(dated, undated);
        LotQueue waiting = pending;
        dated = LotQueue.EMPTY;
        undated = LotQueue.EMPTY;
        pending = LotQueue.NONE_PENDING;
        spendable.forEach(lot -> add(lot.withExpires(expires)));
        waiting.forEach(lot -> addPending(lot.withExpires(expires)));
    }

    void post(EntryKind kind, long points, long touched, long touchedPending) {
        balance = balance.plus(kind, points, touched, touchedPending);
        changed = true;
    }

    /** Refuses to spend what is not there, or anything while points are owed. */
    public void requireAvailable(long points) {
        if (balance.debt() > 0) {
            throw new RefusedSignal(new Refusal.InDebt(currency(), balance.debt()));
        }
        if (balance.available() < points) {
            throw new RefusedSignal(new Refusal.InsufficientPoints(currency(), balance.available(), points));
        }
    }

    /** Whether customers may give points of the currency to each other. */
    public boolean isTransferable() {
        return policy.transferable();
    }

    /** Whether points that are to be taken but are not there are owed. */
    boolean owes() {
        return policy.shortfall() == ShortfallPolicy.OWE;
    }

    void addPending(Lot lot) {
        pending = pending.plus(lot);
    }

    void add(Lot lot) {
        if (lot.expires() == null) {
            undated = undated.plus(lot);
        } else {
            dated = dated.plus(lot);
        }
    }

    /**
     * Lets points become available whose time has come, unless they expire at that very instant: those could never be spent.
     *
     * @return whether there were any
     */
    boolean mature(Instant now) {
        boolean inactive = expiry.isRunOut(now);
        boolean matured = false;
        LotQueue stillPending = pending;
        for (Lot lot : pending) {
            if (lot.pendingUntil().isAfter(now)) {
                break;
            }
            if (!(lot.expires() == null ? inactive : lot.isExpiredAt(now))) {
                stillPending = stillPending.without(lot);
                add(lot);
                balance = balance.withMatured(lot.left());
                matured = true;
            }
        }
        pending = stillPending;
        changed |= matured;
        return matured;
    }

    /** Takes out the lots whose time has come, and says what was left of them. */
    Removed expire(Instant now) {
        List<LotUse> ended = new ArrayList<>();
        long fromPending = 0;
        while (!dated.isEmpty() && dated.first().isExpiredAt(now)) {
            ended.add(expire(dated.first()));
            dated = dated.withoutFirst();
        }
        boolean inactive = expiry.isRunOut(now);
        for (Lot lot : pending) {
            if (lot.expires() == null ? inactive : lot.isExpiredAt(now)) {
                pending = pending.without(lot);
                ended.add(expire(lot));
                fromPending = Math.addExact(fromPending, lot.left());
            } else if (!inactive && lot.pendingUntil().isAfter(now)) {
                break;
            }
        }
        if (inactive) {
            for (Lot lot : undated) {
                ended.add(expire(lot));
            }
            undated = LotQueue.EMPTY;
            expiry.runOut();
        }
        return new Removed(ended, fromPending);
    }

    /** Takes out all lots, pending ones too, since nobody will ever spend them, and says what was left of them. */
    Removed expireAll() {
        List<LotUse> ended = new ArrayList<>();
        for (Lot lot : Iterables.concat(dated, undated, pending)) {
            ended.add(new LotUse(lot.number(), lot.left()));
        }
        dated = LotQueue.EMPTY;
        undated = LotQueue.EMPTY;
        pending = LotQueue.NONE_PENDING;
        expiry.stopTimer();
        return new Removed(ended, balance.pending());
    }

    private LotUse expire(Lot lot) {
        expired.add(lot);
        return new LotUse(lot.number(), lot.left());
    }

    /** How many points of a lot expired unused. */
    public long expiredOf(Lot lot) {
        return expired.of(lot);
    }

    /** Takes up to so many points out of one lot as long as it is pending, and says how many were there. */
    long takeFromPending(Lot like, long points) {
        Lot lot = pending.find(expiry.now(like));
        if (lot == null || points == 0) {
            return 0;
        }
        long taken = Math.min(points, lot.left());
        pending = taken == lot.left() ? pending.without(lot) : pending.with(lot.withLeft(lot.left() - taken));
        changed = true;
        return taken;
    }

    /** Takes up to so many points out of one lot that can be spent, and says how many were there. */
    long takeFrom(Lot like, long points) {
        LotQueue queue = queueOf(expiry.now(like));
        Lot lot = queue.find(expiry.now(like));
        if (lot == null || points == 0) {
            return 0;
        }
        long taken = Math.min(points, lot.left());
        setQueueOf(lot, taken == lot.left() ? queue.without(lot) : queue.with(lot.withLeft(lot.left() - taken)));
        return taken;
    }

    /**
     * Puts points back into the lot that they were taken from. A lot that the timer of inactivity ran out on since then stays
     * expired; what was taken at the very instant at which it ran out was taken after that, and from a newer lot.
     *
     * @return whether they are gone at once
     */
    boolean putBack(Lot taken, long points, Instant takenAt, Instant now) {
        Lot like = expiry.now(taken);
        boolean isRunOut = expiry.isRunOut(now) || expiry.hasRunOutSince(takenAt);
        if (like.isExpiredAt(now) || (like.expires() == null && isRunOut)) {
            LotUse unused = expire(like.withLeft(points));
            return true;
        }
        LotQueue queue = queueOf(like);
        Lot lot = queue.find(like);
        setQueueOf(
                like, lot == null ? queue.plus(like.withLeft(points)) : queue.with(lot.withLeft(lot.left() + points)));
        return false;
    }

    private LotQueue queueOf(Lot lot) {
        return lot.expires() == null ? undated : dated;
    }

    private void setQueueOf(Lot lot, LotQueue queue) {
        if (lot.expires() == null) {
            undated = queue;
        } else {
            dated = queue;
        }
        changed = true;
    }

    /**
     * Takes points from the lots in the order of spending: the one that expires first (never is last), then the one earned
     * first, then the older. There must be as many.
     */
    List<LotTaken> spend(long points) {
        List<LotTaken> uses = new ArrayList<>();
        long missing = points;
        while (missing > 0) {
            boolean fromDated = isDatedNext();
            LotQueue lots = fromDated ? dated : undated;
            Lot lot = lots.first();
            long taken = Math.min(missing, lot.left());
            LotQueue rest =
                    taken == lot.left() ? lots.withoutFirst() : lots.withFirst(lot.withLeft(lot.left() - taken));
            if (fromDated) {
                dated = rest;
            } else {
                undated = rest;
            }
            uses.add(new LotTaken(lot, taken, taken));
            missing -= taken;
        }
        return uses;
    }

    private boolean isDatedNext() {
        if (dated.isEmpty() || undated.isEmpty()) {
            return undated.isEmpty();
        }
        Lot first = dated.first();
        Instant expires = first.expires();
        Instant end = expiry.timer();
        if (end == null || expires == null || !expires.equals(end)) {
            return end == null || expires == null || expires.isBefore(end);
        }
        int byEarned = first.earned().compareTo(undated.first().earned());
        return byEarned < 0
                || (byEarned == 0 && first.number() < undated.first().number());
    }
}
