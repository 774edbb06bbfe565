package dev.laurel.engine.settle;

import dev.laurel.account.OpenHold;
import dev.laurel.decision.Refusal;
import dev.laurel.engine.draft.AccountDraft;
import dev.laurel.engine.draft.FactsOfMember;
import dev.laurel.engine.draft.FactsOfPurchase;
import dev.laurel.engine.draft.WalletDraft;
import dev.laurel.engine.guard.ConditionGate;
import dev.laurel.engine.guard.RefusedSignal;
import dev.laurel.engine.guard.RuleGuard;
import dev.laurel.engine.plan.Plan;
import dev.laurel.engine.plan.PlannedCap;
import dev.laurel.engine.plan.PlannedReward;
import dev.laurel.event.Basket;
import dev.laurel.event.Hold;
import dev.laurel.event.Redemption;
import dev.laurel.program.Expiry;
import dev.laurel.receipt.LotTaken;
import dev.laurel.receipt.RedemptionReceipt;
import dev.laurel.reward.ChosenPrice;
import dev.laurel.reward.Discount;
import dev.laurel.reward.FixedPrice;
import dev.laurel.reward.PointsAsPayment;
import dev.laurel.reward.Price;
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
        requireFits(planned, points);
        if (!hasOrder && planned.reward().needsOrder()) {
            throw new RefusedSignal(new Refusal.Invalid(
                    planned.named() + " is taken on an order, so the redemption must have its basket"));
        }
    }

    private static void requireFits(PlannedReward planned, @Nullable Long points) {
        Price price = planned.reward().price();
        if (points == null && price instanceof ChosenPrice) {
            throw new RefusedSignal(new Refusal.Invalid(
                    planned.named() + " costs " + price.describe() + ", so the redemption must say how many"));
        }
        if (points != null && !price.allows(points)) {
            throw new RefusedSignal(new Refusal.Invalid("points of " + planned.named() + " must be "
                    + (price instanceof FixedPrice ? "its price, " + price.least() : price.describe())
                    + ", but were " + points));
        }
    }

    /**
     * Takes the points out of the account.
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
        long points = planned.pointsOf(redemption.points());
        settlement.requireAllowed(points, orderKnown);
        return settlement.take(points, redemption);
    }

    /** Sets the points aside. */
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
        long points = planned.pointsOf(hold.points());
        settlement.requireAllowed(points, true);
        return settlement.setAside(points, hold);
    }

    private void requireAllowed(long points, boolean orderKnown) {
        FactsOfMember facts = new FactsOfMember(plan, account, occurredAt);
        if (!reward.validity().contains(facts.date())) {
            throw new RefusedSignal(new Refusal.NotOpen(
                    planned.named(), facts.date(), reward.validity().describe()));
        }
        if (basket != null) {
            PurchaseSettlement.requireFits(basket);
        }
        requireConditions(facts, orderKnown);
        requireUsable(points);
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
    }

    /** Nothing is taken off an order that is not there, and points never pay more of one than they may. */
    private void requireUsable(long points) {
        if (basket == null) {
            return;
        }
        ConditionGate gate = new ConditionGate(reward.id(), planned.named());
        if (reward.content() instanceof Discount discount) {
            String words = RuleGuard.ask(reward.id(), "description", discount::describe);
            gate.require(words, RuleGuard.ask(reward.id(), "selector", () -> discount.check(basket)));
        } else if (reward.content() instanceof PointsAsPayment payment) {
            gate.require(payment.describe(), payment.check(points, basket));
        }
    }

    private RedemptionReceipt take(long points, Redemption redemption) {
        account.recordActivity(Expiry.Activity.REDEMPTION, occurredAt);
        WalletDraft wallet = requirePoints(points);
        List<LotTaken> lots = account.ledger().redeem(wallet, points, reward.id(), redemption.id());
        countUse();
        return new RedemptionReceipt(
                redemption.id(),
                redemption.customer(),
                plan.versionedId(),
                account.asOf(),
                reward.id(),
                wallet.currency(),
                lots);
    }

    private OpenHold setAside(long points, Hold hold) {
        WalletDraft wallet = requirePoints(points);
        List<LotTaken> lots = account.ledger().hold(wallet, points, reward.id(), hold.id());
        countUse();
        return new OpenHold(
                hold.id(), reward.id(), wallet.currency(), hold.occurredAt(), account.asOf(), hold.until(), lots);
    }

    private WalletDraft requirePoints(long points) {
        WalletDraft wallet = account.wallet(planned.wallet());
        wallet.requireAvailable(points);
        if (reward.content() instanceof PointsAsPayment payment && points > payment.mostPoints()) {
            throw new RefusedSignal(new Refusal.Overflow("what " + points + " points are worth"));
        }
        return wallet;
    }

    private void countUse() {
        for (PlannedCap limit : planned.limits()) {
            if (limit.isCounted()) {
                account.counters().count(limit.counter(), limit.windowAt(occurredAt, plan.zone()), 1);
            }
        }
    }
}
