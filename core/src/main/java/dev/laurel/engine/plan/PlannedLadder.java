package dev.laurel.engine.plan;

import com.google.common.collect.ImmutableList;
import dev.laurel.occasion.Sum;
import dev.laurel.program.Ladder;
import dev.laurel.tier.Standings;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierAfterReturn;
import dev.laurel.tier.TierFall;
import dev.laurel.tier.TierStanding;
import dev.laurel.tier.TierUpgrade;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.CivilZone;
import dev.laurel.time.Moment;
import dev.laurel.time.Timestamps;
import dev.laurel.time.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A ladder with the sums that accounts keep for it: which tier the sums of a window reach, when such a tier ends, and how standings are
 * compared and put together. What a member stands on in the course of time is for the draft of an account.
 *
 * <p>Windows have numbers, and those of a window that goes back from any date are its days. Days count from 1970, and instants are in
 * microseconds since 1970.
 */
public final class PlannedLadder {
    private final Ladder ladder;
    private final CivilZone zone;
    private final Tier[] tiers;
    private final @Nullable PlannedGoal[] goals;
    private final Set<Sum> sums;
    private final List<Series> series;
    private final @Nullable Window window;
    private final @Nullable BoundedWindow bounded;
    private final Window.@Nullable Rolling rolling;
    private final Moment kept;
    private final boolean isKeptForGood;
    private final TierStanding ground;
    private final boolean needsMember;

    PlannedLadder(Ladder ladder, CivilZone zone, Map<String, Series> byId) {
        this.ladder = ladder;
        this.zone = zone;
        tiers = ladder.steps().stream().map(Ladder.Step::tier).toArray(Tier[]::new);
        goals = ladder.steps().stream()
                .map(step -> step.goal() == null ? null : new PlannedGoal(step.goal(), byId))
                .toArray(PlannedGoal[]::new);
        sums = ladder.sums();
        series = sums.stream().map(sum -> byId.get(sum.id())).collect(ImmutableList.toImmutableList());
        window = ladder.window().orElse(null);
        bounded = window instanceof BoundedWindow ofDates ? ofDates : null;
        rolling = CountingWindow.rolling(window);
        kept = ladder.kept();
        // It takes a while to find out.
        isKeptForGood = kept.mostDays() == Long.MAX_VALUE;
        ground = new TierStanding(tiers[0], null);
        needsMember = ladder.needsMember();
    }

    /** The id. */
    public String id() {
        return ladder.id();
    }

    /** As it is declared. */
    public Ladder ladder() {
        return ladder;
    }

    /** The sums that its goals ask for. */
    public List<Series> series() {
        return series;
    }

    /** The standing of those who have reached nothing: the lowest tier, without an end. */
    public TierStanding ground() {
        return ground;
    }

    /** The place of a tier, from 0 for the lowest, or -1 if the ladder does not have it. */
    public int rankOf(Tier tier) {
        for (int rank = 0; rank < tiers.length; rank++) {
            if (tiers[rank].equals(tier)) {
                return rank;
            }
        }
        return -1;
    }

    /** The tier at a place. */
    public Tier tier(int rank) {
        return tiers[rank];
    }

    /** The place of the tier beneath another that can be earned. */
    public int rankBeneath(int rank) {
        int beneath = Math.max(rank - 1, 0);
        while (beneath > 0 && goals[beneath] == null) {
            beneath--;
        }
        return beneath;
    }

    /** The place of the next tier above another that can be earned, or -1 if there is none. */
    public int rankAbove(int rank) {
        int above = rank + 1;
        while (above < tiers.length && goals[above] == null) {
            above++;
        }
        return above < tiers.length ? above : -1;
    }

    /** The place of the highest tier that the sums of a window reach. */
    public int rankReached(CountedSums counted, long number) {
        int rank = tiers.length - 1;
        while (rank > 0 && !isReached(rank, counted, number)) {
            rank--;
        }
        return rank;
    }

    private boolean isReached(int rank, CountedSums counted, long number) {
        PlannedGoal goal = goals[rank];
        return goal != null && goal.isReached(counted, number);
    }

    /** Whether the start of a membership decides in which window something counts, or until when a tier is kept. */
    public boolean needsMember() {
        return needsMember;
    }

    /** Whether a tier is held only from the window after the one in which it is reached. */
    public boolean isFromNextWindow() {
        return ladder.upgrade() == TierUpgrade.NEXT_WINDOW;
    }

    /** Whether a return judges a standing anew. */
    public boolean isJudgedAfterReturns() {
        return ladder.afterReturn() == TierAfterReturn.JUDGED_ANEW;
    }

    /** Where a tier falls to. */
    public TierFall fall() {
        return ladder.fall();
    }

    // --- windows ---

    /** Its windows of dates, which follow one another, or null. */
    public @Nullable BoundedWindow bounded() {
        return bounded;
    }

    /** The window that goes back from any date, or null if its sums have another. */
    public Window.@Nullable Rolling rolling() {
        return rolling;
    }

    /** Whether nobody can reach any of its tiers. */
    public boolean isOnlyGranted() {
        return window == null;
    }

    /** The number of the window that an instant is in. */
    public long numberAt(long at, Membership of) {
        return CountingWindow.numberOf(window, zone.dayOf(at), at, of);
    }

    /** The first instant of a window of dates, or of a day from which sums go back. */
    public long startOf(long number, Membership of) {
        return zone.startMicrosOf(bounded == null ? number : bounded.firstDayOf(number, of.since()));
    }

    /** The last instant of a window, or never. */
    public long lastOf(long number, Membership of) {
        return rolling == null && bounded == null ? Timestamps.NEVER : startOf(number + 1, of) - 1;
    }

    /** When a tier ends that the sums of a window reach, or never. */
    public long endReachedIn(long number, Membership of) {
        if (bounded != null) {
            return kept.fromEndOf(bounded, number, zone, of.since());
        }
        return rolling == null
                ? Timestamps.NEVER
                : kept.from(zone.startMicrosOf(rolling.countsUntil(number)), zone, of.since());
    }

    /** When a tier ends that is brought at an instant without an end, or null if it never does: as one that is reached then. */
    public @Nullable Instant endBroughtAt(long at, Membership of) {
        return Timestamps.ofMicrosOrNull(
                isOnlyGranted() ? kept.from(at, zone, of.since()) : endReachedIn(numberAt(at, of), of));
    }

    /**
     * The first window that can have an influence on the standing of a day: those before it have ended, and so has the tier that they give.
     * Of one that never ends, none is over.
     */
    public long firstThatCounts(long day, Membership of) {
        if ((bounded == null && rolling == null) || isKeptForGood) {
            return Long.MIN_VALUE;
        }
        long counts = bounded == null ? day : bounded.numberOf(day, of.since()) - 1;
        long step = 1;
        while (countsUntil(counts - step, of) > day) {
            counts -= step;
            step *= 2;
        }
        // What lies a step before does not count: the first that does is found by halving it.
        for (; step >= 1; step /= 2) {
            counts -= countsUntil(counts - step, of) > day ? step : 0;
        }
        return counts;
    }

    /** The first day on which a window can have no influence on the standing any more. */
    public long countsUntil(long number, Membership of) {
        long end = endReachedIn(number, of);
        long over = end == Timestamps.NEVER ? Long.MAX_VALUE : zone.dayOf(end - 1) + 1;
        return bounded == null ? over : Math.max(bounded.firstDayOf(number + 2, of.since()), over);
    }

    /**
     * The first window of which the sums are needed on a day: those that count, and what else their standings rest on. Where a tier falls by
     * one, the standing with which a window begins rests on the windows before it; and where sums go back from any date, those of a day
     * have the days before it.
     */
    public long firstNeeded(long day, Membership of) {
        long first = firstThatCounts(day, of);
        if (first == Long.MIN_VALUE) {
            return first;
        }
        if (rolling != null) {
            return rolling.firstDayThatCounts(first);
        }
        return bounded != null && ladder.fall() == TierFall.BY_ONE
                ? firstThatCounts(bounded.firstDayOf(first, of.since()), of)
                : first;
    }

    /** The first day on which the sums of a window are needed no more. */
    public long neededUntil(long number, Membership of) {
        if (rolling != null) {
            return countsUntil(rolling.countsUntil(number) - 1, of);
        }
        long until = countsUntil(number, of);
        return bounded != null && ladder.fall() == TierFall.BY_ONE && until != Long.MAX_VALUE
                ? countsUntil(bounded.numberOf(until - 1, of.since()), of)
                : until;
    }

    /** Whether the windows of another ladder can be judged by this one's sums: it has the same windows, and this one has all its sums. */
    public boolean hasSumsOf(PlannedLadder other) {
        return sums.containsAll(other.sums) && (window == null ? other.window == null : window.equals(other.window));
    }

    /**
     * When a window was over before other terms came into force at an instant, or never if it was not: these do not open it again. It was if it
     * had ended, and so had the tier that it gave by the terms until then; if these gave none in such windows, as soon as it had ended.
     *
     * @param earlier the ladder by the terms until then, or null if they had none of its id
     */
    public long overBefore(@Nullable PlannedLadder earlier, long since, long number, Membership of) {
        if (number >= numberAt(since, of)) {
            return Timestamps.NEVER;
        }
        if (earlier == null || window == null || !window.equals(earlier.window)) {
            return Long.MIN_VALUE;
        }
        long end = earlier.endReachedIn(number, of);
        return end > since ? Timestamps.NEVER : end;
    }

    // --- standings ---

    /** A tier with the end that a window gives it, or null for the lowest, or if that is over at an instant. */
    public @Nullable TierStanding given(int rank, long number, long at, Membership of) {
        if (rank <= 0) {
            return null;
        }
        long end = endReachedIn(number, of);
        return end > at ? new TierStanding(tiers[rank], Timestamps.ofMicrosOrNull(end)) : null;
    }

    /** The better of a standing and of a tier with an end, if that lies after an instant; both in microseconds since 1970. */
    public TierStanding lifted(TierStanding standing, int rank, long end, long at) {
        int held = rankOf(standing.tier());
        boolean isBetter = rank > held || (rank == held && end > Timestamps.microsOrNever(standing.until()));
        return isBetter && end > at ? new TierStanding(tiers[rank], Timestamps.ofMicrosOrNull(end)) : standing;
    }

    /** Whether one standing has a lower tier than another, or the same with an earlier end. */
    public boolean isOutdoneBy(TierStanding one, TierStanding other) {
        int rank = rankOf(one.tier());
        int otherRank = rankOf(other.tier());
        return rank < otherRank || (rank == otherRank && isEarlier(one.until(), other.until()));
    }

    private static boolean isEarlier(@Nullable Instant one, @Nullable Instant other) {
        return one != null && (other == null || one.isBefore(other));
    }

    /** The better of two standings. */
    public TierStanding better(TierStanding one, @Nullable TierStanding other) {
        return other != null && isOutdoneBy(one, other) ? other : one;
    }

    /** The standings of a member who has earned another standing. */
    public Standings withEarned(Standings standings, TierStanding earned) {
        return standings(earned, standings.grants(), standings.began());
    }

    /**
     * The standings of a member who is granted a tier too, in place of an earlier grant of it. One of the lowest tier has no effect, and
     * one that is over already only ends the earlier one.
     */
    public Standings withGrant(Standings standings, TierStanding grant, Instant at) {
        if (grant.tier().equals(tiers[0])) {
            return standings;
        }
        List<TierStanding> grants = new ArrayList<>(standings.grants());
        grants.removeIf(other -> other.tier().equals(grant.tier()));
        grants.add(grant);
        grants.sort(Comparator.comparingInt(standing -> rankOf(standing.tier())));
        return withoutEnded(standings(standings.earned(), grants, standings.began()), at);
    }

    /**
     * The standings of a member who brings a tier over from another system: a floor, so it shortens no grant of that tier that was made
     * here. One that is over already, or of the lowest tier, has no effect.
     */
    public Standings withBrought(Standings standings, TierStanding brought, Instant at) {
        boolean isOver = brought.until() != null && !brought.until().isAfter(at);
        boolean isOutlasted = standings.grants().stream()
                .anyMatch(grant -> grant.tier().equals(brought.tier()) && !isOutdoneBy(grant, brought));
        return isOver || isOutlasted ? standings : withGrant(standings, brought, at);
    }

    /** The standings without the grants that have ended at an instant. */
    public Standings withoutEnded(Standings standings, Instant at) {
        return standings.grants().isEmpty()
                ? standings
                : standings(
                        standings.earned(),
                        standings.grants().stream()
                                .filter(grant ->
                                        grant.until() == null || grant.until().isAfter(at))
                                .collect(ImmutableList.toImmutableList()),
                        standings.began());
    }

    /**
     * The standings of a member of the ladder as an earlier version had it, with other tiers in place of those that they are of. The ends
     * stay. The lowest tier had none: where others lie beneath now, it ends as if it had just been reached. With which standings windows
     * began is forgotten where this ladder does not have their sums.
     *
     * @param inPlace the tier of this ladder that takes the place of one of that
     */
    public Standings replacing(
            PlannedLadder earlier, Standings before, UnaryOperator<Tier> inPlace, long now, Membership of) {
        UnaryOperator<TierStanding> replaced = standing -> {
            Tier tier = inPlace.apply(standing.tier());
            Instant until = standing.tier().equals(earlier.tiers[0]) ? endBroughtAt(now, of) : standing.until();
            return tier.equals(tiers[0]) ? ground : new TierStanding(tier, until);
        };
        SortedMap<Long, TierStanding> began = new TreeMap<>();
        if (hasSumsOf(earlier)) {
            before.began().forEach((number, standing) -> began.put(number, replaced.apply(standing)));
        }
        Standings standings = standings(replaced.apply(before.earned()), List.of(), began);
        for (TierStanding grant : before.grants()) {
            TierStanding kept = new TierStanding(inPlace.apply(grant.tier()), grant.until());
            standings = withBrought(standings, kept, Timestamps.MIN);
        }
        return standings;
    }

    /**
     * Standings: what is held is the highest tier, with the latest end among those of it. A window that began as the next of which that is kept, or
     * with what is earned now if there is none, needs not be kept.
     */
    public Standings standings(TierStanding earned, List<TierStanding> grants, SortedMap<Long, TierStanding> began) {
        TierStanding held = earned;
        for (TierStanding grant : grants) {
            held = better(held, grant);
        }
        return new Standings(id(), held, earned, grants, began.isEmpty() ? began : needed(began, earned));
    }

    private static SortedMap<Long, TierStanding> needed(SortedMap<Long, TierStanding> began, TierStanding earned) {
        SortedMap<Long, TierStanding> needed = new TreeMap<>();
        Long before = null;
        for (Map.Entry<Long, TierStanding> each : began.entrySet()) {
            if (before != null && each.getValue().equals(needed.get(before))) {
                needed.remove(before);
            }
            needed.put(each.getKey(), each.getValue());
            before = each.getKey();
        }
        if (before != null && earned.equals(needed.get(before))) {
            needed.remove(before);
        }
        return needed.size() == began.size() ? began : needed;
    }
}
