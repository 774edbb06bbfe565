package dev.laurel.engine;

import com.google.common.collect.ImmutableList;
import com.google.common.math.LongMath;
import dev.laurel.account.Account;
import dev.laurel.account.Holding;
import dev.laurel.event.Basket;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.ledger.Balance;
import dev.laurel.money.Money;
import dev.laurel.reward.Discount;
import dev.laurel.reward.Reward;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked before anything is bought: which rewards can be had, and what an order with some of them comes to. */
final class Checkout {
    private final LoyaltyEngine engine;
    private final Plan plan;

    Checkout(LoyaltyEngine engine, Plan plan) {
        this.engine = engine;
        this.plan = plan;
    }

    List<RewardOption> rewardsFor(Account account, @Nullable Basket basket, Instant at) {
        Account present = engine.advance(account, at).account();
        ImmutableList.Builder<RewardOption> options = ImmutableList.builder();
        for (Reward reward : plan.program().rewards()) {
            Redemption redemption = Redemption.preview(account.customer(), at, reward.id(), basket);
            Decision decision = engine.decide(account, redemption, List.of(), basket != null);
            options.add(new RewardOption(reward, decision.refusal().orElse(null), missingPoints(present, reward)));
        }
        return options.build();
    }

    private long missingPoints(Account present, Reward reward) {
        PlannedReward planned = plan.reward(reward.id());
        Holding holding = planned == null ? null : present.holdings().get(planned.holding());
        if (holding == null) {
            return 0;
        }
        Balance balance = holding.balance();
        return Math.max(0, LongMath.saturatedAdd(reward.price(), balance.debt()) - balance.available());
    }

    /** Whether points are to pay for what the discount takes off too. */
    private static boolean isPaidTwice(Basket order, Money discount) {
        Money points = order.paidWithPoints();
        return !points.isZero() && order.total().minus(discount).compareTo(points) < 0;
    }

    private static Refusal paidTwice(PlannedReward planned, Money worth, Basket order) {
        return new Refusal.Invalid(planned.named() + " takes " + worth
                + " off, which leaves less of the order than is paid" + " with points, " + order.paidWithPoints());
    }

    Quote quote(Account account, Basket basket, List<String> rewards, Instant at) {
        Account now = account;
        Basket order = basket;
        Money discount = Money.zero(basket.currency());
        List<Decision> redemptions = new ArrayList<>(rewards.size());
        for (String id : rewards) {
            Decision decision = engine.evaluate(now, Redemption.preview(account.customer(), at, id, order));
            if (!decision.isAccepted()) {
                return Quote.refused(account, basket, decision.refusal().orElseThrow());
            }
            redemptions.add(decision);
            now = decision.account();
            PlannedReward planned = plan.reward(id);
            if (planned != null && planned.reward().content() instanceof Discount off) {
                Money worth = off.worthOn(order);
                if (isPaidTwice(order, worth)) {
                    return Quote.refused(account, basket, paidTwice(planned, worth, order));
                }
                discount = discount.plus(worth);
                order = off.applied(order);
            }
        }
        Decision purchase = engine.evaluate(now, Purchase.preview(account.customer(), at, order));
        return purchase.isAccepted()
                ? Quote.accepted(order, discount, redemptions, purchase)
                : Quote.refused(account, basket, purchase.refusal().orElseThrow());
    }
}
