package dev.laurel.engine.settle;

import dev.laurel.condition.Condition;
import dev.laurel.condition.PurchaseCondition;
import dev.laurel.decision.Refusal;
import dev.laurel.engine.draft.FactsOfMember;
import dev.laurel.engine.draft.FactsOfPurchase;
import dev.laurel.engine.draft.WalletDraft;
import dev.laurel.engine.earn.CoveredOrder;
import dev.laurel.engine.guard.BasketGuard;
import dev.laurel.engine.guard.ConditionGate;
import dev.laurel.engine.plan.PlannedCap;
import dev.laurel.engine.plan.PlannedReward;
import dev.laurel.event.Basket;
import dev.laurel.event.Hold;
import dev.laurel.receipt.OpenHold;
import dev.laurel.reward.ChosenPrice;
import dev.laurel.reward.FixedPrice;
import dev.laurel.reward.PointsAsPayment;
import dev.laurel.reward.Price;
import dev.laurel.reward.Reward;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A reward that a customer asks for, to redeem at once or to hold: whether they may have it. */
final class RewardRequest {
    private final Evaluation<?> on;
    private final String id;
    private final @Nullable Long points;
    private final @Nullable Basket basket;
    private final Instant occurredAt;
    private @Nullable Basket covered;

    /**
     * A request.
     *
     * @param id the id of the reward
     * @param points how many points are to be taken, or null for the reward's own price
     * @param basket the order that it is for, if there is one
     */
    RewardRequest(Evaluation<?> on, String id, @Nullable Long points, @Nullable Basket basket) {
        this.on = on;
        this.id = id;
        this.points = points;
        this.basket = basket;
        occurredAt = on.event().occurredAt();
    }

    // --- what is wrong with it in itself ---

    /** Refuses points that are not the reward's price, and the lack of an order. */
    void requireValid() {
        PlannedReward planned = on.judgingPlan().reward(id);
        if (planned == null) {
            return;
        }
        requirePriceOf(planned);
        if (basket == null && on.asksAboutOrder() && planned.reward().needsOrder()) {
            throw on.refuse(new Refusal.Invalid(
                    planned.named() + " is taken on an order, so the redemption must have its basket"));
        }
    }

    private void requirePriceOf(PlannedReward planned) {
        Price price = planned.reward().price();
        if (points == null && price instanceof ChosenPrice) {
            throw on.refuse(new Refusal.Invalid(
                    planned.named() + " costs " + price.describe() + ", so the redemption must say how many"));
        }
        if (points != null && !price.allows(points)) {
            throw on.refuse(new Refusal.Invalid("points of " + planned.named() + " must be "
                    + (price instanceof FixedPrice ? "its price, " + price.least() : price.describe())
                    + ", but were " + points));
        }
    }

    // --- whether it may be had ---

    /** The reward, if the customer may have it now and has the points; else a refusal. */
    AllowedReward allowed() {
        if (basket != null) {
            on.plan().requireMoney(basket.currency());
        }
        PlannedReward planned = on.judgingPlan().reward(id);
        if (planned == null) {
            throw on.refuse(new Refusal.UnknownReward(id));
        }
        long taken = planned.pointsOf(points);
        FactsOfMember facts = new FactsOfMember(on.account(), occurredAt);
        Reward reward = planned.reward();
        if (!reward.validity().contains(facts.date())) {
            throw on.refuse(new Refusal.NotOpen(
                    planned.named(), facts.date(), reward.validity().describe()));
        }
        if (basket != null) {
            BasketGuard.requireFits(basket);
        }
        ConditionGate gate = new ConditionGate(id, planned.named());
        requireConditions(gate, reward, facts);
        Basket order = basket;
        if (order != null) {
            RewardUse.requireFits(planned, taken, () -> covered(order));
        }
        requireWithinLimits(planned);
        requireRoomForHold();
        WalletDraft wallet = on.account().wallet(planned.currency());
        wallet.requireAvailable(taken);
        if (reward.content() instanceof PointsAsPayment payment && taken > payment.mostPoints()) {
            throw on.refuse(new Refusal.Overflow("what " + taken + " points are worth"));
        }
        return new AllowedReward(planned, wallet, taken, on.account());
    }

    private void requireConditions(ConditionGate gate, Reward reward, FactsOfMember facts) {
        for (PurchaseCondition condition : reward.conditions()) {
            if (condition instanceof Condition ofMember) {
                gate.require(ofMember, facts);
            } else if (basket != null && on.asksAboutOrder()) {
                gate.require(condition, new FactsOfPurchase(on.account(), occurredAt, covered(basket)));
            }
        }
    }

    /** What the program covers of the order; its exclusions are asked once, and only if something needs to know. */
    private Basket covered(Basket order) {
        Basket known = covered == null ? new CoveredOrder(on.judgingPlan(), order).basket() : covered;
        covered = known;
        return known;
    }

    private void requireRoomForHold() {
        if (on.event() instanceof Hold && on.account().holds().areFull()) {
            throw on.refuse(new Refusal.LimitReached("an open hold", OpenHold.MOST_AT_ONCE + " times at once"));
        }
    }

    private void requireWithinLimits(PlannedReward planned) {
        for (PlannedCap limit : planned.limits()) {
            if (on.account().counters().counted(limit, occurredAt) >= limit.limit()) {
                throw on.refuse(
                        new Refusal.LimitReached(planned.named(), limit.cap().describe()));
            }
        }
    }
}
