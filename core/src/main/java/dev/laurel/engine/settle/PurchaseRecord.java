package dev.laurel.engine.settle;

import com.google.common.collect.ImmutableList;
import dev.laurel.engine.earn.Award;
import dev.laurel.engine.earn.Chain;
import dev.laurel.engine.earn.Contribution;
import dev.laurel.engine.earn.QualifyingCosts;
import dev.laurel.engine.plan.Membership;
import dev.laurel.engine.plan.Plan;
import dev.laurel.engine.plan.PlannedRule;
import dev.laurel.event.Basket;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import dev.laurel.receipt.CountedUse;
import dev.laurel.receipt.LineShares;
import dev.laurel.receipt.PointPayment;
import dev.laurel.receipt.PurchaseReceipt;
import dev.laurel.receipt.ReceiptAward;
import dev.laurel.receipt.ReceiptLine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A purchase that is settled, of which the receipt can be written at any time. */
final class PurchaseRecord implements Supplier<PurchaseReceipt> {
    private final Plan plan;
    private final Membership membership;
    private final Purchase purchase;
    private final Ratio paidInMoney;
    private final int[] countingLines;
    private final List<Award> awards;
    private final List<PointPayment> payments;
    private final PurchaseCounts sums;

    PurchaseRecord(
            Plan plan,
            Membership membership,
            Purchase purchase,
            Ratio paidInMoney,
            int[] countingLines,
            List<Award> awards,
            List<PointPayment> payments,
            PurchaseCounts sums) {
        this.plan = plan;
        this.membership = membership;
        this.purchase = purchase;
        this.paidInMoney = paidInMoney;
        this.countingLines = countingLines;
        this.awards = awards;
        this.payments = payments;
        this.sums = sums;
    }

    /** Whether no fraction in the receipt can be too long, so that it need not be written to know that it can be. */
    boolean isPlain() {
        if (!paidInMoney.equals(Ratio.ONE)) {
            return false;
        }
        for (int i = 0; i < awards.size(); i++) {
            if (!awards.get(i).isWhole()) {
                return false;
            }
        }
        return true;
    }

    /** Writes the receipt. */
    @Override
    public PurchaseReceipt get() {
        Basket basket = purchase.basket();
        return new PurchaseReceipt(
                purchase.id(),
                purchase.customer(),
                plan.versionedId(),
                purchase.occurredAt(),
                plan.returnableUntil(purchase.occurredAt()),
                basket.currency(),
                plan.pricing(),
                lines(basket),
                basket.shipping(),
                false,
                paidInMoney,
                awards.stream()
                        .filter(award -> award.points() > 0)
                        .map(this::award)
                        .toList(),
                payments,
                List.of(),
                isAwarded() ? plan.useAt(purchase.occurredAt(), membership) : List.of(),
                sums.toList(purchase.occurredAt(), plan.zone(), membership));
    }

    private boolean isAwarded() {
        return awards.stream().anyMatch(award -> award.points() > 0);
    }

    // --- awards ---

    private ReceiptAward award(Award award) {
        Chain chain = award.chain(purchase.basket().lines());
        return new ReceiptAward(
                chain.currency(),
                award.toLot(),
                chain.shares(),
                chain.rounding(),
                chain.step(),
                chain.rule().earning().returns(),
                chain.baseToWorkOutAnew(),
                chain.isCut(),
                parts(chain),
                ImmutableList.<CountedUse>builder()
                        .addAll(counted(chain.rule(), chain.points()))
                        .addAll(plan.countedAt(chain.currency(), purchase.occurredAt(), membership))
                        .build());
    }

    /** The parts of an award. What each gave of each line is only kept where a return must know it: that of a cap is not the whole. */
    private List<ReceiptAward.Part> parts(Chain chain) {
        List<Contribution> all = chain.parts();
        List<List<CountedUse>> counted = new ArrayList<>(all.size());
        boolean isInParts = chain.isCut();
        for (int i = 0; i < all.size(); i++) {
            // What the first gave is counted with that of its multipliers.
            counted.add(
                    i == 0 ? List.of() : counted(all.get(i).rule(), all.get(i).points()));
            isInParts |= !counted.get(i).isEmpty();
        }
        List<LineShares> shares = isInParts ? chain.sharesByPart() : List.of();
        List<ReceiptAward.Part> parts = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            long points = all.get(i).points();
            if (points > 0 || isInParts) {
                parts.add(new ReceiptAward.Part(
                        all.get(i).id(), points, points, isInParts ? shares.get(i) : null, counted.get(i)));
            }
        }
        return parts;
    }

    /** Where the points of a rule were counted for its caps. */
    private List<CountedUse> counted(PlannedRule rule, long points) {
        return points == 0 ? ImmutableList.of() : rule.countedAt(purchase.occurredAt(), plan.zone(), membership);
    }

    // --- lines ---

    /** The lines with what of them counts for the tier. */
    private List<ReceiptLine> lines(Basket basket) {
        long[] qualifying = QualifyingCosts.of(plan.pricing(), basket.lines(), countingLines, paidInMoney);
        List<ReceiptLine> lines = new ArrayList<>(basket.lines().size());
        int place = 0;
        for (int i = 0; i < basket.lines().size(); i++) {
            PurchaseLine line = basket.lines().get(i);
            boolean isCounting = place < countingLines.length && countingLines[place] == i;
            place += isCounting ? 1 : 0;
            lines.add(new ReceiptLine(
                    line.id(),
                    line.quantity(),
                    line.net(),
                    line.tax(),
                    Money.ofMillionths(basket.currency(), qualifying[i]),
                    isCounting,
                    Ratio.ONE));
        }
        return lines;
    }
}
