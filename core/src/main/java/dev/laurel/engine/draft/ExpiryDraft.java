package dev.laurel.engine.draft;

import static java.util.Objects.requireNonNull;

import dev.laurel.account.Redating;
import dev.laurel.account.Wallet;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotDating;
import dev.laurel.program.Expiry;
import dev.laurel.tier.Tier;
import dev.laurel.time.CivilZone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When what an account holds of one point currency expires, while an event is being settled: the dates that lots get, the timer of
 * inactivity, and whether a tier suspends both.
 */
public final class ExpiryDraft {
    private final Expiry.@Nullable Suspended suspension;
    private final Expiry expiry;
    private @Nullable Instant suspendedSince;
    private List<Redating> redatings;
    private @Nullable Instant runsOut;
    private long ranOut;
    private boolean timerStartedHere;
    private boolean changed;

    ExpiryDraft(Expiry policy, Wallet before) {
        suspension = policy instanceof Expiry.Suspended suspending ? suspending : null;
        expiry = suspension == null ? policy : suspension.expiry();
        suspendedSince = before.suspendedSince();
        redatings = before.redatings();
        runsOut = before.runsOut();
        ranOut = before.ranOut();
    }

    /** Whether anything here is other than before the event. */
    boolean isChanged() {
        return changed;
    }

    // --- dates ---

    /** When points expire that are credited now, as the currency's terms say; late ones by when they were earned all the same. */
    public LotDates datesOf(Instant earned, Instant available, Instant now, CivilZone zone) {
        Instant expires = null;
        if (expiry instanceof Expiry.FromAvailability counted) {
            expires = counted.expiry().expiryOf(available, zone);
        } else if (expiry instanceof Expiry.Dated dates) {
            expires = dates.expiryOf(earned, zone);
        }
        return new LotDates(earned, available.isAfter(now) ? available : now, expires, datingOf(expires));
    }

    private LotDating datingOf(@Nullable Instant expires) {
        return suspendedSince != null && expires != null && expires.isAfter(suspendedSince)
                ? LotDating.SUSPENDED
                : LotDating.BY_TERMS;
    }

    /** A lot as it was somewhen, with the date that it has now. */
    Lot now(Lot lot) {
        Instant expires = lot.expires();
        if (expires == null || lot.dating() == LotDating.OWN || lot.dating() == LotDating.GIVEN_BACK) {
            return lot;
        }
        for (Redating redating : redatings) {
            boolean wasThere = lot.number() <= redating.lots() && expires.isAfter(redating.from());
            expires = wasThere && expires.isBefore(redating.expires()) ? redating.expires() : expires;
        }
        return lot.withExpires(expires, datingOf(expires));
    }

    // --- suspension ---

    boolean isSuspended() {
        return suspendedSince != null;
    }

    @Nullable
    Instant suspendedSince() {
        return suspendedSince;
    }

    /** Whether expiry is or can be suspended here, so that the tier matters. */
    boolean followsTier() {
        return suspendedSince != null || suspension != null;
    }

    /** Whether a tier suspends expiry. */
    boolean isSuspendedBy(Tier tier) {
        return suspension != null && suspension.tiers().contains(tier);
    }

    /** From now on dates do not count, nor does the timer. */
    void suspend(Instant now) {
        suspendedSince = now;
        changed = true;
    }

    /**
     * Dates and the timer count again.
     *
     * @param lots the number of the last lot that there is
     * @param least the date that what has an earlier one gets
     */
    void resume(long lots, Instant least) {
        Instant since = requireNonNull(suspendedSince);
        suspendedSince = null;
        changed = true;
        if (isOnTimer()) {
            runsOut = runsOut == null || runsOut.isBefore(least) ? least : runsOut;
        } else {
            redatings = new ArrayList<>(redatings);
            redatings.add(new Redating(since, lots, least));
        }
    }

    /** The date that what is held gets at least when a tier ends by itself that suspended expiry. */
    Instant leastOnLeaving(Instant now, CivilZone zone) {
        return suspension == null ? now : suspension.afterwards().expiryOf(now, zone);
    }

    List<Redating> redatings() {
        return redatings;
    }

    /**
     * Keeps those that can still matter: a lot may have such a date that is not past, or may have had one when the next began. It is
     * asked of every account, also where nothing else changes, so that a job that writes down what time brought makes no difference.
     */
    void forgetRedatings(Instant now) {
        int first = 0;
        while (first < redatings.size() && isSpent(first, now)) {
            first++;
        }
        if (first > 0) {
            redatings = redatings.subList(first, redatings.size());
            changed = true;
        }
    }

    private boolean isSpent(int place, Instant now) {
        Instant next = place + 1 < redatings.size() ? redatings.get(place + 1).from() : suspendedSince;
        Instant until = next == null ? now : next;
        return !redatings.get(place).expires().isAfter(until);
    }

    // --- the timer of inactivity ---

    /** Whether inactivity ends what is held, rather than a date. */
    boolean isOnTimer() {
        return expiry instanceof Expiry.AfterInactivity;
    }

    /** When inactivity ends what has no date, or null if it does not. */
    @Nullable
    Instant timer() {
        return isSuspended() ? null : runsOut;
    }

    @Nullable
    Instant runsOut() {
        return runsOut;
    }

    long ranOut() {
        return ranOut;
    }

    /**
     * The timer of inactivity has run out.
     *
     * @param entry the number of the last ledger entry until now
     */
    void runOut(long entry) {
        ranOut = entry;
        stopTimer();
    }

    /** Nothing is held any more that a timer could end. */
    void stopTimer() {
        runsOut = null;
        changed = true;
    }

    /** Whether the timer of inactivity ran out after a ledger entry. */
    boolean hasRunOutSince(long entry) {
        return ranOut >= entry;
    }

    /** A credit starts the timer of inactivity if none is running; of several credits of one event the latest counts. */
    public void startTimer(Instant credited, CivilZone zone) {
        if (expiry instanceof Expiry.AfterInactivity inactivity && (runsOut == null || timerStartedHere)) {
            Instant end = inactivity.runsOut(credited, zone);
            if (runsOut == null || end.isAfter(runsOut)) {
                runsOut = end;
                timerStartedHere = true;
                changed = true;
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
        if (runsOut != null) {
            Instant prolonged = inactivity.runsOut(at, zone);
            if (prolonged.isAfter(runsOut)) {
                runsOut = prolonged;
                changed = true;
            }
        }
    }

    /** Whether inactivity has ended what has no date. */
    boolean isRunOut(Instant now) {
        Instant end = timer();
        return end != null && !now.isBefore(end);
    }

    /** The date with which points of a lot leave for another account: their own, else that of the timer, or null if there is none. */
    public @Nullable Instant dateOnLeaving(Lot lot) {
        return lot.expires() == null ? runsOut : lot.expires();
    }
}
