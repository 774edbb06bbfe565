package dev.laurel.engine;

import dev.laurel.account.LotTaken;
import dev.laurel.account.RedemptionReceipt;
import dev.laurel.event.Basket;
import dev.laurel.event.Redemption;
import dev.laurel.program.Expiry;
import dev.laurel.reward.Discount;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Cap;
import dev.laurel.rule.Condition;
import dev.laurel.rule.PurchaseCondition;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reward on its way out of the ledger: whether the customer may have it, and the points that it takes. */
final class RewardSettlement {
    private final Plan plan;
    private final AccountDraft account;
    private final PlannedReward planned;
    private final Reward reward;
    private final Instant occurredAt;
    private final @Nullable Basket basket;

    private RewardSettlement(
            Plan plan, AccountDraft account, PlannedReward planned, Instant occurredAt, @Nullable Basket basket) {
        this.plan = plan;
        this.account = account;
        this.planned = planned;
        reward = planned.reward();
        this.occurredAt = occurredAt;
        this.basket = basket;
    }

    /** What is wrong with a redemption in itself. */
    static void requireValid(Plan plan, Redemption redemption, boolean orderKnown) {
        PlannedReward planned = plan.reward(redemption.reward());
        if (planned == null) {
            return;
        }
        Reward reward = planned.reward();
        Long points = redemption.points();
        if (points != null && points != reward.price()) {
            throw new RefusedSignal(new Refusal.Invalid("points of reward '" + reward.id() + "' must be its price, "
                    + reward.price() + ", but were " + points));
        }
        if (orderKnown && redemption.basket() == null && reward.needsOrder()) {
            throw new RefusedSignal(new Refusal.Invalid(
                    planned.named() + " is taken on an order, so the redemption must have its basket"));
        }
    }

    /**
     * Takes the price out of the account.
     *
     * @param orderKnown whether conditions about the order are asked; a page of rewards is shown without any order
     */
    static RedemptionReceipt redeem(Plan plan, AccountDraft account, Redemption redemption, boolean orderKnown) {
        Basket basket = redemption.basket();
        if (basket != null) {
            PurchaseSettlement.requireMoney(plan, basket.currency());
        }
        PlannedReward planned = plan.reward(redemption.reward());
        if (planned == null) {
            throw new RefusedSignal(new Refusal.UnknownReward(redemption.reward()));
        }
        RewardSettlement settlement =
                new RewardSettlement(plan, account, planned, redemption.occurredAt(), redemption.basket());
        settlement.requireAllowed(orderKnown);
        return settlement.take(redemption);
    }

    private void requireAllowed(boolean orderKnown) {
        FactsOfMember facts = new FactsOfMember(plan, account, occurredAt);
        if (!reward.validity().contains(facts.date())) {
            throw new RefusedSignal(new Refusal.NotOpen(
                    planned.named(), facts.date(), reward.validity().describe()));
        }
        if (basket != null) {
            PurchaseSettlement.requireFits(basket);
        }
        requireConditions(facts, orderKnown);
        for (PlannedCap limit : planned.limits()) {
            long counted = account.counters().of(limit.counter()).of(limit.windowAt(occurredAt, plan.zone()));
            if (counted >= limit.cap().limit()) {
                throw new RefusedSignal(
                        new Refusal.LimitReached(planned.named(), limit.cap().describe()));
            }
        }
    }

    private void requireConditions(FactsOfMember facts, boolean orderKnown) {
        ConditionGate gate = new ConditionGate(reward.id(), planned.named());
        for (PurchaseCondition condition : reward.conditions()) {
            if (condition instanceof Condition ofMember) {
                gate.require(ofMember, facts);
            } else if (orderKnown && basket != null) {
                gate.require(condition, new FactsOfPurchase(plan, account, occurredAt, basket));
            }
        }
        if (basket != null && reward.content() instanceof Discount discount) {
            String words = RuleGuard.ask(reward.id(), "description", discount::describe);
            gate.require(words, RuleGuard.ask(reward.id(), "selector", () -> discount.check(basket)));
        }
    }

    private RedemptionReceipt take(Redemption redemption) {
        account.recordActivity(Expiry.Activity.REDEMPTION, occurredAt);
        HoldingDraft holding = account.holding(planned.holding());
        long debt = holding.balance().debt();
        if (debt > 0) {
            throw new RefusedSignal(new Refusal.InDebt(holding.currency(), debt));
        }
        long available = holding.balance().available();
        if (available < reward.price()) {
            throw new RefusedSignal(new Refusal.InsufficientPoints(holding.currency(), available, reward.price()));
        }
        List<LotTaken> lots = account.ledger().redeem(holding, reward.price(), reward.id(), redemption.id());
        for (PlannedCap limit : planned.limits()) {
            if (limit.cap().span() != Cap.Span.PURCHASE) {
                account.counters().count(limit.counter(), limit.windowAt(occurredAt, plan.zone()), 1);
            }
        }
        return new RedemptionReceipt(
                redemption.id(),
                redemption.customer(),
                plan.versionedId(),
                account.asOf(),
                reward.id(),
                holding.currency(),
                lots);
    }
}
