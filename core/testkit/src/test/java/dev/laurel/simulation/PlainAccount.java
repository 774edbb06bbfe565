package dev.laurel.simulation;

import dev.laurel.customer.Customer;
import dev.laurel.decision.UnpaidOrders;
import dev.laurel.event.TransferReceived;
import dev.laurel.ledger.LotUse;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointPolicy;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierStanding;
import dev.laurel.time.Expiry;
import dev.laurel.time.Moment;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** What has counted for caps. */
    PlainCaps caps = new PlainCaps(this);

    /** What was done, for the sums that are asked for. */
    PlainCounts counts = new PlainCounts(this);

    /** How points move. */
    final PlainPoints points = new PlainPoints(this);

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
            points.writeRedating(wallet, List.of(), wallet.redatedTo());
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
        copy.caps = caps.copyFor(copy);
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
                    points.payDebt(wallet);
                }
            }
            PlainHolds.lapse(this);
            for (PlainWallet wallet : wallets.values()) {
                List<LotUse> uses = wallet.expire();
                if (!uses.isEmpty()) {
                    points.expire(wallet, uses);
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
                points.writeRedating(wallet, List.of(), wallet.redatedTo());
            }
        }
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

    // --- membership ---

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
}
