package dev.laurel.simulation;

import dev.laurel.event.Return;
import dev.laurel.event.ReturnedLine;
import dev.laurel.ledger.EntryKind;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.tier.TierStanding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a return gives back and takes away. */
final class PlainReturns {
    private final PlainAccount account;
    private final PlainPurchase before;
    private final PlainPurchase after;

    private PlainReturns(PlainAccount account, PlainPurchase before, PlainPurchase after) {
        this.account = account;
        this.before = before;
        this.after = after;
    }

    static void settle(PlainAccount account, Return event) {
        for (ReturnedLine line : event.lines()) {
            Money amount = line.amount();
            PlainRefusal.unless(amount == null || amount.currency().equals(account.program.money()), "WRONG_CURRENCY");
        }
        PlainPurchase purchase = account.purchases.get(event.purchase());
        PlainRefusal.unless(purchase != null, "UNKNOWN_PURCHASE");
        Instant end = purchase.occurredAt()
                .atZone(account.zone)
                .plus(account.program.returnPeriod())
                .toInstant();
        PlainRefusal.unless(account.asOf.isBefore(end), "UNKNOWN_PURCHASE");
        PlainReturns returns = new PlainReturns(account, purchase, purchase.with(linesAfter(purchase, event)));
        Map<String, Long> restored = returns.giveBack();
        Map<String, Long> taken = returns.takeBack();
        if (account.tiers != null) {
            TierStanding held = account.held();
            long less = purchase.qualifyingLeft() - returns.after.qualifyingLeft();
            account.tiers.disqualify(less, purchase.occurredAt(), account.asOf);
            account.noteTier(held);
        }
        account.purchases.put(event.purchase(), returns.after.with(restored, taken));
    }

    private static List<PlainPurchase.Line> linesAfter(PlainPurchase purchase, Return event) {
        if (event.lines().isEmpty()) {
            PlainRefusal.unless(!purchase.isReturned(), "EXCEEDS_PURCHASE");
            return purchase.lines().stream().map(line -> line.with(Ratio.ZERO)).toList();
        }
        for (ReturnedLine returned : event.lines()) {
            PlainRefusal.unless(
                    purchase.lines().stream().anyMatch(line -> line.id().equals(returned.line())), "UNKNOWN_LINE");
        }
        List<PlainPurchase.Line> lines = new ArrayList<>();
        for (PlainPurchase.Line line : purchase.lines()) {
            PlainPurchase.Line left = line;
            for (ReturnedLine returned : event.lines()) {
                if (returned.line().equals(line.id())) {
                    left = left.with(left.left().minus(partOf(line, returned)));
                }
            }
            PlainRefusal.unless(left.left().signum() >= 0, "EXCEEDS_PURCHASE");
            lines.add(left);
        }
        return lines;
    }

    private static Ratio partOf(PlainPurchase.Line line, ReturnedLine returned) {
        Quantity quantity = returned.quantity();
        if (quantity != null) {
            return quantity.toRatio().dividedBy(line.quantity().toRatio());
        }
        PlainRefusal.unless(!line.net().isZero(), "EXCEEDS_PURCHASE");
        return returned.amount().toRatio().dividedBy(line.net().toRatio());
    }

    /** Points that paid, by the part of the order that has come back in all. */
    private Map<String, Long> giveBack() {
        Map<String, Long> restored = new LinkedHashMap<>(before.restored());
        before.restored().forEach((id, soFar) -> {
            PlainRedemption redemption = account.redemptions.get(id);
            if (redemption != null) {
                long due = after.partReturned(redemption.points()) - soFar;
                long back = Math.min(Math.max(0, due), redemption.left());
                if (back > 0) {
                    account.restore(id, back);
                    restored.put(id, soFar + back);
                }
            }
        });
        return restored;
    }

    /** Points that were awarded: for each currency what is due in all, less what expired unused and what was taken before. */
    private Map<String, Long> takeBack() {
        Map<String, Long> due = new TreeMap<>();
        for (PlainPurchase.Award award : before.awards()) {
            due.merge(award.currency(), award.points() - after.kept(award), Math::addExact);
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

    /** The lots that the purchase was awarded, in the order in which they were to be spent. */
    private List<PlainLot> own(String currency) {
        return before.awards().stream()
                .filter(award -> award.currency().equals(currency))
                .map(PlainPurchase.Award::lot)
                .distinct()
                .map(account.wallet(currency)::lot)
                .sorted(Comparator.comparing(
                                (PlainLot lot) -> lot.expiresAtFirst,
                                Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
                        .thenComparing(lot -> lot.number))
                .toList();
    }

    /** What need not be taken is what the first awards would have given. */
    private void takeAway(Map<String, Long> toTake) {
        Map<String, Long> spared = new TreeMap<>();
        for (PlainPurchase.Award award : before.awards()) {
            spared.merge(award.currency(), before.kept(award) - after.kept(award), Math::addExact);
        }
        toTake.forEach((currency, points) -> spared.merge(currency, -points, Math::addExact));
        for (PlainPurchase.Award award : before.awards()) {
            long ofAward = before.kept(award) - after.kept(award);
            long free = Math.min(ofAward, spared.get(award.currency()));
            spared.merge(award.currency(), -free, Math::addExact);
            takeAway(award, ofAward - free);
        }
    }

    /** Spread over the rules as the award was. */
    private void takeAway(PlainPurchase.Award award, long points) {
        PlainWallet wallet = account.wallet(award.currency());
        List<PlainLot> own = own(award.currency());
        long given = 0;
        long taken = 0;
        for (PlainPurchase.Part part : award.parts()) {
            given += part.points();
            long soFar = Ratio.of(given, award.points()).times(points).rounded(Rounding.DOWN);
            if (soFar > taken) {
                account.takeAway(
                        EntryKind.CLAWBACK, PlainWallet.Total.CLAWED_BACK, wallet, own, soFar - taken, part.rule());
                taken = soFar;
            }
        }
    }
}
