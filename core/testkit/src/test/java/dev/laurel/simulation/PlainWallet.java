package dev.laurel.simulation;

import dev.laurel.ledger.Balance;
import dev.laurel.ledger.LotUse;
import dev.laurel.program.Expiry;
import dev.laurel.program.PointPolicy;
import dev.laurel.program.ShortfallPolicy;
import dev.laurel.tier.Tier;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One currency of one customer: a list of lots, a timer, a debt, and what ever came and went. */
final class PlainWallet {
    /** What ever came and went. */
    enum Total {
        OPENED,
        EARNED,
        ADJUSTED_UP,
        REDEEMED,
        EXPIRED,
        CLAWED_BACK,
        ADJUSTED_DOWN,
        SENT,
        RECEIVED
    }

    final PointPolicy policy;
    final String currency;
    final List<PlainLot> lots = new ArrayList<>();
    final Map<Total, Long> totals = new EnumMap<>(Total.class);
    Instant runsOut;
    long debt;
    long held;

    /** Where the account stands. */
    Instant now = Timestamps.MIN;

    /** Whether a tier suspends expiry. */
    boolean suspended;

    private final Expiry expiry;
    private final Expiry.Suspended suspension;
    private Instant redatedAt;
    private Instant redatedTo;

    private final ZoneId zone;
    private boolean startedByThisEvent;

    PlainWallet(PointPolicy policy, ZoneId zone) {
        this.policy = policy;
        this.zone = zone;
        currency = policy.currency().id();
        suspension = policy.expiry() instanceof Expiry.Suspended suspending ? suspending : null;
        expiry = suspension == null ? policy.expiry() : suspension.expiry();
        for (Total total : Total.values()) {
            totals.put(total, 0L);
        }
    }

    PlainWallet copy() {
        PlainWallet copy = new PlainWallet(policy, zone);
        lots.forEach(lot -> copy.lots.add(lot.copy()));
        copy.totals.putAll(totals);
        copy.runsOut = runsOut;
        copy.debt = debt;
        copy.held = held;
        copy.now = now;
        copy.suspended = suspended;
        copy.redatedAt = redatedAt;
        copy.redatedTo = redatedTo;
        return copy;
    }

    long available() {
        return left(false);
    }

    private long left(boolean pending) {
        long sum = 0;
        for (PlainLot lot : lots) {
            sum = lot.isPendingAt(now) == pending ? Math.addExact(sum, lot.left) : sum;
        }
        return sum;
    }

    Balance balance() {
        return new Balance(
                totals.get(Total.OPENED),
                totals.get(Total.EARNED),
                totals.get(Total.ADJUSTED_UP),
                totals.get(Total.RECEIVED),
                totals.get(Total.REDEEMED),
                totals.get(Total.EXPIRED),
                totals.get(Total.CLAWED_BACK),
                totals.get(Total.ADJUSTED_DOWN),
                totals.get(Total.SENT),
                available(),
                left(true),
                held,
                debt);
    }

    void count(Total total, long points) {
        totals.merge(total, points, Math::addExact);
        long came = Math.addExact(totals.get(Total.OPENED), totals.get(Total.EARNED));
        long unused = Math.addExact(came, Math.addExact(totals.get(Total.ADJUSTED_UP), totals.get(Total.RECEIVED)));
    }

    PlainLot lot(long number) {
        return lots.stream().filter(lot -> lot.number == number).findFirst().orElseThrow();
    }

    boolean owes() {
        return policy.shortfall() == ShortfallPolicy.OWE;
    }

    // --- the timer of inactivity ---

    void startTimer(Instant credited) {
        if (expiry instanceof Expiry.AfterInactivity inactivity && (runsOut == null || startedByThisEvent)) {
            Instant end = credited.atZone(zone).plus(inactivity.period()).toInstant();
            runsOut = runsOut == null || end.isAfter(runsOut) ? end : runsOut;
            startedByThisEvent = true;
        }
    }

    /** A timer that is not running starts as the one of another customer stands. */
    void startTimerAs(Instant end) {
        runsOut = runsOut == null ? end : runsOut;
    }

    void active(Expiry.Activity activity, Instant at) {
        if (expiry instanceof Expiry.AfterInactivity inactivity
                && inactivity.activities().contains(activity)) {
            prolongTimer(inactivity, at);
        }
    }

    /** Something happened to which the host gives a name. */
    void active(String activity, Instant at) {
        if (expiry instanceof Expiry.AfterInactivity inactivity
                && inactivity.named().contains(activity)) {
            prolongTimer(inactivity, at);
        }
    }

    private void prolongTimer(Expiry.AfterInactivity inactivity, Instant at) {
        Instant end = at.atZone(zone).plus(inactivity.period()).toInstant();
        runsOut = runsOut == null || runsOut.isAfter(end) ? runsOut : end;
    }

    // --- time ---

    /** When the timer runs out, unless it is suspended, or null. */
    Instant timer() {
        return suspended ? null : runsOut;
    }

    /** When something next expires or becomes available, or the timer runs out, or null. */
    Instant nextChange() {
        return earlier(timer(), nextChangeToSee());
    }

    /** When points next expire or become available, or null. */
    Instant nextChangeToSee() {
        Instant next = null;
        for (PlainLot lot : lots) {
            if (lot.left > 0) {
                next = earlier(next, lot.expires == null ? timer() : lot.expires);
                next = earlier(next, lot.isPendingAt(now) ? lot.available : null);
            }
        }
        return next;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    /** Whether points become available now that do not expire now. */
    boolean matures() {
        return lots.stream()
                .anyMatch(lot -> lot.left > 0 && lot.isWaitingAt(now) && lot.available.equals(now) && !isOver(lot));
    }

    /** Expires what is due, and says how much of which lots: those with a date first, then those that waited. */
    List<LotUse> expire() {
        List<LotUse> uses = new ArrayList<>();
        List<PlainLot> over = new ArrayList<>(inOrderOfSpending());
        over.removeIf(lot -> lot.left == 0 || !isOver(lot));
        over.stream()
                .filter(lot -> lot.expires != null && !lot.isWaitingAt(now))
                .forEach(lot -> uses.add(expireWhole(lot)));
        over.stream()
                .filter(lot -> lot.left > 0 && lot.isWaitingAt(now))
                .sorted(Comparator.comparing((PlainLot lot) -> earlier(lot.available, lot.expires))
                        .thenComparing(lot -> lot.number))
                .forEach(lot -> uses.add(expireWhole(lot)));
        over.stream().filter(lot -> lot.left > 0).forEach(lot -> uses.add(expireWhole(lot)));
        if (timer() != null && !now.isBefore(timer())) {
            lots.stream().filter(lot -> lot.expires == null).forEach(lot -> lot.ranOut = true);
            runsOut = null;
        }
        return uses;
    }

    private LotUse expireWhole(PlainLot lot) {
        LotUse use = new LotUse(lot.number, lot.left);
        lot.expiredUnused = Math.addExact(lot.expiredUnused, lot.left);
        lot.left = 0;
        return use;
    }

    /** Expires all that is left, those with a date first and those that wait last. */
    List<LotUse> expireAll() {
        List<LotUse> uses = new ArrayList<>();
        List<PlainLot> left = inOrderOfSpending();
        left.stream()
                .filter(lot -> lot.left > 0 && lot.expires != null && !lot.isPendingAt(now))
                .forEach(lot -> uses.add(expireWhole(lot)));
        left.stream().filter(lot -> lot.left > 0 && !lot.isPendingAt(now)).forEach(lot -> uses.add(expireWhole(lot)));
        left.stream()
                .filter(lot -> lot.left > 0)
                .sorted(Comparator.comparing((PlainLot lot) -> earlier(lot.available, lot.expires))
                        .thenComparing(lot -> lot.number))
                .forEach(lot -> uses.add(expireWhole(lot)));
        runsOut = null;
        return uses;
    }

    /** Whether points of a lot are gone now: by its date, or by a timer that ran out or runs out now. */
    boolean isOver(PlainLot lot) {
        boolean runsOutNow = lot.expires == null && timer() != null && !now.isBefore(timer());
        return runsOutNow || lot.isOverAt(now);
    }

    // --- dates, and tiers that suspend them ---

    /** When points expire that were earned at an instant and are available from another on, or null if they have no date. */
    Instant expiryOf(Instant earned, Instant availableFrom) {
        if (suspended) {
            return null;
        }
        if (redatedAt != null && earned.isBefore(redatedAt)) {
            return redatedTo;
        }
        return expiry instanceof Expiry.FromAvailability counted
                ? PlainExpiry.of(counted.expiry(), availableFrom, zone)
                : PlainExpiry.of(expiry, earned, zone);
    }

    /** The date of points that lose a tier now which suspended their expiry. */
    private Instant dateOnLeaving() {
        return PlainExpiry.of(suspension.afterwards(), now, zone);
    }

    /** Suspends expiry, or lets it go on, by the tier that is held; says whether all lots get another date by that. */
    boolean follow(Tier tier) {
        boolean suspends = suspension != null && suspension.tiers().contains(tier);
        if (suspends == suspended) {
            return false;
        }
        suspended = suspends;
        boolean anyDate = lots.stream().anyMatch(lot -> lot.left > 0 && lot.expires != null);
        if (expiry instanceof Expiry.AfterInactivity) {
            if (!suspends && (runsOut != null || lots.stream().anyMatch(lot -> lot.left > 0 && lot.expires == null))) {
                runsOut = runsOut == null || dateOnLeaving().isAfter(runsOut) ? dateOnLeaving() : runsOut;
            }
            if (!suspends || !anyDate) {
                return false;
            }
        } else if (lots.isEmpty()) {
            return false;
        }
        redatedAt = now;
        redatedTo = suspended ? null : dateOnLeaving();
        lots.forEach(lot -> lot.expires = redatedTo);
        return true;
    }

    Instant redatedTo() {
        return redatedTo;
    }

    /** The date that points of a lot keep when they leave: of those that a tier keeps, as if it were lost now. */
    Instant expiryOnSending(PlainLot lot) {
        return suspended && !(expiry instanceof Expiry.AfterInactivity) ? dateOnLeaving() : lot.expires;
    }

    /** The end of the timer for points that leave. */
    Instant timerOnSending() {
        boolean keeps = suspended && expiry instanceof Expiry.AfterInactivity;
        return keeps && (runsOut == null || dateOnLeaving().isAfter(runsOut)) ? dateOnLeaving() : runsOut;
    }

    // --- spending ---

    private List<PlainLot> inOrderOfSpending() {
        List<PlainLot> sorted = new ArrayList<>(lots);
        sorted.sort(Comparator.comparing((PlainLot lot) -> endOf(lot))
                .thenComparing(lot -> lot.earned)
                .thenComparing(lot -> lot.number));
        return sorted;
    }

    private Instant endOf(PlainLot lot) {
        Instant end = lot.expires == null ? timer() : lot.expires;
        return end == null ? Instant.MAX : end;
    }

    /** Takes so many points, which must be there, and says from which lots. */
    List<LotUse> take(long points) {
        List<LotUse> uses = new ArrayList<>();
        long missing = points;
        for (PlainLot lot : inOrderOfSpending()) {
            long part = Math.min(lot.left, missing);
            if (part > 0 && !lot.isPendingAt(now)) {
                lot.left -= part;
                missing -= part;
                uses.add(new LotUse(lot.number, part));
            }
        }
        if (missing > 0) {
            throw new IllegalStateException(missing + " points are missing");
        }
        return uses;
    }
}
