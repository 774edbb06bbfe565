package dev.laurel.simulation;

import dev.laurel.counter.Cap;
import dev.laurel.customer.Customer;
import dev.laurel.event.TransferReceived;
import dev.laurel.ledger.Balance;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LotUse;
import dev.laurel.program.Expiry;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointPolicy;
import dev.laurel.tier.TierStanding;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One customer, as somebody would keep the books by hand: what there is, and what moves it. */
final class PlainAccount {
    final LoyaltyProgram program;
    final ZoneId zone;
    final Map<String, PlainWallet> wallets = new TreeMap<>();
    final Map<String, PlainPurchase> purchases = new HashMap<>();
    final Map<String, PlainRedemption> redemptions = new HashMap<>();
    final Map<String, PlainHold> holds = new TreeMap<>();
    final Map<String, LocalDate> claimed = new TreeMap<>();

    /** How often, or for how many points, by what and in which window. */
    final Map<String, Long> counted = new HashMap<>();

    /** What the event at hand wrote down. */
    final List<PlainEntry> entries = new ArrayList<>();

    /** What it sends to another customer. */
    TransferReceived sent;

    final List<TierStanding> standings = new ArrayList<>();

    Customer profile;
    PlainTiers tiers;
    Instant asOf = Timestamps.MIN;
    Instant opened;
    Instant enrolled;
    String referrer;
    Instant firstPurchase;
    Instant birthdayOnFile;
    Instant closed;
    Instant erased;
    long lots;

    PlainAccount(LoyaltyProgram program, String customer) {
        this.program = program;
        zone = program.zone();
        profile = Customer.of(customer);
        for (PointPolicy policy : program.points()) {
            wallets.put(policy.currency().id(), new PlainWallet(policy, zone));
        }
        tiers = program.ladder().map(ladder -> new PlainTiers(ladder, zone)).orElse(null);
    }

    PlainAccount copy() {
        PlainAccount copy = new PlainAccount(program, profile.id());
        wallets.forEach((currency, wallet) -> copy.wallets.put(currency, wallet.copy()));
        copy.purchases.putAll(purchases);
        copy.redemptions.putAll(redemptions);
        copy.holds.putAll(holds);
        copy.claimed.putAll(claimed);
        copy.counted.putAll(counted);
        copy.profile = profile;
        copy.tiers = tiers == null ? null : tiers.copy();
        copy.asOf = asOf;
        copy.opened = opened;
        copy.enrolled = enrolled;
        copy.referrer = referrer;
        copy.firstPurchase = firstPurchase;
        copy.birthdayOnFile = birthdayOnFile;
        copy.closed = closed;
        copy.erased = erased;
        copy.lots = lots;
        return copy;
    }

    PlainWallet wallet(String currency) {
        PlainWallet wallet = wallets.get(currency);
        PlainRefusal.unless(wallet != null, "WRONG_CURRENCY");
        return wallet;
    }

    /** That points became available shows here and in no entry. */
    List<Balance> balances() {
        return wallets.values().stream().map(PlainWallet::balance).toList();
    }

    TierStanding held() {
        return tiers == null ? null : tiers.named(tiers.held());
    }

    // --- time ---

    /** Lets time pass, one change after the other. */
    void advance(Instant to) {
        Instant next = nextChange();
        while (next != null && !next.isAfter(to)) {
            moveTo(next);
            for (PlainWallet wallet : wallets.values()) {
                if (wallet.matures()) {
                    payDebt(wallet);
                }
            }
            PlainHolds.lapse(this);
            for (PlainWallet wallet : wallets.values()) {
                List<LotUse> uses = wallet.expire();
                if (!uses.isEmpty()) {
                    expire(wallet, uses);
                }
            }
            if (tiers != null) {
                TierStanding before = held();
                tiers.review(asOf);
                noteTier(before);
            }
            next = nextChange();
        }
        moveTo(to);
    }

    private void moveTo(Instant instant) {
        asOf = instant.isAfter(asOf) ? instant : asOf;
        wallets.values().forEach(wallet -> wallet.now = asOf);
    }

    private Instant nextChange() {
        Instant next = earlier(tiers == null ? null : tiers.nextChange(), PlainHolds.nextLapse(this));
        for (PlainWallet wallet : wallets.values()) {
            next = earlier(next, wallet.nextChange());
        }
        return next;
    }

    /** When a customer will next see something happen by itself, or null. */
    Instant nextChangeToSee() {
        Instant next = earlier(tiers == null ? null : tiers.held().until(), PlainHolds.nextLapse(this));
        for (PlainWallet wallet : wallets.values()) {
            next = earlier(next, wallet.nextChangeToSee());
        }
        return next;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    /** Remembers what was held after a change. */
    void noteTier(TierStanding before) {
        TierStanding now = held();
        if (now != null && !now.equals(before)) {
            standings.add(now);
        }
        followTier();
    }

    /** Suspends the expiry of points, or lets it go on. */
    private void followTier() {
        for (PlainWallet wallet : wallets.values()) {
            if (tiers != null && wallet.follow(held().tier())) {
                entries.add(new PlainEntry(
                        EntryKind.REDATE, wallet.currency, 0, List.of(), null, asOf, 0, wallet.redatedTo()));
            }
        }
    }

    // --- moving points ---

    void write(EntryKind kind, PlainWallet wallet, long points, List<LotUse> uses, String source, long shortfall) {
        entries.add(new PlainEntry(kind, wallet.currency, points, uses, source, asOf, shortfall, null));
    }

    static long sum(List<LotUse> uses) {
        long sum = 0;
        for (LotUse use : uses) {
            sum = Math.addExact(sum, use.points());
        }
        return sum;
    }

    /** Opens a lot for points earned at an instant that expire at another, or never. */
    PlainLot open(PlainWallet wallet, long points, Instant earned, Instant expires) {
        return open(wallet, points, earned, asOf, expires);
    }

    /** Opens a lot for points that can be spent from an instant on; one without a date starts the timer. */
    PlainLot open(PlainWallet wallet, long points, Instant earned, Instant available, Instant expires) {
        PlainLot lot = openMoved(wallet, points, earned, available, expires);
        if (lot.expires == null) {
            wallet.startTimer(earned);
        }
        return lot;
    }

    /** Opens a lot for points that only move, which starts no timer. */
    PlainLot openMoved(PlainWallet wallet, long points, Instant earned, Instant available, Instant expires) {
        Instant end = wallet.suspended ? null : expires;
        PlainLot lot = new PlainLot(++lots, points, earned, available, end, available.isAfter(asOf));
        wallet.lots.add(lot);
        long unused = Math.addExact(wallet.available(), wallet.balance().pending());
        return lot;
    }

    /** After credits: what is over already expires, and what is left pays what is owed. */
    void settle() {
        advance(asOf);
        wallets.values().forEach(this::payDebt);
    }

    private void payDebt(PlainWallet wallet) {
        long paid = Math.min(wallet.debt, wallet.available());
        if (paid > 0) {
            wallet.debt -= paid;
            write(EntryKind.DEBT_PAID, wallet, paid, wallet.take(paid), null, 0);
        }
    }

    /**
     * Takes points that may not be there: from given lots first, from what waits in them before what is available, then as all
     * spending; the rest is owed or forgotten.
     */
    void takeAway(
            EntryKind kind,
            PlainWallet.Total total,
            PlainWallet wallet,
            List<PlainLot> own,
            long points,
            String source) {
        List<LotUse> uses = new ArrayList<>();
        own.stream().filter(lot -> lot.isPendingAt(asOf)).forEach(lot -> takeFrom(lot, points, uses));
        own.stream().filter(lot -> !lot.isPendingAt(asOf)).forEach(lot -> takeFrom(lot, points, uses));
        long fromOwn = sum(uses);
        long fromOthers = Math.min(points - fromOwn, wallet.available());
        uses.addAll(wallet.take(fromOthers));
        long missing = points - fromOwn - fromOthers;
        if (wallet.owes()) {
            wallet.debt = Math.addExact(wallet.debt, missing);
            wallet.count(total, points);
            write(kind, wallet, -points, uses, source, 0);
        } else {
            wallet.count(total, points - missing);
            write(kind, wallet, missing - points, uses, source, missing);
        }
    }

    private static void takeFrom(PlainLot lot, long points, List<LotUse> uses) {
        long part = Math.min(lot.left, points - sum(uses));
        if (part > 0) {
            lot.left -= part;
            uses.add(new LotUse(lot.number, part));
        }
    }

    /** Gives so many points of a redemption back, those taken last first. */
    void restore(String id, long points) {
        PlainRedemption redemption = redemptions.get(id);
        PlainWallet wallet = wallet(redemption.currency());
        List<LotUse> back = redemption.lastTaken(points);
        redemptions.put(id, redemption.without(points));
        wallet.count(PlainWallet.Total.REDEEMED, -points);
        write(EntryKind.RESTORE, wallet, points, back, redemption.reward(), 0);
        putBack(wallet, back);
    }

    /** Puts points back into their lots; what has expired meanwhile is gone at once, and the rest pays what is owed. */
    void putBack(PlainWallet wallet, List<LotUse> back) {
        List<LotUse> gone = new ArrayList<>();
        for (LotUse use : back) {
            PlainLot lot = wallet.lot(use.lot());
            if (wallet.isOver(lot)) {
                lot.expiredUnused = Math.addExact(lot.expiredUnused, use.points());
                gone.add(use);
            } else {
                lot.left += use.points();
            }
        }
        if (!gone.isEmpty()) {
            expire(wallet, gone);
        }
        payDebt(wallet);
    }

    private void expire(PlainWallet wallet, List<LotUse> uses) {
        wallet.count(PlainWallet.Total.EXPIRED, sum(uses));
        write(EntryKind.EXPIRE, wallet, -sum(uses), uses, null, 0);
    }

    /** Holds lapse, and all that is left expires. */
    void close() {
        PlainHolds.releaseAll(this);
        for (PlainWallet wallet : wallets.values()) {
            List<LotUse> uses = wallet.expireAll();
            if (!uses.isEmpty()) {
                expire(wallet, uses);
            }
        }
        closed = asOf;
    }

    /** Forgets what is personal. */
    void erase() {
        profile = Customer.of(profile.id());
        claimed.clear();
        referrer = null;
        birthdayOnFile = null;
        erased = asOf;
    }

    void active(Expiry.Activity activity, Instant at) {
        wallets.values().forEach(wallet -> wallet.active(activity, at));
    }

    // --- counting ---

    private String window(String id, Cap cap, Instant at) {
        return id + " " + cap.measure() + " " + cap.span()
                + (cap.window() == null ? "" : " " + cap.window() + cap.window().numberAt(at, zone));
    }

    long counted(String id, Cap cap, Instant at) {
        return cap.span() == Cap.Span.PURCHASE ? 0 : counted.getOrDefault(window(id, cap, at), 0L);
    }

    void count(String id, Cap cap, Instant at, long amount) {
        counted.merge(window(id, cap, at), amount, Math::addExact);
    }
}
