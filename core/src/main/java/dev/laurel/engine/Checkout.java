package dev.laurel.engine;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.math.LongMath;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.account.Account;
import dev.laurel.decision.Decision;
import dev.laurel.decision.Refusal;
import dev.laurel.engine.draft.AccountDraft;
import dev.laurel.engine.earn.CoveredOrder;
import dev.laurel.engine.guard.RefusedSignal;
import dev.laurel.engine.plan.Plan;
import dev.laurel.engine.plan.PlannedReward;
import dev.laurel.engine.plan.Versions;
import dev.laurel.engine.settle.Evaluation;
import dev.laurel.event.Basket;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Promise;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.event.RewardChoice;
import dev.laurel.event.TimePassed;
import dev.laurel.ledger.Balance;
import dev.laurel.ledger.Points;
import dev.laurel.receipt.Receipt;
import dev.laurel.reward.PointsAsPayment;
import dev.laurel.reward.Reward;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked before anything is bought: which rewards can be had, and what an order with some of them comes to. */
final class Checkout {
    private final Versions versions;

    Checkout(Versions versions) {
        this.versions = versions;
    }

    /**
     * The terms by which an event of an instant is judged.
     *
     * @throws RefusedSignal if they, or those that wrote the account, are not known
     */
    @CanIgnoreReturnValue
    private Plan planAt(Account account, Instant at) {
        return AccountDraft.of(versions, account, at).judgingPlan();
    }

    private Decision decide(Account account, LoyaltyEvent event, Evaluation.Mode mode) {
        return Evaluation.decide(versions, account, event, List.of(), mode);
    }

    /** The refusal of an event by an account of a version that is not known, or null if it is. */
    private @Nullable Decision unknownVersion(LoyaltyEvent event, Account account) {
        try {
            planAt(account, event.occurredAt());
            return null;
        } catch (RefusedSignal refused) {
            return Decision.refused(event, account, refused.refusal(), null);
        }
    }

    /** A reward on the order as the host gave it, only asked about, or redeemed under an id that the order's payment can name. */
    static Redemption redemption(String customer, Instant at, RewardChoice choice, Basket order) {
        String id = choice.redemption();
        return id == null
                ? Redemption.preview(customer, at, choice.reward(), choice.points(), order)
                : new Redemption(id, customer, at, choice.reward(), choice.points(), order);
    }

    List<RewardOption> rewardsFor(Account account, @Nullable Basket basket, Instant at) {
        Account present = decide(account, new TimePassed(account.customer(), at), Evaluation.Mode.WHOLE)
                .account();
        Plan plan = planAt(account, at);
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
                    decision.isAccepted() ? usable(plan, reward, balance, basket) : null));
        }
        return options.build();
    }

    private static @Nullable UsablePoints usable(Plan plan, Reward reward, Balance balance, @Nullable Basket basket) {
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
        Decision unknown = unknownVersion(Purchase.preview(account.customer(), at, basket), account);
        if (unknown != null) {
            return Quote.refused(account, basket, unknown);
        }
        List<RewardChoice> sorted = RewardedOrder.sorted(planAt(account, at), choices);
        return worked(account, basket, sorted, at, receipts, null);
    }

    /** The same with the ids of an order that is placed: events that can be recorded. */
    Quote place(Account account, String order, Promise promise, List<? extends Receipt> receipts) {
        Decision unknown =
                unknownVersion(new Purchase(order, account.customer(), promise.at(), promise.basket()), account);
        if (unknown != null) {
            return Quote.refused(account, promise.basket(), unknown);
        }
        Plan plan = planAt(account, promise.at());
        Quote now = worked(
                account, promise.basket(), PlacedOrder.choices(plan, order, promise), promise.at(), receipts, order);
        Decision bought = now.purchase().orElse(null);
        Refusal changed = bought == null ? null : PlacedOrder.changed(versions, promise, now);
        return bought == null || changed == null
                ? now
                : Quote.refused(account, promise.basket(), Decision.refused(bought.event(), account, changed, null));
    }

    private Quote worked(
            Account account,
            Basket basket,
            List<RewardChoice> choices,
            Instant at,
            List<? extends Receipt> receipts,
            @Nullable String id) {
        Account now = account;
        Plan plan = planAt(account, at);
        RewardedOrder order = new RewardedOrder(plan, basket);
        List<Decision> redemptions = new ArrayList<>(choices.size());
        List<Receipt> known = new ArrayList<>(receipts);
        for (RewardChoice choice : choices) {
            Decision decision = decide(now, redemption(account.customer(), at, choice, basket), Evaluation.Mode.WHOLE);
            if (!decision.isAccepted()) {
                return Quote.refused(account, basket, decision);
            }
            redemptions.add(decision);
            known.addAll(decision.receipts());
            now = decision.account();
            PlannedReward planned = requireNonNull(plan.reward(choice.reward()));
            try {
                order.take(planned, planned.pointsOf(choice.points()), choice.redemption());
            } catch (RefusedSignal refused) {
                return Quote.refused(
                        account,
                        basket,
                        Decision.refused(decision.event(), account, refused.refusal(), refused.getCause()));
            }
        }
        Purchase bought = id == null
                ? Purchase.preview(account.customer(), at, order.basket())
                : new Purchase(id, account.customer(), at, order.basket());
        Decision purchase = Evaluation.decide(versions, now, bought, known, Evaluation.Mode.WHOLE);
        return purchase.isAccepted()
                ? Quote.accepted(basket, choices, order.basket(), redemptions, purchase)
                : Quote.refused(account, basket, purchase);
    }
}
