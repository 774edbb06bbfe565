package dev.laurel.tier;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.counter.WindowSums;
import dev.laurel.money.Money;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.CivilZone;
import dev.laurel.time.Moment;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Tiers in ascending order, reached by the qualifying spend of a window.
 *
 * <p>A threshold is inclusive. It is reached at once, skipping tiers as the spend does. A standing has an end and is reviewed
 * only then, by the sums as they then are; but a return judges it anew at once, unless tiers are {@linkplain #unmovedByReturns unmoved}
 * by returns. Whether redeeming or expiry leave fewer points has no influence on it.
 *
 * @param window the window in which spend is summed
 * @param kept until when a tier is kept that was reached in a window, from the last instant of that window
 * @param fall where it falls to
 * @param afterReturn what a return does to a tier
 * @param steps the tiers in ascending order, the lowest from zero; checked when a program is built
 */
public record TierLadder(
        BoundedWindow window, Moment kept, TierFall fall, TierAfterReturn afterReturn, List<TierStep> steps) {
    /** Takes a copy of the steps. */
    public TierLadder {
        requireNonNull(window, "window");
        requireNonNull(kept, "kept");
        steps = ImmutableList.copyOf(steps);
    }

    /** A ladder whose tiers are kept through the end of the next window, and then fall to what is earned. */
    public static TierLadder per(BoundedWindow window, TierStep... steps) {
        return new TierLadder(
                window,
                Moment.endOf(window, window.length()),
                TierFall.TO_EARNED,
                TierAfterReturn.JUDGED_ANEW,
                ImmutableList.copyOf(steps));
    }

    /** A copy whose tiers are kept until a moment from the last instant of the window in which they were reached. */
    public TierLadder kept(Moment until) {
        return new TierLadder(window, until, fall, afterReturn, steps);
    }

    /** A copy whose tiers fall to the lowest, whatever was earned. */
    public TierLadder fallingToTheLowest() {
        return new TierLadder(window, kept, TierFall.TO_LOWEST, afterReturn, steps);
    }

    /** A copy with a tier more, above all others, that is reached from this spend on. */
    public TierLadder then(Tier tier, Money threshold) {
        ImmutableList.Builder<TierStep> more = ImmutableList.builder();
        return new TierLadder(
                window,
                kept,
                fall,
                afterReturn,
                more.addAll(steps).add(new TierStep(tier, threshold)).build());
    }

    /** A copy whose tiers stay until their review, whatever is returned. */
    public TierLadder unmovedByReturns() {
        return afterReturn(TierAfterReturn.KEPT_UNTIL_REVIEW);
    }

    /** A copy whose tiers are judged so after a return. */
    public TierLadder afterReturn(TierAfterReturn choice) {
        return new TierLadder(window, kept, fall, choice, steps);
    }

    /** The lowest tier. */
    public Tier lowest() {
        return steps.get(0).tier();
    }

    /** The standing of those who have reached nothing: the lowest tier, without an end. */
    public TierStanding ground() {
        return new TierStanding(lowest(), null);
    }

    /** The tier of this id, if the ladder has it. */
    public Optional<Tier> tier(String id) {
        return steps.stream()
                .map(TierStep::tier)
                .filter(tier -> tier.id().equals(id))
                .findFirst();
    }

    /** Whether the start of a membership decides in which window spend counts, or until when a tier is kept. */
    public boolean needsMember() {
        return window.needsMember() || kept.needsMember();
    }

    /** The place of a tier, from 0 for the lowest, or -1 if the ladder does not have it. */
    public int rankOf(Tier tier) {
        for (int rank = 0; rank < steps.size(); rank++) {
            if (steps.get(rank).tier().equals(tier)) {
                return rank;
            }
        }
        return -1;
    }

    /**
     * The windows before this one can have no influence on a day any more: they have ended, and so has the tier that they give.
     *
     * @param day counted from 1970
     * @param memberSince the day on which the membership begins, where the window needs it
     */
    public long firstWindowThatMatters(long day, CivilZone zone, long memberSince) {
        if (kept.mostDays() == Long.MAX_VALUE) {
            return Long.MIN_VALUE;
        }
        long matters = window.numberOf(day, memberSince) - 1;
        long step = 1;
        while (mattersUntil(matters - step, zone, memberSince) > day) {
            matters -= step;
            step *= 2;
        }
        // What lies a step before does not matter: the first that does is found by halving it.
        for (; step >= 1; step /= 2) {
            matters -= mattersUntil(matters - step, zone, memberSince) > day ? step : 0;
        }
        return matters;
    }

    /** The first day on which a window can have no influence any more; days count from 1970. */
    public long mattersUntil(long windowNumber, CivilZone zone, long memberSince) {
        long end = kept.fromEndOf(window, windowNumber, zone, memberSince);
        long over = end == Timestamps.NEVER ? Long.MAX_VALUE : zone.dayOf(end - 1) + 1;
        return Math.max(window.firstDayOf(windowNumber + 2, memberSince), over);
    }

    /** When a tier ends that the sum of a window supports, or null if it never does. */
    public @Nullable Instant endOfTierReachedIn(long windowNumber, CivilZone zone, long memberSince) {
        return Timestamps.ofMicrosOrNull(kept.fromEndOf(window, windowNumber, zone, memberSince));
    }

    /**
     * The standing after something counted in a window: the tier that the window's sum supports, if it is above the present
     * one, with its own end; if it is the same, the later of the two ends.
     *
     * @param present the standing until now
     * @param tier the tier that the sum of that window supports, with what counted
     * @param windowNumber the window in which it counted
     * @param now the instant at which the account stands
     * @param memberSince the day on which the membership begins, where the window needs it
     */
    public TierStanding afterCounting(
            TierStanding present, Tier tier, long windowNumber, Instant now, CivilZone zone, long memberSince) {
        int supported = rankOf(tier);
        int held = rankOf(present.tier());
        if (supported == 0 || supported < held) {
            return present;
        }
        Instant end = endOfTierReachedIn(windowNumber, zone, memberSince);
        if (end != null && !end.isAfter(now)) {
            return present;
        }
        boolean better = supported > held || isEarlier(present.until(), end);
        return better ? new TierStanding(steps.get(supported).tier(), end) : present;
    }

    private static boolean isEarlier(@Nullable Instant one, @Nullable Instant other) {
        return one != null && (other == null || one.isBefore(other));
    }

    /**
     * The standing after the review at the end of the present one.
     *
     * @param end the end, which is the instant of the review
     * @param sums the sums as they are then
     * @param thresholds by which they are judged
     */
    public TierStanding review(Instant end, WindowSums sums, Thresholds thresholds, CivilZone zone, long memberSince) {
        return fall == TierFall.TO_EARNED ? supportedAt(end, sums, thresholds, zone, memberSince) : ground();
    }

    /** The best that a window gives whose end is not over, or which is open. */
    private TierStanding supportedAt(
            Instant instant, WindowSums sums, Thresholds thresholds, CivilZone zone, long memberSince) {
        TierStanding standing = ground();
        long first = firstWindowThatMatters(zone.dayOf(instant), zone, memberSince);
        for (Map.Entry<Long, Long> sum : sums.toMap().tailMap(first).entrySet()) {
            Tier tier = thresholds.supported(sum.getKey(), sum.getValue());
            standing = afterCounting(standing, tier, sum.getKey(), instant, zone, memberSince);
        }
        return standing;
    }

    /**
     * The standing after spend was taken out of a window by a return: never better than it was.
     *
     * @param sums the sums after the return
     * @param thresholds by which they are judged
     */
    public TierStanding afterReturn(
            TierStanding present,
            WindowSums sums,
            Thresholds thresholds,
            Instant now,
            CivilZone zone,
            long memberSince) {
        if (afterReturn == TierAfterReturn.KEPT_UNTIL_REVIEW) {
            return present;
        }
        TierStanding supported = supportedAt(now, sums, thresholds, zone, memberSince);
        return isOutdoneBy(supported, present) ? supported : present;
    }

    /** Whether a standing is no better than what sums support at an instant. */
    public boolean isSupported(
            TierStanding standing,
            WindowSums sums,
            Thresholds thresholds,
            Instant now,
            CivilZone zone,
            long memberSince) {
        return !isOutdoneBy(supportedAt(now, sums, thresholds, zone, memberSince), standing);
    }

    /** The standings of a member who has earned another standing. */
    public Standings withEarned(Standings standings, TierStanding earned) {
        boolean isSame =
                standings.grants().isEmpty() && earned.equals(standings.earned()) && earned.equals(standings.held());
        return isSame ? standings : standings(earned, standings.grants());
    }

    /**
     * The standings of a member who is granted a tier too, in place of an earlier grant of it. One of the lowest tier has no effect, and
     * one that is over already only ends the earlier one.
     */
    public Standings withGrant(Standings standings, TierStanding grant, Instant at) {
        if (grant.tier().equals(lowest())) {
            return standings;
        }
        List<TierStanding> grants = new ArrayList<>(standings.grants());
        grants.removeIf(other -> other.tier().equals(grant.tier()));
        grants.add(grant);
        grants.sort(Comparator.comparingInt(standing -> rankOf(standing.tier())));
        return withoutEnded(standings(standings.earned(), grants), at);
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

    /**
     * The standings of a member of a ladder before this one, with other tiers in place of those that they are of. The ends stay. The lowest
     * tier had none: where others lie beneath now, it ends as if it had just been reached.
     *
     * @param earlier the ladder before
     * @param inPlace the tier of this ladder that takes the place of one of that
     */
    public Standings replacing(
            TierLadder earlier,
            Standings before,
            UnaryOperator<Tier> inPlace,
            Instant now,
            CivilZone zone,
            long memberSince) {
        TierStanding stood = before.earned();
        Tier earned = inPlace.apply(stood.tier());
        Instant until = stood.tier().equals(earlier.lowest())
                ? endOfTierReachedIn(window.numberOf(zone.dayOf(now), memberSince), zone, memberSince)
                : stood.until();
        Standings replaced = Standings.earned(earned.equals(lowest()) ? ground() : new TierStanding(earned, until));
        for (TierStanding grant : before.grants()) {
            replaced =
                    withBrought(replaced, new TierStanding(inPlace.apply(grant.tier()), grant.until()), Timestamps.MIN);
        }
        return replaced;
    }

    /** The standings without the grants that have ended at an instant. */
    public Standings withoutEnded(Standings standings, Instant at) {
        return standings(
                standings.earned(),
                standings.grants().stream()
                        .filter(grant -> grant.until() == null || grant.until().isAfter(at))
                        .collect(ImmutableList.toImmutableList()));
    }

    /** What is held is the highest tier, with the latest end among those of it. */
    private Standings standings(TierStanding earned, List<TierStanding> grants) {
        TierStanding held = earned;
        for (TierStanding grant : grants) {
            held = isOutdoneBy(held, grant) ? grant : held;
        }
        return new Standings(held, earned, grants);
    }

    /** Whether one standing has a lower tier than another, or the same with an earlier end. */
    private boolean isOutdoneBy(TierStanding one, TierStanding other) {
        int rank = rankOf(one.tier());
        int otherRank = rankOf(other.tier());
        return rank < otherRank || (rank == otherRank && isEarlier(one.until(), other.until()));
    }

    /** What is missing to the next tier and to keep the present one, at an instant. */
    public TierProgress progress(TierStanding standing, WindowSums sums, Instant at, CivilZone zone, long memberSince) {
        long present = window.numberOf(zone.dayOf(at), memberSince);
        int held = rankOf(standing.tier());
        Money measured = Money.ofMillionths(steps.get(0).threshold().currency(), sums.of(present));
        @Nullable TierStep next = held + 1 < steps.size() ? steps.get(held + 1) : null;
        Instant until = standing.until();
        Instant end = endOfTierReachedIn(present, zone, memberSince);
        boolean canProlong = isEarlier(until, end);
        boolean prolonged = until != null && until.equals(end) && rankSupportedBy(sums.of(present)) >= held;
        @Nullable Money missingToKeep = null;
        if (held > 0 && (canProlong || prolonged)) {
            missingToKeep = missing(steps.get(held).threshold(), measured);
        }
        return new TierProgress(
                standing,
                measured,
                zone.startOf(window.firstDayOf(present + 1, memberSince)),
                next == null ? null : next.tier(),
                next == null ? null : missing(next.threshold(), measured),
                missingToKeep);
    }

    private static Money missing(Money threshold, Money measured) {
        Money missing = threshold.minus(measured);
        return missing.isNegative() ? Money.zero(threshold.currency()) : missing;
    }

    /** By which thresholds the sums of windows are judged: those that were in force when the window ended, or are, if it is open. */
    public interface Thresholds {
        /** The tier of the ladder that a sum of a window supports. */
        Tier supported(long window, long millionths);
    }

    /** The thresholds of this ladder, for every window. */
    public Thresholds thresholds() {
        return (any, millionths) -> supportedBy(millionths);
    }

    /** The tier that a sum of a window supports by the thresholds of this ladder. */
    public Tier supportedBy(long millionths) {
        return steps.get(rankSupportedBy(millionths)).tier();
    }

    private int rankSupportedBy(long millionths) {
        int rank = 0;
        while (rank + 1 < steps.size()
                && millionths >= steps.get(rank + 1).threshold().millionths()) {
            rank++;
        }
        return rank;
    }

    /** The ladder in words, for a program's stable text. */
    public String describe() {
        StringBuilder text = new StringBuilder("qualifying spend ")
                .append(window.describe())
                .append(", kept until ")
                .append(kept.describe("its end"))
                .append(", ")
                .append(fall.describe());
        if (afterReturn != TierAfterReturn.JUDGED_ANEW) {
            text.append(", ").append(afterReturn.describe());
        }
        for (TierStep step : steps) {
            text.append("; ").append(step.tier().id()).append(" from ").append(step.threshold());
        }
        return text.toString();
    }
}
