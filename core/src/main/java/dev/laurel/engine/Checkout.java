package dev.laurel.engine;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.math.LongMath;
import dev.laurel.account.Account;
import dev.laurel.decision.Decision;
import dev.laurel.decision.Refusal;
import dev.laurel.engine.earn.CoveredOrder;
import dev.laurel.engine.plan.Plan;
import dev.laurel.engine.plan.PlannedReward;
import dev.laurel.engine.settle.Evaluation;
import dev.laurel.event.Basket;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Payment;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.event.TimePassed;
import dev.laurel.ledger.Balance;
import dev.laurel.ledger.Points;
import dev.laurel.money.Money;
import dev.laurel.receipt.Receipt;
import dev.laurel.reward.Discount;
import dev.laurel.reward.PointsAsPayment;
import dev.laurel.reward.Reward;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked before anything is bought: which rewards can be had, and what an order with some of them comes to. */
final class Checkout {
    private final Plan plan;

    Checkout(Plan plan) {
        this.plan = plan;
    }

    private Decision decide(Account account, LoyaltyEvent event, Evaluation.Mode mode) {
        return Evaluation.decide(plan, account, event, List.of(), mode);
    }

    /** A reward that is only asked about, or redeemed under an id that the order's payment can name. */
    private static Redemption redemption(Account account, Instant at, RewardChoice choice, Basket order) {
        String id = choice.redemption();
        return id == null
                ? Redemption.preview(account.customer(), at, choice.reward(), choice.points(), order)
                : new Redemption(id, account.customer(), at, choice.reward(), choice.points(), order);
    }

    List<RewardOption> rewardsFor(Account account, @Nullable Basket basket, Instant at) {
        Account present = decide(account, new TimePassed(account.customer(), at), Evaluation.Mode.WHOLE)
                .account();
        Evaluation.Mode mode = basket == null ? Evaluation.Mode.WITHOUT_ORDER : Evaluation.Mode.WHOLE;
        ImmutableList.Builder<RewardOption> options = ImmutableList.builder();
        for (Reward reward : plan.program().rewards()) {
            PlannedReward planned = requireNonNull(plan.reward(reward.id()));
            Balance balance = present.balance(planned.currency());
            long least = reward.price().least();
            Redemption redemption = Redemption.preview(account.customer(), at, reward.id(), least, basket);
            Decision decision = decide(account, redemption, mode);
            options.add(new RewardOption(
                    reward,
                    decision.refusal().orElse(null),
                    Math.max(0, LongMath.saturatedAdd(least, balance.debt()) - balance.available()),
                    decision.isAccepted() ? usable(reward, balance, basket) : null));
        }
        return options.build();
    }

    private @Nullable UsablePoints usable(Reward reward, Balance balance, @Nullable Basket basket) {
        if (!(reward.content() instanceof PointsAsPayment payment)) {
            return null;
        }
        long payable =
                basket == null ? payment.mostPoints() : payment.mostPointsOn(new CoveredOrder(plan, basket).basket());
        long most = Math.min(Math.min(balance.available(), payable), Points.MAX_IN_ONE_EVENT);
        return new UsablePoints(reward.price(), payment, reward.price().mostWithin(most));
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

    Quote quote(
            Account account, Basket basket, List<RewardChoice> choices, Instant at, List<? extends Receipt> receipts) {
        Account now = account;
        Basket order = basket;
        Money discount = Money.zero(basket.currency());
        List<Decision> redemptions = new ArrayList<>(choices.size());
        List<Receipt> known = new ArrayList<>(receipts);
        for (RewardChoice choice : choices) {
            Redemption redemption = redemption(account, at, choice, order);
            Decision decision = decide(now, redemption, Evaluation.Mode.WHOLE);
            if (!decision.isAccepted()) {
                return Quote.refused(account, basket, decision.refusal().orElseThrow());
            }
            redemptions.add(decision);
            known.addAll(decision.receipts());
            now = decision.account();
            PlannedReward planned = requireNonNull(plan.reward(choice.reward()));
            if (planned.reward().content() instanceof Discount off) {
                Money worth = off.worthOn(order);
                if (isPaidTwice(order, worth)) {
                    return Quote.refused(account, basket, paidTwice(planned, worth, order));
                }
                discount = discount.plus(worth);
                order = off.applied(order);
            } else if (planned.reward().content() instanceof PointsAsPayment payment) {
                Money worth = payment.worthOf(planned.pointsOf(choice.points()));
                order = order.paidBy(paymentOf(worth, choice.redemption()));
            }
        }
        Purchase bought = Purchase.preview(account.customer(), at, order);
        Decision purchase = Evaluation.decide(plan, now, bought, known, Evaluation.Mode.WHOLE);
        return purchase.isAccepted()
                ? Quote.accepted(order, discount, redemptions, purchase)
                : Quote.refused(account, basket, purchase.refusal().orElseThrow());
    }

    private static Payment paymentOf(Money worth, @Nullable String redemption) {
        return redemption == null ? Payment.preview(worth) : Payment.withPoints(worth, redemption);
    }
}
