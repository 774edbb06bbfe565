package dev.laurel.engine;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.math.LongMath;
import dev.laurel.account.Account;
import dev.laurel.decision.Decision;
import dev.laurel.engine.earn.CoveredOrder;
import dev.laurel.engine.guard.RefusedSignal;
import dev.laurel.engine.plan.Plan;
import dev.laurel.engine.plan.PlannedReward;
import dev.laurel.engine.settle.Evaluation;
import dev.laurel.event.Basket;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.event.TimePassed;
import dev.laurel.ledger.Balance;
import dev.laurel.ledger.Points;
import dev.laurel.receipt.Receipt;
import dev.laurel.reward.AmountOff;
import dev.laurel.reward.Content;
import dev.laurel.reward.FreeItem;
import dev.laurel.reward.PercentageOff;
import dev.laurel.reward.PointsAsPayment;
import dev.laurel.reward.Reward;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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

    /** A reward on the order as the host gave it, only asked about, or redeemed under an id that the order's payment can name. */
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

    /**
     * The order of asking decides nothing: each redemption is judged on the order as it is before any reward, and what they do to
     * it is worked out in an order of its own.
     */
    Quote quote(
            Account account, Basket basket, List<RewardChoice> choices, Instant at, List<? extends Receipt> receipts) {
        Account now = account;
        RewardedOrder order = new RewardedOrder(plan, basket);
        List<Decision> redemptions = new ArrayList<>(choices.size());
        List<Receipt> known = new ArrayList<>(receipts);
        for (RewardChoice choice : sorted(choices)) {
            Decision decision = decide(now, redemption(account, at, choice, basket), Evaluation.Mode.WHOLE);
            if (!decision.isAccepted()) {
                return Quote.refused(account, basket, decision.refusal().orElseThrow());
            }
            redemptions.add(decision);
            known.addAll(decision.receipts());
            now = decision.account();
            PlannedReward planned = requireNonNull(plan.reward(choice.reward()));
            try {
                order.take(planned, planned.pointsOf(choice.points()), choice.redemption());
            } catch (RefusedSignal refused) {
                return Quote.refused(account, basket, refused.refusal());
            }
        }
        Purchase bought = Purchase.preview(account.customer(), at, order.basket());
        Decision purchase = Evaluation.decide(plan, now, bought, known, Evaluation.Mode.WHOLE);
        return purchase.isAccepted()
                ? Quote.accepted(basket, order.basket(), redemptions, purchase)
                : Quote.refused(account, basket, purchase.refusal().orElseThrow());
    }

    // --- the order in which rewards are worked out ---

    private List<RewardChoice> sorted(List<RewardChoice> choices) {
        List<RewardChoice> sorted = new ArrayList<>(choices);
        sorted.sort(Comparator.comparingInt(this::stepOf)
                .thenComparing(RewardChoice::reward)
                .thenComparing(RewardChoice::points, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(RewardChoice::redemption, Comparator.nullsFirst(Comparator.naturalOrder())));
        return sorted;
    }

    /** A piece given away costs what it did; a percentage is taken of what is left; points pay what remains. */
    private int stepOf(RewardChoice choice) {
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
}
