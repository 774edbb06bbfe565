package dev.laurel.simulation;

import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LotUse;
import dev.laurel.program.LoyaltyProgram;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How points come to an account, leave it and come back, and what is written down of it. */
final class PlainPoints {
    private final PlainAccount account;

    PlainPoints(PlainAccount account) {
        this.account = account;
    }

    void write(EntryKind kind, PlainWallet wallet, long points, List<LotUse> uses, String source, String hold) {
        write(kind, wallet, points, uses, source, 0, hold, account.program);
    }

    /** What a rule gives or a reward takes, by the version in force when the event happened. */
    void writeJudged(EntryKind kind, PlainWallet wallet, long points, List<LotUse> uses, String source, String hold) {
        write(kind, wallet, points, uses, source, 0, hold, account.judging);
    }

    private void write(
            EntryKind kind,
            PlainWallet wallet,
            long points,
            List<LotUse> uses,
            String source,
            long shortfall,
            String hold,
            LoyaltyProgram by) {
        account.written++;
        account.entries.add(new PlainEntry(
                kind, wallet.currency, points, uses, source, account.asOf, shortfall, null, hold, by.versionedId()));
    }

    static long sum(List<LotUse> uses) {
        long sum = 0;
        for (LotUse use : uses) {
            sum = Math.addExact(sum, use.points());
        }
        return sum;
    }

    /** Opens a lot with the date that the program gives it; one without a date starts the timer. */
    PlainLot open(PlainWallet wallet, long points, Instant earned, Instant available, Instant expires) {
        PlainLot lot = open(wallet, points, earned, available, expires, false);
        if (wallet.isTimed(lot)) {
            wallet.startTimer(earned);
        }
        return lot;
    }

    /**
     * A credit by hand or from another system.
     *
     * @param available when it becomes available, or null for at once
     * @param expires a date of its own, or null for the one that the program gives it
     */
    void credit(
            EntryKind kind,
            PlainWallet.Total total,
            PlainWallet wallet,
            long points,
            Instant earned,
            Instant available,
            Instant expires) {
        wallet.count(total, points);
        Instant from = available == null ? earned : available;
        Instant spendable = from.isAfter(account.asOf) ? from : account.asOf;
        PlainLot lot = expires == null
                ? open(wallet, points, earned, spendable, wallet.expiryOf(earned, from))
                : open(wallet, points, earned, spendable, expires, true);
        write(kind, wallet, points, List.of(new LotUse(lot.number, points)), null, null);
    }

    PlainLot open(
            PlainWallet wallet, long points, Instant earned, Instant available, Instant expires, boolean hasOwnDate) {
        PlainLot lot = new PlainLot(
                ++account.lots, points, earned, available, expires, hasOwnDate, available.isAfter(account.asOf));
        wallet.lots.add(lot);
        long unused = Math.addExact(wallet.available(), wallet.balance().pending());
        return lot;
    }

    /** After credits: what is over already expires, and what is left pays what is owed. */
    void settle() {
        account.advance(account.asOf);
        account.wallets.values().forEach(this::payDebt);
    }

    void payDebt(PlainWallet wallet) {
        payDebt(wallet, List.of());
    }

    private void payDebt(PlainWallet wallet, List<PlainLot> first) {
        long paid = wallet.available();
        for (PlainLot lot : first) {
            paid = Math.addExact(paid, lot.left);
        }
        paid = Math.min(wallet.debt, paid);
        if (paid > 0) {
            wallet.debt -= paid;
            write(EntryKind.DEBT_PAID, wallet, paid, wallet.take(paid, first), null, null);
        }
    }

    /**
     * Takes points that may not be there: from given lots first, then as all spending; the rest is owed or forgotten.
     *
     * @param first the lots, in the order in which to take from them
     */
    void takeAway(
            EntryKind kind,
            PlainWallet.Total total,
            PlainWallet wallet,
            List<PlainLot> first,
            long points,
            String source) {
        List<LotUse> uses = wallet.takeAtMost(points, first);
        long missing = points - sum(uses);
        if (wallet.owes()) {
            wallet.debt = Math.addExact(wallet.debt, missing);
            wallet.count(total, points);
            write(kind, wallet, -points, uses, source, null);
            return;
        }
        wallet.count(total, points - missing);
        write(kind, wallet, missing - points, uses, source, missing, null, account.program);
        long out = wallet.held + wallet.totals.get(PlainWallet.Total.REDEEMED);
        for (PlainShortfall other : wallet.shortfalls) {
            out -= other.points();
        }
        if (Math.min(missing, out) > 0) {
            wallet.shortfalls.add(new PlainShortfall(kind, total, source, Math.min(missing, out), account.written));
        }
    }

    /** Puts points of a redemption or capture back, and says what of them came too late. */
    List<PlainLot> restore(PlainSpending spending, List<LotUse> uses) {
        account.wallet(spending.currency).count(PlainWallet.Total.REDEEMED, -sum(uses));
        if (!spending.isOpen && spending.left() == 0) {
            account.caps.countUse(spending, -1);
        }
        return putBack(EntryKind.RESTORE, spending, uses);
    }

    /**
     * Puts points back into their lots, but for those that are over, which stay apart. They pay what is owed, or what fell short after
     * they were taken, those that are over first; says what is left of these.
     */
    List<PlainLot> putBack(EntryKind kind, PlainSpending spending, List<LotUse> uses) {
        PlainWallet wallet = account.wallet(spending.currency);
        List<PlainLot> into = new ArrayList<>();
        List<LotUse> back = new ArrayList<>();
        writeDates(wallet, spending.entry, uses);
        for (LotUse use : uses) {
            PlainLot lot = wallet.lotForReturning(use);
            back.add(lot.use(use.points()));
            if (wallet.isOver(lot)) {
                into.add(lot.tooLate(use.points()));
            } else {
                lot.left = Math.addExact(lot.left, use.points());
                into.add(lot);
            }
        }
        String hold = kind == EntryKind.RELEASE ? spending.id : null;
        write(kind, wallet, sum(back), back, spending.reward.id(), hold);
        List<PlainLot> overdue = into.stream().filter(wallet::isOver).toList();
        payDebt(wallet, overdue);
        payShortfalls(wallet, spending.entry, into, back);
        return overdue;
    }

    /** The dates that versions have given to lots in which nothing was left then. */
    private void writeDates(PlainWallet wallet, long takenBy, List<LotUse> uses) {
        Map<Instant, List<LotUse>> redated = new TreeMap<>(Comparator.nullsLast(Comparator.<Instant>naturalOrder()));
        for (LotUse use : uses) {
            PlainLot lot = wallet.lot(use);
            if (lot.left == 0 && lot.isRedatedSince(takenBy)) {
                redated.computeIfAbsent(lot.expires, any -> new ArrayList<>()).add(use);
            }
        }
        redated.forEach((date, lots) -> {
            lots.sort(Comparator.comparing(LotUse::lot));
            writeRedating(wallet, lots, date);
        });
    }

    /** What fell short first is paid first, by what is past its date before the rest. */
    private void payShortfalls(PlainWallet wallet, long takenBy, List<PlainLot> into, List<LotUse> back) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < into.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing(i -> !wallet.isOver(into.get(i))));
        long[] left = back.stream().mapToLong(LotUse::points).toArray();
        for (int i = 0; i < wallet.shortfalls.size(); i++) {
            PlainShortfall shortfall = wallet.shortfalls.get(i);
            List<LotUse> uses = new ArrayList<>();
            for (int j : order) {
                // What has paid a debt already is not there any more.
                long there = Math.min(left[j], into.get(j).left);
                long part = Math.min(there, shortfall.points() - sum(uses));
                if (takenBy < shortfall.entry() && part > 0) {
                    left[j] -= part;
                    into.get(j).left -= part;
                    uses.add(into.get(j).use(part));
                }
            }
            if (!uses.isEmpty()) {
                wallet.shortfalls.set(i, shortfall.less(sum(uses)));
                wallet.count(shortfall.total(), sum(uses));
                write(shortfall.kind(), wallet, -sum(uses), uses, shortfall.source(), null);
            }
        }
        wallet.shortfalls.removeIf(shortfall -> shortfall.points() == 0);
    }

    /** Expires what is left of points that came back too late. */
    void expireOverdue(PlainWallet wallet, List<PlainLot> overdue) {
        List<LotUse> uses = new ArrayList<>();
        for (PlainLot lot : overdue) {
            if (lot.left > 0) {
                LotUse use = lot.use(lot.left);
                PlainLot of = wallet.lot(use);
                of.expiredUnused = Math.addExact(of.expiredUnused, lot.left);
                uses.add(use);
            }
        }
        if (!uses.isEmpty()) {
            expire(wallet, uses);
        }
    }

    void expire(PlainWallet wallet, List<LotUse> uses) {
        wallet.count(PlainWallet.Total.EXPIRED, sum(uses));
        write(EntryKind.EXPIRE, wallet, -sum(uses), uses, null, null);
    }

    /** Lots get another date, or none if null; without lots a tier suspends the dates, or no longer does. */
    void writeRedating(PlainWallet wallet, List<LotUse> uses, Instant date) {
        account.written++;
        String present = account.program.versionedId();
        account.entries.add(
                new PlainEntry(EntryKind.REDATE, wallet.currency, 0, uses, null, account.asOf, 0, date, null, present));
    }
}
