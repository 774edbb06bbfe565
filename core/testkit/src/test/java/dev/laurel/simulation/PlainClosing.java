package dev.laurel.simulation;

import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LotUse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How an account is closed, and opened again as what it would be had it never been closed. */
final class PlainClosing {
    /** What points pay that come back or become available. */
    private static final Set<EntryKind> PAYING = EnumSet.of(EntryKind.DEBT_PAID, EntryKind.CLAWBACK, EntryKind.ADJUST);

    private final PlainAccount account;

    /** The account that was never closed, at the present. */
    private final PlainAccount open;

    /** What is back in lots so far, by a point of the lot. */
    private final Map<LotUse, Long> back = new HashMap<>();

    private PlainClosing(PlainAccount account) {
        this.account = account;
        open = account.beforeClosure.copy();
        open.versions.follow(account.versions);
        open.advance(account.asOf);
    }

    /** All that is left expires, what is on hold first. */
    static void close(PlainAccount account) {
        account.beforeClosure = account.copy();
        for (PlainSpending hold : PlainHolds.inOrder(account)) {
            PlainWallet wallet = account.wallet(hold.currency);
            List<LotUse> uses = hold.onHold();
            wallet.held -= PlainPoints.sum(uses);
            expire(account, wallet, -PlainPoints.sum(uses), uses, hold);
            PlainHolds.resolve(account, hold);
        }
        for (PlainWallet wallet : account.wallets.values()) {
            List<LotUse> uses = wallet.expireAll();
            if (!uses.isEmpty()) {
                account.points.expire(wallet, uses);
            }
        }
        account.closed = account.asOf;
    }

    private static void expire(
            PlainAccount account, PlainWallet wallet, long points, List<LotUse> uses, PlainSpending hold) {
        wallet.count(PlainWallet.Total.EXPIRED, -points);
        account.points.write(EntryKind.EXPIRE, wallet, points, uses, null, hold == null ? null : hold.id);
    }

    static void reopen(PlainAccount account, Instant at) {
        PlainRefusal.unless(account.closed != null, "NOT_ALLOWED");
        Instant last = account.closed
                .atZone(account.zone)
                .plus(account.program.lateLimit())
                .toInstant();
        PlainRefusal.unless(!at.isAfter(last), "NOT_OPEN");
        new PlainClosing(account).reopen();
    }

    private void reopen() {
        giveBackLapsed();
        for (PlainSpending hold : PlainHolds.inOrder(open)) {
            List<LotUse> uses = hold.onHold();
            expire(account, account.wallet(hold.currency), PlainPoints.sum(uses), uses, hold);
        }
        for (PlainWallet wallet : account.wallets.values()) {
            giveBackLots(wallet);
        }
        account.wallets.putAll(open.wallets);
        account.spendings.putAll(open.spendings);
        account.caps.reopen(open.caps);
        account.closed = null;
        account.beforeClosure = null;
    }

    /** What lapsed meanwhile comes back, and pays what it would have paid; what became available then pays a debt too. */
    private void giveBackLapsed() {
        for (PlainEntry entry : open.entries) {
            PlainWallet wallet = account.wallet(entry.currency());
            if (entry.kind() == EntryKind.RELEASE) {
                PlainSpending hold = account.beforeClosure.spendings.get(entry.hold());
                expire(account, wallet, entry.points(), hold.onHold(), hold);
                account.points.write(entry.kind(), wallet, entry.points(), entry.lots(), entry.source(), entry.hold());
                entry.lots().forEach(use -> move(use, use.points()));
            } else if (PAYING.contains(entry.kind())) {
                giveBack(wallet, entry.lots());
                account.points.write(entry.kind(), wallet, entry.points(), entry.lots(), entry.source(), null);
                entry.lots().forEach(use -> move(use, -use.points()));
            }
        }
    }

    private void move(LotUse use, long points) {
        back.merge(new LotUse(use.lot(), 1, use.until()), points, Long::sum);
    }

    private long backIn(LotUse use) {
        return back.getOrDefault(new LotUse(use.lot(), 1, use.until()), 0L);
    }

    /** What must be in lots for something and is not back yet. */
    private void giveBack(PlainWallet wallet, List<LotUse> needed) {
        List<LotUse> uses = new ArrayList<>();
        for (LotUse use : needed) {
            long missing = use.points() - backIn(use);
            if (missing > 0) {
                uses.add(new LotUse(use.lot(), missing, use.until()));
                move(use, missing);
            }
        }
        if (!uses.isEmpty()) {
            expire(account, wallet, PlainPoints.sum(uses), uses, null);
        }
    }

    /** What is not past its date by now; of what came back before, what is stays expired. */
    private void giveBackLots(PlainWallet wallet) {
        List<LotUse> left = new ArrayList<>();
        List<LotUse> over = new ArrayList<>();
        for (PlainLot lot : open.wallet(wallet.currency).inOrderOfSpending()) {
            LotUse one = lot.use(1);
            if (lot.left > 0) {
                left.add(lot.use(lot.left));
            }
            if (backIn(one) > lot.left) {
                over.add(lot.use(backIn(one) - lot.left));
            }
        }
        if (!over.isEmpty()) {
            expire(account, wallet, -PlainPoints.sum(over), over, null);
        }
        giveBack(wallet, left);
    }
}
