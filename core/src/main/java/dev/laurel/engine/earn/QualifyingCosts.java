package dev.laurel.engine.earn;

import dev.laurel.event.Pricing;
import dev.laurel.event.PurchaseLine;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import java.util.List;

/** What of the lines of a purchase counts as spent: what was paid in money. */
public final class QualifyingCosts {
    private QualifyingCosts() {}

    /**
     * Of each line what counts, in millionths. Where a part was paid with points, what lines together count is rounded down after each
     * line, so that the lines add up to the exact whole.
     *
     * @param counting the places of the lines that count at all, ascending
     * @throws ArithmeticException if it does not fit into a {@code long}
     */
    public static long[] of(Pricing pricing, List<PurchaseLine> lines, int[] counting, Ratio paidInMoney) {
        long[] costs = new long[lines.size()];
        long cost = 0;
        long counted = 0;
        for (int place : counting) {
            cost = Math.addExact(cost, pricing.millionthsOf(lines.get(place)));
            long counts = paidInMoney.equals(Ratio.ONE)
                    ? cost
                    : paidInMoney.times(cost).rounded(Rounding.DOWN);
            costs[place] = counts - counted;
            counted = counts;
        }
        return costs;
    }
}
