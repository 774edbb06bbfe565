package dev.laurel.engine.settle;

import dev.laurel.engine.draft.WalletDraft;
import dev.laurel.engine.earn.Spread;
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
    private final long[][] keptNow;
    private final long[] due;

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
        keptNow = new long[awards.size()][];
        due = new long[awards.size()];
        for (int i = 0; i < due.length; i++) {
            ReceiptAward award = awards.get(i);
            long[] keptBefore =
                    award.parts().stream().mapToLong(ReceiptAward.Part::kept).toArray();
            long[] upTo = returned.keptUpToEachPart(award);
            long kept = returned.kept(award);
            keptNow[i] = Spread.of(kept, keptBefore, upTo);
            due[i] = award.kept() - kept;
        }
    }

    /** The awards with what is left of them. */
    List<ReceiptAward> awardsAfter() {
        List<ReceiptAward> after = new ArrayList<>(due.length);
        for (int i = 0; i < due.length; i++) {
            after.add(due[i] == 0 ? awards.get(i) : awards.get(i).withKept(keptNow[i]));
        }
        return after;
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
        for (int i = 0; i < due.length; i++) {
            ReceiptAward award = awards.get(i);
            long expired = Math.min(due[i], free.getOrDefault(award.currency(), 0L));
            free.merge(award.currency(), -expired, Long::sum);
            taken.merge(award.currency(), due[i] - expired, Math::addExact);
            takeFromParts(i, due[i] - expired);
        }
        List<TakenPoints> result = new ArrayList<>();
        taken.forEach((currency, points) -> {
            if (points > 0) {
                result.add(new TakenPoints(currency, points));
            }
        });
        return result;
    }

    /**
     * What is taken back makes room under the caps that it was counted for, and what is kept nothing of is no use any more: of an award
     * for the caps of its rule, of what a multiplier gave for its own, of all awards for those of the program.
     */
    void makeRoom() {
        long keptBefore = 0;
        long kept = 0;
        for (int i = 0; i < due.length; i++) {
            ReceiptAward award = awards.get(i);
            makeRoom(award.counted(), award.kept(), award.kept() - due[i]);
            keptBefore = Math.addExact(keptBefore, award.kept());
            kept = Math.addExact(kept, award.kept() - due[i]);
            for (int j = 0; j < keptNow[i].length; j++) {
                ReceiptAward.Part part = award.parts().get(j);
                makeRoom(part.counted(), part.kept(), keptNow[i][j]);
            }
        }
        makeRoom(before.counted(), keptBefore, kept);
    }

    private void makeRoom(List<CountedUse> counted, long keptBefore, long kept) {
        for (CountedUse use : counted) {
            if (!use.ofUses()) {
                on.account().counters().giveBack(use, keptBefore - kept);
            } else if (kept == 0 && keptBefore > 0) {
                on.account().counters().giveBack(use, 1);
            }
        }
    }

    /** How many of the points that are due now need not be taken, since points of the purchase that expired unused count first. */
    private long notTaken(String currency) {
        long dueBefore = 0;
        long dueInAll = 0;
        for (int i = 0; i < due.length; i++) {
            ReceiptAward award = awards.get(i);
            if (award.currency().equals(currency)) {
                long taken = award.points() - award.kept();
                dueBefore = Math.addExact(dueBefore, taken);
                dueInAll = Math.addExact(dueInAll, taken + due[i]);
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

    /** Takes of each rule what it does not keep; of what expired unused, which is not taken, each has its part, rounded after each. */
    private void takeFromParts(int place, long toTake) {
        ReceiptAward award = awards.get(place);
        long dueSoFar = 0;
        long taken = 0;
        for (int i = 0; toTake > 0 && i < keptNow[place].length; i++) {
            ReceiptAward.Part part = award.parts().get(i);
            dueSoFar = Math.addExact(dueSoFar, part.kept() - keptNow[place][i]);
            long soFar = Ratio.of(dueSoFar, due[place]).times(toTake).rounded(Rounding.DOWN);
            take(award, part, soFar - taken);
            taken = soFar;
        }
    }
}
