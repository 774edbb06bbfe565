package dev.laurel.program;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.laurel.condition.Mentions;
import dev.laurel.id.Identifiers;
import dev.laurel.occasion.Goal;
import dev.laurel.occasion.Sum;
import dev.laurel.occasion.SumGoal;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierAfterReturn;
import dev.laurel.tier.TierFall;
import dev.laurel.tier.TierUpgrade;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import dev.laurel.time.Window;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tiers in ascending order, each with the goal that must be reached for it. Everybody begins with the lowest. A tier without a goal is only
 * granted.
 *
 * <p>A tier is held as soon as its goal is reached, skipping those beneath, or {@linkplain #upgradingNextWindow from the next window on}. A
 * standing has an end and is reviewed only then, by the sums as they then are; but a return judges it anew at once, unless tiers are
 * {@linkplain #unmovedByReturns unmoved} by returns. Whether redeeming or expiry leave fewer points has no influence on it.
 *
 * <pre>{@code
 * Counter<MoneySum> spend = PurchaseCounter.spend("spend");
 * Ladder status = Ladder.startingAt("status", insider)
 *         .then(vib, spend.per(BoundedWindow.YEAR).reaches(usd(350)))
 *         .then(rouge, spend.per(BoundedWindow.YEAR).reaches(usd(1_000)));
 * }</pre>
 */
public final class Ladder {
    private final String id;
    private final ImmutableList<Step> steps;
    private final @Nullable Moment kept;
    private final TierFall fall;
    private final TierAfterReturn afterReturn;
    private final TierUpgrade upgrade;
    private final Set<Sum> sums;

    private Ladder(
            String id,
            ImmutableList<Step> steps,
            @Nullable Moment kept,
            TierFall fall,
            TierAfterReturn afterReturn,
            TierUpgrade upgrade) {
        this.id = id;
        this.steps = steps;
        this.kept = kept;
        this.fall = fall;
        this.afterReturn = afterReturn;
        this.upgrade = upgrade;
        sums = steps.stream()
                .map(Step::goal)
                .filter(Objects::nonNull)
                .flatMap(goal -> goal.parts().stream())
                .map(SumGoal::sum)
                .collect(ImmutableSet.toImmutableSet());
    }

    /**
     * A tier and what it takes to reach it.
     *
     * @param tier the tier
     * @param goal what must be reached, or null for the lowest tier and for one that is only granted
     */
    public record Step(Tier tier, @Nullable Goal goal) {
        /** The tier is needed. */
        public Step {
            requireNonNull(tier, "tier");
        }
    }

    /**
     * A ladder with its lowest tier. It needs another.
     *
     * @param id kebab-case and permanent: accounts keep a member's standing under it
     * @throws IllegalArgumentException if the id is not kebab-case
     */
    public static Ladder startingAt(String id, Tier lowest) {
        return new Ladder(
                Identifiers.declaredId("ladder id", id),
                ImmutableList.of(new Step(lowest, null)),
                null,
                TierFall.TO_EARNED,
                TierAfterReturn.JUDGED_ANEW,
                TierUpgrade.AT_ONCE);
    }

    private Ladder with(Step step) {
        return new Ladder(
                id, ImmutableList.<Step>builder().addAll(steps).add(step).build(), kept, fall, afterReturn, upgrade);
    }

    /** A copy with a tier more, above all others, that is reached by a goal. All goals of a ladder ask for sums of the same window. */
    public Ladder then(Tier tier, Goal goal) {
        return with(new Step(tier, requireNonNull(goal, "goal")));
    }

    /** A copy with a tier more, above all others, that nobody can reach: it is granted, bought or brought over. */
    public Ladder onlyGranted(Tier tier) {
        return with(new Step(tier, null));
    }

    /**
     * A copy whose tiers are kept until a moment. It is worked out from the last instant of the window in which a tier was reached; where
     * sums go back from any date, from when the last sum that reached it does so no longer; of a ladder of granted tiers alone, from
     * when one is brought over.
     */
    public Ladder kept(Moment until) {
        return new Ladder(id, steps, requireNonNull(until, "until"), fall, afterReturn, upgrade);
    }

    /** A copy whose tiers fall to the next beneath that can be earned, but not below what is earned. */
    public Ladder fallingByOne() {
        return new Ladder(id, steps, kept, TierFall.BY_ONE, afterReturn, upgrade);
    }

    /** A copy whose tiers fall to the lowest, whatever was earned. */
    public Ladder fallingToTheLowest() {
        return new Ladder(id, steps, kept, TierFall.TO_LOWEST, afterReturn, upgrade);
    }

    /** A copy whose tiers are held from the start of the window after the one in which their goal is reached. */
    public Ladder upgradingNextWindow() {
        return new Ladder(id, steps, kept, fall, afterReturn, TierUpgrade.NEXT_WINDOW);
    }

    /** A copy whose tiers stay until their review, whatever is returned. */
    public Ladder unmovedByReturns() {
        return new Ladder(id, steps, kept, fall, TierAfterReturn.KEPT_UNTIL_REVIEW, upgrade);
    }

    /** The id. */
    public String id() {
        return id;
    }

    /** The tiers in ascending order. */
    public List<Step> steps() {
        return steps;
    }

    /** The lowest tier, which everybody begins with. */
    public Tier lowest() {
        return steps.get(0).tier();
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

    /** Whether the ladder has a tier. */
    public boolean has(Tier tier) {
        return rankOf(tier) >= 0;
    }

    /** The sums that its goals ask for. */
    public Set<Sum> sums() {
        return sums;
    }

    /** The window of its sums, which is the same for all; empty if all its tiers are only granted. */
    public Optional<Window> window() {
        return sums.stream().map(Sum::window).findFirst();
    }

    /**
     * Until when a tier is kept. Unless said otherwise: through the end of the next window; where sums go back from any date, as long as a
     * sum reaches it; otherwise for good.
     */
    public Moment kept() {
        if (kept != null) {
            return kept;
        }
        Window window = window().orElse(null);
        if (window instanceof BoundedWindow bounded) {
            return Moment.endOf(bounded, bounded.length());
        }
        return window instanceof Window.Rolling ? Moment.after(Period.ZERO) : Moment.never();
    }

    /** Until when a tier is kept, as far as that was said, or null. */
    @Nullable
    Moment keptAsSaid() {
        return kept;
    }

    /** Where a tier falls to at its review. */
    public TierFall fall() {
        return fall;
    }

    /** What a return does to a tier. */
    public TierAfterReturn afterReturn() {
        return afterReturn;
    }

    /** When a tier is held whose goal is reached. */
    public TierUpgrade upgrade() {
        return upgrade;
    }

    /** Whether the start of a membership decides in which window something counts, or until when a tier is kept. */
    public boolean needsMember() {
        return window().map(Window::needsMember).orElse(false) || kept().needsMember();
    }

    /** What of a program its goals speak of. */
    public Mentions mentions() {
        return steps.stream()
                .map(Step::goal)
                .map(goal -> goal == null ? Mentions.NOTHING : goal.mentions())
                .reduce(Mentions.NOTHING, Mentions::and);
    }

    /** In words, for a program's stable text. */
    public String describe() {
        StringBuilder text = new StringBuilder(id).append(": from ").append(lowest().id());
        for (Step step : steps.subList(1, steps.size())) {
            Goal goal = step.goal();
            text.append("; ")
                    .append(step.tier().id())
                    .append(goal == null ? " only granted" : " from " + goal.describe());
        }
        text.append("; kept until ")
                .append(kept().describe("its end"))
                .append("; ")
                .append(fall.describe());
        if (upgrade != TierUpgrade.AT_ONCE) {
            text.append("; ").append(upgrade.describe());
        }
        if (afterReturn != TierAfterReturn.JUDGED_ANEW) {
            text.append("; ").append(afterReturn.describe());
        }
        return text.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Ladder that
                && id.equals(that.id)
                && steps.equals(that.steps)
                && kept().equals(that.kept())
                && fall == that.fall
                && afterReturn == that.afterReturn
                && upgrade == that.upgrade;
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** The id. */
    @Override
    public String toString() {
        return "Ladder[" + id + "]";
    }
}
