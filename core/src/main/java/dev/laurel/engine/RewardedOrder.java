package dev.laurel.engine;

import dev.laurel.decision.Refusal;
import dev.laurel.engine.earn.CoveredOrder;
import dev.laurel.engine.guard.RefusedSignal;
import dev.laurel.engine.guard.RuleGuard;
import dev.laurel.engine.plan.Plan;
import dev.laurel.engine.plan.PlannedReward;
import dev.laurel.engine.settle.RewardUse;
import dev.laurel.event.Basket;
import dev.laurel.event.Payment;
import dev.laurel.event.RewardChoice;
import dev.laurel.money.Money;
import dev.laurel.reward.AmountOff;
import dev.laurel.reward.Content;
import dev.laurel.reward.Discount;
import dev.laurel.reward.FreeItem;
import dev.laurel.reward.PercentageOff;
import dev.laurel.reward.PointsAsPayment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order with the rewards that were worked out on it so far. Together they never take more than the order. */
final class RewardedOrder {
    private final Plan plan;
    private Basket basket;

    RewardedOrder(Plan plan, Basket basket) {
        this.plan = plan;
        this.basket = basket;
    }

    Basket basket() {
        return basket;
    }

    /**
     * The order in which rewards are worked out, whatever the order of asking: a piece given away costs what it did; a percentage is taken
     * of what is left; points pay what remains.
     */
    static List<RewardChoice> sorted(Plan plan, List<RewardChoice> choices) {
        List<RewardChoice> sorted = new ArrayList<>(choices);
        sorted.sort(Comparator.<RewardChoice>comparingInt(choice -> stepOf(plan, choice))
                .thenComparing(RewardChoice::reward)
                .thenComparing(RewardChoice::points, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(RewardChoice::redemption, Comparator.nullsFirst(Comparator.naturalOrder())));
        return sorted;
    }

    private static int stepOf(Plan plan, RewardChoice choice) {
        PlannedReward planned = plan.reward(choice.reward());
        Content content = planned == null ? null : planned.reward().content();
        if (content instanceof FreeItem) {
            return 0;
        }
        if (content instanceof PercentageOff) {
            return 1;
        }
        if (content instanceof AmountOff) {
            return 2;
        }
        return content instanceof PointsAsPayment ? 3 : 4;
    }

    /**
     * Takes a discount off, or enters a payment; anything else leaves the order as it is.
     *
     * @param points how many points are taken
     * @param redemption the id of the redemption, if it is known
     * @throws RefusedSignal if the rewards before leave too little for it
     */
    void take(PlannedReward planned, long points, @Nullable String redemption) {
        Content content = planned.reward().content();
        if (content instanceof Discount discount) {
            takeOff(planned, discount);
        } else if (content instanceof PointsAsPayment payment) {
            RewardUse.requireFits(planned, points, this::covered);
            Money worth = payment.worthOf(points);
            basket = basket.paidBy(redemption == null ? Payment.preview(worth) : Payment.withPoints(worth, redemption));
        }
    }

    private Basket covered() {
        return new CoveredOrder(plan, basket).basket();
    }

    private void takeOff(PlannedReward planned, Discount discount) {
        Basket covered = covered();
        RewardUse.requireFits(planned, 0, () -> covered);
        requireRoom(planned, discount);
        Money before = basket.total();
        basket = RuleGuard.ask(planned.reward().id(), "selector", () -> discount.applied(basket, covered));
        requireNotPaidTwice(planned, before.minus(basket.total()));
    }

    /** A free piece may need a line of its own. */
    private void requireRoom(PlannedReward planned, Discount discount) {
        if (discount instanceof FreeItem && basket.lines().size() == Basket.MAX_LINES) {
            throw new RefusedSignal(new Refusal.Invalid(planned.named()
                    + " gives a piece as a line of its own, but the order has " + Basket.MAX_LINES
                    + " lines, which is the most"));
        }
    }

    /** Refuses that points are to pay for what the discount takes off too. */
    private void requireNotPaidTwice(PlannedReward planned, Money off) {
        Money points = basket.paidWithPoints();
        if (!points.isZero() && covered().total().compareTo(points) < 0) {
            throw new RefusedSignal(new Refusal.ConditionNotMet(
                    planned.named(),
                    "what is left of the order is no less than is paid with points",
                    "an order of which " + off + " off leaves less",
                    "an order of which at least " + points + " is left"));
        }
    }
}
