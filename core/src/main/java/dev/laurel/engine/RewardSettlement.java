package dev.laurel.engine;

import dev.laurel.account.LotTaken;
import dev.laurel.account.OpenHold;
import dev.laurel.account.RedemptionReceipt;
import dev.laurel.event.Basket;
import dev.laurel.event.Hold;
import dev.laurel.event.Redemption;
import dev.laurel.program.Expiry;
import dev.laurel.reward.Discount;
import dev.laurel.reward.Reward;
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
        requireValid(plan, redemption.reward(), redemption.points(), redemption.basket() != null || !orderKnown);
    }

    /** What is wrong with a hold in itself. */
    static void requireValid(Plan plan, Hold hold) {
        requireValid(plan, hold.reward(), hold.points(), hold.basket() != null);
    }

    private static void requireValid(Plan plan, String id, @Nullable Long points, boolean hasOrder) {
        PlannedReward planned = plan.reward(id);
        if (planned == null) {
            return;
        }
        Reward reward = planned.reward();
        if (points != null && points != reward.price()) {
            throw new RefusedSignal(new Refusal.Invalid("points of reward '" + reward.id() + "' must be its price, "
                    + reward.price() + ", but were " + points));
        }
        if (!hasOrder && reward.needsOrder()) {
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

    /** Sets the price aside. */
    static OpenHold hold(Plan plan, AccountDraft account, Hold hold) {
        Basket basket = hold.basket();
        if (basket != null) {
            PurchaseSettlement.requireMoney(plan, basket.currency());
        }
        PlannedReward planned = plan.reward(hold.reward());
        if (planned == null) {
            throw new RefusedSignal(new Refusal.UnknownReward(hold.reward()));
        }
        RewardSettlement settlement = new RewardSettlement(plan, account, planned, hold.occurredAt(), basket);
        settlement.requireAllowed(true);
        return settlement.setAside(hold);
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
        HoldingDraft holding = requirePoints();
        List<LotTaken> lots = account.ledger().redeem(holding, reward.price(), reward.id(), redemption.id());
        countUse();
        return new RedemptionReceipt(
                redemption.id(),
                redemption.customer(),
                plan.versionedId(),
                account.asOf(),
                reward.id(),
                holding.currency(),
                lots);
    }

    private OpenHold setAside(Hold hold) {
        HoldingDraft holding = requirePoints();
        List<LotTaken> lots = account.ledger().hold(holding, reward.price(), reward.id(), hold.id());
        countUse();
        return new OpenHold(
                hold.id(), reward.id(), holding.currency(), hold.occurredAt(), account.asOf(), hold.until(), lots);
    }

    private HoldingDraft requirePoints() {
        HoldingDraft holding = account.holding(planned.holding());
        holding.requireAvailable(reward.price());
        return holding;
    }

    private void countUse() {
        for (PlannedCap limit : planned.limits()) {
            if (limit.isCounted()) {
                account.counters().count(limit.counter(), limit.windowAt(occurredAt, plan.zone()), 1);
            }
        }
    }
}
