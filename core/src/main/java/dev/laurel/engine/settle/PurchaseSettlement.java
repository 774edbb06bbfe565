package dev.laurel.engine.settle;

import dev.laurel.account.Account;
import dev.laurel.decision.Explanation;
import dev.laurel.engine.draft.Credit;
import dev.laurel.engine.draft.LotDates;
import dev.laurel.engine.draft.WalletDraft;
import dev.laurel.engine.earn.Chain;
import dev.laurel.engine.earn.Earning;
import dev.laurel.engine.plan.Plan;
import dev.laurel.event.Basket;
import dev.laurel.event.Payment;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.program.Expiry;
import dev.laurel.receipt.PointPayment;
import dev.laurel.receipt.PurchaseReceipt;
import dev.laurel.receipt.ReceiptAward;
import dev.laurel.receipt.ReceiptLine;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A customer buys: what the purchase earns is awarded, what of it qualifies counts for the tier, and it leaves a receipt. */
final class PurchaseSettlement implements Settlement<Purchase> {
    @Override
    public Explanation explain(Plan plan, Account before, Purchase event) {
        return Earning.explained(plan, before, event);
    }

    @Override
    public void settle(Evaluation<Purchase> on) {
        Purchase purchase = on.event();
        Instant at = purchase.occurredAt();
        Earning earning = new Earning(on.account(), purchase);
        on.account().recordActivity(Expiry.Activity.PURCHASE, at);
        on.account().member().notePurchase(at);
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
                awards,
                pointPayments(purchase.basket()),
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
                for (Chain.Part part : chain.parts()) {
                    if (part.points() > 0) {
                        credits.add(Credit.earned(wallet, part.points(), dates, part.id()));
                    }
                }
                earning.countForCaps(chain);
            }
        }
        long[] lots = on.credit(credits);
        List<ReceiptAward> awards = new ArrayList<>(awarded.size());
        int credit = 0;
        for (Chain chain : awarded) {
            List<ReceiptAward.Part> parts = new ArrayList<>(chain.parts().size());
            LotDates dates = credits.get(credit).dates();
            long lot = lots[credit];
            for (Chain.Part part : chain.parts()) {
                if (part.points() > 0) {
                    credit++;
                    parts.add(new ReceiptAward.Part(part.id(), part.points()));
                }
            }
            awards.add(receiptOf(chain, lot, dates, parts));
        }
        return awards;
    }

    /** A hold-back counts from the purchase, so that what comes late is not held back longer than what came in time. */
    private static LotDates datesOf(Evaluation<Purchase> on, WalletDraft wallet, Chain chain) {
        Instant earned = on.event().occurredAt();
        Instant now = on.account().asOf();
        Period holdBack = chain.rule().rule().holdBack();
        Instant heldBackTo = holdBack.isZero()
                ? earned
                : earned.atZone(on.account().zone()).plus(holdBack).toInstant();
        return new LotDates(
                earned,
                heldBackTo.isAfter(now) ? heldBackTo : now,
                wallet.expiry().expiryOf(earned, heldBackTo, on.account().zone()));
    }

    private static ReceiptAward receiptOf(Chain chain, long lot, LotDates dates, List<ReceiptAward.Part> parts) {
        return new ReceiptAward(
                chain.currency(),
                lot,
                dates.available(),
                dates.expires(),
                chain.shares(),
                chain.rounding(),
                chain.step(),
                chain.rule().rule().returns(),
                parts);
    }

    // --- lines and payments ---

    /**
     * The lines with what of them counts for the tier. Where a part was paid with points, what lines together count is rounded
     * after each line, so that the lines add up to the exact whole.
     */
    private static List<ReceiptLine> lines(Basket basket, Earning earning) {
        List<ReceiptLine> lines = new ArrayList<>(basket.lines().size());
        int[] earningLines = earning.earningLines();
        Ratio paidInMoney = earning.paidInMoney();
        int place = 0;
        long net = 0;
        long counted = 0;
        for (int i = 0; i < basket.lines().size(); i++) {
            PurchaseLine line = basket.lines().get(i);
            if (place < earningLines.length && earningLines[place] == i) {
                place++;
                net = Math.addExact(net, line.net().millionths());
            }
            long counts =
                    paidInMoney.equals(Ratio.ONE) ? net : paidInMoney.times(net).rounded(Rounding.DOWN);
            Money qualifying = Money.ofMillionths(basket.currency(), counts - counted);
            counted = counts;
            lines.add(ReceiptLine.bought(line.id(), line.quantity(), line.net(), qualifying));
        }
        return lines;
    }

    /** A redemption may have paid in several parts; its points go back once. */
    private static List<PointPayment> pointPayments(Basket basket) {
        Set<String> redemptions = new LinkedHashSet<>();
        for (Payment payment : basket.payments()) {
            String redemption = payment.redemption();
            if (redemption != null) {
                redemptions.add(redemption);
            }
        }
        return redemptions.stream().map(id -> new PointPayment(id, 0)).toList();
    }
}
