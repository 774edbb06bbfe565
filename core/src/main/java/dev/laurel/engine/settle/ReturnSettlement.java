package dev.laurel.engine.settle;

import dev.laurel.decision.Refusal;
import dev.laurel.engine.draft.AccountDraft;
import dev.laurel.engine.draft.WalletDraft;
import dev.laurel.engine.guard.RefusedSignal;
import dev.laurel.engine.plan.Plan;
import dev.laurel.event.Return;
import dev.laurel.event.ReturnedLine;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotQueue;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.receipt.PointPayment;
import dev.laurel.receipt.PurchaseReceipt;
import dev.laurel.receipt.ReceiptAward;
import dev.laurel.receipt.ReceiptLine;
import dev.laurel.receipt.RedemptionReceipt;
import dev.laurel.receipt.TakenPoints;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A return on its way into the ledger, worked out from the receipt alone: points that paid go back, points that were awarded are
 * taken back, and the spend is taken out of the window in which it counted.
 */
final class ReturnSettlement {
    private static final int NOWHERE = -1;

    private final Plan plan;
    private final AccountDraft account;
    private final Receipts receipts;
    private final Return event;
    private final PurchaseReceipt before;

    private ReturnSettlement(Plan plan, AccountDraft account, Receipts receipts, Return event, PurchaseReceipt before) {
        this.plan = plan;
        this.account = account;
        this.receipts = receipts;
        this.event = event;
        this.before = before;
    }

    static void settle(Plan plan, AccountDraft account, Receipts receipts, Return event) {
        for (ReturnedLine line : event.lines()) {
            Money amount = line.amount();
            if (amount != null) {
                PurchaseSettlement.requireMoney(plan, amount.currency());
            }
        }
        PurchaseReceipt receipt = receipts.purchase(event.purchase(), event.customer());
        if (receipt == null || !plan.isReturnable(receipt.occurredAt(), account.asOf())) {
            throw new RefusedSignal(new Refusal.UnknownPurchase(event.purchase()));
        }
        new ReturnSettlement(plan, account, receipts, event, receipt).settle();
    }

    private void settle() {
        List<ReceiptLine> lines = linesLeft();
        PurchaseReceipt returned = before.after(lines, before.pointPayments(), before.taken());
        List<PointPayment> payments = giveBack(returned);
        List<TakenPoints> taken = takeBack(returned);
        account.disqualify(countedBy(before) - countedBy(returned), before.occurredAt(), event.id());
        receipts.leave(returned.after(lines, payments, taken));
    }

    // --- what comes back ---

    private List<ReceiptLine> linesLeft() {
        if (event.lines().isEmpty()) {
            if (before.isReturned()) {
                throw new RefusedSignal(new Refusal.ExceedsPurchase(before.purchase(), "anything"));
            }
            return before.lines().stream()
                    .map(line -> line.withLeft(Ratio.ZERO))
                    .toList();
        }
        List<ReceiptLine> lines = new ArrayList<>(before.lines());
        int[] places = placesOfLines();
        for (int i = 0; i < places.length; i++) {
            lines.set(places[i], left(lines.get(places[i]), event.lines().get(i)));
        }
        return lines;
    }

    /** Of each line that comes back its place in the purchase. */
    private int[] placesOfLines() {
        Map<String, Integer> wanted = new HashMap<>();
        for (int i = 0; i < event.lines().size(); i++) {
            wanted.put(event.lines().get(i).line(), i);
        }
        int[] places = new int[event.lines().size()];
        Arrays.fill(places, NOWHERE);
        for (int place = 0; place < before.lines().size(); place++) {
            Integer i = wanted.get(before.lines().get(place).id());
            if (i != null && places[i] == NOWHERE) {
                places[i] = place;
            }
        }
        for (int i = 0; i < places.length; i++) {
            if (places[i] == NOWHERE) {
                throw new RefusedSignal(new Refusal.UnknownLine(
                        before.purchase(), event.lines().get(i).line()));
            }
        }
        return places;
    }

    private ReceiptLine left(ReceiptLine line, ReturnedLine returned) {
        Ratio part = partOf(line, returned);
        Ratio left = part == null ? Ratio.ONE.negated() : line.left().minus(part);
        if (left.signum() < 0) {
            throw new RefusedSignal(new Refusal.ExceedsPurchase(before.purchase(), "line '" + line.id() + "'"));
        }
        return line.withLeft(left);
    }

    /** The part of a line that comes back, or null if it costs nothing and so has no amount to come back. */
    private static @Nullable Ratio partOf(ReceiptLine line, ReturnedLine returned) {
        Quantity quantity = returned.quantity();
        if (quantity != null) {
            return quantity.toRatio().dividedBy(line.quantity().toRatio());
        }
        Money amount = returned.amount();
        return amount == null || line.net().isZero()
                ? null
                : amount.toRatio().dividedBy(line.net().toRatio());
    }

    private static long countedBy(PurchaseReceipt receipt) {
        long counted = 0;
        for (ReceiptLine line : receipt.lines()) {
            counted = Math.addExact(counted, line.qualifyingLeft().millionths());
        }
        return counted;
    }

    // --- points that paid ---

    private List<PointPayment> giveBack(PurchaseReceipt returned) {
        List<PointPayment> payments = new ArrayList<>();
        for (PointPayment payment : before.pointPayments()) {
            RedemptionReceipt redemption = receipts.redemption(payment.redemption(), event.customer());
            long more = redemption == null ? 0 : toRestore(returned, payment, redemption);
            if (redemption != null && more > 0) {
                receipts.leave(account.restore(redemption, more, event.id()));
            }
            payments.add(new PointPayment(payment.redemption(), payment.restored() + more));
        }
        return payments;
    }

    /** In proportion to the net that has come back so far; what a cancellation gave back already is not there to be given again. */
    private static long toRestore(PurchaseReceipt returned, PointPayment payment, RedemptionReceipt redemption) {
        long soFar = returned.partReturned(redemption.points());
        return Math.min(Math.max(0, soFar - payment.restored()), redemption.pointsLeft());
    }

    // --- points that were awarded ---

    private List<TakenPoints> takeBack(PurchaseReceipt returned) {
        List<ReceiptAward> awards = before.awards();
        // Each is worked out over all lines, so once only.
        long[] keptBefore = awards.stream().mapToLong(before::kept).toArray();
        long[] keptNow = awards.stream().mapToLong(returned::kept).toArray();
        Map<String, Long> taken = new TreeMap<>();
        before.taken().forEach(points -> taken.put(points.currency(), points.points()));
        Map<String, Long> expired = new TreeMap<>();
        for (ReceiptAward award : awards) {
            if (!expired.containsKey(award.currency())) {
                expired.put(award.currency(), notTaken(award.currency(), keptBefore, keptNow));
            }
        }
        for (int i = 0; i < keptNow.length; i++) {
            ReceiptAward award = awards.get(i);
            long toTake = keptBefore[i] - keptNow[i];
            long free = Math.min(toTake, expired.getOrDefault(award.currency(), 0L));
            expired.merge(award.currency(), -free, Long::sum);
            taken.merge(award.currency(), toTake - free, Math::addExact);
            takeFromParts(award, toTake - free);
        }
        List<TakenPoints> result = new ArrayList<>();
        taken.forEach((currency, points) -> {
            if (points > 0) {
                result.add(new TakenPoints(currency, points));
            }
        });
        return result;
    }

    /** How many of the points that are due now need not be taken, since points of the purchase that expired unused count first. */
    private long notTaken(String currency, long[] keptBefore, long[] keptNow) {
        long dueBefore = 0;
        long dueInAll = 0;
        for (int i = 0; i < keptNow.length; i++) {
            ReceiptAward award = before.awards().get(i);
            if (award.currency().equals(currency)) {
                dueBefore = Math.addExact(dueBefore, award.points() - keptBefore[i]);
                dueInAll = Math.addExact(dueInAll, award.points() - keptNow[i]);
            }
        }
        WalletDraft wallet = account.wallet(plan.requirePoints(currency));
        long expired = 0;
        for (Lot lot : ownLots(currency)) {
            expired = Math.addExact(expired, wallet.expiredOf(lot));
        }
        long toTake = Math.max(0, Math.max(0, dueInAll - expired) - before.taken(currency));
        return dueInAll - dueBefore - toTake;
    }

    /** The lots of the purchase in a currency, in the order of spending. */
    private LotQueue ownLots(String currency) {
        LotQueue own = LotQueue.EMPTY;
        for (ReceiptAward award : before.awards()) {
            Lot lot = Lot.key(award.lot(), before.occurredAt(), award.available(), award.expires());
            if (award.currency().equals(currency) && own.find(lot) == null) {
                own = own.plus(lot);
            }
        }
        return own;
    }

    /** Spreads what is taken over the rules as the award was, rounded after each, so that the parts add up. */
    private void takeFromParts(ReceiptAward award, long toTake) {
        if (toTake == 0) {
            return;
        }
        WalletDraft wallet = account.wallet(plan.requirePoints(award.currency()));
        LotQueue own = ownLots(award.currency());
        long points = award.points();
        long before = 0;
        long taken = 0;
        for (ReceiptAward.Part part : award.parts()) {
            before = Math.addExact(before, part.points());
            long soFar = Ratio.of(before, points).times(toTake).rounded(Rounding.DOWN);
            if (soFar > taken) {
                account.ledger().takeBack(wallet, own, soFar - taken, part.rule(), event.id());
                taken = soFar;
            }
        }
    }
}
