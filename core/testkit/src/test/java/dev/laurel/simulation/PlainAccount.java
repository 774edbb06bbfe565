package dev.laurel.simulation;

import dev.laurel.customer.Customer;
import dev.laurel.decision.UnpaidOrders;
import dev.laurel.event.TransferReceived;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LotUse;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointPolicy;
import dev.laurel.rule.Cap;
import dev.laurel.rule.PointCap;
import dev.laurel.rule.UseCap;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierStanding;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Dates;
import dev.laurel.time.Expiry;
import dev.laurel.time.Moment;
import dev.laurel.time.Timestamps;
import dev.laurel.time.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** One customer, as somebody would keep the books by hand: what there is, and what moves it. */
final class PlainAccount {
    final ZoneId zone;

    /** The versions that have been in force. */
    final PlainVersions versions;

    /** The present version. */
    LoyaltyProgram program;

    /** The version by which the event at hand is judged. */
    LoyaltyProgram judging;

    /** What happened, and for how long it can be returned or cancelled. */
    private record Returnable(Instant happened, Period period) {}

    /** By the id of the event. */
    private final Map<String, Returnable> returnables = new HashMap<>();

    final Map<String, PlainWallet> wallets = new TreeMap<>();
    final Map<String, PlainPurchase> purchases = new HashMap<>();

    /** What was redeemed or set aside, by the id of the redemption or of the hold. */
    final Map<String, PlainSpending> spendings = new TreeMap<>();

    /** Of which hold a capture is, by its own id. */
    final Map<String, String> captures = new HashMap<>();

    /** What was claimed, by the id of the claim. */
    final Map<String, PlainClaim> claims = new TreeMap<>();

    /** How often, or for how many points, by what and in which window. */
    final Map<String, TreeMap<Long, Long>> counted = new HashMap<>();

    /** In which window something was counted, by what and when. */
    final Map<String, Long> countedIn = new HashMap<>();

    /** What was done, for the sums that are asked for. */
    PlainCounts counts = new PlainCounts(this);

    /** What the event at hand wrote down. */
    final List<PlainEntry> entries = new ArrayList<>();

    /** The orders that it leaves unpaid. */
    final List<UnpaidOrders> unpaid = new ArrayList<>();

    /** What it sends to another customer. */
    TransferReceived sent;

    /** What is held on a ladder after a change, or null if there is no such ladder any more. */
    record Changed(String ladder, TierStanding to) {}

    final List<Changed> standings = new ArrayList<>();

    Customer profile;
    PlainTiers tiers;
    Instant asOf = Timestamps.MIN;
    Instant opened;
    Instant latest;
    Instant enrolled;
    Instant membershipBegan;
    String referrer;
    Instant firstPurchase;
    Instant birthdayOnFile;
    boolean isBroughtOver;
    Instant closed;
    Instant erased;

    /** What there was when it was closed. */
    PlainAccount beforeClosure;

    long lots;
    long written;

    PlainAccount(List<LoyaltyProgram> known, String customer, PlainMistake mistake) {
        versions = new PlainVersions(this, known, mistake);
        zone = known.get(0).zone();
        profile = Customer.of(customer);
        start(known.get(known.size() - 1));
    }

    /** Begins under a version. */
    void start(LoyaltyProgram version) {
        program = version;
        judging = version;
        wallets.clear();
        for (PointPolicy policy : version.allPoints()) {
            wallets.put(policy.currency().id(), new PlainWallet(policy, this));
        }
        tiers = new PlainTiers(version, this);
    }

    /** Another version is in force from now on: tiers come first, since one can suspend the expiry of points. */
    void adopt(LoyaltyProgram version) {
        SortedMap<String, TierStanding> before = held();
        // Who is on the lowest tier of a ladder that goes has nothing to lose.
        before.keySet()
                .removeIf(ladder -> version.ladder(ladder).isEmpty()
                        && tiers.ladders.get(ladder).held().rank() == 0);
        program = version;
        tiers = PlainTiers.under(version, tiers, this);
        noteStandings(before);
        List<PointPolicy> byId = new ArrayList<>(version.allPoints());
        byId.sort(Comparator.comparing(policy -> policy.currency().id()));
        for (PointPolicy policy : byId) {
            wallets.put(policy.currency().id(), adopted(policy, tiers.tiersHeld()));
        }
    }

    private PlainWallet adopted(PointPolicy policy, Set<Tier> held) {
        PlainWallet before = wallets.get(policy.currency().id());
        PlainWallet wallet = before == null ? new PlainWallet(policy, this) : before.copyFor(this, policy);
        wallet.now = asOf;
        if (before != null && !before.lots.isEmpty() && PlainRedating.isOther(before.policy, policy, program)) {
            new PlainRedating(this, before, wallet).redate(held);
        } else if (wallet.follow(held, false)) {
            writeRedating(wallet, List.of(), wallet.redatedTo());
        }
        return wallet;
    }

    private PlainAccount(PlainVersions before, LoyaltyProgram program, String customer) {
        versions = before.copyFor(this);
        zone = program.zone();
        profile = Customer.of(customer);
        start(program);
    }

    PlainAccount copy() {
        PlainAccount copy = new PlainAccount(versions, program, profile.id());
        copy.judging = judging;
        copy.returnables.putAll(returnables);
        wallets.forEach((currency, wallet) -> copy.wallets.put(currency, wallet.copyFor(copy)));
        copy.purchases.putAll(purchases);
        spendings.forEach((id, spending) -> copy.spendings.put(id, spending.copy()));
        copy.captures.putAll(captures);
        copy.claims.putAll(claims);
        counted.forEach((cap, days) -> copy.counted.put(cap, new TreeMap<>(days)));
        copy.countedIn.putAll(countedIn);
        copy.counts = counts.copyFor(copy);
        copy.profile = profile;
        copy.tiers = tiers.copyFor(copy);
        copy.membershipBegan = membershipBegan;
        copy.asOf = asOf;
        copy.opened = opened;
        copy.latest = latest;
        copy.enrolled = enrolled;
        copy.referrer = referrer;
        copy.firstPurchase = firstPurchase;
        copy.birthdayOnFile = birthdayOnFile;
        copy.isBroughtOver = isBroughtOver;
        copy.beforeClosure = beforeClosure;
        copy.closed = closed;
        copy.erased = erased;
        copy.lots = lots;
        copy.written = written;
        return copy;
    }

    PlainWallet wallet(String currency) {
        PlainWallet wallet = wallets.get(currency);
        PlainRefusal.unless(wallet != null, "WRONG_CURRENCY");
        return wallet;
    }

    /** Whether it has the same points as another, under the same versions. That points became available shows here and in no entry. */
    boolean isAsRichAs(PlainAccount other) {
        return versions.inForce().equals(other.versions.inForce())
                && other.wallets.values().stream()
                        .allMatch(wallet -> !wallets.containsKey(wallet.currency)
                                || wallets.get(wallet.currency).balance().equals(wallet.balance()));
    }

    /** Whether what happened at one instant can still be returned or cancelled at another. */
    boolean isReturnableAt(String happened, Instant at) {
        Returnable returnable = returnables.get(happened);
        if (returnable == null) {
            return false;
        }
        boolean byPresent = versions.mistake() == PlainMistake.RETURNS_BY_THE_PRESENT;
        Period period = byPresent ? program.returnPeriod() : returnable.period;
        return at.isBefore(returnable.happened.atZone(zone).plus(period).toInstant());
    }

    /** Something that can be undone happened; how long it can is by the version of its date. */
    void noteHappened(String event, Instant at) {
        returnables.put(event, new Returnable(at, judging.returnPeriod()));
    }

    /** Whether points of a lot are on hold. */
    boolean holdsPointsOf(String currency, PlainLot lot) {
        return spendings.values().stream()
                .filter(spending -> spending.isOpen && spending.currency.equals(currency))
                .flatMap(spending -> spending.onHold().stream())
                .anyMatch(use -> use.lot() == lot.number && (use.until() != null) == lot.isGivenBack);
    }

    /** Whether something happened to it, and it was not ended. */
    boolean canReceive() {
        return opened != null && closed == null && erased == null;
    }

    /** A tier of the present version that an event names as the version of its date does. */
    Tier tierNamed(String name) {
        Tier tier = versions.inPlaceOf(Tier.of(name), judging);
        PlainRefusal.unless(tiers.of(tier) != null, "UNKNOWN_TIER");
        return tier;
    }

    /** What is held on each ladder. */
    SortedMap<String, TierStanding> held() {
        return tiers.held();
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
            SortedMap<String, TierStanding> before = held();
            tiers.review(asOf);
            noteTiers(before, false);
            next = nextChange();
        }
        moveTo(to);
    }

    private void moveTo(Instant instant) {
        asOf = instant.isAfter(asOf) ? instant : asOf;
        wallets.values().forEach(wallet -> wallet.now = asOf);
    }

    private Instant nextChange() {
        Instant next = earlier(tiers.nextChange(), PlainHolds.nextLapse(this));
        for (PlainWallet wallet : wallets.values()) {
            next = earlier(next, wallet.nextChange());
        }
        return next;
    }

    /** When a customer will next see something happen by itself, or null, where some versions are known. */
    Instant nextChangeToSee(List<LoyaltyProgram> known) {
        Instant next = earlier(tiers.nextChangeToSee(), PlainHolds.nextLapse(this));
        next = earlier(next, versions.nextBorder(known));
        for (PlainWallet wallet : wallets.values()) {
            next = earlier(next, wallet.nextChangeToSee());
        }
        return next;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    /** Remembers what is held after a change: that ladders are gone first. */
    private void noteStandings(SortedMap<String, TierStanding> before) {
        SortedMap<String, TierStanding> now = held();
        before.keySet().stream()
                .filter(ladder -> !now.containsKey(ladder))
                .forEach(ladder -> standings.add(new Changed(ladder, null)));
        now.forEach((ladder, standing) -> {
            if (before.containsKey(ladder) && !standing.equals(before.get(ladder))) {
                standings.add(new Changed(ladder, standing));
            }
        });
    }

    /** Remembers what is held after a change, and suspends the expiry of points by it, or lets it go on. */
    void noteTiers(SortedMap<String, TierStanding> before, boolean isByReturn) {
        noteStandings(before);
        for (PlainWallet wallet : wallets.values()) {
            if (wallet.follow(tiers.tiersHeld(), isByReturn)) {
                writeRedating(wallet, List.of(), wallet.redatedTo());
            }
        }
    }

    /** Lots get another date, or none if null; without lots a tier suspends the dates, or no longer does. */
    void writeRedating(PlainWallet wallet, List<LotUse> uses, Instant date) {
        written++;
        String present = program.versionedId();
        entries.add(new PlainEntry(EntryKind.REDATE, wallet.currency, 0, uses, null, asOf, 0, date, null, present));
    }

    // --- moving points ---

    void write(EntryKind kind, PlainWallet wallet, long points, List<LotUse> uses, String source, String hold) {
        write(kind, wallet, points, uses, source, 0, hold, program);
    }

    /** What a rule gives or a reward takes, by the version in force when the event happened. */
    void writeJudged(EntryKind kind, PlainWallet wallet, long points, List<LotUse> uses, String source, String hold) {
        write(kind, wallet, points, uses, source, 0, hold, judging);
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
        written++;
        entries.add(new PlainEntry(
                kind, wallet.currency, points, uses, source, asOf, shortfall, null, hold, by.versionedId()));
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
        Instant spendable = from.isAfter(asOf) ? from : asOf;
        PlainLot lot = expires == null
                ? open(wallet, points, earned, spendable, wallet.expiryOf(earned, from))
                : open(wallet, points, earned, spendable, expires, true);
        write(kind, wallet, points, List.of(new LotUse(lot.number, points)), null, null);
    }

    PlainLot open(
            PlainWallet wallet, long points, Instant earned, Instant available, Instant expires, boolean hasOwnDate) {
        PlainLot lot = new PlainLot(++lots, points, earned, available, expires, hasOwnDate, available.isAfter(asOf));
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
        write(kind, wallet, missing - points, uses, source, missing, null, program);
        long out = wallet.held + wallet.totals.get(PlainWallet.Total.REDEEMED);
        for (PlainShortfall other : wallet.shortfalls) {
            out -= other.points();
        }
        if (Math.min(missing, out) > 0) {
            wallet.shortfalls.add(new PlainShortfall(kind, total, source, Math.min(missing, out), written));
        }
    }

    /** Puts points of a redemption or capture back, and says what of them came too late. */
    List<PlainLot> restore(PlainSpending spending, List<LotUse> uses) {
        wallet(spending.currency).count(PlainWallet.Total.REDEEMED, -sum(uses));
        if (!spending.isOpen && spending.left() == 0) {
            countUse(spending, -1);
        }
        return putBack(EntryKind.RESTORE, spending, uses);
    }

    /**
     * Puts points back into their lots, but for those that are over, which stay apart. They pay what is owed, or what fell short after
     * they were taken, those that are over first; says what is left of these.
     */
    List<PlainLot> putBack(EntryKind kind, PlainSpending spending, List<LotUse> uses) {
        PlainWallet wallet = wallet(spending.currency);
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

    /** Forgets what is personal. */
    void erase() {
        profile = Customer.of(profile.id());
        claims.clear();
        captures.clear();
        spendings.values().removeIf(spending -> !spending.isOpen);
        referrer = null;
        birthdayOnFile = null;
        beforeClosure = null;
        erased = asOf;
        counts.eraseValues();
    }

    void active(Expiry.Activity activity, Instant at) {
        wallets.values().forEach(wallet -> wallet.active(activity, at));
    }

    // --- what is remembered ---

    /** The birthdays for which an offer is claimed. */
    List<LocalDate> claimed(String offer) {
        return claims.values().stream()
                .filter(claim -> claim.offer().equals(offer) && !claim.isCancelled())
                .map(PlainClaim::birthday)
                .sorted()
                .toList();
    }

    // --- counting ---

    /** From when membership years are counted: as it was fixed, or would be now. */
    LocalDate memberSince() {
        Instant since = membershipBegan != null ? membershipBegan : enrolled != null ? enrolled : opened;
        return (since == null ? asOf : since).atZone(zone).toLocalDate();
    }

    void fixMembership() {
        membershipBegan = membershipBegan != null ? membershipBegan : enrolled != null ? enrolled : opened;
    }

    /** The instant of a moment, or null; something now has it, so what it needs is fixed. */
    Instant instantOf(Moment moment, Instant base) {
        if (PlainMoments.isOfMember(moment)) {
            fixMembership();
        }
        return PlainMoments.from(moment, base, zone, memberSince());
    }

    /** Of which number the window of a cap is in which an instant falls; of one that goes back from any date, the date. */
    private long windowOf(Cap cap, Instant at) {
        LocalDate date = at.atZone(zone).toLocalDate();
        if (cap.window() instanceof BoundedWindow bounded) {
            return PlainWindows.numberOf(bounded, date, memberSince());
        }
        if (cap.window() instanceof Window.Rolling) {
            return date.toEpochDay();
        }
        return cap.window() == Window.SINCE_ENROLLMENT && enrolled != null && !at.isBefore(enrolled) ? 1 : 0;
    }

    private boolean isCounted(Cap cap, Instant at) {
        boolean isOutside = cap.window() instanceof Dates dates
                && !dates.contains(at.atZone(zone).toLocalDate());
        return cap.window() != null && !isOutside;
    }

    /** Caps of one rule or reward that count the same are one, whatever their limits are. */
    private static String keyOf(String id, Cap cap) {
        return id + (cap instanceof UseCap ? " uses " : " points ") + cap.window();
    }

    /** Under what name something counts for a cap of the program: what all rules award of a currency is a number of its own. */
    static String nameOfProgram(Cap cap) {
        return "the program"
                + (cap instanceof PointCap points ? ", " + points.most().currency() : "");
    }

    static long limitOf(Cap cap) {
        return cap instanceof PointCap points ? points.most().count() : ((UseCap) cap).most();
    }

    private NavigableMap<Long, Long> counted(String id, Cap cap) {
        return counted.computeIfAbsent(keyOf(id, cap), key -> new TreeMap<>());
    }

    long counted(String id, Cap cap, Instant at) {
        if (!isCounted(cap, at)) {
            return 0;
        }
        return cap.window() instanceof Window.Rolling rolling
                ? mostOnAnyDay(
                        counted(id, cap), rolling.period(), at.atZone(zone).toLocalDate())
                : counted(id, cap).getOrDefault(windowOf(cap, at), 0L);
    }

    /** Day by day: the most that counts together on a day on which what happens on a date does. */
    private static long mostOnAnyDay(NavigableMap<Long, Long> days, Period period, LocalDate date) {
        long most = 0;
        for (LocalDate day = date; day.isBefore(date.plus(period)); day = day.plusDays(1)) {
            long sum = 0;
            for (Map.Entry<Long, Long> counted :
                    days.headMap(day.toEpochDay(), true).entrySet()) {
                LocalDate until = LocalDate.ofEpochDay(counted.getKey()).plus(period);
                sum += until.isAfter(day) ? counted.getValue() : 0;
            }
            most = Math.max(most, sum);
        }
        return most;
    }

    void count(String id, Cap cap, Instant at, long amount) {
        if (isCounted(cap, at) && amount > 0) {
            if (PlainWindows.isOfMember(cap.window())) {
                fixMembership();
            }
            countedIn.put(keyOf(id, cap) + " " + at, windowOf(cap, at));
            counted(id, cap).merge(windowOf(cap, at), amount, Math::addExact);
        }
    }

    /** Makes room under a cap again, where it was counted. */
    void uncount(String id, Cap cap, Instant at, long amount) {
        Long window = countedIn.get(keyOf(id, cap) + " " + at);
        if (window != null) {
            NavigableMap<Long, Long> sums = counted(id, cap);
            sums.put(window, Math.max(0, sums.getOrDefault(window, 0L) - amount));
        }
    }

    /** That a reward was used, or was not after all. */
    void countUse(PlainSpending spending, long uses) {
        for (Cap limit : spending.reward.limits()) {
            if (uses > 0) {
                count(spending.reward.id(), limit, spending.occurredAt, uses);
            } else {
                uncount(spending.reward.id(), limit, spending.occurredAt, -uses);
            }
        }
    }
}
