package dev.laurel.engine.draft;

import static java.util.Objects.requireNonNull;

import dev.laurel.account.Redating;
import dev.laurel.account.Wallet;
import dev.laurel.ledger.Lot;
import dev.laurel.program.Expiry;
import dev.laurel.tier.Tier;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When what an account holds of one point currency expires, while an event is being settled: the dates that lots get, the timer of
 * inactivity, and whether a tier suspends both.
 */
public final class ExpiryDraft {
    private final Expiry.@Nullable Suspended suspension;
    private final Expiry expiry;
    private boolean suspended;
    private @Nullable Redating redating;
    private @Nullable Instant runsOut;
    private @Nullable Instant ranOut;
    private boolean timerStartedHere;
    private boolean changed;

    ExpiryDraft(Expiry policy, Wallet before) {
        suspension = policy instanceof Expiry.Suspended suspending ? suspending : null;
        expiry = suspension == null ? policy : suspension.expiry();
        suspended = before.suspended();
        redating = before.redating();
        runsOut = before.runsOut();
        ranOut = before.ranOut();
    }

    /** Whether anything here is other than before the event. */
    boolean isChanged() {
        return changed;
    }

    /** Whether inactivity ends what is held, rather than a date. */
    boolean isOnTimer() {
        return expiry instanceof Expiry.AfterInactivity;
    }

    /** When inactivity ends what has no date, or null if it does not. */
    @Nullable
    Instant timer() {
        return suspended ? null : runsOut;
    }

    /** When points earned, and available, at an instant expire, or null if they get no date of their own. */
    @Nullable
    public Instant expiryOf(Instant earned, ZoneId zone) {
        return expiryOf(earned, earned, zone);
    }

    /** When points expire by the currency's policy, or null if they get no date of their own; late ones as if they had been there. */
    @Nullable
    public Instant expiryOf(Instant earned, Instant available, ZoneId zone) {
        if (suspended) {
            return null;
        }
        if (redating != null && earned.isBefore(redating.at())) {
            return redating.expires();
        }
        if (expiry instanceof Expiry.FromAvailability counted) {
            return counted.expiry().expiryOf(available, zone);
        }
        return expiry instanceof Expiry.Dated dates ? dates.expiryOf(earned, zone) : null;
    }

    boolean isSuspended() {
        return suspended;
    }

    /** Whether expiry is or can be suspended here, so that the tier matters. */
    boolean followsTier() {
        return suspended || suspension != null;
    }

    /**
     * Suspends expiry or lets it go on, as the tier says that is held from now on.
     *
     * @return whether that is a change
     */
    boolean follow(Tier tier) {
        boolean suspends = suspension != null && suspension.tiers().contains(tier);
        boolean follows = suspends != suspended;
        suspended = suspends;
        changed |= follows;
        return follows;
    }

    /** The timer that was suspended goes on; until when is for the program to say, but never sooner than it would have run out. */
    void resumeTimer(Instant now, ZoneId zone) {
        Instant end = dateOnLeaving(now, zone);
        runsOut = runsOut == null || (end != null && end.isAfter(runsOut)) ? end : runsOut;
    }

    /** All that is held now gets another date, or none. */
    void redate(Redating to) {
        redating = to;
        changed = true;
    }

    /** The timer of inactivity has run out. */
    void runOut() {
        Instant end = requireNonNull(runsOut);
        // What comes late can run out at an instant before the one at which something else did.
        ranOut = ranOut == null || end.isAfter(ranOut) ? end : ranOut;
        stopTimer();
    }

    /** Nothing is held any more that a timer could end. */
    void stopTimer() {
        runsOut = null;
        changed = true;
    }

    /** Whether the timer of inactivity ran out after an instant. */
    boolean hasRunOutSince(Instant instant) {
        return ranOut != null && ranOut.isAfter(instant);
    }

    @Nullable
    Redating redating() {
        return redating;
    }

    @Nullable
    Instant runsOut() {
        return runsOut;
    }

    @Nullable
    Instant ranOut() {
        return ranOut;
    }

    /** When what is held expires once expiry is suspended no more, or null if it still is. */
    @Nullable
    Instant dateOnLeaving(Instant now, ZoneId zone) {
        if (suspended) {
            return null;
        }
        return suspension == null
                ? expiryOf(now, zone)
                : suspension.afterwards().expiryOf(now, zone);
    }

    /** A lot as it was somewhen, with the date that it has now. */
    Lot now(Lot lot) {
        return redating != null && lot.number() <= redating.lots() ? lot.withExpires(redating.expires()) : lot;
    }

    /** A credit starts the timer of inactivity if none is running; of several credits of one event the latest counts. */
    void startTimer(Instant credited, ZoneId zone) {
        if (expiry instanceof Expiry.AfterInactivity inactivity && (runsOut == null || timerStartedHere)) {
            Instant end = inactivity.runsOut(credited, zone);
            if (runsOut == null || end.isAfter(runsOut)) {
                runsOut = end;
                timerStartedHere = true;
                changed = true;
            }
        }
    }

    /** A timer of inactivity that is not running starts as one of another account stands. */
    public void startTimerAs(@Nullable Instant end) {
        if (end != null && runsOut == null) {
            runsOut = end;
            changed = true;
        }
    }

    /** When the timer of inactivity runs out, or null if none is running, for points that leave: no tier suspends it for them. */
    @Nullable
    public Instant runsOutOnLeaving(Instant now, ZoneId zone) {
        return suspended && suspension != null && isOnTimer()
                ? later(runsOut, suspension.afterwards().expiryOf(now, zone))
                : runsOut;
    }

    /** When points of a lot expire that leave: those whose expiry is suspended, as if the tier were left. */
    @Nullable
    public Instant expiryOnLeaving(Lot lot, Instant now, ZoneId zone) {
        return suspended && suspension != null && !isOnTimer()
                ? suspension.afterwards().expiryOf(now, zone)
                : lot.expires();
    }

    private static Instant later(@Nullable Instant left, Instant right) {
        return left != null && left.isAfter(right) ? left : right;
    }

    /** An activity prolongs the timer of inactivity if it is running; a late one never shortens it. */
    void prolongTimer(Expiry.Activity activity, Instant at, ZoneId zone) {
        if (expiry instanceof Expiry.AfterInactivity inactivity
                && inactivity.activities().contains(activity)) {
            prolongTimer(inactivity, at, zone);
        }
    }

    /** An activity of the host's own prolongs the timer if the program names it. */
    void prolongTimer(String activity, Instant at, ZoneId zone) {
        if (expiry instanceof Expiry.AfterInactivity inactivity
                && inactivity.named().contains(activity)) {
            prolongTimer(inactivity, at, zone);
        }
    }

    private void prolongTimer(Expiry.AfterInactivity inactivity, Instant at, ZoneId zone) {
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
}
