package dev.laurel.engine;

import static java.util.Objects.requireNonNull;

import dev.laurel.account.Account;
import dev.laurel.decision.Decision;
import dev.laurel.decision.Refusal;
import dev.laurel.engine.draft.AccountDraft;
import dev.laurel.engine.guard.RefusedSignal;
import dev.laurel.engine.plan.Plan;
import dev.laurel.engine.plan.PlannedReward;
import dev.laurel.engine.plan.Versions;
import dev.laurel.event.Basket;
import dev.laurel.event.Batch;
import dev.laurel.event.Cancellation;
import dev.laurel.event.Hold;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Redemption;
import dev.laurel.event.Release;
import dev.laurel.event.RewardChoice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rewards on orders of a batch: all of them together must fit the order of each. */
final class BatchRewards {
    /** Each is worked out on the order of each, so their number is limited. */
    private static final int MOST = 100;

    private final Plan plan;
    private final List<RewardChoice> choices = new ArrayList<>();
    private final Set<Basket> orders = new LinkedHashSet<>();
    private final Set<String> undone = new HashSet<>();
    private @Nullable LoyaltyEvent last;

    private BatchRewards(Plan plan, Batch batch) {
        this.plan = plan;
        batch.events().forEach(this::noteUndone);
        batch.events().forEach(this::add);
    }

    /**
     * The refusal of a batch whose rewards do not fit together, as that of its last reward; or null if they do.
     *
     * @param now the account after the batch
     */
    static @Nullable Decision refused(Versions versions, Batch batch, Account now) {
        Plan plan = AccountDraft.of(versions, now, batch.occurredAt()).judgingPlan();
        BatchRewards rewards = new BatchRewards(plan, batch);
        // One by itself was judged with its event.
        if (rewards.choices.size() < 2) {
            return null;
        }
        LoyaltyEvent last = requireNonNull(rewards.last);
        if (rewards.choices.size() > MOST) {
            Refusal tooMany = new Refusal.Invalid(
                    "a batch must take at most " + MOST + " rewards on orders, but took " + rewards.choices.size());
            return Decision.refused(last, now, tooMany, null);
        }
        try {
            rewards.requireFit();
            return null;
        } catch (RefusedSignal refused) {
            return Decision.refused(last, now, refused.refusal(), refused.getCause());
        } catch (ArithmeticException e) {
            return Decision.refused(last, now, new Refusal.Overflow("a sum of this batch"), null);
        }
    }

    private void noteUndone(LoyaltyEvent event) {
        if (event instanceof Release release) {
            undone.add(release.hold());
        } else if (event instanceof Cancellation cancellation && cancellation.points() == null) {
            undone.add(cancellation.redemption());
        }
    }

    private void add(LoyaltyEvent event) {
        if (event instanceof Redemption redemption) {
            add(event, redemption.reward(), redemption.points(), redemption.basket());
        } else if (event instanceof Hold hold) {
            add(event, hold.reward(), hold.points(), hold.basket());
        }
    }

    private void add(LoyaltyEvent event, String reward, @Nullable Long points, @Nullable Basket order) {
        if (order != null && plan.reward(reward) != null && !undone.contains(event.id())) {
            choices.add(new RewardChoice(reward, points, null));
            orders.add(order);
            last = event;
        }
    }

    private void requireFit() {
        List<RewardChoice> sorted = RewardedOrder.sorted(plan, choices);
        for (Basket order : orders) {
            RewardedOrder rewarded = new RewardedOrder(plan, order);
            for (RewardChoice choice : sorted) {
                PlannedReward planned = requireNonNull(plan.reward(choice.reward()));
                rewarded.take(planned, planned.pointsOf(choice.points()), null);
            }
        }
    }
}
