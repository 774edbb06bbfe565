package dev.laurel.simulation;

import dev.laurel.account.Account;
import dev.laurel.account.VersionInForce;
import dev.laurel.decision.TierChange;
import dev.laurel.event.Cancellation;
import dev.laurel.event.Return;
import dev.laurel.occasion.Goal;
import dev.laurel.occasion.Sum;
import dev.laurel.program.Ladder;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.service.Outcome;
import dev.laurel.tier.Standings;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierAfterReturn;
import dev.laurel.tier.TierStanding;
import dev.laurel.tier.TierUpgrade;
import dev.laurel.time.Moment;
import dev.laurel.time.Window;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How often tiers changed, by what kind of ladder they are on. */
final class TallyOfTiers {
    private final Account before;
    private final Outcome outcome;
    private final LoyaltyProgram program;
    private final Tally tally;

    private TallyOfTiers(Account before, Outcome outcome, LoyaltyProgram program, Tally tally) {
        this.before = before;
        this.outcome = outcome;
        this.program = program;
        this.tally = tally;
    }

    /** Counts what an event that was accepted did to the tiers of a customer, by the version that is in force by then. */
    static void count(Account before, Outcome outcome, List<LoyaltyProgram> versions, Tally tally) {
        List<VersionInForce> inForce = outcome.account().versions();
        // None is before anything has happened.
        String present =
                inForce.isEmpty() ? "" : inForce.get(inForce.size() - 1).version();
        versions.stream()
                .filter(version -> version.version().equals(present))
                .findFirst()
                .ifPresent(version -> new TallyOfTiers(before, outcome, version, tally).count());
    }

    private void note(boolean isSo, String what) {
        if (isSo) {
            tally.count("tier: " + what);
        }
    }

    private void count() {
        Set<String> changed = new HashSet<>();
        for (TierChange change : outcome.tierChanges()) {
            TierStanding to = change.to();
            Ladder ladder = program.ladder(change.ladder()).orElse(null);
            note(to == null, "ladder gone");
            if (to != null && ladder != null && !to.tier().equals(change.from().tier())) {
                count(ladder, change, to.tier());
                changed.add(ladder.id());
            }
        }
        note(changed.size() > 1, "two ladders at once");
        for (Ladder ladder : program.ladders()) {
            Tier then = earned(before, ladder);
            Tier now = earned(outcome.account(), ladder);
            if (then != null && now != null && !then.equals(now)) {
                count(ladder);
                boolean isLowered = ladder.rankOf(now) < ladder.rankOf(then) && isUndone();
                boolean isRolling = ladder.window().orElse(null) instanceof Window.Rolling;
                note(isLowered, "return lowered one");
                note(isLowered && isRolling, "return lowered one of a rolling ladder");
            }
        }
    }

    private boolean isUndone() {
        return outcome.event() instanceof Return || outcome.event() instanceof Cancellation;
    }

    private static Tier earned(Account account, Ladder ladder) {
        return account.standings().stream()
                .filter(standings -> standings.ladder().equals(ladder.id()))
                .map(Standings::earned)
                .map(TierStanding::tier)
                .findFirst()
                .orElse(null);
    }

    /** Another tier is held. */
    private void count(Ladder ladder, TierChange change, Tier to) {
        int rank = ladder.rankOf(to);
        boolean isByTime = !change.cause().equals(outcome.event().id());
        boolean isDown = rank < ladder.rankOf(change.from().tier());
        boolean isRolling = ladder.window().orElse(null) instanceof Window.Rolling;
        note(program.ladders().size() > 1, "two ladders");
        note(isByTime && isDown, "fall " + ladder.fall());
        note(!isByTime && !isDown, "upgrade AT_ONCE");
        note(isByTime && !isDown && ladder.upgrade() != TierUpgrade.AT_ONCE, "upgrade " + ladder.upgrade());
        note(isByTime && isRolling, "rolling review");
        note(rank > 0 && ladder.steps().get(rank).goal() == null, "only granted held");
    }

    /** Another tier is earned. */
    private void count(Ladder ladder) {
        Window window = ladder.window().orElse(null);
        if (window == null) {
            return;
        }
        note(true, "window " + TallyOfSums.kindOf(window) + " moved one");
        for (Sum sum : ladder.sums()) {
            note(true, "measure " + TallyOfSums.measureOf(sum) + " moved one");
        }
        boolean isAll = false;
        boolean isAny = false;
        for (Ladder.Step step : ladder.steps()) {
            Goal goal = step.goal();
            if (goal != null && goal.parts().size() > 1) {
                isAll |= goal.joined(part -> "", "all", "any").contains("all");
                isAny |= goal.joined(part -> "", "all", "any").contains("any");
            }
        }
        note(isAll, "goal all");
        note(isAny, "goal any");
        note(
                window instanceof Window.Rolling && !ladder.kept().equals(Moment.after(Period.ZERO)),
                "grace after a rolling window");
        note(ladder.afterReturn() == TierAfterReturn.KEPT_UNTIL_REVIEW, "unmoved by returns");
        note(ladder.kept() instanceof Moment.Earlier, "kept to the earlier of two");
        note(ladder.kept() instanceof Moment.Later, "kept with grace");
        note(ladder.kept() instanceof Moment.Border, "kept to the end of a window");
        note(ladder.kept() instanceof Moment.After, "kept for a period");
        note(ladder.kept() instanceof Moment.Never, "kept for good");
    }
}
