package dev.laurel.simulation;

import dev.laurel.occasion.Goal;
import dev.laurel.occasion.Sum;
import dev.laurel.program.Ladder;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierAfterReturn;
import dev.laurel.tier.TierStanding;
import dev.laurel.tier.TierUpgrade;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What one customer holds on one ladder: what is earned, with what each window began, and what is granted. */
final class PlainLadder {
    /** A tier by its rank, with its end, or null if it has none. */
    record Standing(int rank, Instant until) {
        boolean isBelow(Standing other) {
            if (rank != other.rank) {
                return rank < other.rank;
            }
            return until != null && (other.until == null || until.isBefore(other.until));
        }

        boolean isOverAt(Instant now) {
            return until != null && !now.isBefore(until);
        }
    }

    static final Standing GROUND = new Standing(0, null);

    final Ladder ladder;
    Standing earned = GROUND;

    private final PlainAccount account;

    /** Null where all tiers are only granted. */
    private final Window window;

    /** What is granted, by the rank of the tier: one grant of each. */
    private final TreeMap<Integer, Standing> grants = new TreeMap<>();

    /** What was earned when windows began; nothing changed from the start of one that is missing to that of the next. */
    private final NavigableMap<Long, Standing> began = new TreeMap<>();

    /** How long windows gave tiers before each version that came into force. */
    private final List<Earlier> earlier = new ArrayList<>();

    /**
     * A version came into force.
     *
     * @param terms the ladder until then, or null if there was none
     */
    private record Earlier(Ladder terms, Instant until) {}

    PlainLadder(Ladder ladder, PlainAccount account) {
        this.ladder = ladder;
        this.account = account;
        window = ladder.window().orElse(null);
    }

    /**
     * The standings of a ladder as another version has it. What other sums or windows have brought lasts to its end.
     *
     * @param before the ladder as the version before had it, or null if it is new
     */
    static PlainLadder under(Ladder ladder, PlainLadder before, PlainAccount account) {
        PlainLadder now = new PlainLadder(ladder, account);
        if (before == null) {
            now.earlier.add(new Earlier(null, account.asOf));
            return now;
        }
        now.earlier.addAll(before.earlier);
        now.earlier.add(new Earlier(before.ladder, account.asOf));
        now.earned = now.inPlaceOf(before, before.earned);
        if (before.ladder.sums().equals(ladder.sums())) {
            before.began.forEach((number, standing) -> now.began.put(number, now.inPlaceOf(before, standing)));
        }
        for (Standing grant : before.grants.values()) {
            Standing inPlace = now.inPlaceOf(before, grant);
            if (inPlace.rank > 0
                    && now.grants.getOrDefault(inPlace.rank, GROUND).isBelow(inPlace)) {
                now.grants.put(inPlace.rank, inPlace);
            }
        }
        return now;
    }

    /** A standing of an earlier version, with the same end; the lowest tier has none, and gets one where others lie beneath it. */
    private Standing inPlaceOf(PlainLadder before, Standing standing) {
        Tier tier = before.ladder.steps().get(standing.rank).tier();
        int rank = ladder.rankOf(account.program.retired().inPlaceOf(tier));
        if (rank > 0 && standing.rank == 0) {
            fixMembership();
            return new Standing(rank, endOfTierReachedAt(account.asOf));
        }
        return rank == 0 ? GROUND : new Standing(rank, standing.until);
    }

    private void fixMembership() {
        if (ladder.needsMember()) {
            account.fixMembership();
        }
    }

    PlainLadder copyFor(PlainAccount other) {
        PlainLadder copy = new PlainLadder(ladder, other);
        copy.earned = earned;
        copy.earlier.addAll(earlier);
        copy.began.putAll(began);
        copy.grants.putAll(grants);
        return copy;
    }

    // --- what is held ---

    Standing held() {
        Standing held = earned;
        for (Standing grant : grants.values()) {
            held = held.isBelow(grant) ? grant : held;
        }
        return held;
    }

    TierStanding named(Standing standing) {
        return new TierStanding(ladder.steps().get(standing.rank).tier(), standing.until);
    }

    /** The grants that are running, by ascending tier. */
    List<TierStanding> granted() {
        return grants.values().stream().map(this::named).toList();
    }

    // --- windows ---

    private boolean isBounded() {
        return window instanceof BoundedWindow;
    }

    private boolean isFromNextWindow() {
        return ladder.upgrade() == TierUpgrade.NEXT_WINDOW;
    }

    /** The number of the window of an instant; of what goes back from any date, the date. */
    private long windowAt(Instant at) {
        LocalDate date = at.atZone(account.zone).toLocalDate();
        if (window instanceof BoundedWindow bounded) {
            return PlainWindows.numberOf(bounded, date, account.memberSince());
        }
        return window instanceof Window.Rolling ? date.toEpochDay() : window == Window.SINCE_ENROLLMENT ? 1 : 0;
    }

    /** When a window begins that others come before. */
    private Instant startOf(long number) {
        return PlainWindows.startOf((BoundedWindow) window, number, account.zone, account.memberSince());
    }

    /** The start of the date at which what counts on another does so no longer. */
    private Instant goneAt(long day) {
        return startOfDay(LocalDate.ofEpochDay(day)
                .plus(((Window.Rolling) window).period())
                .toEpochDay());
    }

    private Instant startOfDay(long day) {
        return LocalDate.ofEpochDay(day).atStartOfDay(account.zone).toInstant();
    }

    /** Until when a tier is kept that is reached at an instant. */
    Instant endOfTierReachedAt(Instant at) {
        return window == null
                ? PlainMoments.from(ladder.kept(), at, account.zone, account.memberSince())
                : endOfTierReachedIn(windowAt(at));
    }

    private Instant endOfTierReachedIn(long number) {
        return endOfTierReachedIn(number, ladder);
    }

    private Instant endOfTierReachedIn(long number, Ladder terms) {
        if (window instanceof BoundedWindow bounded) {
            return PlainMoments.fromEndOf(terms.kept(), bounded, number, account.zone, account.memberSince());
        }
        return window instanceof Window.Rolling
                ? PlainMoments.from(terms.kept(), goneAt(number), account.zone, account.memberSince())
                : null;
    }

    /**
     * When a window was over as a version came into force, or null: that the version would keep its tier longer does not open it again. Where
     * there was no such ladder yet, or it had other windows, each was over that had ended.
     */
    private Instant overBefore(long number) {
        for (Earlier version : earlier) {
            boolean hadWindows = version.terms != null && version.terms.window().equals(ladder.window());
            Instant end = hadWindows ? endOfTierReachedIn(number, version.terms) : Instant.MIN;
            if (number < windowAt(version.until) && end != null && !end.isAfter(version.until)) {
                return end;
            }
        }
        return null;
    }

    /** Whether what a window has is looked at: while it is open, and as long as the tier that it gives is kept. */
    private boolean counts(long number, Instant now) {
        Instant over = overBefore(number);
        Instant end = over == null ? endOfTierReachedIn(number) : over;
        boolean isOpen = window instanceof Window.Rolling
                ? over == null && goneAt(number).isAfter(now)
                : !isBounded() || number == windowAt(now);
        return isOpen || end == null || end.isAfter(now);
    }

    /** Whether it is remembered with what a window began: as long as that counts, and until the next one is over. */
    boolean remembers(long number) {
        return counts(number, account.asOf) || (isBounded() && number >= windowAt(account.asOf) - 1);
    }

    /** The windows of which it is remembered with what they began, as far as anything counted in them. */
    Set<Long> windowsRemembered() {
        return isBounded() ? windowsCounted().stream().filter(this::remembers).collect(Collectors.toSet()) : Set.of();
    }

    private Set<Long> windowsCounted() {
        Set<Long> numbers = new TreeSet<>();
        for (Sum sum : ladder.sums()) {
            numbers.addAll(account.counts.byWindow(sum, account.program).keySet());
        }
        return numbers;
    }

    /** The standing that the sums of a window give. */
    private Standing supported(long number) {
        int rank = rankReachedIn(number);
        Instant over = overBefore(number);
        return rank == 0 ? GROUND : new Standing(rank, over == null ? endOfTierReachedIn(number) : over);
    }

    private int rankReachedIn(long number) {
        LoyaltyProgram then = thenInForce(number);
        Ladder judging = then.ladder(ladder.id()).orElseThrow();
        for (int rank = judging.steps().size() - 1; rank > 0; rank--) {
            Goal goal = judging.steps().get(rank).goal();
            if (goal != null && goal.isReached(part -> account.counts.in(part.sum(), number) >= part.kept())) {
                Tier tier = judging.steps().get(rank).tier();
                return Math.max(0, ladder.rankOf(account.versions.inPlaceOf(tier, then)));
            }
        }
        return 0;
    }

    /** The version that was in force at the last instant of a window, or is while it is open; one that asks for other sums says nothing. */
    private LoyaltyProgram thenInForce(long number) {
        Instant last = account.asOf;
        if (isBounded()) {
            last = startOf(number + 1).minus(1, ChronoUnit.MICROS);
        } else if (window instanceof Window.Rolling) {
            last = startOfDay(number + 1).minus(1, ChronoUnit.MICROS);
        }
        LoyaltyProgram then = account.versions.judging(last.isAfter(account.asOf) ? account.asOf : last);
        boolean isSame = then.ladder(ladder.id())
                .filter(other -> ladder.sums().containsAll(other.sums())
                        && other.window().equals(ladder.window()))
                .isPresent();
        return isSame && account.versions.mistake() != PlainMistake.PRESENT_THRESHOLDS ? then : account.program;
    }

    private static Standing better(Standing one, Standing other) {
        return one.isBelow(other) ? other : one;
    }

    /** The better of a standing and what a window gives, if that is not over. */
    private Standing lifted(Standing standing, long number, Instant now) {
        Standing supported = supported(number);
        return supported.rank > 0 && !supported.isOverAt(now) ? better(standing, supported) : standing;
    }

    /** What all windows until an instant give that count then; one that is open gives nothing yet where tiers begin with the next. */
    private Standing supportedAt(Instant now) {
        long present = windowAt(now);
        Standing best = GROUND;
        for (long number : windowsCounted()) {
            boolean isThen = isFromNextWindow() ? number < present : number <= present;
            best = isThen && counts(number, now) ? lifted(best, number, now) : best;
        }
        return best;
    }

    // --- time ---

    Instant nextChange() {
        Instant next = earlier(earned.until, nextUpgrade(earned));
        for (Standing grant : grants.values()) {
            next = earlier(next, grant.until);
        }
        return next;
    }

    Instant nextChangeToSee() {
        return earlier(held().until, nextUpgrade(held()));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    /** When the next window begins, if the sums of this one give more by then than a standing, or null. */
    private Instant nextUpgrade(Standing standing) {
        if (!isFromNextWindow()) {
            return null;
        }
        long present = windowAt(account.asOf);
        Instant border = startOf(present + 1);
        return lifted(standing, present, border).equals(standing) ? null : border;
    }

    /** What time does to the tier at an instant. */
    void review(Instant now) {
        Standing standing = earned;
        if (isFromNextWindow() && now.equals(startOf(windowAt(now)))) {
            standing = lifted(standing, windowAt(now) - 1, now);
        }
        set(reviewed(standing, now), true);
        grants.values().removeIf(grant -> grant.isOverAt(now));
    }

    /** What becomes of a standing until an instant. */
    private Standing reviewed(Standing standing, Instant until) {
        Standing now = standing;
        while (now.isOverAt(until)) {
            Instant end = now.until;
            now = switch (ladder.fall()) {
                case TO_EARNED -> supportedAt(end);
                case BY_ONE -> better(oneDown(now, end), supportedAt(end));
                case TO_LOWEST -> GROUND;
            };
        }
        return now;
    }

    /** The next tier that can be earned, with the end that the last full window would give, or the present one where that is over. */
    private Standing oneDown(Standing standing, Instant end) {
        int rank = standing.rank - 1;
        while (rank > 0 && ladder.steps().get(rank).goal() == null) {
            rank--;
        }
        if (rank == 0) {
            return GROUND;
        }
        long present = windowAt(end);
        Instant until = endOfTierReachedIn(present - 1);
        return new Standing(rank, until == null || until.isAfter(end) ? until : endOfTierReachedIn(present));
    }

    /**
     * Another standing is earned from now on. With what a window began is remembered before it changes.
     *
     * @param isByTime whether time brought it: at the first instant of a window that comes before all events
     */
    private void set(Standing now, boolean isByTime) {
        if (now.equals(earned)) {
            return;
        }
        if (!(window instanceof Window.Rolling)) {
            long number = windowAt(account.asOf);
            boolean isFirst = isBounded() && isByTime && account.asOf.equals(startOf(number));
            began.putIfAbsent(isFirst ? number - 1 : number, earned);
            if (isFirst) {
                began.put(number, now);
            }
        }
        earned = now;
    }

    /** With what a window began. */
    Standing beganWith(long number) {
        Map.Entry<Long, Standing> known = began.ceilingEntry(number);
        return known == null ? earned : known.getValue();
    }

    private Standing beganWithUnlessForgotten(long number) {
        return account.versions.mistake() == PlainMistake.FORGETS_BEGAN ? GROUND : beganWith(number);
    }

    // --- grants ---

    /** Instead of the one of the same tier; what is over already only ends that. The lowest tier is nothing to grant. */
    void grant(Standing grant, Instant now) {
        grants.remove(grant.rank);
        if (grant.rank > 0 && !grant.isOverAt(now)) {
            grants.put(grant.rank, grant);
        }
    }

    /** Until when a tier is granted, or null if it is not. */
    Instant grantedUntil(int rank) {
        return grants.containsKey(rank) ? grants.get(rank).until : null;
    }

    /** A tier that is brought over is a floor too: it shortens no grant of the same tier. */
    void bring(Standing brought, Instant now) {
        Standing running = grants.getOrDefault(brought.rank, GROUND);
        if (running.isBelow(brought) && !brought.isOverAt(now)) {
            grant(brought, now);
        }
    }

    // --- what counts, and does not any more ---

    /** Something counted at an instant. */
    void follow(Instant at) {
        fixMembership();
        Instant now = account.asOf;
        if (window instanceof Window.Rolling) {
            // It counts for all dates that its own is not a period before.
            Standing best = earned;
            for (long day : windowsCounted()) {
                boolean hasIt = day >= windowAt(at) && goneAt(windowAt(at)).isAfter(startOfDay(day));
                best = hasIt ? lifted(best, day, now) : best;
            }
            set(best, false);
        } else if (!isFromNextWindow() || windowAt(at) < windowAt(now)) {
            set(lifted(earned, windowAt(at), now), false);
        }
    }

    /** What had counted in a window does so no longer, or not all of it. */
    void undo(long number) {
        boolean isJudged = ladder.afterReturn() == TierAfterReturn.JUDGED_ANEW && remembers(number);
        if (!isJudged) {
            return;
        }
        Standing now = supportedAt(account.asOf);
        if (window instanceof BoundedWindow) {
            now = better(now, takenOnFrom(number));
        } else if (!(window instanceof Window.Rolling)) {
            now = better(now, reviewed(beganWithUnlessForgotten(number), account.asOf));
        }
        if (now.isBelow(earned)) {
            set(now, false);
        }
    }

    /**
     * The standing with which a window began, taken on from there by the sums as they are. So begin the windows after it too, as far as that
     * is less: what a return takes, no other gives back.
     */
    private Standing takenOnFrom(long first) {
        Instant now = account.asOf;
        long present = windowAt(now);
        Standing standing = beganWithUnlessForgotten(first);
        began.put(first, standing);
        for (long number = first; number <= present; number++) {
            if (number > first) {
                Standing known = beganWith(number);
                began.put(number, standing.isBelow(known) ? standing : known);
            }
            if (!isFromNextWindow()) {
                standing = lifted(standing, number, startOf(number));
            }
            Instant end = startOf(number + 1);
            boolean isOver = !end.isAfter(now);
            standing = reviewed(standing, isOver ? end.minus(1, ChronoUnit.MICROS) : now);
            if (isFromNextWindow() && isOver) {
                standing = lifted(standing, number, end);
            }
            standing = isOver ? reviewed(standing, end) : standing;
        }
        return standing;
    }

    /** For messages. */
    @Override
    public String toString() {
        return ladder.id() + " " + earned + " began "
                + began.entrySet().stream().map(Object::toString).collect(Collectors.joining(" "));
    }
}
