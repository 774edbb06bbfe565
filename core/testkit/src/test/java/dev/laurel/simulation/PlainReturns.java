package dev.laurel.simulation;

import dev.laurel.event.Return;
import dev.laurel.ledger.EntryKind;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.rule.Cap;
import dev.laurel.rule.PointCap;
import dev.laurel.rule.PurchaseRule;
import dev.laurel.tier.TierStanding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a return gives back and takes away. */
final class PlainReturns {
    private final PlainAccount account;
    private final PlainPurchase before;
    private final PlainPurchase after;

    /** By currency, what came back too late to be spent. */
    private final Map<String, List<PlainLot>> overdue = new TreeMap<>();

    private PlainReturns(PlainAccount account, PlainPurchase before, PlainPurchase after) {
        this.account = account;
        this.before = before;
        this.after = after;
    }

    static void settle(PlainAccount account, Return event) {
        PlainReturnedLines.requireCurrency(event, account.program.money());
        PlainPurchase purchase = account.purchases.get(event.purchase());
        PlainRefusal.unless(purchase != null, "UNKNOWN_PURCHASE");
        Instant bought = purchase.occurredAt();
        // A till whose clock is slow may say that it was returned before it was bought.
        Instant at = event.occurredAt().isBefore(bought) ? bought : event.occurredAt();
        PlainRefusal.unless(account.isReturnableAt(event.purchase(), at), "UNKNOWN_PURCHASE");
        PlainReturns returns = new PlainReturns(account, purchase, PlainReturnedLines.after(purchase, event));
        List<PlainPurchase.Paid> paid = returns.giveBack(event.purchase());
        Map<String, Long> taken = returns.takeBack();
        returns.overdue.forEach((currency, lots) -> account.points.expireOverdue(account.wallet(currency), lots));
        returns.makeRoom();
        SortedMap<String, TierStanding> held = account.held();
        account.tiers.undo(account.counts.keep(purchase.counted(), event.purchase(), returns.after));
        account.noteTiers(held, true);
        account.purchases.put(event.purchase(), returns.after.with(paid, returns.awardsAfter(), taken));
        // By another tier points may be over.
        account.advance(account.asOf);
    }

    /** Points that paid, by the part of the order that has come back in all; what is on hold waits until it is captured. */
    private List<PlainPurchase.Paid> giveBack(String returned) {
        List<PlainPurchase.Paid> paid = new ArrayList<>();
        boolean isPaidFor = after.isNothingLeftToPay();
        for (PlainPurchase.Paid payment : before.payments()) {
            PlainSpending spending = account.spendings.get(payment.spending());
            if (isPaidFor) {
                spending.orders.remove(returned);
            }
            long due = after.partReturned(payment.points());
            long more = due - payment.due();
            long back = Math.min(more, spending.left());
            if (spending.isOpen) {
                spending.waiting += more;
                back = spending.due();
                spending.waiting -= back;
            }
            if (back > 0) {
                List<PlainLot> over = account.points.restore(spending, spending.giveBack(back));
                overdue.computeIfAbsent(spending.currency, id -> new ArrayList<>())
                        .addAll(over);
            }
            paid.add(new PlainPurchase.Paid(payment.spending(), payment.points(), due));
        }
        return paid;
    }

    /** Points that were awarded: for each currency what is due in all, less what expired unused and what was taken before. */
    private Map<String, Long> takeBack() {
        Map<String, Long> due = new TreeMap<>();
        for (PlainAward award : before.awards()) {
            due.merge(award.currency(), award.points() - award.kept(after), Math::addExact);
        }
        Map<String, Long> taken = new TreeMap<>(before.taken());
        Map<String, Long> toTake = new TreeMap<>();
        due.forEach((currency, points) -> {
            long expired = 0;
            for (PlainLot lot : own(currency)) {
                expired = Math.addExact(expired, lot.expiredUnused);
            }
            long takenBefore = before.taken().getOrDefault(currency, 0L);
            long takenNow = Math.max(takenBefore, points - expired);
            toTake.put(currency, takenNow - takenBefore);
            taken.put(currency, takenNow);
        });
        takeAway(toTake);
        return taken;
    }

    /** The lots that the purchase was awarded, in the order in which they are to be spent. */
    private List<PlainLot> own(String currency) {
        List<Long> numbers = before.awards().stream()
                .filter(award -> award.currency().equals(currency))
                .map(PlainAward::lot)
                .toList();
        return account.wallet(currency).inOrderOfSpending().stream()
                .filter(lot -> numbers.contains(lot.number))
                .toList();
    }

    /** What need not be taken is what the first awards would have given. */
    private void takeAway(Map<String, Long> toTake) {
        Map<String, Long> spared = new TreeMap<>();
        for (PlainAward award : before.awards()) {
            spared.merge(award.currency(), award.kept() - award.kept(after), Math::addExact);
        }
        toTake.forEach((currency, points) -> spared.merge(currency, -points, Math::addExact));
        for (PlainAward award : before.awards()) {
            long ofAward = award.kept() - award.kept(after);
            long free = Math.min(ofAward, spared.get(award.currency()));
            spared.merge(award.currency(), -free, Math::addExact);
            takeAway(award, ofAward - free);
        }
    }

    /** Of each rule what it does not keep; what expired unused, and so is not taken, is spread over them. */
    private void takeAway(PlainAward award, long points) {
        PlainWallet wallet = account.wallet(award.currency());
        List<Long> kept = award.keptOfEach(after);
        long due = award.kept() - award.kept(after);
        long dueSoFar = 0;
        long taken = 0;
        for (int i = 0; i < kept.size() && due > 0; i++) {
            PlainAward.Part part = award.parts().get(i);
            dueSoFar += part.kept() - kept.get(i);
            long soFar = Ratio.of(dueSoFar, due).times(points).rounded(Rounding.DOWN);
            if (soFar > taken) {
                account.points.takeAway(
                        EntryKind.CLAWBACK,
                        PlainWallet.Total.CLAWED_BACK,
                        wallet,
                        inOrderOfTaking(award.currency()),
                        soFar - taken,
                        part.rule().id());
                taken = soFar;
            }
        }
    }

    /** What came back too late to be spent, then what the purchase was awarded, what is pending of that first. */
    private List<PlainLot> inOrderOfTaking(String currency) {
        List<PlainLot> lots = new ArrayList<>(overdue.getOrDefault(currency, List.of()));
        own(currency).stream().filter(lot -> lot.isPendingAt(account.asOf)).forEach(lots::add);
        own(currency).stream().filter(lot -> !lot.isPendingAt(account.asOf)).forEach(lots::add);
        return lots;
    }

    /** What is not kept of what a rule gave does not count under its caps any more; of a rule that earns, with its multipliers. */
    private void makeRoom() {
        for (PlainAward award : before.awards()) {
            makeRoom(award.rule(), award.kept(), award.kept(after));
            List<Long> kept = award.keptOfEach(after);
            for (int i = 1; i < kept.size(); i++) {
                PlainAward.Part part = award.parts().get(i);
                makeRoom(part.rule(), part.kept(), kept.get(i));
            }
        }
        for (Cap cap : before.caps()) {
            List<PlainAward> awards = before.awards().stream()
                    .filter(award -> !(cap instanceof PointCap points)
                            || award.currency().equals(points.most().currency().id()))
                    .toList();
            makeRoom(
                    PlainCaps.nameOfProgram(cap),
                    cap,
                    awards.stream().mapToLong(PlainAward::kept).sum(),
                    awards.stream().mapToLong(award -> award.kept(after)).sum());
        }
    }

    private void makeRoom(PurchaseRule rule, long keptBefore, long kept) {
        rule.caps().forEach(cap -> makeRoom(rule.id(), cap, keptBefore, kept));
    }

    private void makeRoom(String name, Cap cap, long keptBefore, long kept) {
        boolean isUsedNoMore = keptBefore > 0 && kept == 0;
        long room = cap instanceof PointCap ? keptBefore - kept : isUsedNoMore ? 1 : 0;
        account.caps.uncount(name, cap, before.occurredAt(), room);
    }

    private List<PlainAward> awardsAfter() {
        return before.awards().stream()
                .map(award -> award.withKept(award.keptOfEach(after)))
                .toList();
    }
}
