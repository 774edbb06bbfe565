package dev.laurel.engine.draft;

import com.google.common.collect.ImmutableList;
import dev.laurel.account.Header;
import dev.laurel.account.Redating;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotDating;
import dev.laurel.program.Expiry;
import dev.laurel.program.PointPolicy;
import dev.laurel.tier.Tier;
import dev.laurel.time.CivilZone;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
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
    private final String currency;
    private final Expiry.@Nullable Suspended suspension;
    private final Expiry expiry;
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
        suspension = policy.expiry() instanceof Expiry.Suspended suspending ? suspending : null;
        expiry = baseOf(policy);
        redatings = before;
    }

    private static Expiry baseOf(PointPolicy policy) {
        return policy.expiry() instanceof Expiry.Suspended suspending ? suspending.expiry() : policy.expiry();
    }

    // --- dates ---

    /** When points expire that are credited now, as the currency's terms say; late ones by when they were earned all the same. */
    LotDates datesOf(Instant earned, Instant available, CivilZone zone) {
        long expires = dateBy(expiry, Timestamps.micros(earned), Timestamps.micros(available));
        return new LotDates(
                Timestamps.micros(earned),
                Math.max(Timestamps.micros(available), account.now()),
                expires,
                datingOf(expires));
    }

    /** The date that terms give points that were earned at an instant and can be spent from another on, or never. */
    private long dateBy(Expiry terms, long earned, long available) {
        if (terms instanceof Expiry.FromAvailability counted) {
            return Timestamps.micros(counted.expiry().expiryOf(Timestamps.ofMicros(available), account.zone()));
        } else if (terms instanceof Expiry.Dated dates) {
            return Timestamps.micros(dates.expiryOf(Timestamps.ofMicros(earned), account.zone()));
        }
        return Timestamps.NEVER;
    }

    private LotDating datingOf(long expires) {
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
            if (lot.number() <= redating.lots() && entry <= redating.entry()) {
                expires = redated(redating, lot, expires, entry);
            }
        }
        return dated(lot, expires);
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
        boolean wasOnTimer = expires == Timestamps.NEVER || changed.bothCounted();
        long timer = wasOnTimer ? Timestamps.microsOrNever(changed.runsOut()) : Timestamps.NEVER;
        long before = changed.suspended() ? Timestamps.NEVER : Math.min(expires, timer);
        boolean ranOut =
                wasOnTimer && entry > 0 && header.ranOut(place) >= entry && header.ranOut(place) <= changed.entry();
        if (before <= at || ranOut) {
            return expires;
        }
        Expiry terms = baseOf(account.policyOf(changed.version(), currency));
        long fresh = Math.min(before, dateBy(terms, at, at));
        return Math.max(dateBy(terms, lot.earnedMicros(), lot.availableMicros()), fresh);
    }

    // --- other terms ---

    /** Whether a version has given a lot another date since a ledger entry, other than to all that there were. */
    boolean isRedatedByVersion(Lot lot, long entry) {
        for (Redating redating : redatings) {
            if (redating instanceof Redating.ByVersion
                    && lot.number() <= redating.lots()
                    && entry <= redating.entry()
                    && now(lot, entry).expiresMicros() != lot.expiresMicros()) {
                return true;
            }
        }
        return false;
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
        Expiry base = baseOf(before);
        boolean wasOnTimer = base instanceof Expiry.AfterInactivity;
        boolean wasSuspended = isSuspended();
        long timer = wasOnTimer && !wasSuspended ? header.runsOut(place) : Timestamps.NEVER;
        remember(new Redating.ByVersion(
                account.version(),
                account.asOf(),
                header.sequence(),
                header.lotsOpened(),
                wasSuspended,
                false,
                Timestamps.ofMicrosOrNull(timer)));
        long latest = wasOnTimer && hasTimer() ? timerByNow(timer) : Long.MIN_VALUE;
        for (Lot lot : lots) {
            if (isOnTimer() && isByTerms(lot)) {
                long ended = wasSuspended
                        ? Timestamps.NEVER
                        : Math.min(
                                lot.expiresMicros(),
                                lot.expiresMicros() == Timestamps.NEVER ? timer : lot.expiresMicros());
                latest = Math.max(latest, Math.max(timerFrom(lot.earnedMicros()), timerByNow(ended)));
            }
        }
        if (!isOnTimer() || latest == Long.MIN_VALUE) {
            stopTimer();
        } else {
            setTimer(latest);
        }
        if (!suspends || !wasSuspended) {
            header.setSuspendedSince(place, suspends ? account.now() : Timestamps.NEVER);
        }
    }

    private long timerFrom(long activity) {
        return expiry instanceof Expiry.AfterInactivity inactivity
                ? inactivity.runsOut(activity, account.zone())
                : Long.MIN_VALUE;
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
        return suspension != null || isSuspended();
    }

    /** Whether a tier suspends expiry. */
    boolean isSuspendedBy(Tier tier) {
        return suspension != null && suspension.tiers().contains(tier);
    }

    /** From now on dates do not count, nor does the timer. */
    void suspend() {
        header.setSuspendedSince(place, account.now());
    }

    /**
     * Dates and the timer count again.
     *
     * @param least the date that what has an earlier one gets
     */
    void resume(Instant least) {
        Instant since = Timestamps.ofMicros(header.suspendedSince(place));
        header.setSuspendedSince(place, Timestamps.NEVER);
        if (isOnTimer()) {
            long ends = Timestamps.micros(least);
            setTimer(hasTimer() ? Math.max(header.runsOut(place), ends) : ends);
        } else {
            remember(new Redating.Resumed(since, header.sequence(), header.lotsOpened(), least));
        }
    }

    private void remember(Redating redating) {
        redatings = ImmutableList.<Redating>builder()
                .addAll(redatings)
                .add(redating)
                .build();
    }

    /** The date that what is held gets at least when a tier ends by itself that suspended expiry. */
    Instant leastOnLeaving(Instant now, CivilZone zone) {
        return suspension == null ? now : suspension.afterwards().expiryOf(now, zone);
    }

    List<Redating> redatings() {
        return redatings;
    }

    /**
     * Keeps those that can still matter: that of a version always, and that of a tier as long as a lot may have such a date that is not
     * past, or may have had one when the next began. It is asked of every account, also where nothing else changes, so that a job that
     * writes down what time brought makes no difference.
     */
    void forgetRedatings() {
        List<Redating> kept = redatings;
        for (int i = redatings.size() - 1; i >= 0; i--) {
            if (isSpent(i)) {
                kept = kept == redatings ? new ArrayList<>(redatings) : kept;
                kept.remove(i);
            }
        }
        redatings = kept == redatings ? redatings : ImmutableList.copyOf(kept);
    }

    private boolean isSpent(int number) {
        if (!(redatings.get(number) instanceof Redating.Resumed resumed)) {
            return false;
        }
        boolean isLast = number + 1 == redatings.size();
        long next = isLast ? header.suspendedSince(place) : begin(redatings.get(number + 1));
        long until = next == Timestamps.NEVER ? account.now() : next;
        return Timestamps.micros(resumed.expires()) <= until;
    }

    private static long begin(Redating redating) {
        return Timestamps.micros(
                redating instanceof Redating.Resumed resumed ? resumed.from() : ((Redating.ByVersion) redating).at());
    }

    // --- the timer of inactivity ---

    /** Whether dates end what is held. */
    boolean isOnDates() {
        return !isOnTimer();
    }

    /** Whether dates ended what was held under earlier terms. */
    boolean hadDates(PointPolicy earlier) {
        return !(baseOf(earlier) instanceof Expiry.AfterInactivity);
    }

    /** Whether inactivity ends what is held, rather than a date. */
    boolean isOnTimer() {
        return expiry instanceof Expiry.AfterInactivity;
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
        if (expiry instanceof Expiry.AfterInactivity inactivity && (!hasTimer() || timerStartedHere)) {
            long end = inactivity.runsOut(credited, zone);
            if (!hasTimer() || end > header.runsOut(place)) {
                setTimer(end);
                timerStartedHere = true;
            }
        }
    }

    /** An activity prolongs the timer of inactivity if it is running; a late one never shortens it. */
    void prolongTimer(Expiry.Activity activity, Instant at, CivilZone zone) {
        if (expiry instanceof Expiry.AfterInactivity inactivity
                && inactivity.activities().contains(activity)) {
            prolongTimer(inactivity, at, zone);
        }
    }

    /** An activity of the host's own prolongs the timer if the program names it. */
    void prolongTimer(String activity, Instant at, CivilZone zone) {
        if (expiry instanceof Expiry.AfterInactivity inactivity
                && inactivity.named().contains(activity)) {
            prolongTimer(inactivity, at, zone);
        }
    }

    private void prolongTimer(Expiry.AfterInactivity inactivity, Instant at, CivilZone zone) {
        if (hasTimer()) {
            // It only runs out later, so nothing need be told.
            long prolonged = inactivity.runsOut(Timestamps.micros(at), zone);
            header.setRunsOut(place, Math.max(prolonged, header.runsOut(place)));
        }
    }

    /** Whether inactivity has ended what has no date, at an instant. */
    boolean isRunOut(long at) {
        return timer() <= at;
    }

    /** The date with which points of a lot leave for another account: their own, else that of the timer, or null if there is none. */
    public @Nullable Instant dateOnLeaving(Lot lot) {
        return lot.expires() == null ? runsOut() : lot.expires();
    }
}
