package dev.laurel.engine.settle;

import dev.laurel.account.Account;
import dev.laurel.decision.Explanation;
import dev.laurel.engine.draft.Credit;
import dev.laurel.engine.draft.LotDates;
import dev.laurel.engine.draft.WalletDraft;
import dev.laurel.engine.earn.Award;
import dev.laurel.engine.earn.CoveredOrder;
import dev.laurel.engine.earn.Earning;
import dev.laurel.engine.guard.BasketGuard;
import dev.laurel.engine.plan.Versions;
import dev.laurel.event.Pricing;
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
    public Explanation explain(Versions versions, Account before, Purchase event) {
        return Earning.explained(versions, before, event);
    }

    @Override
    public void settle(Evaluation<Purchase> on) {
        Purchase purchase = on.event();
        Instant at = purchase.occurredAt();
        on.plan().requireMoney(purchase.basket().currency());
        PointPayments payments = new PointPayments(on);
        payments.requireKnown();
        BasketGuard.requireFits(purchase.basket());
        CoveredOrder covered = new CoveredOrder(on.judgingPlan(), purchase.basket());
        payments.requirePaying(covered);
        Earning earning = new Earning(on.account(), purchase, covered);
        if (earning.counts()) {
            on.account().recordActivity(Expiry.Activity.PURCHASE, at);
            on.account().member().notePurchase(at);
        }
        award(on, earning);
        on.qualify(qualifying(on, earning));
        PurchaseRecord record = new PurchaseRecord(
                on.judgingPlan(),
                purchase,
                earning.paidInMoney(),
                earning.countingLines(),
                earning.awards(),
                payments.pay());
        if (record.isPlain()) {
            on.leaveUnwritten(record);
        } else {
            on.leave(record.get());
        }
    }

    /** What counts for the tier: what of the lines that count was paid in money, of all of them rounded down. */
    private static long qualifying(Evaluation<Purchase> on, Earning earning) {
        Pricing pricing = on.judgingPlan().pricing();
        long cost = 0;
        for (int place : earning.countingLines()) {
            cost = Math.addExact(
                    cost, pricing.millionthsOf(on.event().basket().lines().get(place)));
        }
        Ratio paidInMoney = earning.paidInMoney();
        return paidInMoney.equals(Ratio.ONE) ? cost : paidInMoney.times(cost).rounded(Rounding.DOWN);
    }

    // --- points ---

    private static void award(Evaluation<Purchase> on, Earning earning) {
        List<Credit> credits = new ArrayList<>(earning.partCount());
        WalletDraft wallet = null;
        Period holdBack = Period.ZERO;
        LotDates dates = null;
        for (int i = 0; i < earning.awards().size(); i++) {
            Award award = earning.awards().get(i);
            if (award.points() > 0) {
                WalletDraft into = on.account().wallet(award.currency());
                Period held = award.rule().rule().holdBack();
                if (dates == null || into != wallet || !held.equals(holdBack)) {
                    wallet = into;
                    holdBack = held;
                    dates = datesOf(on, into, held);
                }
                award.credit(into, dates, credits);
                earning.countForCaps(award);
            }
        }
        on.credit(credits);
    }

    /** A hold-back counts from the purchase, so that what comes late is not held back longer than what came in time. */
    private static LotDates datesOf(Evaluation<Purchase> on, WalletDraft wallet, Period holdBack) {
        Instant earned = on.event().occurredAt();
        Instant available = holdBack.isZero() ? earned : on.account().zone().plus(earned, holdBack);
        return on.account().datesOf(wallet, earned, available);
    }
}
