package dev.laurel.receipt;

import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.rule.MoneyStep;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is left of points that were given by steps of a total, in proportion to what lines cost, and multiplied line by line.
 *
 * <p>By each step, full units and what is given in all are of those lines that are multiplied most; else, as less were left of the others,
 * more would be kept. Things may come back piece by piece, in any order, and no piece ever gives points back. So what is kept is the least
 * that was due at any time on the way: at the step that is reached by what is left, and at each above it where it only just was reached. That
 * is least where what is multiplied least comes back last.
 */
final class SteppedPoints {
    private final List<MoneyStep> steps;
    private final Ratio paid;

    /** By ascending factor. */
    private final List<MultipliedLines> groups;

    /** Of each group, what is left of it and of those above it. */
    private final ExactSum[] leftFrom;

    /** Of each group, what those below it cost. */
    private final Ratio[] boughtBelow;

    /**
     * Lines that points were given for.
     *
     * @param steps the steps, ascending
     * @param paid the part of what lines cost that counts
     * @param groups the lines, by ascending factor
     */
    SteppedPoints(List<MoneyStep> steps, Ratio paid, List<MultipliedLines> groups) {
        this.steps = steps;
        this.paid = paid;
        this.groups = groups;
        leftFrom = new ExactSum[groups.size()];
        boughtBelow = new Ratio[groups.size() + 1];
        boughtBelow[0] = Ratio.ZERO;
        for (int i = groups.size() - 1; i >= 0; i--) {
            leftFrom[i] = new ExactSum();
            if (i + 1 < groups.size()) {
                leftFrom[i].add(leftFrom[i + 1]);
            }
            groups.get(i).addLeft(leftFrom[i], Ratio.ONE);
        }
        for (int i = 0; i < groups.size(); i++) {
            boughtBelow[i + 1] = boughtBelow[i].plus(groups.get(i).bought());
        }
    }

    /** The points, exactly and before any rounding. */
    ExactSum least() {
        int reached = steps.size() - 1;
        while (reached >= 0 && !isReached(steps.get(reached))) {
            reached--;
        }
        if (groups.isEmpty() || reached < 0) {
            return new ExactSum();
        }
        ExactSum least = of(steps.get(reached), null);
        for (MoneyStep above : steps.subList(reached + 1, steps.size())) {
            Ratio total = cost(above);
            if (boughtBelow[groups.size()].compareTo(total) >= 0) {
                ExactSum due = of(above, total);
                least = due.isLessThan(least) ? due : least;
            }
        }
        return least;
    }

    private boolean isReached(MoneyStep step) {
        return step.from().isZero() || (!groups.isEmpty() && leftFrom[0].isAtLeast(cost(step)));
    }

    /** What lines cost where as much was paid of them as a step begins at. */
    private Ratio cost(MoneyStep step) {
        return Ratio.of(step.from().millionths()).dividedBy(paid);
    }

    /**
     * What a step gives.
     *
     * @param total what lines cost as long as there was just so much of them, or null for what is left now
     */
    private ExactSum of(MoneyStep step, @Nullable Ratio total) {
        long unit = step.unit() == null ? step.from().millionths() : step.unit().millionths();
        Ratio perMillionth = paid.times(Ratio.of(step.points(), unit));
        ExactSum sum = new ExactSum();
        Ratio filled = filled(step, total);
        if (filled == null) {
            groups.forEach(group -> group.addLeft(sum, group.factor().times(perMillionth)));
            return sum;
        }
        Ratio exact = Ratio.ZERO;
        Ratio below = Ratio.ZERO;
        int next = 0;
        for (; next < groups.size(); next++) {
            Ratio known = knownFrom(next, filled, total);
            if (known == null) {
                break;
            }
            Ratio factor = groups.get(next).factor();
            exact = exact.plus(factor.minus(below).times(known));
            below = factor;
        }
        sum.add(exact.times(perMillionth));
        for (MultipliedLines group : groups.subList(next, groups.size())) {
            group.addLeft(sum, group.factor().minus(below).times(perMillionth));
        }
        return sum;
    }

    /** Of how much of the cost the points are, where it is known; null if they are of all that is left now. */
    private @Nullable Ratio filled(MoneyStep step, @Nullable Ratio total) {
        if (step.unit() == null) {
            return cost(step);
        }
        if (!step.inFull()) {
            return total;
        }
        Ratio perUnit = paid.dividedBy(Ratio.of(step.unit().millionths()));
        long units = total == null
                ? leftFrom[0].rounded(perUnit.numerator(), perUnit.denominator(), Rounding.DOWN)
                : total.times(perUnit).rounded(Rounding.DOWN);
        return Ratio.of(units).dividedBy(perUnit);
    }

    /** How much of what points are of is of a group and those above it; null if that is just what is left of these. */
    private @Nullable Ratio knownFrom(int group, Ratio filled, @Nullable Ratio total) {
        if (leftFrom[group].isAtLeast(filled)) {
            return filled;
        }
        Ratio rest = total == null ? Ratio.ZERO : total.minus(boughtBelow[group]);
        if (rest.signum() <= 0 || leftFrom[group].isAtLeast(rest)) {
            return null;
        }
        return rest.compareTo(filled) < 0 ? rest : filled;
    }
}
