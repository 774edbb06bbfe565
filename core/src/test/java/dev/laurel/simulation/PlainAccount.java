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
    final Map<String, PlainHolding> holdings = new TreeMap<>();
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
            holdings.put(policy.currency().id(), new PlainHolding(policy, zone));
        }
        tiers = program.ladder().map(ladder -> new PlainTiers(ladder, zone)).orElse(null);
    }

    PlainAccount copy() {
        PlainAccount copy = new PlainAccount(program, profile.id());
        holdings.forEach((currency, holding) -> copy.holdings.put(currency, holding.copy()));
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

    PlainHolding holding(String currency) {
        PlainHolding holding = holdings.get(currency);
        PlainRefusal.unless(holding != null, "WRONG_CURRENCY");
        return holding;
    }

    /** That points became available shows here and in no entry. */
    List<Balance> balances() {
        return holdings.values().stream().map(PlainHolding::balance).toList();
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
            for (PlainHolding holding : holdings.values()) {
                if (holding.matures()) {
                    payDebt(holding);
                }
            }
            PlainHolds.lapse(this);
            for (PlainHolding holding : holdings.values()) {
                List<LotUse> uses = holding.expire();
                if (!uses.isEmpty()) {
                    expire(holding, uses);
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
        holdings.values().forEach(holding -> holding.now = asOf);
    }

    private Instant nextChange() {
        Instant next = earlier(tiers == null ? null : tiers.nextChange(), PlainHolds.nextLapse(this));
        for (PlainHolding holding : holdings.values()) {
            next = earlier(next, holding.nextChange());
        }
        return next;
    }

    /** When a customer will next see something happen by itself, or null. */
    Instant nextChangeToSee() {
        Instant next = earlier(tiers == null ? null : tiers.held().until(), PlainHolds.nextLapse(this));
        for (PlainHolding holding : holdings.values()) {
            next = earlier(next, holding.nextChangeToSee());
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
        for (PlainHolding holding : holdings.values()) {
            if (tiers != null && holding.follow(held().tier())) {
                entries.add(new PlainEntry(
                        EntryKind.REDATE, holding.currency, 0, List.of(), null, asOf, 0, holding.redatedTo()));
            }
        }
    }

    // --- moving points ---

    void write(EntryKind kind, PlainHolding holding, long points, List<LotUse> uses, String source, long shortfall) {
        entries.add(new PlainEntry(kind, holding.currency, points, uses, source, asOf, shortfall, null));
    }

    static long sum(List<LotUse> uses) {
        long sum = 0;
        for (LotUse use : uses) {
            sum = Math.addExact(sum, use.points());
        }
        return sum;
    }

    /** Opens a lot for points earned at an instant that expire at another, or never. */
    PlainLot open(PlainHolding holding, long points, Instant earned, Instant expires) {
        return open(holding, points, earned, asOf, expires);
    }

    /** Opens a lot for points that can be spent from an instant on; one without a date starts the timer. */
    PlainLot open(PlainHolding holding, long points, Instant earned, Instant available, Instant expires) {
        PlainLot lot = openMoved(holding, points, earned, available, expires);
        if (lot.expires == null) {
            holding.startTimer(earned);
        }
        return lot;
    }

    /** Opens a lot for points that only move, which starts no timer. */
    PlainLot openMoved(PlainHolding holding, long points, Instant earned, Instant available, Instant expires) {
        Instant end = holding.suspended ? null : expires;
        PlainLot lot = new PlainLot(++lots, points, earned, available, end, available.isAfter(asOf));
        holding.lots.add(lot);
        long unused = Math.addExact(holding.available(), holding.balance().pending());
        return lot;
    }

    /** After credits: what is over already expires, and what is left pays what is owed. */
    void settle() {
        advance(asOf);
        holdings.values().forEach(this::payDebt);
    }

    private void payDebt(PlainHolding holding) {
        long paid = Math.min(holding.debt, holding.available());
        if (paid > 0) {
            holding.debt -= paid;
            write(EntryKind.DEBT_PAID, holding, paid, holding.take(paid), null, 0);
        }
    }

    /**
     * Takes points that may not be there: from given lots first, from what waits in them before what is available, then as all
     * spending; the rest is owed or forgotten.
     */
    void takeAway(
            EntryKind kind,
            PlainHolding.Total total,
            PlainHolding holding,
            List<PlainLot> own,
            long points,
            String source) {
        List<LotUse> uses = new ArrayList<>();
        own.stream().filter(lot -> lot.isPendingAt(asOf)).forEach(lot -> takeFrom(lot, points, uses));
        own.stream().filter(lot -> !lot.isPendingAt(asOf)).forEach(lot -> takeFrom(lot, points, uses));
        long fromOwn = sum(uses);
        long fromOthers = Math.min(points - fromOwn, holding.available());
        uses.addAll(holding.take(fromOthers));
        long missing = points - fromOwn - fromOthers;
        if (holding.owes()) {
            holding.debt = Math.addExact(holding.debt, missing);
            holding.count(total, points);
            write(kind, holding, -points, uses, source, 0);
        } else {
            holding.count(total, points - missing);
            write(kind, holding, missing - points, uses, source, missing);
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
        PlainHolding holding = holding(redemption.currency());
        List<LotUse> back = redemption.lastTaken(points);
        redemptions.put(id, redemption.without(points));
        holding.count(PlainHolding.Total.REDEEMED, -points);
        write(EntryKind.RESTORE, holding, points, back, redemption.reward(), 0);
        putBack(holding, back);
    }

    /** Puts points back into their lots; what has expired meanwhile is gone at once, and the rest pays what is owed. */
    void putBack(PlainHolding holding, List<LotUse> back) {
        List<LotUse> gone = new ArrayList<>();
        for (LotUse use : back) {
            PlainLot lot = holding.lot(use.lot());
            if (holding.isOver(lot)) {
                lot.expiredUnused = Math.addExact(lot.expiredUnused, use.points());
                gone.add(use);
            } else {
                lot.left += use.points();
            }
        }
        if (!gone.isEmpty()) {
            expire(holding, gone);
        }
        payDebt(holding);
    }

    private void expire(PlainHolding holding, List<LotUse> uses) {
        holding.count(PlainHolding.Total.EXPIRED, sum(uses));
        write(EntryKind.EXPIRE, holding, -sum(uses), uses, null, 0);
    }

    /** Holds lapse, and all that is left expires. */
    void close() {
        PlainHolds.releaseAll(this);
        for (PlainHolding holding : holdings.values()) {
            List<LotUse> uses = holding.expireAll();
            if (!uses.isEmpty()) {
                expire(holding, uses);
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
        holdings.values().forEach(holding -> holding.active(activity, at));
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
