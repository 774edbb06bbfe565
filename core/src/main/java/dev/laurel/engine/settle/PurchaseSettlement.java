package dev.laurel.engine.settle;

import dev.laurel.account.Account;
import dev.laurel.decision.Explanation;
import dev.laurel.engine.draft.Credit;
import dev.laurel.engine.draft.LotDates;
import dev.laurel.engine.draft.WalletDraft;
import dev.laurel.engine.earn.Chain;
import dev.laurel.engine.earn.Contribution;
import dev.laurel.engine.earn.CoveredOrder;
import dev.laurel.engine.earn.Earning;
import dev.laurel.engine.guard.BasketGuard;
import dev.laurel.engine.plan.Plan;
import dev.laurel.event.Basket;
import dev.laurel.event.Purchase;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.program.Expiry;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/** A customer buys: what the purchase earns is awarded, what of it qualifies counts for the tier, and it leaves a receipt. */
final class PurchaseSettlement implements Settlement<Purchase> {
    @Override
    public List<String> receiptsNamedBy(Purchase event) {
        return PointPayments.redemptionsOf(event.basket());
    }

    @Override
    public Explanation explain(Plan plan, Account before, Purchase event) {
        return Earning.explained(plan, before, event);
    }

    @Override
    public void settle(Evaluation<Purchase> on) {
        Purchase purchase = on.event();
        Instant at = purchase.occurredAt();
        on.plan().requireMoney(purchase.basket().currency());
        PointPayments payments = new PointPayments(on);
        payments.requireKnown();
        BasketGuard.requireFits(purchase.basket());
        CoveredOrder covered = new CoveredOrder(on.plan(), purchase.basket());
        payments.requirePaying(covered);
        Earning earning = new Earning(on.account(), purchase, covered);
        if (earning.counts()) {
            on.account().recordActivity(Expiry.Activity.PURCHASE, at);
            on.account().member().notePurchase(at);
        }
        List<PurchaseRecord.Award> awards = award(on, earning);
        long counted = qualifying(purchase.basket(), earning);
        on.changeTier(standings -> standings.qualify(counted, at));
        PurchaseRecord record = new PurchaseRecord(
                on.plan(), purchase, earning.paidInMoney(), earning.countingLines(), awards, payments.pay());
        if (record.isPlain()) {
            on.leaveUnwritten(record);
        } else {
            on.leave(record.get());
        }
    }

    /** What counts for the tier: what of the lines that count was paid in money, of all of them rounded down. */
    private static long qualifying(Basket basket, Earning earning) {
        long net = 0;
        for (int place : earning.countingLines()) {
            net = Math.addExact(net, basket.lines().get(place).net().millionths());
        }
        Ratio paidInMoney = earning.paidInMoney();
        return paidInMoney.equals(Ratio.ONE) ? net : paidInMoney.times(net).rounded(Rounding.DOWN);
    }

    // --- points ---

    private static List<PurchaseRecord.Award> award(Evaluation<Purchase> on, Earning earning) {
        List<PurchaseRecord.Award> awards = new ArrayList<>(earning.chains().size());
        List<Credit> credits = new ArrayList<>(2);
        for (Chain chain : earning.chains()) {
            if (chain.points() > 0) {
                WalletDraft wallet = on.account().wallet(chain.currency());
                LotDates dates = datesOf(on, wallet, chain);
                int first = credits.size();
                for (Contribution part : chain.parts()) {
                    if (part.points() > 0) {
                        credits.add(Credit.earned(wallet, part.points(), dates, part.id()));
                    }
                }
                awards.add(new PurchaseRecord.Award(chain, credits.get(first)));
                earning.countForCaps(chain);
            }
        }
        on.credit(credits);
        return awards;
    }

    /** A hold-back counts from the purchase, so that what comes late is not held back longer than what came in time. */
    private static LotDates datesOf(Evaluation<Purchase> on, WalletDraft wallet, Chain chain) {
        Instant earned = on.event().occurredAt();
        Period holdBack = chain.rule().rule().holdBack();
        Instant available = holdBack.isZero() ? earned : on.account().zone().plus(earned, holdBack);
        return on.account().datesOf(wallet, earned, available);
    }
}
