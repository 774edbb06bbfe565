package dev.laurel.simulation;

import dev.laurel.condition.Selector;
import dev.laurel.event.Basket;
import dev.laurel.event.Payment;
import dev.laurel.event.PurchaseLine;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import dev.laurel.program.LoyaltyProgram;
import java.util.ArrayList;
import java.util.List;

/** What of an order is within the program, and what points pay of that. */
final class PlainOrder {
    final Basket basket;

    /** The lines that the program does not exclude. */
    final List<PurchaseLine> covered = new ArrayList<>();

    PlainOrder(LoyaltyProgram program, Basket basket) {
        this.basket = basket;
        for (PurchaseLine line : basket.lines()) {
            boolean excluded = false;
            for (Selector exclusion : program.exclusions()) {
                excluded |= PlainRefusal.ask(() -> exclusion.selects(line));
            }
            if (!excluded) {
                covered.add(line);
            }
        }
    }

    /** The order without the lines that are outside of the program, which is all that rules see of it. */
    Basket covered() {
        return basket.withLines(covered);
    }

    /** What an order is of must be counted in numbers that there are. */
    static void requireFits(Basket basket) {
        long total = basket.shipping().millionths();
        long quantity = 0;
        for (PurchaseLine line : basket.lines()) {
            total = Math.addExact(total, line.net().millionths());
            total = Math.addExact(total, line.tax().millionths());
            quantity = Math.addExact(quantity, line.quantity().millionths());
        }
        PlainRefusal.unless(total <= Money.MAX_MILLIONTHS, "OVERFLOW");
    }

    /** Whether a line is one that points can be earned with, as far as it is not paid with points. */
    boolean costsSomething(PurchaseLine line) {
        return covered.contains(line) && !(line.net().isZero() && line.tax().isZero());
    }

    /** What the lines that are covered cost, with their taxes. */
    Ratio gross() {
        Ratio sum = Ratio.ZERO;
        for (PurchaseLine line : covered) {
            sum = sum.plus(line.net().toRatio()).plus(line.tax().toRatio());
        }
        return sum;
    }

    /** What points may pay in all: no more than this. */
    Ratio payable() {
        return gross().plus(basket.shipping().toRatio());
    }

    Ratio paidWithPoints() {
        Ratio sum = Ratio.ZERO;
        for (Payment payment : basket.payments()) {
            sum = payment.redemption() != null || payment.foreign()
                    ? sum.plus(payment.amount().toRatio())
                    : sum;
        }
        return sum;
    }

    /** What points do not pay, as a part of what they may. */
    Ratio partPaidInMoney() {
        Ratio points = paidWithPoints();
        return points.signum() == 0 ? Ratio.ONE : payable().minus(points).dividedBy(payable());
    }
}
