package dev.laurel.engine.draft;

import static java.util.Objects.requireNonNull;

import dev.laurel.engine.plan.Membership;
import dev.laurel.engine.plan.PlannedLadder;
import dev.laurel.program.Retired;
import dev.laurel.tier.Standings;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierFall;
import dev.laurel.tier.TierStanding;
import dev.laurel.time.Timestamps;
import dev.laurel.time.Window;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a member stands on of a ladder, while an event is being settled. A standing that is earned changes when something counts, at its end,
 * and when something that counted is returned; grants are beside it.
 */
final class LadderDraft {
    private final AccountDraft account;
    private final PlannedLadder ladder;
    private Standings standings;

    /** The standing held when changes were last noted. */
    private TierStanding noted;

    LadderDraft(AccountDraft account, PlannedLadder ladder, Standings before) {
        this.account = account;
        this.ladder = ladder;
        standings = before;
        noted = before.held();
    }

    PlannedLadder ladder() {
        return ladder;
    }

    TierStanding held() {
        return standings.held();
    }

    /** The standing that was held when changes were last noted, or null if that is the one held; from now on it is that. */
    @Nullable
    TierStanding noteHeld() {
        TierStanding before = noted;
        noted = standings.held();
        return before.equals(noted) ? null : before;
    }

    /** The place of the tier that is earned. */
    int rankEarned() {
        return ladder.rankOf(standings.earned().tier());
    }

    /** Until when the tier is earned, or null. */
    @Nullable
    Instant earnedUntil() {
        return standings.earned().until();
    }

    /** As they are by now, without what can have no influence any more. */
    Standings toStandings() {
        SortedMap<Long, TierStanding> began = standings.began();
        if (!began.isEmpty()) {
            long earliest = account.earliestDay();
            if (ladder.countsUntil(began.firstKey(), membership()) <= earliest) {
                long first = ladder.firstThatCounts(earliest, membership());
                set(ladder.standings(standings.earned(), standings.grants(), began.tailMap(first)));
            }
        }
        return standings;
    }

    private Membership membership() {
        return account.membership();
    }

    // --- what happens by itself ---

    /** When time alone next changes something here, or never. */
    long nextChange() {
        long next = Math.min(Timestamps.microsOrNever(standings.earned().until()), nextUpgrade(standings.earned()));
        for (TierStanding grant : standings.grants()) {
            next = Math.min(next, Timestamps.microsOrNever(grant.until()));
        }
        return next;
    }

    /**
     * When time alone next changes what a member holds, or never. A review beneath a granted tier, or the end of a grant beneath another, is
     * seen by nobody.
     */
    long nextVisibleChange() {
        return Math.min(Timestamps.microsOrNever(held().until()), nextUpgrade(held()));
    }

    /** When the present window ends, if what is reached in it is better than a standing and held only then; or never. */
    private long nextUpgrade(TierStanding than) {
        if (!ladder.isFromNextWindow()) {
            return Timestamps.NEVER;
        }
        long number = ladder.numberAt(account.now(), membership());
        long border = ladder.startOf(number + 1, membership());
        TierStanding given = ladder.given(rankReached(number), number, border, membership());
        return given != null && ladder.isOutdoneBy(than, given) ? border : Timestamps.NEVER;
    }

    /** Lets a tier be held that was reached in the window before, reviews the earned tier and ends grants, if their time has come. */
    void review() {
        long now = account.now();
        TierStanding earned = upgraded(standings.earned(), now);
        earn(reviewed(earned, now), true);
        set(ladder.withoutEnded(standings, account.asOf()));
    }

    /** With what was reached in a window that ends at an instant. */
    private TierStanding upgraded(TierStanding earned, long at) {
        if (!ladder.isFromNextWindow()) {
            return earned;
        }
        long number = ladder.numberAt(at, membership());
        return ladder.startOf(number, membership()) == at ? lifted(earned, number - 1, at, at) : earned;
    }

    /** After all reviews that are due by an instant. */
    private TierStanding reviewed(TierStanding earned, long by) {
        TierStanding reviewed = earned;
        for (long end = Timestamps.microsOrNever(reviewed.until()); end <= by; ) {
            reviewed = fallen(reviewed, end);
            end = Timestamps.microsOrNever(reviewed.until());
        }
        return reviewed;
    }

    /** Where a standing falls to at its end; that of the new one is later. */
    private TierStanding fallen(TierStanding standing, long end) {
        if (ladder.fall() == TierFall.TO_LOWEST) {
            return ladder.ground();
        }
        TierStanding supported = supportedAt(end);
        int beneath = ladder.rankBeneath(ladder.rankOf(standing.tier()));
        if (ladder.fall() == TierFall.TO_EARNED || beneath == 0) {
            return supported;
        }
        // With the end that the last full window would give, or the present one if that is over at once.
        long present = ladder.numberAt(end, membership());
        TierStanding stepped = ladder.given(beneath, present - 1, end, membership());
        return ladder.better(supported, stepped == null ? ladder.given(beneath, present, end, membership()) : stepped);
    }

    // --- what counts ---

    /** Something was counted: the tier that the sums of its window reach is held now, if that is better. */
    void follow() {
        List<CountersDraft.Changed> counted = account.counters().counted();
        boolean isCounted = false;
        for (int i = 0; i < counted.size(); i++) {
            if (asks(counted.get(i).key())) {
                isCounted = true;
                if (ladder.needsMember()) {
                    account.member().fixMembership();
                }
                earn(liftedBy(counted.get(i).window()), false);
            }
        }
        if (isCounted && ladder.isFromNextWindow()) {
            account.happensBy(nextChange());
        }
    }

    private boolean asks(String key) {
        for (int i = 0; i < ladder.series().size(); i++) {
            if (account.versions().inForce(ladder.series().get(i)).key().equals(key)) {
                return true;
            }
        }
        return false;
    }

    /** With what a window gives in which something was counted; of those that go back from any date, all that have its day. */
    private TierStanding liftedBy(long number) {
        long now = account.now();
        Window.Rolling rolling = ladder.rolling();
        TierStanding earned = standings.earned();
        if (rolling == null) {
            return lifted(earned, number, now, now);
        }
        for (long day : account.counters().daysOf(ladder.series(), number, rolling.countsUntil(number) - 1)) {
            earned = lifted(earned, day, now, now);
        }
        return earned;
    }

    /** Something was taken out of a window: the standing is judged anew, if that window still counts. It is never better than it was. */
    void undo() {
        if (!ladder.isJudgedAfterReturns()) {
            return;
        }
        for (CountersDraft.Changed each : account.counters().takenOut()) {
            if (asks(each.key())) {
                undo(each.window());
            }
        }
    }

    private void undo(long number) {
        if (!counts(number)) {
            return;
        }
        TierStanding best = supportedAt(account.now());
        if (ladder.bounded() != null) {
            best = ladder.better(best, takenOnFrom(number));
        } else if (ladder.rolling() == null) {
            best = ladder.better(best, reviewed(beganWith(number), account.now()));
        }
        if (ladder.isOutdoneBy(best, standings.earned())) {
            earn(best, false);
        }
    }

    /** Whether a return into a window can change the standing: the end that it gives is not over, nor is the next window. */
    private boolean counts(long number) {
        if (number < ladder.firstThatCounts(account.dayOf(account.asOf()), membership())) {
            return false;
        }
        long present = ladder.numberAt(account.now(), membership());
        return number >= (ladder.bounded() == null ? present : present - 1) || endReachedIn(number) > account.now();
    }

    /**
     * The standing with which a window began, taken on from there by the sums as they now are. With what standings the windows after it began
     * is so from now on too, as far as that is worse: what a return takes, no other gives back.
     */
    private TierStanding takenOnFrom(long first) {
        long now = account.now();
        long present = ladder.numberAt(now, membership());
        TierStanding standing = beganWith(first);
        SortedMap<Long, TierStanding> began = new TreeMap<>(standings.began());
        for (long number = first; number <= present; number++) {
            long start = ladder.startOf(number, membership());
            long end = ladder.startOf(number + 1, membership());
            if (ladder.isFromNextWindow()) {
                standing = reviewed(standing, Math.min(end - 1, now));
                standing = end <= now ? lifted(standing, number, end, end) : standing;
            } else {
                standing = lifted(standing, number, start, Math.min(end, now));
            }
            standing = reviewed(standing, Math.min(end, now));
            if (number < present && ladder.isOutdoneBy(standing, beganWith(number + 1))) {
                began.putIfAbsent(number, beganWith(number));
                began.put(number + 1, standing);
            }
        }
        set(ladder.standings(standings.earned(), standings.grants(), began));
        return standing;
    }

    /** The standing with which a window began. */
    private TierStanding beganWith(long number) {
        SortedMap<Long, TierStanding> since = standings.began().tailMap(number);
        return since.isEmpty() ? standings.earned() : requireNonNull(since.get(since.firstKey()));
    }

    // --- what windows give ---

    /** The best that a window gives at an instant: it must have begun, and the end that it gives must not be over. */
    private TierStanding supportedAt(long at) {
        TierStanding best = ladder.ground();
        long last = ladder.numberAt(at, membership());
        long first = ladder.firstThatCounts(account.dayOf(at), membership());
        if (ladder.rolling() != null) {
            for (long day : account.counters().daysOf(ladder.series(), first, last)) {
                best = lifted(best, day, at, at);
            }
            return best;
        }
        if (ladder.bounded() == null) {
            return ladder.isOnlyGranted() ? best : lifted(best, last, at, at);
        }
        for (long number = Math.max(first, account.counters().firstWindowOf(ladder.series()));
                number <= last;
                number++) {
            best = lifted(best, number, at, at);
        }
        return best;
    }

    /**
     * The better of a standing and of what a window gives, which is nothing as long as that is held only from the next window on.
     *
     * @param after the instant after which the end must lie that it gives
     * @param at the instant at which it is asked
     */
    private TierStanding lifted(TierStanding standing, long number, long after, long at) {
        if (ladder.isFromNextWindow() && ladder.startOf(number + 1, membership()) > at) {
            return standing;
        }
        int rank = rankReached(number);
        // Most windows give nothing better, and then nobody asks until when.
        return rank <= 0 || rank < ladder.rankOf(standing.tier())
                ? standing
                : ladder.lifted(standing, rank, endReachedIn(number), after);
    }

    private long endReachedIn(long number) {
        return account.versions().endReachedIn(ladder, number, membership());
    }

    /** The place of the tier that the sums of a window reach, by the thresholds of its last instant, or of now if it is open. */
    private int rankReached(long number) {
        if (account.versions().isOne() || ladder.isOnlyGranted()) {
            return ladder.rankReached(account.counters(), number);
        }
        return account.versions()
                .rankReachedAt(
                        Timestamps.ofMicros(Math.min(ladder.lastOf(number, membership()), account.now())),
                        ladder,
                        account.counters(),
                        number);
    }

    // --- changes ---

    /** Grants a tier until an instant, in place of an earlier grant of it; one that is over already only ends that. */
    void grant(TierStanding grant) {
        set(ladder.withGrant(standings, grant, account.asOf()));
    }

    /** Until when a tier is granted, or null if it is not. */
    @Nullable
    Instant grantedUntil(Tier tier) {
        for (TierStanding grant : standings.grants()) {
            if (grant.tier().equals(tier)) {
                return grant.until();
            }
        }
        return null;
    }

    /** A tier is brought over from another system. */
    void bring(Tier tier, @Nullable Instant until, Instant at) {
        if (until == null && ladder.needsMember()) {
            account.member().fixMembership();
        }
        Instant end = until == null ? ladder.endBroughtAt(Timestamps.micros(at), membership()) : until;
        set(ladder.withBrought(standings, new TierStanding(tier, end), account.asOf()));
    }

    /**
     * Other terms come into force: members of a tier that is retired stand on the one that it names, with the end that they had. Sums go on
     * where they are the same.
     *
     * @param before the ladder until now
     */
    void adopt(PlannedLadder before) {
        Retired retired = account.plan().program().retired();
        Tier stood = standings.earned().tier();
        boolean isReached = before.rankOf(stood) == 0 && ladder.rankOf(retired.inPlaceOf(stood)) != 0;
        if (isReached && ladder.needsMember()) {
            account.member().fixMembership();
        }
        set(ladder.replacing(before, standings, retired::inPlaceOf, account.now(), membership()));
    }

    /**
     * Changes the standing that is earned, and keeps the one with which the window began in which it does.
     *
     * @param isByTime whether it changes at its instant, before what happens then
     */
    private void earn(TierStanding earned, boolean isByTime) {
        if (earned.equals(standings.earned())) {
            // What is held of that and the grants is by the order of the ladder in force.
            set(
                    standings.grants().isEmpty()
                            ? standings
                            : ladder.standings(earned, standings.grants(), standings.began()));
            return;
        }
        SortedMap<Long, TierStanding> began = standings.began();
        if (ladder.rolling() == null && !ladder.isOnlyGranted()) {
            began = new TreeMap<>(began);
            long present = ladder.numberAt(account.now(), membership());
            boolean isFirst = isByTime && ladder.bounded() != null;
            long changing = isFirst ? ladder.numberAt(account.now() - 1, membership()) : present;
            began.putIfAbsent(changing, standings.earned());
            if (changing != present) {
                began.put(present, earned);
            }
        }
        set(ladder.standings(earned, standings.grants(), began));
    }

    private void set(Standings changed) {
        if (!changed.equals(standings)) {
            standings = changed;
            account.happensBy(nextChange());
        }
    }
}
