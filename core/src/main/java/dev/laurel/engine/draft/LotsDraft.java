package dev.laurel.engine.draft;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dev.laurel.account.Account;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotDating;
import dev.laurel.ledger.LotQueue;
import dev.laurel.receipt.LotTaken;
import dev.laurel.time.Timestamps;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The lots of one point currency, while an event is being settled: what of them can be taken now, and in which order. Totals, and what
 * is remembered of lots that are gone, are with the wallet. Instants are in microseconds since 1970 where they are numbers.
 */
public final class LotsDraft {
    private final AccountDraft account;
    private final ExpiryDraft expiry;
    private LotQueue dated;
    private LotQueue undated;
    private LotQueue pending;

    /** No lots yet. */
    LotsDraft(AccountDraft account, ExpiryDraft expiry) {
        this.account = account;
        this.expiry = expiry;
        dated = LotQueue.EMPTY;
        undated = LotQueue.EMPTY;
        pending = LotQueue.NONE_PENDING;
    }

    /** Begins with the lots of the wallet that an account has at a place. */
    void beginWith(Account whole, int known) {
        dated = whole.dated(known);
        undated = whole.undated(known);
        pending = whole.pending(known);
    }

    /** Puts the lots where an account keeps those of the wallet at a place. */
    void putInto(LotQueue[] lots, int place) {
        lots[3 * place] = dated;
        lots[3 * place + 1] = undated;
        lots[3 * place + 2] = pending;
    }

    // --- what there is ---

    /** All lots, in the order of spending, then those that are pending. */
    List<Lot> all() {
        return ImmutableList.copyOf(Iterables.concat(dated, undated, pending));
    }

    /** Whether a lot holds points that are not set aside. */
    boolean holds(Lot lot) {
        return queueOf(lot).find(lot) != null || pending.find(lot) != null;
    }

    boolean hasPending() {
        return !pending.isEmpty();
    }

    /** Whether inactivity could end some of them. */
    boolean hasTimed() {
        return !undated.isEmpty() || Iterables.any(Iterables.concat(dated, pending), expiry::isOnTimer);
    }

    /** Until when the first of the pending lots is pending, or never if there are none. */
    long pendingUntil() {
        return pending.isEmpty() ? Timestamps.NEVER : pending.first().pendingUntilMicros();
    }

    /** When something next expires here, or a timer runs out that may have nothing to end, or never. */
    long nextExpiry() {
        return Math.min(firstDate(), expiry.timer());
    }

    /** When points next expire that can be spent by then, or never. */
    long nextVisibleExpiry() {
        boolean onTimer = !undated.isEmpty()
                || (expiry.isOnBoth() && Iterables.any(dated, expiry::isOnTimer))
                || Iterables.any(pending, this::isTimed);
        return onTimer ? nextExpiry() : firstDate();
    }

    private long firstDate() {
        return dated.isEmpty() ? Timestamps.NEVER : dated.first().endMicros();
    }

    /** Whether inactivity ends a lot that no date does, or that both can. */
    private boolean isTimed(Lot lot) {
        return lot.endMicros() == Timestamps.NEVER || expiry.isOnTimer(lot);
    }

    /** How many points can be spent of those lots that may be taken from. */
    public long available(Predicate<Lot> may) {
        long points = 0;
        for (Lot lot : inOrderOfSpending()) {
            points = may.test(lot) ? Math.addExact(points, lot.left()) : points;
        }
        return points;
    }

    /** What came back to a lot and lasts longer than it. */
    Iterable<Lot> givenBackOf(Lot lot) {
        return Iterables.filter(
                dated, other -> other.dating() == LotDating.GIVEN_BACK && other.number() == lot.number());
    }

    // --- what comes ---

    void add(Lot lot) {
        setQueueOf(lot, queueOf(lot).plus(lot));
    }

    void addPending(Lot lot) {
        pending = pending.plus(lot);
        account.happensBy(lot.pendingUntilMicros());
    }

    /** Puts points back into a lot, or opens it again with these alone. */
    void putBack(LotTaken back) {
        Lot like = back.lot();
        LotQueue queue = queueOf(like);
        Lot lot = queue.find(like);
        setQueueOf(
                like,
                lot == null
                        ? queue.plus(like.withLeft(back.points()))
                        : queue.with(lot.withLeft(Math.addExact(lot.left(), back.points()))));
    }

    /** Each lot gets another date, or the same. */
    void redate(UnaryOperator<Lot> dating) {
        Iterable<Lot> spendable = Iterables.concat(dated, undated);
        LotQueue waiting = pending;
        clear();
        spendable.forEach(lot -> add(dating.apply(lot)));
        waiting.forEach(lot -> addPending(dating.apply(lot)));
    }

    /** Lets points be spent whose time has come, unless they expire at that very instant, and says of which lots they are. */
    List<Lot> mature(long now) {
        boolean inactive = expiry.isRunOut(now);
        List<Lot> matured = new ArrayList<>(0);
        LotQueue stillPending = pending;
        for (Lot lot : pending) {
            if (lot.pendingUntilMicros() > now) {
                break;
            }
            if (!(lot.isExpiredAt(now) || (inactive && isTimed(lot)))) {
                stillPending = stillPending.without(lot);
                add(lot);
                matured.add(lot);
            }
        }
        pending = stillPending;
        return matured;
    }

    // --- what goes ---

    /** Takes out the lots that could be spent until their date. */
    List<Lot> takeDated(long now) {
        List<Lot> ended = new ArrayList<>(0);
        while (!dated.isEmpty() && dated.first().isExpiredAt(now)) {
            ended.add(dated.first());
            dated = dated.withoutFirst();
        }
        return ended;
    }

    /** Takes out the pending lots that end before they could be spent, by their date or by inactivity. */
    List<Lot> takePending(long now) {
        boolean inactive = expiry.isRunOut(now);
        List<Lot> ended = new ArrayList<>(0);
        for (Lot lot : pending) {
            if (lot.isExpiredAt(now) || (inactive && isTimed(lot))) {
                pending = pending.without(lot);
                ended.add(lot);
            } else if (!inactive && lot.pendingUntilMicros() > now) {
                break;
            }
        }
        return ended;
    }

    /** Takes out the lots that could be spent until inactivity ended them. */
    List<Lot> takeTimed() {
        List<Lot> ended = new ArrayList<>();
        if (expiry.isOnBoth()) {
            Iterables.addAll(ended, Iterables.filter(dated, expiry::isOnTimer));
        }
        for (Lot lot : ended) {
            dated = dated.without(lot);
        }
        Iterables.addAll(ended, undated);
        undated = LotQueue.EMPTY;
        return ended;
    }

    /** Takes out all lots, pending ones too. */
    List<Lot> takeAll() {
        List<Lot> all = all();
        clear();
        return all;
    }

    private void clear() {
        dated = LotQueue.EMPTY;
        undated = LotQueue.EMPTY;
        pending = LotQueue.NONE_PENDING;
    }

    /** A lot as it is as long as it is pending, or null. */
    @Nullable
    Lot findPending(Lot like) {
        return pending.find(like);
    }

    /** Takes up to so many points out of one lot as long as it is pending, and says how many were there. */
    long takeFromPending(Lot like, long points) {
        Lot lot = pending.find(like);
        if (lot == null || points == 0) {
            return 0;
        }
        long taken = Math.min(points, lot.left());
        pending = taken == lot.left() ? pending.without(lot) : pending.with(lot.withLeft(lot.left() - taken));
        return taken;
    }

    /** Takes up to so many points out of one lot that can be spent, and says how many were there. */
    long takeFrom(Lot like, long points) {
        LotQueue queue = queueOf(like);
        @Nullable Lot lot = queue.find(like);
        if (lot == null || points == 0) {
            return 0;
        }
        long taken = Math.min(points, lot.left());
        setQueueOf(lot, taken == lot.left() ? queue.without(lot) : queue.with(lot.withLeft(lot.left() - taken)));
        return taken;
    }

    /**
     * Takes points from the lots in the order of spending: the one that expires first (never is last), then the one earned
     * first, then the older. There must be as many.
     */
    List<LotTaken> spend(long points) {
        if (expiry.isOnBoth()) {
            return spend(points, lot -> true);
        }
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

    /**
     * Takes points in the order of spending from those lots that may be taken from; there must be as many.
     *
     * @param may which these are
     */
    List<LotTaken> spend(long points, Predicate<Lot> may) {
        List<LotTaken> uses = new ArrayList<>();
        long missing = points;
        for (Lot lot : inOrderOfSpending()) {
            if (missing > 0 && may.test(lot)) {
                long taken = takeFrom(lot, missing);
                uses.add(new LotTaken(lot, taken, taken));
                missing -= taken;
            }
        }
        return uses;
    }

    /** What expires first, by its date or by inactivity, is spent first; then what was earned first, then the older. */
    Comparator<Lot> bySpending() {
        return Comparator.comparingLong(expiry::endOf)
                .thenComparingLong(Lot::earnedMicros)
                .thenComparingLong(Lot::number);
    }

    private List<Lot> inOrderOfSpending() {
        if (expiry.isOnBoth()) {
            // The timer moves, and with it the order of what it ends earlier than a date does.
            List<Lot> all = new ArrayList<>(dated.size() + undated.size());
            Iterables.addAll(all, Iterables.concat(dated, undated));
            all.sort(bySpending());
            return all;
        }
        List<Lot> lots = new ArrayList<>(dated.size() + undated.size());
        LotQueue datedBefore = dated;
        LotQueue undatedBefore = undated;
        while (!dated.isEmpty() || !undated.isEmpty()) {
            if (isDatedNext()) {
                lots.add(dated.first());
                dated = dated.withoutFirst();
            } else {
                lots.add(undated.first());
                undated = undated.withoutFirst();
            }
        }
        dated = datedBefore;
        undated = undatedBefore;
        return lots;
    }

    private boolean isDatedNext() {
        if (dated.isEmpty() || undated.isEmpty()) {
            return undated.isEmpty();
        }
        Lot first = dated.first();
        if (first.endMicros() != expiry.timer()) {
            return first.endMicros() < expiry.timer();
        }
        int byEarned = Long.compare(first.earnedMicros(), undated.first().earnedMicros());
        return byEarned < 0
                || (byEarned == 0 && first.number() < undated.first().number());
    }

    private LotQueue queueOf(Lot lot) {
        return lot.endMicros() == Timestamps.NEVER ? undated : dated;
    }

    private void setQueueOf(Lot lot, LotQueue queue) {
        if (lot.endMicros() == Timestamps.NEVER) {
            undated = queue;
        } else {
            dated = queue;
            account.happensBy(lot.endMicros());
        }
    }
}
