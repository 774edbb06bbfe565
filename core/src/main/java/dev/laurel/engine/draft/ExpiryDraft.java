package dev.laurel.engine.draft;

import com.google.common.collect.ImmutableList;
import dev.laurel.account.Header;
import dev.laurel.account.Milestone;
import dev.laurel.account.Redating;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotDating;
import dev.laurel.program.PointPolicy;
import dev.laurel.program.PointTerms;
import dev.laurel.tier.Tier;
import dev.laurel.time.CivilZone;
import dev.laurel.time.Expiry;
import dev.laurel.time.Inactivity;
import dev.laurel.time.Moment;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * When what an account holds of one point currency expires, while an event is being settled: the dates that lots get, the timer of
 * inactivity, and whether a tier suspends both. Instants are in microseconds since 1970 where they are numbers.
 */
public final class ExpiryDraft {
    /** The end of points that ended before. */
    private static final long GONE = Long.MIN_VALUE;

    private final AccountDraft account;
    private final Header header;
    private final int place;
    private final String currency;
    private final PointTerms terms;
    private final Expiry expiry;
    private final @Nullable Inactivity inactivity;
    private final boolean isDated;
    private List<Redating> redatings;
    private boolean timerStartedHere;

    /**
     * The expiry of a wallet.
     *
     * @param place the place of the wallet in the header of its account
     */
    ExpiryDraft(AccountDraft account, int place, PointPolicy policy, List<Redating> before) {
        this.account = account;
        this.place = place;
        header = account.header();
        currency = policy.currency().id();
        terms = policy.terms();
        expiry = terms.expiry();
        inactivity = expiry.inactivity();
        isDated = hasDates(expiry);
        redatings = before;
    }

    // --- dates ---

    /** When points expire that are credited now, as the currency's terms say; late ones by when they were earned all the same. */
    LotDates datesOf(Instant earned, Instant available) {
        long expires = dateBy(expiry, Timestamps.micros(earned), Timestamps.micros(available));
        return new LotDates(
                Timestamps.micros(earned),
                Math.max(Timestamps.micros(available), account.now()),
                expires,
                datingOf(expires));
    }

    /** The date that terms give points that were earned at an instant and can be spent from another on, or never. */
    private long dateBy(Expiry by, long earned, long available) {
        return hasDates(by)
                ? account.micros(by.date(), by.isFromAvailability() ? available : earned)
                : Timestamps.NEVER;
    }

    /** What rules a date that the terms give: a tier suspends it if that began before. */
    LotDating datingOf(long expires) {
        return isSuspended() && expires != Timestamps.NEVER && expires > header.suspendedSince(place)
                ? LotDating.SUSPENDED
                : LotDating.BY_TERMS;
    }

    /**
     * A lot as it was after a ledger entry, with the date that it has now.
     *
     * @param entry the number of that entry, or 0 for the lot as it was opened
     */
    Lot now(Lot lot, long entry) {
        if (!isByTerms(lot)) {
            return lot;
        }
        long expires = lot.expiresMicros();
        for (Redating redating : redatings) {
            if (concerns(redating, lot, entry)) {
                if (endsBy(redating, expires, entry)) {
                    break;
                }
                expires = redated(redating, lot, expires, entry);
            }
        }
        return dated(lot, expires);
    }

    private static boolean concerns(Redating redating, Lot lot, long entry) {
        return lot.number() <= redating.lots() && entry <= redating.entry();
    }

    /** Whether points of a date had ended when other terms came into force, so that no later ones matter to them. */
    private boolean endsBy(Redating redating, long expires, long entry) {
        return redating instanceof Redating.ByVersion changed && endBefore(changed, expires, entry) == GONE;
    }

    /**
     * Whether points of a lot ended under terms that were in force before the present ones.
     *
     * @param lot the lot as it was after a ledger entry
     * @param entry the number of that entry
     */
    boolean hasEndedBefore(Lot lot, long entry) {
        long expires = lot.expiresMicros();
        for (Redating redating : isByTerms(lot) ? redatings : List.<Redating>of()) {
            if (concerns(redating, lot, entry)) {
                if (endsBy(redating, expires, entry)) {
                    return true;
                }
                expires = redated(redating, lot, expires, entry);
            }
        }
        return false;
    }

    /** The same under terms that have been in force until now, by their timer or before them. */
    boolean hasEndedBy(PointPolicy until, Lot lot, long entry) {
        Expiry ended = until.terms().expiry();
        boolean isTimed = ended.inactivity() != null
                && isByTerms(lot)
                && (hasDates(ended) || now(lot, entry).endMicros() == Timestamps.NEVER);
        return (isTimed && hasRunOutSince(entry)) || hasEndedBefore(lot, entry);
    }

    /** A lot that is there, as it is by whether dates count now. */
    Lot now(Lot lot) {
        return isByTerms(lot) ? dated(lot, lot.expiresMicros()) : lot;
    }

    /** A lot that is there, with the date that the last redating gives it. */
    Lot redated(Lot lot) {
        Redating last = redatings.get(redatings.size() - 1);
        return isByTerms(lot) ? dated(lot, redated(last, lot, lot.expiresMicros(), 0)) : lot;
    }

    private Lot dated(Lot lot, long expires) {
        LotDating dating = datingOf(expires);
        return expires == lot.expiresMicros() && dating == lot.dating() ? lot : lot.withExpires(expires, dating);
    }

    private static boolean isByTerms(Lot lot) {
        return lot.dating() == LotDating.BY_TERMS || lot.dating() == LotDating.SUSPENDED;
    }

    private long redated(Redating redating, Lot lot, long expires, long entry) {
        if (redating instanceof Redating.Resumed resumed) {
            boolean counted = expires != Timestamps.NEVER && expires > Timestamps.micros(resumed.from());
            return counted ? Math.max(expires, Timestamps.micros(resumed.expires())) : expires;
        }
        return redated((Redating.ByVersion) redating, lot, expires, entry);
    }

    /**
     * The date that a lot gets by other terms: what they give from its own date, or, if that is later, the earlier of the date that it
     * had and of what they give a credit of that instant. So nothing expires at once, and nothing is renewed. What was gone by then is.
     */
    private long redated(Redating.ByVersion changed, Lot lot, long expires, long entry) {
        long at = Timestamps.micros(changed.at());
        long before = endBefore(changed, expires, entry);
        if (before == GONE) {
            return expires;
        }
        Expiry by =
                account.versions().policyOf(changed.version(), currency).terms().expiry();
        long fresh = Math.min(before, Math.max(at, dateBy(by, at, at)));
        return Math.max(dateBy(by, lot.earnedMicros(), lot.availableMicros()), fresh);
    }

    /** When points of a date would have ended by the terms that held before other ones, or that they were gone by then. */
    private long endBefore(Redating.ByVersion changed, long expires, long entry) {
        boolean wasOnTimer = expires == Timestamps.NEVER || changed.bothCounted();
        long timer = wasOnTimer ? Timestamps.microsOrNever(changed.runsOut()) : Timestamps.NEVER;
        // What was over when a tier began to suspend dates stayed over.
        boolean isSuspended = expires > Timestamps.microsOrNever(changed.suspendedSince());
        long before = changed.suspendedSince() != null && isSuspended ? Timestamps.NEVER : Math.min(expires, timer);
        boolean ranOut = wasOnTimer && entry > 0 && changed.ranOut() >= entry;
        return before <= Timestamps.micros(changed.at()) || ranOut ? GONE : before;
    }

    // --- other terms ---

    /** Whether a lot has another date by versions that came into force since a ledger entry than it would have without them. */
    boolean isRedatedByVersion(Lot lot, long entry) {
        if (!isByTerms(lot)) {
            return false;
        }
        long expires = lot.expiresMicros();
        long withoutVersions = expires;
        for (Redating redating : redatings) {
            if (concerns(redating, lot, entry)) {
                if (endsBy(redating, expires, entry)) {
                    break;
                }
                expires = redated(redating, lot, expires, entry);
                withoutVersions = redating instanceof Redating.ByVersion
                        ? withoutVersions
                        : redated(redating, lot, withoutVersions, entry);
            }
        }
        return expires != withoutVersions;
    }

    /**
     * Other terms come into force. The timer takes the latest end that one of the lots would have by it. What lots that are empty now had
     * is remembered, since points may come back to them.
     *
     * @param before the terms until now
     * @param suspends whether the tier that is held suspends what ends points by the new terms
     * @param lots all lots that hold points, those that are set aside included
     */
    void adopt(PointPolicy before, boolean suspends, Iterable<Lot> lots) {
        Expiry ended = before.terms().expiry();
        boolean wasOnTimer = ended.inactivity() != null;
        boolean bothCounted = wasOnTimer && hasDates(ended);
        boolean wasSuspended = isSuspended();
        long timer = wasOnTimer && !wasSuspended ? header.runsOut(place) : Timestamps.NEVER;
        remember(new Redating.ByVersion(
                account.versions().name(),
                account.asOf(),
                header.sequence(),
                header.lotsOpened(),
                Timestamps.ofMicrosOrNull(header.suspendedSince(place)),
                bothCounted,
                wasOnTimer ? runsOut() : null,
                header.ranOut(place)));
        long latest = wasOnTimer && hasTimer() ? timerByNow(timer) : Long.MIN_VALUE;
        if (isOnTimer() && account.member().has(Milestone.CLOSED)) {
            // What a reopening gives back cannot be seen here: no lot has a later end.
            latest = timerFrom(account.now());
        }
        for (Lot lot : lots) {
            if (isOnTimer() && isByTerms(lot)) {
                boolean isTimed = bothCounted || lot.expiresMicros() == Timestamps.NEVER;
                long end = Math.min(lot.expiresMicros(), isTimed ? timer : Timestamps.NEVER);
                latest = Math.max(latest, timerFrom(lot.earnedMicros()));
                latest = Math.max(latest, timerByNow(wasSuspended ? Timestamps.NEVER : end));
            }
        }
        if (!isOnTimer() || latest == Long.MIN_VALUE) {
            stopTimer();
        } else {
            setTimer(latest);
        }
        if (!suspends || !wasSuspended || !hadDates(before)) {
            header.setSuspendedSince(place, suspends ? account.now() : Timestamps.NEVER);
        }
    }

    /**
     * Points come back that the closure of the account had ended. Where versions brought other timers meanwhile, each ran as it would have
     * had the account never been closed.
     *
     * @param thereAt what of all that the closure ended would have been there at an instant, as it was then
     * @param entry the number of the last ledger entry of the closure
     */
    void reopen(Function<Instant, List<Lot>> thereAt, long entry) {
        List<Redating> corrected = new ArrayList<>(redatings);
        Redating.ByVersion last = null;
        long timer = GONE;
        for (int i = 0; i < redatings.size(); i++) {
            if (redatings.get(i) instanceof Redating.ByVersion changed && changed.entry() >= entry) {
                // What ran until the first was not touched by the closure.
                last = last == null ? changed : changed.withRunsOut(timer == GONE ? null : Timestamps.ofMicros(timer));
                corrected.set(i, last);
                timer = timerAfter(last, corrected.subList(0, i), thereAt.apply(last.at()), entry);
            }
        }
        if (last == null) {
            return;
        }
        redatings = ImmutableList.copyOf(corrected);
        if (!isOnTimer() || header.ranOut(place) >= Math.max(entry, last.entry())) {
            return;
        }
        if (timer == GONE) {
            stopTimer();
        } else {
            setTimer(timer);
        }
    }

    /** When the timer of a version that came into force on a closed account would have run out, or that it has none. */
    private long timerAfter(Redating.ByVersion changed, List<Redating> earlier, Iterable<Lot> lots, long entry) {
        Inactivity by = account.versions()
                .policyOf(changed.version(), currency)
                .terms()
                .expiry()
                .inactivity();
        if (by == null) {
            return GONE;
        }
        long fresh = by.runsOut(Timestamps.micros(changed.at()), account.zone());
        long running = Timestamps.microsOrNever(changed.runsOut());
        long ran = changed.suspendedSince() != null ? Timestamps.NEVER : running;
        boolean isRunning = running != Timestamps.NEVER && ran > Timestamps.micros(changed.at());
        long latest = isRunning ? Math.min(ran, fresh) : GONE;
        for (Lot lot : lots) {
            long end = isByTerms(lot) ? endBefore(changed, earlier, lot, entry) : GONE;
            if (end != GONE) {
                long own = by.runsOut(lot.earnedMicros(), account.zone());
                latest = Math.max(latest, Math.max(own, Math.min(end, fresh)));
            }
        }
        return latest;
    }

    /** When a lot would have ended by the terms that held before other ones, or that it was gone by then. */
    private long endBefore(Redating.ByVersion changed, List<Redating> earlier, Lot lot, long entry) {
        long expires = lot.expiresMicros();
        for (Redating redating : earlier) {
            if (concerns(redating, lot, entry)) {
                if (endsBy(redating, expires, entry)) {
                    return GONE;
                }
                expires = redated(redating, lot, expires, entry);
            }
        }
        return endBefore(changed, expires, entry);
    }

    private long timerFrom(long activity) {
        return inactivity == null ? Long.MIN_VALUE : inactivity.runsOut(activity, account.zone());
    }

    /** The earlier of an end by the terms until now, and of what the new ones give a credit of this instant. */
    private long timerByNow(long ended) {
        return isOnTimer() ? Math.min(ended, timerFrom(account.now())) : Long.MIN_VALUE;
    }

    // --- suspension ---

    boolean isSuspended() {
        return header.suspendedSince(place) != Timestamps.NEVER;
    }

    /** Whether expiry is or can be suspended here, so that the tier matters. */
    boolean followsTier() {
        return !terms.suspending().isEmpty() || isSuspended();
    }

    /** Whether a tier suspends expiry. */
    boolean isSuspendedBy(Tier tier) {
        return terms.suspending().contains(tier);
    }

    /** From now on dates do not count, nor does the timer. */
    void suspend() {
        header.setSuspendedSince(place, account.now());
    }

    /**
     * Dates and the timer count again, from now on at the earliest.
     *
     * @param isUndone whether what suspended them is undone, rather than at its end, so that the terms give no more than that
     */
    void resume(boolean isUndone) {
        Instant since = Timestamps.ofMicros(header.suspendedSince(place));
        header.setSuspendedSince(place, Timestamps.NEVER);
        boolean givesMore = !isUndone && !terms.suspending().isEmpty();
        long now = account.now();
        if (isOnTimer()) {
            long ends = givesMore ? Math.max(now, account.micros(terms.timerOnLeaving(), now)) : now;
            setTimer(hasTimer() ? Math.max(header.runsOut(place), ends) : ends);
        }
        if (isOnDates()) {
            long least = givesMore ? Math.max(now, account.micros(terms.dateOnLeaving(), now)) : now;
            remember(new Redating.Resumed(since, header.sequence(), header.lotsOpened(), Timestamps.ofMicros(least)));
        }
    }

    private void remember(Redating redating) {
        redatings = ImmutableList.<Redating>builder()
                .addAll(redatings)
                .add(redating)
                .build();
    }

    /** The date that what is held got at least when its dates last began to count again. */
    Instant lastRedating() {
        return ((Redating.Resumed) redatings.get(redatings.size() - 1)).expires();
    }

    List<Redating> redatings() {
        return redatings;
    }

    /**
     * Keeps those that can still matter: that of a version always, and that of a tier as long as a lot may have such a date that is not
     * past, or may have had one when the next began that is kept. It is asked of every account, also where nothing else changes, so that a
     * job that writes down what time brought makes no difference.
     */
    void forgetRedatings() {
        List<Redating> kept = redatings;
        long next = header.suspendedSince(place);
        // Who opens a closed account again has what there would be had it never been closed.
        Instant closed = account.member().instantOf(Milestone.CLOSED);
        long present = closed == null ? account.now() : Math.min(account.now(), Timestamps.micros(closed));
        long until = Math.min(next, present);
        for (int i = redatings.size() - 1; i >= 0; i--) {
            Redating redating = redatings.get(i);
            if (redating instanceof Redating.Resumed resumed && Timestamps.micros(resumed.expires()) <= until) {
                kept = kept == redatings ? new ArrayList<>(redatings) : kept;
                kept.remove(i);
            } else {
                until = begin(redating);
            }
        }
        redatings = kept == redatings ? redatings : ImmutableList.copyOf(kept);
    }

    private static long begin(Redating redating) {
        return Timestamps.micros(
                redating instanceof Redating.Resumed resumed ? resumed.from() : ((Redating.ByVersion) redating).at());
    }

    // --- the timer of inactivity ---

    /** Whether dates ended what was held under earlier terms. */
    static boolean hadDates(PointPolicy earlier) {
        Expiry ended = earlier.terms().expiry();
        return hasDates(ended) || ended.inactivity() == null;
    }

    private static boolean hasDates(Expiry expiry) {
        return !(expiry.date() instanceof Moment.Never);
    }

    /** Whether inactivity ends what is held; there may be dates too. */
    boolean isOnTimer() {
        return inactivity != null;
    }

    /** Whether dates end what is held, or could; there may be a timer too. */
    boolean isOnDates() {
        return isDated || inactivity == null;
    }

    /** Whether both do, so that the earlier of the two counts. */
    boolean isOnBoth() {
        return isDated && inactivity != null;
    }

    /** Whether inactivity ends a lot: what has no date, and where both can, all but what has a date of its own. */
    boolean isOnTimer(Lot lot) {
        return isOnTimer(lot.expiresMicros(), lot.dating());
    }

    /** The same of what is credited with such dates. */
    boolean isOnTimer(LotDates dates) {
        return isOnTimer(dates.expires(), dates.dating());
    }

    private boolean isOnTimer(long expires, LotDating dating) {
        boolean isByTerms = dating == LotDating.BY_TERMS || dating == LotDating.SUSPENDED;
        return expires == Timestamps.NEVER || (isOnBoth() && isByTerms);
    }

    /** When a lot is gone if nothing happens, by its date or by inactivity, or never. */
    long endOf(Lot lot) {
        return isOnTimer(lot) ? Math.min(lot.endMicros(), timer()) : lot.endMicros();
    }

    /** When inactivity ends what has no date, or never. */
    long timer() {
        return isSuspended() ? Timestamps.NEVER : header.runsOut(place);
    }

    /** When the timer runs out, or would have if a tier did not suspend it, or null if none is running. */
    @Nullable
    Instant runsOut() {
        return Timestamps.ofMicrosOrNull(header.runsOut(place));
    }

    boolean hasTimer() {
        return header.runsOut(place) != Timestamps.NEVER;
    }

    private void setTimer(long end) {
        header.setRunsOut(place, end);
        account.happensBy(end);
    }

    /** The timer of inactivity has run out. */
    void runOut() {
        header.setRanOut(place, header.sequence());
        stopTimer();
    }

    /** Nothing is held any more that a timer could end. */
    void stopTimer() {
        header.setRunsOut(place, Timestamps.NEVER);
    }

    /** Whether the timer of inactivity ran out after a ledger entry. */
    boolean hasRunOutSince(long entry) {
        return header.ranOut(place) >= entry;
    }

    /** A credit starts the timer of inactivity if none is running; of several credits of one event the latest counts. */
    public void startTimer(long credited, CivilZone zone) {
        if (inactivity != null && (!hasTimer() || timerStartedHere)) {
            long end = inactivity.runsOut(credited, zone);
            if (!hasTimer() || end > header.runsOut(place)) {
                setTimer(end);
                timerStartedHere = true;
            }
        }
    }

    /** An activity prolongs the timer of inactivity if it is running; a late one never shortens it. */
    void prolongTimer(Expiry.Activity activity, long at, CivilZone zone) {
        if (inactivity != null && inactivity.activities().contains(activity)) {
            prolongTimer(inactivity, at, zone);
        }
    }

    /** An activity of the host's own prolongs the timer if the program names it. */
    void prolongTimer(String activity, long at, CivilZone zone) {
        if (inactivity != null && inactivity.named().contains(activity)) {
            prolongTimer(inactivity, at, zone);
        }
    }

    private void prolongTimer(Inactivity counting, long at, CivilZone zone) {
        if (hasTimer()) {
            // It only runs out later, so nothing need be told.
            header.setRunsOut(place, Math.max(counting.runsOut(at, zone), header.runsOut(place)));
        }
    }

    /** Whether inactivity has ended what it ends, at an instant. */
    boolean isRunOut(long at) {
        return timer() <= at;
    }

    /** The date with which points of a lot leave for another account: their own, that of the timer, or the earlier; null if there is none. */
    public @Nullable Instant dateOnLeaving(Lot lot) {
        long timer = isOnTimer(lot) ? header.runsOut(place) : Timestamps.NEVER;
        return Timestamps.ofMicrosOrNull(Math.min(lot.expiresMicros(), timer));
    }
}
