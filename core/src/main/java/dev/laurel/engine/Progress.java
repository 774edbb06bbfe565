package dev.laurel.engine;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.account.Account;
import dev.laurel.engine.draft.AccountDraft;
import dev.laurel.engine.plan.Membership;
import dev.laurel.engine.plan.PlannedLadder;
import dev.laurel.engine.plan.Series;
import dev.laurel.engine.plan.Versions;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import dev.laurel.occasion.CountSum;
import dev.laurel.occasion.Goal;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.SumGoal;
import dev.laurel.program.Ladder;
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
        for (Ladder declared : draft.plan().program().declaredLadders()) {
            PlannedLadder ladder = requireNonNull(draft.plan().ladder(declared.id()));
            account.standing(declared).ifPresent(standing -> all.add(on(ladder, standing)));
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
                next < 0 ? GoalProgress.NONE : toGoal(ladder, next, number),
                canKeep(ladder, standing, held, number) ? toGoal(ladder, held, number) : GoalProgress.NONE);
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

    private GoalProgress toGoal(PlannedLadder ladder, int rank, long number) {
        Goal goal = ladder.ladder().steps().get(rank).goal();
        return goal == null ? GoalProgress.NONE : GoalProgress.of(goal, part -> toGoal(part, number));
    }

    private SumToGoal toGoal(SumGoal part, long number) {
        Series series = draft.plan().series().get(part.sum().id());
        long counted = series == null ? 0 : draft.counters().of(series, number);
        if (part.sum() instanceof CountSum count) {
            return count.isQuantity()
                    ? new SumToGoal.OfQuantity(part, quantity(counted))
                    : new SumToGoal.OfNumber(part, counted);
        }
        return new SumToGoal.OfMoney(part, money(counted));
    }

    /** What sums count may go on where no amount of money does. */
    private Money money(long counted) {
        long millionths = Math.max(-Money.MAX_MILLIONTHS, Math.min(counted, Money.MAX_MILLIONTHS));
        return Money.ofMillionths(draft.plan().program().money(), millionths);
    }

    private static Quantity quantity(long counted) {
        return Quantity.ofMillionths(Math.max(0, Math.min(counted, Money.MAX_MILLIONTHS)));
    }

    // --- sums ---

    /** All sums that the terms in force ask for. */
    List<SumProgress> inSums() {
        ImmutableList.Builder<SumProgress> all = ImmutableList.builder();
        for (Series asked : draft.plan().series().values()) {
            Series series = draft.versions().inForce(asked);
            long counted = Math.max(0, draft.counters().sumAt(series, account.asOf()));
            all.add(inSum(series, counted));
        }
        return all.build();
    }

    private SumProgress inSum(Series series, long counted) {
        Instant windowEnds = endOf(series);
        if (series.sum() instanceof CountSum count) {
            return count.isQuantity()
                    ? new SumProgress.OfQuantity(count, quantity(counted), windowEnds)
                    : new SumProgress.OfNumber(count, counted, windowEnds);
        }
        return new SumProgress.OfMoney((MoneySum) series.sum(), money(counted), windowEnds);
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
