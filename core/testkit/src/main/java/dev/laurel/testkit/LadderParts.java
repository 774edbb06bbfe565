package dev.laurel.testkit;

import dev.laurel.occasion.Goal;
import dev.laurel.program.Ladder;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierAfterReturn;
import dev.laurel.tier.TierFall;
import dev.laurel.tier.TierUpgrade;
import dev.laurel.time.Moment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a ladder, to be changed into those of another.
 *
 * @param kept until when tiers are kept, or null for what goes without saying
 */
record LadderParts(
        String id,
        List<Ladder.Step> steps,
        @Nullable Moment kept,
        TierFall fall,
        TierAfterReturn afterReturn,
        TierUpgrade upgrade) {
    static LadderParts of(Ladder ladder) {
        return new LadderParts(
                ladder.id(), ladder.steps(), ladder.kept(), ladder.fall(), ladder.afterReturn(), ladder.upgrade());
    }

    LadderParts with(List<Ladder.Step> other) {
        return new LadderParts(id, other, kept, fall, afterReturn, upgrade);
    }

    /** The goals of another ladder, and all that its times say; tiers above the last of its own are only granted. */
    LadderParts withGoalsOf(LadderParts other) {
        List<Ladder.Step> reached =
                other.steps.stream().filter(step -> step.goal() != null).toList();
        List<Ladder.Step> climbed = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Tier tier = steps.get(i).tier();
            boolean hasGoal = i > 0 && i <= reached.size();
            climbed.add(new Ladder.Step(tier, hasGoal ? reached.get(i - 1).goal() : null));
        }
        return new LadderParts(id, climbed, other.kept, other.fall, other.afterReturn, other.upgrade);
    }

    Ladder declared() {
        Ladder ladder = Ladder.startingAt(id, steps.get(0).tier());
        for (Ladder.Step step : steps.subList(1, steps.size())) {
            Goal goal = step.goal();
            ladder = goal == null ? ladder.onlyGranted(step.tier()) : ladder.then(step.tier(), goal);
        }
        ladder = kept == null ? ladder : ladder.kept(kept);
        ladder = switch (fall) {
            case TO_EARNED -> ladder;
            case BY_ONE -> ladder.fallingByOne();
            case TO_LOWEST -> ladder.fallingToTheLowest();
        };
        ladder = upgrade == TierUpgrade.NEXT_WINDOW ? ladder.upgradingNextWindow() : ladder;
        return afterReturn == TierAfterReturn.KEPT_UNTIL_REVIEW ? ladder.unmovedByReturns() : ladder;
    }
}
