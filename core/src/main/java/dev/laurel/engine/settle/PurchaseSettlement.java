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
import dev.laurel.event.PurchaseLine;
import dev.laurel.ledger.Lot;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.program.Expiry;
import dev.laurel.receipt.CountedUse;
import dev.laurel.receipt.LineShares;
import dev.laurel.receipt.PurchaseReceipt;
import dev.laurel.receipt.ReceiptAward;
import dev.laurel.receipt.ReceiptLine;
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
        List<ReceiptAward> awards = award(on, earning);
        List<ReceiptLine> lines = lines(purchase.basket(), earning);
        long qualifying = 0;
        for (ReceiptLine line : lines) {
            qualifying = Math.addExact(qualifying, line.qualifying().millionths());
        }
        long counted = qualifying;
        on.changeTier(standings -> standings.qualify(counted, at));
        on.leave(new PurchaseReceipt(
                purchase.id(),
                purchase.customer(),
                on.plan().versionedId(),
                at,
                purchase.basket().currency(),
                lines,
                purchase.basket().shipping(),
                false,
                earning.paidInMoney(),
                awards,
                payments.pay(),
                List.of()));
    }

    // --- points ---

    private static List<ReceiptAward> award(Evaluation<Purchase> on, Earning earning) {
        List<Chain> awarded = new ArrayList<>(2);
        List<Credit> credits = new ArrayList<>(2);
        for (Chain chain : earning.chains()) {
            if (chain.points() > 0) {
                awarded.add(chain);
                WalletDraft wallet = on.account().wallet(chain.currency());
                LotDates dates = datesOf(on, wallet, chain);
                for (Contribution part : chain.parts()) {
                    if (part.points() > 0) {
                        credits.add(Credit.earned(wallet, part.points(), dates, part.id()));
                    }
                }
            }
        }
        long[] lots = on.credit(credits);
        List<ReceiptAward> awards = new ArrayList<>(awarded.size());
        int credit = 0;
        for (int i = 0; i < awarded.size(); i++) {
            Chain chain = awarded.get(i);
            LotDates dates = credits.get(credit).dates();
            Lot lot = Lot.key(lots[credit], dates.earned(), dates.available(), dates.expires(), dates.dating());
            for (Contribution part : chain.parts()) {
                credit += part.points() > 0 ? 1 : 0;
            }
            awards.add(awardOf(earning, chain, lot));
        }
        return awards;
    }

    private static ReceiptAward awardOf(Earning earning, Chain chain, Lot lot) {
        List<CountedUse> counted = earning.countForCaps(chain.rule(), chain.points());
        return new ReceiptAward(
                chain.currency(),
                lot,
                chain.shares(),
                chain.rounding(),
                chain.step(),
                chain.rule().rule().returns(),
                chain.baseToWorkOutAnew(),
                chain.isCut(),
                parts(earning, chain),
                counted);
    }

    /** The parts of an award. What each gave of each line is only kept where a return must know it: that of a cap is not the whole. */
    private static List<ReceiptAward.Part> parts(Earning earning, Chain chain) {
        List<Contribution> all = chain.parts();
        List<ReceiptAward.Part> parts = new ArrayList<>(all.size());
        boolean isInParts = chain.isCut();
        List<List<CountedUse>> counted = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            // What the first gave is counted with that of its multipliers.
            counted.add(
                    i == 0
                            ? List.of()
                            : earning.countForCaps(all.get(i).rule(), all.get(i).points()));
            isInParts |= !counted.get(i).isEmpty();
        }
        List<LineShares> shares = isInParts ? chain.sharesByPart() : List.of();
        for (int i = 0; i < all.size(); i++) {
            long points = all.get(i).points();
            if (points > 0 || isInParts) {
                parts.add(new ReceiptAward.Part(
                        all.get(i).id(), points, points, isInParts ? shares.get(i) : null, counted.get(i)));
            }
        }
        return parts;
    }

    /** A hold-back counts from the purchase, so that what comes late is not held back longer than what came in time. */
    private static LotDates datesOf(Evaluation<Purchase> on, WalletDraft wallet, Chain chain) {
        Instant earned = on.event().occurredAt();
        Period holdBack = chain.rule().rule().holdBack();
        Instant available = holdBack.isZero() ? earned : on.account().zone().plus(earned, holdBack);
        return on.account().datesOf(wallet, earned, available);
    }

    // --- lines ---

    /**
     * The lines with what of them counts for the tier. Where a part was paid with points, what lines together count is rounded
     * after each line, so that the lines add up to the exact whole.
     */
    private static List<ReceiptLine> lines(Basket basket, Earning earning) {
        List<ReceiptLine> lines = new ArrayList<>(basket.lines().size());
        int[] countingLines = earning.countingLines();
        Ratio paidInMoney = earning.paidInMoney();
        int place = 0;
        long net = 0;
        long counted = 0;
        for (int i = 0; i < basket.lines().size(); i++) {
            PurchaseLine line = basket.lines().get(i);
            boolean isCounting = place < countingLines.length && countingLines[place] == i;
            if (isCounting) {
                place++;
                net = Math.addExact(net, line.net().millionths());
            }
            long counts =
                    paidInMoney.equals(Ratio.ONE) ? net : paidInMoney.times(net).rounded(Rounding.DOWN);
            Money qualifying = Money.ofMillionths(basket.currency(), counts - counted);
            counted = counts;
            lines.add(new ReceiptLine(
                    line.id(), line.quantity(), line.net(), line.tax(), qualifying, isCounting, Ratio.ONE));
        }
        return lines;
    }
}
