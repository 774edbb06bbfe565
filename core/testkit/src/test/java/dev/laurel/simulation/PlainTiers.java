package dev.laurel.simulation;

import dev.laurel.money.Money;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierAfterReturn;
import dev.laurel.tier.TierFall;
import dev.laurel.tier.TierLadder;
import dev.laurel.tier.TierStanding;
import dev.laurel.tier.TierStep;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.TreeMap;

/** The tier of one customer: what is earned, what is granted, and the spend of each window. */
final class PlainTiers {
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

    final TreeMap<Long, Long> spend = new TreeMap<>();
    Standing earned = GROUND;

    private final TierLadder ladder;
    private final PlainAccount account;

    /** What is granted, by the rank of the tier: one grant of each. */
    private final TreeMap<Integer, Standing> grants = new TreeMap<>();

    PlainTiers(TierLadder ladder, PlainAccount account) {
        this.ladder = ladder;
        this.account = account;
    }

    /** The tiers under another ladder; null if there is none. Sums go on where the window is the same. */
    static PlainTiers under(TierLadder ladder, PlainTiers before, PlainAccount account) {
        PlainTiers tiers = new PlainTiers(ladder, account);
        if (before == null) {
            return tiers;
        }
        boolean isSame = before.ladder.window().equals(ladder.window());
        if (isSame || account.versions.mistake() == PlainMistake.KEEPS_SUMS) {
            tiers.spend.putAll(before.spend);
        }
        tiers.earned = tiers.inPlaceOf(before, before.earned);
        for (Standing grant : before.grants.values()) {
            Standing now = tiers.inPlaceOf(before, grant);
            if (now.rank > 0 && tiers.grants.getOrDefault(now.rank, GROUND).isBelow(now)) {
                tiers.grants.put(now.rank, now);
            }
        }
        return tiers;
    }

    /** A standing of an earlier ladder, with the same end; the lowest tier has none, and gets one where others lie beneath it. */
    private Standing inPlaceOf(PlainTiers before, Standing standing) {
        Tier tier = before.ladder.steps().get(standing.rank).tier();
        Tier standsOn = account.program.retired().standsOn(tier);
        int rank = rankOf((standsOn == null ? tier : standsOn).id());
        if (rank > 0 && standing.rank == 0) {
            fixMembership();
            return new Standing(rank, endOfTierReachedAt(account.asOf));
        }
        return rank == 0 ? GROUND : new Standing(rank, standing.until);
    }

    private void fixMembership() {
        if (PlainWindows.isOfMember(ladder.window()) || PlainMoments.isOfMember(ladder.kept())) {
            account.fixMembership();
        }
    }

    PlainTiers copyFor(PlainAccount other) {
        PlainTiers copy = new PlainTiers(ladder, other);
        copy.spend.putAll(spend);
        copy.earned = earned;
        copy.grants.putAll(grants);
        return copy;
    }

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

    int rankOf(String tier) {
        for (int rank = 0; rank < ladder.steps().size(); rank++) {
            if (ladder.steps().get(rank).tier().id().equals(tier)) {
                return rank;
            }
        }
        throw new PlainRefusal("UNKNOWN_TIER");
    }

    Instant nextChange() {
        Instant next = earned.until;
        for (Standing grant : grants.values()) {
            next = next == null || (grant.until != null && grant.until.isBefore(next)) ? grant.until : next;
        }
        return next;
    }

    /** What time does to the tier at an instant. */
    void review(Instant now) {
        if (earned.isOverAt(now)) {
            Instant end = earned.until;
            earned = ladder.fall() == TierFall.TO_LOWEST ? GROUND : supportedAt(end);
        }
        grants.values().removeIf(grant -> grant.isOverAt(now));
    }

    /** Instead of the one of the same tier; what is over already only ends that. The lowest tier is nothing to grant. */
    void grant(Standing grant, Instant now) {
        grants.remove(grant.rank);
        if (grant.rank > 0 && !grant.isOverAt(now)) {
            grants.put(grant.rank, grant);
        }
    }

    /** A tier that is brought over is a floor too: it shortens no grant of the same tier. */
    void bring(Standing brought, Instant now) {
        Standing running = grants.getOrDefault(brought.rank, GROUND);
        if (running.isBelow(brought) && !brought.isOverAt(now)) {
            grant(brought, now);
        }
    }

    private long windowAt(Instant at) {
        LocalDate date = at.atZone(account.zone).toLocalDate();
        return PlainWindows.numberOf(ladder.window(), date, account.memberSince());
    }

    Instant endOfTierReachedAt(Instant at) {
        return endOfTierReachedIn(windowAt(at));
    }

    private Instant endOfTierReachedIn(long window) {
        return PlainMoments.fromEndOf(ladder.kept(), ladder.window(), window, account.zone, account.memberSince());
    }

    /** Whether a window is one of the last two, or the date of the last instant at which the tier that it gives is kept is not over. */
    private boolean matters(long window, Instant now) {
        Instant end = endOfTierReachedIn(window);
        LocalDate today = now.atZone(account.zone).toLocalDate();
        return window >= windowAt(now) - 1
                || end == null
                || !end.minus(1, ChronoUnit.MICROS)
                        .atZone(account.zone)
                        .toLocalDate()
                        .isBefore(today);
    }

    private int rankSupportedBy(long window) {
        LoyaltyProgram then = thenInForce(window);
        TierLadder judging = then.ladder().orElseThrow();
        Tier supported = judging.lowest();
        for (TierStep step : judging.steps()) {
            if (spend.getOrDefault(window, 0L) >= step.threshold().millionths()) {
                supported = step.tier();
            }
        }
        return Math.max(0, ladder.rankOf(account.versions.inPlaceOf(supported, then)));
    }

    /** The version that was in force at the last instant of a window, or is while it is open; a ladder of other windows says nothing. */
    private LoyaltyProgram thenInForce(long window) {
        Instant last = PlainWindows.startOf(ladder.window(), window + 1, account.zone, account.memberSince())
                .minus(1, ChronoUnit.MICROS);
        LoyaltyProgram then = account.versions.judging(last.isAfter(account.asOf) ? account.asOf : last);
        boolean isSame = then.ladder()
                .map(other -> other.window().equals(ladder.window()))
                .orElse(false);
        return isSame && account.versions.mistake() != PlainMistake.PRESENT_THRESHOLDS ? then : account.program;
    }

    /** The better of a standing and what a window supports, which may be over already. */
    private Standing better(Standing present, long window, Instant now) {
        Standing supported = new Standing(rankSupportedBy(window), endOfTierReachedIn(window));
        boolean counts = supported.rank > 0 && !supported.isOverAt(now);
        return counts && present.isBelow(supported) ? supported : present;
    }

    private Standing supportedAt(Instant now) {
        Standing best = GROUND;
        for (long window : spend.keySet()) {
            best = matters(window, now) ? better(best, window, now) : best;
        }
        return best;
    }

    void qualify(long millionths, Instant at, Instant now) {
        if (millionths == 0 || at.isBefore(account.versions.countingSince())) {
            return;
        }
        fixMembership();
        long window = windowAt(at);
        long sum = Math.addExact(spend.getOrDefault(window, 0L), millionths);
        PlainRefusal.unless(sum <= Money.MAX_MILLIONTHS, "OVERFLOW");
        spend.put(window, sum);
        earned = better(earned, window, now);
    }

    void disqualify(long millionths, Instant at, Instant now) {
        long window = windowAt(at);
        if (millionths == 0 || !matters(window, now) || at.isBefore(account.versions.countingSince())) {
            return;
        }
        Standing before = supportedAt(now);
        spend.merge(window, -Math.min(millionths, spend.getOrDefault(window, 0L)), Long::sum);
        Standing after = supportedAt(now);
        // What was reached by sums of other windows lasts to its end.
        boolean isOfOtherWindows = account.versions.countingSince().isAfter(Timestamps.MIN);
        boolean rested = !isOfOtherWindows || !before.isBelow(earned);
        if (ladder.afterReturn() == TierAfterReturn.JUDGED_ANEW && rested && after.isBelow(earned)) {
            earned = after;
        }
    }

    /** Spend of windows that are over and done with is forgotten. */
    void forget(Instant now) {
        spend.keySet().removeIf(window -> !matters(window, now));
        spend.values().removeIf(sum -> sum == 0);
    }
}
