package dev.laurel.engine.draft;

import dev.laurel.account.Account;
import dev.laurel.counter.WindowSums;
import dev.laurel.decision.TierChange;
import dev.laurel.engine.plan.Plan;
import dev.laurel.event.TimePassed;
import dev.laurel.money.AmountOverflowException;
import dev.laurel.money.Money;
import dev.laurel.tier.Standings;
import dev.laurel.tier.TierLadder;
import dev.laurel.tier.TierStanding;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tiers of an account, while an event is being settled. In a program without tiers there is nothing here. */
public final class StandingsDraft {
    private final @Nullable TierLadder ladder;
    private final ZoneId zone;
    private final CountersDraft counters;
    private final List<TierChange> changes = new ArrayList<>(1);
    private @Nullable Standings standings;

    StandingsDraft(Plan plan, CountersDraft counters, @Nullable Standings before) {
        ladder = plan.ladder();
        zone = plan.zone();
        this.counters = counters;
        standings = before;
    }

    @Nullable
    Standings toStandings() {
        return standings;
    }

    public List<TierChange> changes() {
        return changes;
    }

    /** The tier held, or null in a program without tiers. */
    @Nullable
    public TierStanding held() {
        return standings == null ? null : standings.held();
    }

    /** When time alone next changes something here, or null. */
    @Nullable
    Instant nextChange() {
        if (standings == null) {
            return null;
        }
        Instant next = standings.earned().until();
        for (TierStanding grant : standings.grants()) {
            Instant until = grant.until();
            next = next == null || (until != null && until.isBefore(next)) ? until : next;
        }
        return next;
    }

    /**
     * When time alone next changes what a member holds, or null. A review beneath a granted tier, or the end of a grant beneath
     * another, is seen by nobody; what is held stays until its own end, since a review never lifts anybody.
     */
    @Nullable
    Instant nextVisibleChange() {
        TierStanding held = held();
        return held == null ? null : held.until();
    }

    /** Reviews the earned tier and ends grants, if their time has come. */
    void review(Instant asOf) {
        Standings present = standings;
        if (ladder == null || present == null) {
            return;
        }
        Instant until = present.earned().until();
        Standings changed = present;
        if (until != null && !until.isAfter(asOf)) {
            changed = ladder.withEarned(present, ladder.review(until, counters.of(Account.QUALIFYING_SPEND), zone));
        }
        change(ladder.withoutEnded(changed, asOf), asOf, TimePassed.causeAt(asOf));
    }

    /** Lets spend count for the tier in the window of an instant. */
    void qualify(long millionths, Instant at, Instant asOf, String cause) {
        Standings present = standings;
        if (ladder == null || present == null || millionths == 0) {
            return;
        }
        long window = ladder.window().numberAt(at, zone);
        if (Math.addExact(counters.of(Account.QUALIFYING_SPEND).of(window), millionths) > Money.MAX_MILLIONTHS) {
            throw new AmountOverflowException("the qualifying spend of a window");
        }
        counters.count(Account.QUALIFYING_SPEND, window, millionths);
        WindowSums sums = counters.of(Account.QUALIFYING_SPEND);
        changeEarned(ladder.afterCounting(present.earned(), sums, window, asOf, zone), asOf, cause);
    }

    /** Takes spend out of the window in which it counted, if that window still matters. */
    void disqualify(long millionths, Instant at, Instant asOf, String cause) {
        Standings present = standings;
        if (ladder == null || present == null || millionths == 0) {
            return;
        }
        long window = ladder.window().numberAt(at, zone);
        if (window < ladder.firstWindowThatMattersAt(asOf, zone)) {
            return;
        }
        // What counted before a customer was brought over by hand may be less than what comes back.
        WindowSums before = counters.of(Account.QUALIFYING_SPEND);
        counters.count(Account.QUALIFYING_SPEND, window, -Math.min(millionths, before.of(window)));
        WindowSums sums = counters.of(Account.QUALIFYING_SPEND);
        changeEarned(ladder.afterReturn(present.earned(), before, sums, asOf, zone), asOf, cause);
    }

    /** Changes the tier that is earned; what is held may be a granted one all the same. */
    public void changeEarned(TierStanding earned, Instant asOf, String cause) {
        if (ladder != null && standings != null) {
            change(ladder.withEarned(standings, earned), asOf, cause);
        }
    }

    /** Grants a tier until an instant; one that is over already has no effect. */
    public void grant(TierStanding grant, Instant asOf, String cause) {
        if (ladder != null && standings != null) {
            change(ladder.withoutEnded(ladder.withGrant(standings, grant), asOf), asOf, cause);
        }
    }

    private void change(Standings changed, Instant asOf, String cause) {
        Standings present = standings;
        standings = changed;
        if (present != null && !present.held().equals(changed.held())) {
            changes.add(new TierChange(present.held(), changed.held(), asOf, cause));
        }
    }
}
