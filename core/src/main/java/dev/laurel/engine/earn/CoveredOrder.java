package dev.laurel.engine.earn;

import com.google.common.collect.ImmutableList;
import dev.laurel.condition.Selector;
import dev.laurel.decision.Refusal;
import dev.laurel.engine.guard.RefusedSignal;
import dev.laurel.engine.guard.RuleGuard;
import dev.laurel.engine.plan.Plan;
import dev.laurel.event.Basket;
import dev.laurel.event.PurchaseLine;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import java.util.Arrays;
import java.util.List;

/**
 * What of an order is within the program: the lines that it does not exclude. Conditions, amounts and rewards see no others. Points
 * pay for these, with their taxes, and for shipping, and for nothing else.
 */
public final class CoveredOrder {
    private static final int[] NONE = {};

    private final Basket basket;
    private final int[] lines;
    private final Basket covered;

    /** Asks the program which lines it covers. */
    public CoveredOrder(Plan plan, Basket basket) {
        this.basket = basket;
        lines = covered(plan, basket.lines());
        covered = lines.length == basket.lines().size() ? basket : basket.withLines(at(lines, basket.lines()));
    }

    private static int[] covered(Plan plan, List<PurchaseLine> lines) {
        int[] chosen = new int[lines.size()];
        int count = 0;
        for (int i = 0; i < chosen.length; i++) {
            if (!isExcluded(plan, lines.get(i))) {
                chosen[count++] = i;
            }
        }
        return count == chosen.length ? chosen : Arrays.copyOf(chosen, count);
    }

    /** Unchanging, so that the basket takes it as it is. */
    private static List<PurchaseLine> at(int[] places, List<PurchaseLine> lines) {
        ImmutableList.Builder<PurchaseLine> chosen = ImmutableList.builderWithExpectedSize(places.length);
        for (int place : places) {
            chosen.add(lines.get(place));
        }
        return chosen.build();
    }

    private static boolean isExcluded(Plan plan, PurchaseLine line) {
        try {
            for (Selector exclusion : plan.exclusions()) {
                if (exclusion.selects(line)) {
                    return true;
                }
            }
            return false;
        } catch (Throwable e) {
            throw RuleGuard.failure("(exclusion)", "selector", e);
        }
    }

    /** The order without the lines that are outside of the program; channel, payments and shipping stay. */
    public Basket basket() {
        return covered;
    }

    /** The indexes of the lines that count, as far as they are paid in money: those that cost something, ascending. */
    public int[] countingLines() {
        int count = 0;
        for (int line : lines) {
            count += costs(line) ? 1 : 0;
        }
        if (count == lines.length) {
            return lines;
        }
        int[] chosen = new int[count];
        count = 0;
        for (int line : lines) {
            if (costs(line)) {
                chosen[count++] = line;
            }
        }
        return chosen;
    }

    private boolean costs(int line) {
        PurchaseLine each = basket.lines().get(line);
        return !each.net().isZero() || !each.tax().isZero();
    }

    /**
     * Refuses points that pay for more than they may.
     *
     * @throws RefusedSignal if they do
     */
    public void requirePayable() {
        if (basket.payments().isEmpty()) {
            return;
        }
        Money withPoints = basket.paidWithPoints();
        Money payable = covered.total();
        if (withPoints.compareTo(payable) > 0) {
            throw new RefusedSignal(new Refusal.ConditionNotMet(
                    "the purchase",
                    "points pay for lines that the program covers, with their taxes, and for shipping",
                    withPoints + " paid with points",
                    "at most " + payable));
        }
    }

    /**
     * The part of what points may pay that was paid in money instead: a payment with points is spread over all of it in exact
     * proportion.
     *
     * @throws RefusedSignal if points pay more than they may
     */
    Ratio paidInMoney() {
        if (basket.payments().isEmpty()) {
            return Ratio.ONE;
        }
        Money withPoints = basket.paidWithPoints();
        if (withPoints.isZero()) {
            return Ratio.ONE;
        }
        requirePayable();
        Money payable = covered.total();
        return payable.minus(withPoints).toRatio().dividedBy(payable.toRatio());
    }

    /** The lines that earn and qualify by the part that was paid in money. */
    static int[] earningLines(int[] countingLines, Ratio paidInMoney) {
        return paidInMoney.signum() == 0 ? NONE : countingLines;
    }
}
