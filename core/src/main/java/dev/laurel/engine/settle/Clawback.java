package dev.laurel.engine.settle;

import dev.laurel.engine.draft.WalletDraft;
import dev.laurel.event.Return;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotQueue;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.receipt.CountedUse;
import dev.laurel.receipt.PurchaseReceipt;
import dev.laurel.receipt.ReceiptAward;
import dev.laurel.receipt.TakenPoints;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The points of a purchase that a return takes back. */
final class Clawback {
    private final Evaluation<Return> on;
    private final PurchaseReceipt before;
    private final List<ReceiptAward> awards;
    private final long[] keptBefore;
    private final long[] keptNow;

    /**
     * Works out what is kept.
     *
     * @param before the receipt before the return
     * @param returned the receipt with what is left of its lines after the return
     */
    Clawback(Evaluation<Return> on, PurchaseReceipt before, PurchaseReceipt returned) {
        this.on = on;
        this.before = before;
        awards = before.awards();
        // Each is worked out over all lines, so once only.
        keptBefore = awards.stream().mapToLong(before::kept).toArray();
        keptNow = awards.stream().mapToLong(returned::kept).toArray();
    }

    /** Takes them, and says how many returns have taken by now. */
    List<TakenPoints> take() {
        Map<String, Long> taken = new TreeMap<>();
        before.taken().forEach(points -> taken.put(points.currency(), points.points()));
        Map<String, Long> free = new TreeMap<>();
        for (ReceiptAward award : awards) {
            if (!free.containsKey(award.currency())) {
                free.put(award.currency(), notTaken(award.currency()));
            }
        }
        for (int i = 0; i < keptNow.length; i++) {
            ReceiptAward award = awards.get(i);
            long due = keptBefore[i] - keptNow[i];
            long expired = Math.min(due, free.getOrDefault(award.currency(), 0L));
            free.merge(award.currency(), -expired, Long::sum);
            taken.merge(award.currency(), due - expired, Math::addExact);
            takeFromParts(award, due - expired);
        }
        List<TakenPoints> result = new ArrayList<>();
        taken.forEach((currency, points) -> {
            if (points > 0) {
                result.add(new TakenPoints(currency, points));
            }
        });
        return result;
    }

    /** What is taken back makes room under the caps that it was counted for, and an award of which nothing is kept is no use any more. */
    void makeRoom() {
        for (int i = 0; i < keptNow.length; i++) {
            long due = keptBefore[i] - keptNow[i];
            for (CountedUse use : awards.get(i).counted()) {
                if (!use.ofUses()) {
                    on.account().counters().giveBack(use, due);
                } else if (keptNow[i] == 0 && due > 0) {
                    on.account().counters().giveBack(use, 1);
                }
            }
        }
    }

    /** How many of the points that are due now need not be taken, since points of the purchase that expired unused count first. */
    private long notTaken(String currency) {
        long dueBefore = 0;
        long dueInAll = 0;
        for (int i = 0; i < keptNow.length; i++) {
            ReceiptAward award = awards.get(i);
            if (award.currency().equals(currency)) {
                dueBefore = Math.addExact(dueBefore, award.points() - keptBefore[i]);
                dueInAll = Math.addExact(dueInAll, award.points() - keptNow[i]);
            }
        }
        WalletDraft wallet = on.wallet(currency);
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
        for (ReceiptAward award : awards) {
            if (award.currency().equals(currency) && own.find(award.lot()) == null) {
                own = own.plus(award.lot());
            }
        }
        return own;
    }

    private void take(ReceiptAward award, ReceiptAward.Part part, long points) {
        if (points > 0) {
            on.account()
                    .ledger()
                    .takeBack(
                            on.wallet(award.currency()),
                            ownLots(award.currency()),
                            points,
                            part.rule(),
                            on.event().id());
        }
    }

    /** Spreads what is taken over the rules as the award was, rounded after each, so that the parts add up. */
    private void takeFromParts(ReceiptAward award, long toTake) {
        if (toTake == 0) {
            return;
        }
        long points = award.points();
        long upTo = 0;
        long taken = 0;
        for (ReceiptAward.Part part : award.parts()) {
            upTo = Math.addExact(upTo, part.points());
            long soFar = Ratio.of(upTo, points).times(toTake).rounded(Rounding.DOWN);
            take(award, part, soFar - taken);
            taken = soFar;
        }
    }
}
