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
import dev.laurel.event.Purchase;
import dev.laurel.rule.EarnRule;
import dev.laurel.time.Expiry;
import dev.laurel.time.Moment;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A customer buys: what the purchase earns is awarded, what is counted of it can lift a tier, and it leaves a receipt. */
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
        on.expectSums();
        PurchaseCounts sums = PurchaseCounts.count(on, earning);
        award(on, earning);
        on.followSums();
        PurchaseRecord record = new PurchaseRecord(
                on.judgingPlan(),
                on.account().membership(),
                purchase,
                earning.paidInMoney(),
                earning.countingLines(),
                earning.awards(),
                payments.pay(),
                sums);
        if (record.isPlain()) {
            on.leaveUnwritten(record);
        } else {
            on.leave(record.get());
        }
    }

    // --- points ---

    private static void award(Evaluation<Purchase> on, Earning earning) {
        List<Credit> credits = new ArrayList<>(earning.partCount());
        WalletDraft wallet = null;
        EarnRule dating = null;
        LotDates dates = null;
        for (int i = 0; i < earning.awards().size(); i++) {
            Award award = earning.awards().get(i);
            if (award.points() > 0) {
                WalletDraft into = on.account().wallet(award.currency());
                EarnRule rule = award.rule().earning();
                if (dates == null || dating == null || into != wallet || !isDatedLike(dating, rule)) {
                    wallet = into;
                    dating = rule;
                    dates = datesOf(on, into, rule);
                }
                award.credit(into, dates, credits);
                earning.countForCaps(award);
            }
        }
        on.credit(credits);
        earning.countForCapsOfProgram();
    }

    private static boolean isDatedLike(EarnRule one, EarnRule other) {
        return Objects.equals(one.available(), other.available()) && Objects.equals(one.expiry(), other.expiry());
    }

    /** Availability counts from the purchase, so that what comes late is not held back longer than what came in time. */
    private static LotDates datesOf(Evaluation<Purchase> on, WalletDraft wallet, EarnRule rule) {
        Instant earned = on.event().occurredAt();
        Moment from = rule.available();
        long start = Timestamps.micros(earned);
        Instant available = from == null
                ? earned
                : Timestamps.ofMicros(Math.max(start, on.account().micros(from, start)));
        Expiry own = rule.expiry();
        return own == null
                ? on.account().datesOf(wallet, earned, available)
                : on.account().datesOf(own, earned, available);
    }
}
