package dev.laurel.engine;

import com.google.common.collect.ImmutableList;
import dev.laurel.account.Account;
import dev.laurel.engine.draft.AccountDraft;
import dev.laurel.engine.plan.Membership;
import dev.laurel.engine.plan.PlannedLadder;
import dev.laurel.engine.plan.Series;
import dev.laurel.engine.plan.Versions;
import dev.laurel.occasion.Goal;
import dev.laurel.occasion.SumGoal;
import dev.laurel.tier.Standings;
import dev.laurel.tier.TierStanding;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Dates;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far a member is on the ladders, and in what is counted, at the present of their account. */
final class Progress {
    private final AccountDraft draft;
    private final Account account;
    private final long now;
    private final Membership membership;

    Progress(Versions versions, Account account) {
        this.account = account;
        draft = AccountDraft.of(versions, account);
        now = Timestamps.micros(account.asOf());
        membership = draft.membership();
    }

    // --- ladders ---

    List<LadderProgress> onLadders() {
        ImmutableList.Builder<LadderProgress> all = ImmutableList.builder();
        for (Standings standings : account.standings()) {
            PlannedLadder ladder = draft.plan().ladder(standings.ladder());
            if (ladder != null) {
                all.add(on(ladder, standings.held()));
            }
        }
        return all.build();
    }

    private LadderProgress on(PlannedLadder ladder, TierStanding standing) {
        int held = ladder.rankOf(standing.tier());
        int next = ladder.rankAbove(held);
        long number = ladder.numberAt(now, membership);
        return new LadderProgress(
                ladder.id(),
                standing,
                ladder.bounded() == null ? null : Timestamps.ofMicros(ladder.startOf(number + 1, membership)),
                next < 0 ? null : ladder.tier(next),
                next < 0 ? List.of() : sumsTo(ladder, next, number),
                canKeep(ladder, standing, held, number) ? sumsTo(ladder, held, number) : List.of());
    }

    /** Whether the present window can make a tier be held longer, or has done so. */
    private boolean canKeep(PlannedLadder ladder, TierStanding standing, int held, long number) {
        long until = Timestamps.microsOrNever(standing.until());
        if (held <= 0 || until == Timestamps.NEVER) {
            return false;
        }
        long end = ladder.endReachedIn(number, membership);
        return until < end || (until == end && ladder.rankReached(draft.counters(), number) >= held);
    }

    private List<SumToGoal> sumsTo(PlannedLadder ladder, int rank, long number) {
        Goal goal = ladder.ladder().steps().get(rank).goal();
        ImmutableList.Builder<SumToGoal> sums = ImmutableList.builder();
        for (SumGoal part : goal == null ? List.<SumGoal>of() : goal.parts()) {
            Series series = draft.plan().series().get(part.sum().id());
            sums.add(new SumToGoal(part, series == null ? 0 : draft.counters().of(series, number)));
        }
        return sums.build();
    }

    // --- sums ---

    /** All sums that the terms in force ask for. */
    List<SumProgress> inSums() {
        ImmutableList.Builder<SumProgress> all = ImmutableList.builder();
        for (Series asked : draft.plan().series().values()) {
            Series series = draft.versions().inForce(asked);
            long counted = Math.max(0, draft.counters().sumAt(series, account.asOf()));
            all.add(new SumProgress(series.sum(), counted, endOf(series)));
        }
        return all.build();
    }

    private @Nullable Instant endOf(Series series) {
        if (!(series.window() instanceof BoundedWindow window)) {
            return null;
        }
        long number = series.asked(draft.dayOf(account.asOf()), now, membership);
        if (window instanceof Dates dates && dates.to() == null) {
            return null;
        }
        return draft.zone().startOf(window.firstDayOf(number + 1, membership.since()));
    }
}
