package dev.laurel.simulation;

import dev.laurel.ledger.Balance;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotDating;
import dev.laurel.ledger.LotUse;
import dev.laurel.program.PointPolicy;
import dev.laurel.program.ShortfallPolicy;
import dev.laurel.tier.Tier;
import dev.laurel.time.Expiry;
import dev.laurel.time.Inactivity;
import dev.laurel.time.Moment;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    /** What fell short and may still be paid, the oldest first. */
    final List<PlainShortfall> shortfalls = new ArrayList<>();

    Instant runsOut;
    long debt;
    long held;

    /** Where the account stands. */
    Instant now = Timestamps.MIN;

    /** Since when a tier suspends expiry, or null. */
    Instant suspendedSince;

    private static final Comparator<PlainLot> BY_EARNED =
            Comparator.comparing((PlainLot lot) -> lot.earned).thenComparing(lot -> lot.number);
    private static final Comparator<PlainLot> BY_DATE =
            Comparator.comparing((PlainLot lot) -> lot.expires).thenComparing(BY_EARNED);

    private final PlainAccount account;
    private final ZoneId zone;
    private final Expiry expiry;
    private final Inactivity inactivity;
    private final boolean isDated;
    private Instant redatedTo;
    private boolean startedByThisEvent;

    PlainWallet(PointPolicy policy, PlainAccount account) {
        this.policy = policy;
        this.account = account;
        zone = account.zone;
        currency = policy.currency().id();
        expiry = policy.expiry();
        inactivity = expiry.inactivity();
        isDated = !expiry.date().equals(Moment.never());
        for (Total total : Total.values()) {
            totals.put(total, 0L);
        }
    }

    PlainWallet copyFor(PlainAccount other) {
        return copyFor(other, policy);
    }

    /** A copy under other terms. */
    PlainWallet copyFor(PlainAccount other, PointPolicy terms) {
        PlainWallet copy = new PlainWallet(terms, other);
        lots.forEach(lot -> copy.lots.add(lot.copy()));
        copy.totals.putAll(totals);
        copy.runsOut = runsOut;
        copy.debt = debt;
        copy.held = held;
        copy.now = now;
        copy.suspendedSince = suspendedSince;
        copy.shortfalls.addAll(shortfalls);
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

    /** No event gives, takes or sets aside more than a million million points of a currency. */
    void requireModest(long points) {
        PlainRefusal.unless(points <= 1_000_000_000_000L, "OVERFLOW");
    }

    void count(Total total, long points) {
        totals.merge(total, points, Math::addExact);
        long came = Math.addExact(totals.get(Total.OPENED), totals.get(Total.EARNED));
        long unused = Math.addExact(came, Math.addExact(totals.get(Total.ADJUSTED_UP), totals.get(Total.RECEIVED)));
    }

    /** The lot that a use is of. */
    PlainLot lot(LotUse use) {
        return lots.stream()
                .filter(lot -> lot.number == use.lot()
                        && lot.isGivenBack == (use.until() != null)
                        && (!lot.isGivenBack || lot.expires.equals(use.until())))
                .findFirst()
                .orElseThrow();
    }

    /** The lot to which points go back; where they may last longer than it, the second one of its number. */
    PlainLot lotForReturning(LotUse use) {
        PlainLot from = lot(use);
        if (from.isGivenBack
                || from.hasOwnDate
                || from.expires == null
                || policy.extension().isZero()) {
            return from;
        }
        Instant until = from.expires.atZone(zone).plus(policy.extension()).toInstant();
        for (PlainLot lot : lots) {
            if (lot.number == from.number && lot.isGivenBack && lot.expires.equals(until)) {
                return lot;
            }
        }
        PlainLot lasting = from.lasting(until);
        lots.add(lasting);
        return lasting;
    }

    boolean owes() {
        return policy.shortfall() == ShortfallPolicy.OWE;
    }

    // --- the timer of inactivity ---

    void startTimer(Instant credited) {
        if (inactivity != null && (runsOut == null || startedByThisEvent)) {
            Instant end = runsOutAfter(credited);
            runsOut = runsOut == null || end.isAfter(runsOut) ? end : runsOut;
            startedByThisEvent = true;
        }
    }

    void active(Expiry.Activity activity, Instant at) {
        if (inactivity != null && inactivity.activities().contains(activity)) {
            prolongTimer(at);
        }
    }

    /** Something happened to which the host gives a name. */
    void active(String activity, Instant at) {
        if (inactivity != null && inactivity.named().contains(activity)) {
            prolongTimer(at);
        }
    }

    /** When the timer runs out that was started or moved on at an instant. */
    Instant runsOutAfter(Instant at) {
        ZonedDateTime end = at.atZone(zone).plus(inactivity.period());
        return end.toInstant().atZone(zone).plus(inactivity.grace()).toInstant();
    }

    private void prolongTimer(Instant at) {
        Instant end = runsOutAfter(at);
        runsOut = runsOut == null || runsOut.isAfter(end) ? runsOut : end;
    }

    // --- time ---

    /** When the timer runs out, unless it is suspended, or null. */
    Instant timer() {
        return suspendedSince != null ? null : runsOut;
    }

    /** Whether the date of a lot does not count, since a tier suspends it. */
    private boolean isSuspended(PlainLot lot) {
        return suspendedSince != null && lot.isDatedByTerms() && lot.expires.isAfter(suspendedSince);
    }

    /** The date of a lot, or null if it has none that counts. */
    private Instant dateOf(PlainLot lot) {
        return isSuspended(lot) ? null : lot.expires;
    }

    /** When points of a lot are gone if nothing happens, or null. */
    private Instant endOf(PlainLot lot) {
        return isTimed(lot) ? earlier(dateOf(lot), timer()) : dateOf(lot);
    }

    /** Whether inactivity ends a lot: it has no date, or both can end it. */
    boolean isTimed(PlainLot lot) {
        return lot.expires == null || (isDated && inactivity != null && lot.isDatedByTerms());
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
                next = earlier(next, endOf(lot));
                next = earlier(next, lot.isPendingAt(now) ? lot.available : null);
            }
        }
        return next;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    /** Lets points become available that do not expire now; says whether there are any. */
    boolean matures() {
        List<PlainLot> maturing = lots.stream()
                .filter(lot -> lot.left > 0 && lot.isWaitingAt(now) && lot.available.equals(now) && !isOver(lot))
                .toList();
        maturing.forEach(lot -> lot.isMatured = true);
        return !maturing.isEmpty();
    }

    /** Expires what is due, and says how much of which lots: those with a date first, then those that waited. */
    List<LotUse> expire() {
        List<LotUse> uses = new ArrayList<>();
        List<PlainLot> over = new ArrayList<>(inOrderOfSpending());
        over.removeIf(lot -> lot.left == 0 || !isOver(lot));
        over.stream()
                .filter(lot -> isPast(lot) && !lot.isWaitingAt(now))
                .sorted(BY_DATE)
                .forEach(lot -> uses.add(expireWhole(lot)));
        over.stream()
                .filter(lot -> lot.left > 0 && lot.isWaitingAt(now))
                .sorted(Comparator.comparing((PlainLot lot) -> earlier(lot.available, dateOf(lot)))
                        .thenComparing(lot -> lot.number))
                .forEach(lot -> uses.add(expireWhole(lot)));
        over.stream()
                .filter(lot -> lot.left > 0 && dateOf(lot) != null)
                .sorted(BY_DATE)
                .forEach(lot -> uses.add(expireWhole(lot)));
        over.stream().filter(lot -> lot.left > 0).sorted(BY_EARNED).forEach(lot -> uses.add(expireWhole(lot)));
        if (timer() != null && !now.isBefore(timer())) {
            lots.stream().filter(this::isTimed).forEach(lot -> lot.ranOut = true);
            runsOut = null;
        }
        return uses;
    }

    LotUse expireWhole(PlainLot lot) {
        LotUse use = lot.use(lot.left);
        lot.expiredUnused = Math.addExact(lot.expiredUnused, lot.left);
        lot.left = 0;
        return use;
    }

    /** Expires all that is left, those with a date first and those that wait last. */
    List<LotUse> expireAll() {
        List<LotUse> uses = new ArrayList<>();
        List<PlainLot> left = inOrderOfSpending();
        left.stream()
                .filter(lot -> lot.left > 0 && dateOf(lot) != null && !lot.isPendingAt(now))
                .sorted(BY_DATE)
                .forEach(lot -> uses.add(expireWhole(lot)));
        left.stream().filter(lot -> lot.left > 0 && !lot.isPendingAt(now)).forEach(lot -> uses.add(expireWhole(lot)));
        left.stream()
                .filter(lot -> lot.left > 0)
                .sorted(Comparator.comparing((PlainLot lot) -> earlier(lot.available, dateOf(lot)))
                        .thenComparing(lot -> lot.number))
                .forEach(lot -> uses.add(expireWhole(lot)));
        return uses;
    }

    /** Whether a lot is past its date. */
    private boolean isPast(PlainLot lot) {
        Instant date = dateOf(lot);
        return date != null && !now.isBefore(date);
    }

    /** Whether points of a lot are gone now: by its date, or by a timer that ran out or runs out now. */
    boolean isOver(PlainLot lot) {
        Instant end = endOf(lot);
        return lot.ranOut || (end != null && !now.isBefore(end));
    }

    // --- other terms ---

    /** Whether inactivity ends points by the terms. */
    boolean isOnTimer() {
        return inactivity != null;
    }

    /** Whether dates end them, or could. */
    boolean hasDates() {
        return isDated || inactivity == null;
    }

    /** The lot of a copy. */
    PlainLot sameAs(PlainLot copy) {
        return lots.stream()
                .filter(lot -> lot.number == copy.number
                        && lot.isGivenBack == copy.isGivenBack
                        && (!lot.isGivenBack || lot.expires.equals(copy.expires)))
                .findFirst()
                .orElseThrow();
    }

    /** When a lot ends that has no date of its own: never as long as a tier suspends that, unless it was over before. */
    Instant endByTerms(PlainLot lot) {
        boolean wasOver = lot.expires != null && suspendedSince != null && !lot.expires.isAfter(suspendedSince);
        return suspendedSince != null && !wasOver ? null : endOf(lot);
    }

    // --- dates, and tiers that suspend them ---

    /** When points expire that were earned at an instant and are available from another on, or null if they have no date. */
    Instant expiryOf(Instant earned, Instant availableFrom) {
        return account.instantOf(expiry.date(), expiry.isFromAvailability() ? availableFrom : earned);
    }

    /** Suspends expiry, or lets it go on, by the tiers that are held; says whether lots can get another date by that. */
    boolean follow(Set<Tier> held, boolean isByReturn) {
        boolean suspends = policy.terms().suspending().stream().anyMatch(held::contains);
        if (suspends == (suspendedSince != null)) {
            return false;
        }
        redatedTo = null;
        if (!suspends) {
            // What a return takes away was never there, so nothing is given for leaving it; nor where no tier suspends
            // any more.
            boolean leaves = !isByReturn && !policy.terms().suspending().isEmpty();
            Moment afterwards = policy.terms().afterwards();
            Instant timerTo = now;
            redatedTo = now;
            if (leaves && inactivity != null) {
                timerTo = later(now, afterwards == null ? runsOutAfter(now) : account.instantOf(afterwards, now));
            }
            if (leaves && isDated) {
                redatedTo = later(now, account.instantOf(afterwards == null ? expiry.date() : afterwards, now));
            }
            lots.stream()
                    .filter(PlainLot::isDatedByTerms)
                    .forEach(lot -> lot.resume(suspendedSince, redatedTo, account.written));
            runsOut = runsOut == null ? null : later(runsOut, timerTo);
        }
        suspendedSince = suspends ? now : null;
        return (isDated || inactivity == null) && !lots.isEmpty();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** The date of a lot gets this where it is later, or does not count from now on if null. */
    Instant redatedTo() {
        return redatedTo;
    }

    /** The date with which points of a lot leave, also where it does not count now, or null if they have none. */
    Instant expiryOnSending(PlainLot lot) {
        return isTimed(lot) ? earlier(lot.expires, runsOut) : lot.expires;
    }

    /** What is left, as the real wallet tells it. */
    List<Lot> lotsLeft() {
        return lots.stream()
                .filter(lot -> lot.left > 0)
                .map(lot -> new Lot(
                        lot.number, lot.points, lot.left, lot.earned, lot.available, lot.expires, datingOf(lot)))
                .toList();
    }

    private LotDating datingOf(PlainLot lot) {
        if (lot.isGivenBack) {
            return LotDating.GIVEN_BACK;
        }
        if (lot.hasOwnDate) {
            return LotDating.OWN;
        }
        return isSuspended(lot) ? LotDating.SUSPENDED : LotDating.BY_TERMS;
    }

    // --- spending ---

    List<PlainLot> inOrderOfSpending() {
        List<PlainLot> sorted = new ArrayList<>(lots);
        sorted.sort(Comparator.comparing(this::endOf, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
                .thenComparing(lot -> lot.earned)
                .thenComparing(lot -> lot.number));
        return sorted;
    }

    /** Takes so many points, which must be there, and says from which lots. */
    List<LotUse> take(long points) {
        return take(points, List.of());
    }

    /** Takes so many points, which must be there, from given lots first, and says from which. */
    List<LotUse> take(long points, List<PlainLot> first) {
        List<LotUse> uses = takeAtMost(points, first);
        long missing = points - PlainPoints.sum(uses);
        if (missing > 0) {
            throw new IllegalStateException(missing + " points are missing");
        }
        return uses;
    }

    /** Takes so many points, or what is there, from given lots first, and says from which; from given ones also what is pending. */
    List<LotUse> takeAtMost(long points, List<PlainLot> first) {
        List<PlainLot> order = new ArrayList<>(first);
        inOrderOfSpending().stream().filter(lot -> !lot.isPendingAt(now)).forEach(order::add);
        List<LotUse> uses = new ArrayList<>();
        long missing = points;
        for (PlainLot lot : order) {
            long part = Math.min(lot.left, missing);
            if (part > 0) {
                lot.left -= part;
                missing -= part;
                uses.add(lot.use(part));
            }
        }
        return uses;
    }
}
