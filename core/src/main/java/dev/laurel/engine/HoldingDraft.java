package dev.laurel.engine;

import com.google.common.collect.Lists;
import dev.laurel.account.ExpiredPoints;
import dev.laurel.account.Holding;
import dev.laurel.account.LotTaken;
import dev.laurel.ledger.Balance;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotQueue;
import dev.laurel.ledger.LotUse;
import dev.laurel.program.Expiry;
import dev.laurel.program.PointPolicy;
import dev.laurel.program.ShortfallPolicy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What an account holds of one point currency, while an event is being settled. */
final class HoldingDraft {
    private final PointPolicy policy;
    private final Holding before;
    private Balance balance;
    private LotQueue dated;
    private LotQueue undated;
    private @Nullable Instant runsOut;
    private @Nullable Instant ranOut;
    private List<ExpiredPoints> expiredPoints;
    private boolean expiredPointsAreOwn;
    private boolean timerStartedHere;
    private boolean changed;

    HoldingDraft(PointPolicy policy, Holding before) {
        this.policy = policy;
        this.before = before;
        balance = before.balance();
        dated = before.dated();
        undated = before.undated();
        runsOut = before.runsOut();
        ranOut = before.ranOut();
        expiredPoints = before.expired();
    }

    /** The holding; of what expired unused, only what was earned late enough for its purchase to be returned still matters. */
    Holding toHolding(Predicate<Instant> isReturnable) {
        if (!expiredPoints.isEmpty()) {
            List<ExpiredPoints> mattering = new ArrayList<>(expiredPoints);
            changed |= mattering.removeIf(points -> !isReturnable.test(points.earned()));
            expiredPoints = mattering;
        }
        return changed
                ? new Holding(before.currency(), balance, dated, undated, runsOut, ranOut, expiredPoints)
                : before;
    }

    String currency() {
        return before.currency();
    }

    Balance balance() {
        return balance;
    }

    /** When time alone next changes something here, or null. */
    @Nullable
    Instant nextChange() {
        Instant byDate = dated.isEmpty() ? null : dated.first().expires();
        return byDate == null || (runsOut != null && runsOut.isBefore(byDate)) ? runsOut : byDate;
    }

    /** When points next expire if nothing happens, or null. */
    @Nullable
    Instant nextExpiry() {
        Instant byDate = dated.isEmpty() ? null : dated.first().expires();
        Instant byInactivity = undated.isEmpty() ? null : runsOut;
        return byDate == null || (byInactivity != null && byInactivity.isBefore(byDate)) ? byInactivity : byDate;
    }

    /** When points earned at an instant expire by the currency's policy, or null if they get no date of their own. */
    @Nullable
    Instant expiryOf(Instant earned, ZoneId zone) {
        return policy.expiry() instanceof Expiry.Dated expiry ? expiry.expiryOf(earned, zone) : null;
    }

    void post(EntryKind kind, long points, long touched) {
        balance = balance.plus(kind, points, touched);
        changed = true;
    }

    /** Refuses to spend what is not there, or anything while points are owed. */
    void requireAvailable(long points) {
        if (balance.debt() > 0) {
            throw new RefusedSignal(new Refusal.InDebt(currency(), balance.debt()));
        }
        if (balance.available() < points) {
            throw new RefusedSignal(new Refusal.InsufficientPoints(currency(), balance.available(), points));
        }
    }

    /** Whether customers may give points of the currency to each other. */
    boolean isTransferable() {
        return policy.transferable();
    }

    /** Whether points that are to be taken but are not there are owed. */
    boolean owes() {
        return policy.shortfall() == ShortfallPolicy.OWE;
    }

    void add(Lot lot) {
        if (lot.expires() == null) {
            undated = undated.plus(lot);
        } else {
            dated = dated.plus(lot);
        }
    }

    /** A credit starts the timer of inactivity if none is running; of several credits of one event the latest counts. */
    void startTimer(Instant credited, ZoneId zone) {
        if (policy.expiry() instanceof Expiry.AfterInactivity inactivity && (runsOut == null || timerStartedHere)) {
            Instant end = inactivity.runsOut(credited, zone);
            if (runsOut == null || end.isAfter(runsOut)) {
                runsOut = end;
                timerStartedHere = true;
                changed = true;
            }
        }
    }

    /** A timer of inactivity that is not running starts as one of another account stands. */
    void startTimerAs(@Nullable Instant end) {
        if (end != null && runsOut == null) {
            runsOut = end;
            changed = true;
        }
    }

    /** When the timer of inactivity runs out, or null if none is running. */
    @Nullable
    Instant runsOut() {
        return runsOut;
    }

    /** An activity prolongs the timer of inactivity if it is running; a late one never shortens it. */
    void prolongTimer(Expiry.Activity activity, Instant at, ZoneId zone) {
        if (runsOut != null
                && policy.expiry() instanceof Expiry.AfterInactivity inactivity
                && inactivity.activities().contains(activity)) {
            Instant prolonged = inactivity.runsOut(at, zone);
            if (prolonged.isAfter(runsOut)) {
                runsOut = prolonged;
                changed = true;
            }
        }
    }

    /** Takes out the lots whose time has come, and says what was left of them. */
    List<LotUse> expire(Instant now) {
        List<LotUse> expired = new ArrayList<>();
        while (!dated.isEmpty() && dated.first().isExpiredAt(now)) {
            expired.add(expire(dated.first()));
            dated = dated.withoutFirst();
        }
        if (runsOut != null && !now.isBefore(runsOut)) {
            for (Lot lot : undated) {
                expired.add(expire(lot));
            }
            undated = LotQueue.EMPTY;
            // What comes late can run out at an instant before the one at which something else did.
            ranOut = ranOut == null || runsOut.isAfter(ranOut) ? runsOut : ranOut;
            runsOut = null;
            changed = true;
        }
        return expired;
    }

    /** Takes out all lots, since nobody will ever spend them, and says what was left of them. */
    List<LotUse> expireAll() {
        List<LotUse> expired = new ArrayList<>();
        for (LotQueue lots : List.of(dated, undated)) {
            for (Lot lot : lots) {
                expired.add(new LotUse(lot.number(), lot.left()));
            }
        }
        dated = LotQueue.EMPTY;
        undated = LotQueue.EMPTY;
        runsOut = null;
        changed = true;
        return expired;
    }

    private LotUse expire(Lot lot) {
        if (!expiredPointsAreOwn) {
            expiredPoints = new ArrayList<>(expiredPoints);
            expiredPointsAreOwn = true;
        }
        int place = placeOfExpired(lot);
        if (place < 0) {
            expiredPoints.add(-place - 1, new ExpiredPoints(lot.number(), lot.left(), lot.earned()));
        } else {
            // Points that came back from a redemption to a lot that had expired already.
            long points = Math.addExact(expiredPoints.get(place).points(), lot.left());
            expiredPoints.set(place, new ExpiredPoints(lot.number(), points, lot.earned()));
        }
        return new LotUse(lot.number(), lot.left());
    }

    /** How many points of a lot expired unused. */
    long expiredOf(Lot lot) {
        int place = placeOfExpired(lot);
        return place < 0 ? 0 : expiredPoints.get(place).points();
    }

    /** As a binary search says it: they are kept by the number of their lot. */
    private int placeOfExpired(Lot lot) {
        return Collections.binarySearch(Lists.transform(expiredPoints, ExpiredPoints::lot), lot.number());
    }

    /** The lot as it is now, or null if nothing is left of it. */
    @Nullable
    Lot find(Lot lot) {
        return queueOf(lot).find(lot);
    }

    /** Takes up to so many points out of one lot, and says how many were there. */
    long takeFrom(Lot like, long points) {
        Lot lot = find(like);
        if (lot == null || points == 0) {
            return 0;
        }
        long taken = Math.min(points, lot.left());
        LotQueue queue = queueOf(like);
        setQueueOf(like, taken == lot.left() ? queue.without(lot) : queue.with(lot.withLeft(lot.left() - taken)));
        return taken;
    }

    /**
     * Puts points back into the lot that they were taken from. A lot that the timer of inactivity ran out on since then stays
     * expired; what was taken at the very instant at which it ran out was taken after that, and from a newer lot.
     *
     * @return whether they are gone at once
     */
    boolean putBack(Lot like, long points, Instant takenAt, Instant now) {
        boolean ranOutMeanwhile = ranOut != null && ranOut.isAfter(takenAt);
        boolean runsOutNow = runsOut != null && !now.isBefore(runsOut);
        if (like.isExpiredAt(now) || (like.expires() == null && (ranOutMeanwhile || runsOutNow))) {
            LotUse unused = expire(like.withLeft(points));
            return true;
        }
        Lot lot = find(like);
        LotQueue queue = queueOf(like);
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
        if (runsOut == null || expires == null || !expires.equals(runsOut)) {
            return runsOut == null || expires == null || expires.isBefore(runsOut);
        }
        int byEarned = first.earned().compareTo(undated.first().earned());
        return byEarned < 0
                || (byEarned == 0 && first.number() < undated.first().number());
    }
}
