package dev.laurel.engine.draft;

import static java.util.Objects.requireNonNull;

import dev.laurel.account.Account;
import dev.laurel.counter.WindowSums;
import dev.laurel.decision.TierChange;
import dev.laurel.money.AmountOverflowException;
import dev.laurel.money.Money;
import dev.laurel.program.Retired;
import dev.laurel.tier.Standings;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierLadder;
import dev.laurel.tier.TierStanding;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tiers of an account, while an event is being settled. In a program without tiers there is nothing here. It is changed by way
 * of the account only, since something can follow from that for points.
 */
public final class StandingsDraft {
    private final AccountDraft account;
    private List<TierChange> changes = List.of();
    private @Nullable Standings standings;

    /**
     * The standing before an event.
     *
     * @param changesBefore the changes that this event has brought already, under an earlier version
     */
    StandingsDraft(AccountDraft account, @Nullable Standings before, List<TierChange> changesBefore) {
        this.account = account;
        standings = before;
        changes = changesBefore.isEmpty() ? changesBefore : new ArrayList<>(changesBefore);
    }

    @Nullable
    Standings toStandings() {
        return standings;
    }

    List<TierChange> changes() {
        return changes;
    }

    /** The tier held, or null in a program without tiers. */
    @Nullable
    TierStanding held() {
        return standings == null ? null : standings.held();
    }

    /** Notes that the standing held is another than it was. */
    void noteChange(@Nullable TierStanding from, String cause) {
        TierStanding to = held();
        if (from != null && to != null && !from.equals(to)) {
            changes = changes.isEmpty() ? new ArrayList<>(1) : changes;
            changes.add(new TierChange(from, to, account.asOf(), cause));
        }
    }

    /** When time alone next changes something here, or never. */
    long nextChange() {
        if (standings == null) {
            return Timestamps.NEVER;
        }
        long next = Timestamps.microsOrNever(standings.earned().until());
        for (TierStanding grant : standings.grants()) {
            next = Math.min(next, Timestamps.microsOrNever(grant.until()));
        }
        return next;
    }

    /**
     * When time alone next changes what a member holds, or never. A review beneath a granted tier, or the end of a grant beneath
     * another, is seen by nobody; what is held stays until its own end, since a review never lifts anybody.
     */
    long nextVisibleChange() {
        TierStanding held = held();
        return held == null ? Timestamps.NEVER : Timestamps.microsOrNever(held.until());
    }

    /** Reviews the earned tier and ends grants, if their time has come. */
    void review() {
        Instant now = account.asOf();
        TierLadder ladder = account.plan().ladder();
        Standings present = standings;
        if (ladder == null || present == null) {
            return;
        }
        Instant until = present.earned().until();
        Standings changed = present;
        if (until != null && !until.isAfter(now)) {
            changed = ladder.withEarned(
                    present, ladder.review(until, qualifyingSpend(), this::supported, account.zone(), memberSince()));
        }
        set(ladder.withoutEnded(changed, now));
    }

    /** Lets spend count for the tier in the window of an instant. */
    public void qualify(long millionths, Instant at) {
        TierLadder ladder = account.plan().ladder();
        Standings present = standings;
        if (ladder == null
                || present == null
                || millionths == 0
                || at.isBefore(account.versions().countingSince())) {
            return;
        }
        long window = ladder.window().numberOf(account.dayOf(at), memberSince());
        if (ladder.needsMember()) {
            account.member().fixMembership();
        }
        long sum = account.counters().count(Account.QUALIFYING_SPEND, window, millionths);
        if (sum > Money.MAX_MILLIONTHS) {
            throw new AmountOverflowException("the qualifying spend of a window");
        }
        earn(ladder.afterCounting(
                present.earned(), supported(window, sum), window, account.asOf(), account.zone(), memberSince()));
    }

    /** Takes spend out of the window in which it counted, if that window still matters. */
    public void disqualify(long millionths, Instant at) {
        TierLadder ladder = account.plan().ladder();
        Standings present = standings;
        if (ladder == null
                || present == null
                || millionths == 0
                || at.isBefore(account.versions().countingSince())) {
            return;
        }
        long window = ladder.window().numberOf(account.dayOf(at), memberSince());
        if (window < ladder.firstWindowThatMatters(account.dayOf(account.asOf()), account.zone(), memberSince())) {
            return;
        }
        boolean rests = !account.versions().countingSince().isAfter(Timestamps.MIN)
                || ladder.isSupported(
                        present.earned(),
                        qualifyingSpend(),
                        this::supported,
                        account.asOf(),
                        account.zone(),
                        memberSince());
        account.counters()
                .count(
                        Account.QUALIFYING_SPEND,
                        window,
                        -Math.min(millionths, account.counters().sum(Account.QUALIFYING_SPEND, window)));
        if (!rests) {
            // It was reached by sums of other windows, and lasts to its end.
            return;
        }
        earn(ladder.afterReturn(
                present.earned(), qualifyingSpend(), this::supported, account.asOf(), account.zone(), memberSince()));
    }

    /**
     * Other terms come into force: members of a tier that is retired stand on the one that it names, with the end that they had. Where the
     * ladder is new, everybody begins at its lowest tier. Sums go on where the window is the same.
     *
     * @param before the ladder until now, or null if there was none
     */
    void adopt(@Nullable TierLadder before) {
        TierLadder ladder = account.plan().ladder();
        Standings present = standings;
        if (ladder == null) {
            return;
        }
        if (present == null || before == null) {
            set(Standings.earned(ladder.ground()));
            return;
        }
        if (!ladder.window().equals(before.window())) {
            account.counters().forget(Account.QUALIFYING_SPEND);
        }
        Retired retired = account.plan().program().retired();
        TierStanding stood = present.earned();
        boolean isReached = stood.tier().equals(before.lowest())
                && !retired.inPlaceOf(stood.tier()).equals(ladder.lowest());
        if (isReached && ladder.needsMember()) {
            account.member().fixMembership();
        }
        set(ladder.replacing(before, present, retired::inPlaceOf, account.asOf(), account.zone(), memberSince()));
    }

    /** Changes the tier that is earned; what is held may be a granted one all the same. */
    private void earn(TierStanding earned) {
        TierLadder ladder = account.plan().ladder();
        if (ladder != null && standings != null) {
            set(ladder.withEarned(standings, earned));
        }
    }

    /** Grants a tier until an instant, in place of an earlier grant of it; one that is over already only ends that. */
    public void grant(TierStanding grant) {
        TierLadder ladder = account.plan().ladder();
        if (ladder != null && standings != null) {
            set(ladder.withGrant(standings, grant, account.asOf()));
        }
    }

    /** A tier is brought over from another system. */
    public void bring(TierStanding brought) {
        TierLadder ladder = account.plan().ladder();
        if (ladder != null && standings != null) {
            set(ladder.withBrought(standings, brought, account.asOf()));
        }
    }

    private void set(Standings changed) {
        if (!changed.equals(standings)) {
            standings = changed;
            account.happensBy(nextChange());
        }
    }

    /** The tier that the sum of a window supports, by the thresholds of the window's last instant. */
    private Tier supported(long window, long sum) {
        TierLadder ladder = requireNonNull(account.plan().ladder());
        if (account.versions().isOne()) {
            return ladder.supportedBy(sum);
        }
        long end = account.zone().startMicrosOf(ladder.window().firstDayOf(window + 1, memberSince())) - 1;
        return account.versions().supportedAt(Timestamps.ofMicros(Math.min(end, account.now())), ladder, sum);
    }

    private long memberSince() {
        return account.membership().since();
    }

    private WindowSums qualifyingSpend() {
        return account.counters().of(Account.QUALIFYING_SPEND);
    }
}
