package dev.laurel.engine.draft;

import com.google.common.collect.ImmutableList;
import dev.laurel.account.Header;
import dev.laurel.account.Redating;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotDating;
import dev.laurel.program.PointTerms;
import dev.laurel.tier.Tier;
import dev.laurel.time.CivilZone;
import dev.laurel.time.Expiry;
import dev.laurel.time.Inactivity;
import dev.laurel.time.Moment;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When what an account holds of one point currency expires, while an event is being settled: the dates that lots get, the timer of
 * inactivity, and whether a tier suspends both. Instants are in microseconds since 1970 where they are numbers.
 */
public final class ExpiryDraft {
    private final AccountDraft account;
    private final Header header;
    private final int place;
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
    ExpiryDraft(AccountDraft account, int place, PointTerms terms, List<Redating> before) {
        this.account = account;
        this.place = place;
        header = account.header();
        this.terms = terms;
        expiry = terms.expiry();
        inactivity = expiry.inactivity();
        isDated = !(expiry.date() instanceof Moment.Never);
        redatings = before;
    }

    // --- dates ---

    /** When points expire that are credited now, as the currency's terms say; late ones by when they were earned all the same. */
    LotDates datesOf(Instant earned, Instant available) {
        long expires = isDated
                ? account.micros(expiry.date(), Timestamps.micros(expiry.isFromAvailability() ? available : earned))
                : Timestamps.NEVER;
        return new LotDates(
                Timestamps.micros(earned),
                Math.max(Timestamps.micros(available), account.now()),
                expires,
                datingOf(expires));
    }

    private LotDating datingOf(long expires) {
        return isSuspended() && expires != Timestamps.NEVER && expires > header.suspendedSince(place)
                ? LotDating.SUSPENDED
                : LotDating.BY_TERMS;
    }

    /** A lot as it was at any time before, with the date that it has now. */
    Lot now(Lot lot) {
        long expires = lot.expiresMicros();
        if (expires == Timestamps.NEVER || lot.dating() == LotDating.OWN || lot.dating() == LotDating.GIVEN_BACK) {
            return lot;
        }
        for (Redating redating : redatings) {
            boolean wasThere = lot.number() <= redating.lots() && expires > Timestamps.micros(redating.from());
            expires = wasThere ? Math.max(expires, Timestamps.micros(redating.expires())) : expires;
        }
        LotDating dating = datingOf(expires);
        return expires == lot.expiresMicros() && dating == lot.dating() ? lot : lot.withExpires(expires, dating);
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
        if (isDated || !isOnTimer()) {
            long least = givesMore ? Math.max(now, account.micros(terms.dateOnLeaving(), now)) : now;
            redatings = ImmutableList.<Redating>builder()
                    .addAll(redatings)
                    .add(new Redating(since, header.lotsOpened(), Timestamps.ofMicros(least)))
                    .build();
            // Terms of before, by which inactivity ended these points, may have left a timer that counts again.
            account.happensBy(header.runsOut(place));
        }
    }

    /** The date that what is held got at least when its dates last began to count again. */
    Instant lastRedating() {
        return redatings.get(redatings.size() - 1).expires();
    }

    List<Redating> redatings() {
        return redatings;
    }

    /**
     * Keeps those that can still matter: a lot may have such a date that is not past, or may have had one when the next began. It is
     * asked of every account, also where nothing else changes, so that a job that writes down what time brought makes no difference.
     */
    void forgetRedatings() {
        int first = 0;
        while (first < redatings.size() && isSpent(first)) {
            first++;
        }
        if (first > 0) {
            redatings = ImmutableList.copyOf(redatings.subList(first, redatings.size()));
        }
    }

    private boolean isSpent(int number) {
        boolean isLast = number + 1 == redatings.size();
        long next = isLast
                ? header.suspendedSince(place)
                : Timestamps.micros(redatings.get(number + 1).from());
        long until = next == Timestamps.NEVER ? account.now() : next;
        return Timestamps.micros(redatings.get(number).expires()) <= until;
    }

    // --- the timer of inactivity ---

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
