package dev.laurel.engine;

import dev.laurel.account.Account;
import dev.laurel.decision.Refusal;
import dev.laurel.engine.draft.AccountDraft;
import dev.laurel.engine.plan.Plan;
import dev.laurel.engine.plan.PlannedLadder;
import dev.laurel.engine.plan.Versions;
import dev.laurel.event.Promise;
import dev.laurel.event.RewardChoice;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierStanding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An order that is placed on a promise: what its events are called, and whether it is what was promised. */
final class PlacedOrder {
    private PlacedOrder() {}

    /** The rewards in the order in which they are worked out, each with the id of its redemption. */
    static List<RewardChoice> choices(Plan plan, String order, Promise promise) {
        List<String> ids = promise.redemptionsOf(order);
        List<RewardChoice> choices = new ArrayList<>(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            choices.add(promise.choices().get(i).redeemedAs(ids.get(i)));
        }
        return RewardedOrder.sorted(plan, choices);
    }

    /** What a member would have less of than was promised, or null. */
    static @Nullable Refusal changed(Versions versions, Promise promise, Quote now) {
        if (now.leftToPay().compareTo(promise.toPay()) > 0) {
            return new Refusal.QuoteChanged(
                    "to pay", promise.toPay().toString(), now.leftToPay().toString());
        }
        for (String currency : now.account().currencies()) {
            if (now.spent(currency) > promise.spent(currency)) {
                return new Refusal.QuoteChanged(
                        "spent " + currency,
                        Long.toString(promise.spent(currency)),
                        Long.toString(now.spent(currency)));
            }
        }
        for (Map.Entry<String, Long> earned : promise.earned().entrySet()) {
            long points = now.earned(earned.getKey());
            if (points < earned.getValue()) {
                return new Refusal.QuoteChanged(
                        "earned " + earned.getKey(), earned.getValue().toString(), Long.toString(points));
            }
        }
        return tierChanged(versions, promise, now.account());
    }

    /** Standing lower on any ladder is another quote. */
    private static @Nullable Refusal tierChanged(Versions versions, Promise promise, Account account) {
        AccountDraft draft = AccountDraft.of(versions, account, promise.at());
        for (Map.Entry<String, String> promised : promise.tiers().entrySet()) {
            PlannedLadder ladder = draft.plan().ladder(promised.getKey());
            TierStanding now = account.standing(promised.getKey()).orElse(null);
            Tier least = draft.versions().tierInForce(promised.getValue());
            int rank = ladder == null || least == null ? -1 : ladder.rankOf(least);
            if (ladder == null || now == null || rank < 0 || rank > ladder.rankOf(now.tier())) {
                return new Refusal.QuoteChanged(
                        "tier",
                        promised.getValue(),
                        now == null ? "none" : now.tier().id());
            }
        }
        return null;
    }
}
