package dev.laurel.ledger;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.id.Identifiers;
import dev.laurel.ledger.Movement.Place;
import dev.laurel.ledger.Movement.Total;
import dev.laurel.ledger.Movement.Trait;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The lots and balances that a list of entries adds up to, worked out from the entries alone, one by one and without any
 * shortcut; and the first entry, if any, that cannot be right.
 */
public final class LedgerFold {
    private final Map<String, Balance> balances = new TreeMap<>();
    private final SortedMap<Key, OpenLot> open = new TreeMap<>();
    private final Map<Key, OpenLot> emptied = new HashMap<>();
    private final Map<Key, Long> overdue = new HashMap<>();
    private final Set<Long> pending = new HashSet<>();
    private final NavigableMap<Instant, List<Long>> maturing = new TreeMap<>();
    private final Map<Long, Long> redeemed = new HashMap<>();
    private final Map<Key, Long> expired = new HashMap<>();

    /** Lots whose points have ended by themselves, or may have: of what holds nothing no entry tells. */
    private final Set<Key> ended = new HashSet<>();

    private final HoldFold holds = new HoldFold();
    private long sequence;
    private long lots;
    private @Nullable Instant effective;
    private @Nullable Violation violation;

    /**
     * An entry that cannot be right after those before it.
     *
     * @param sequence its number
     * @param message what is wrong with it
     */
    public record Violation(long sequence, String message) {}

    /** A lot, or what of it came back and may last longer: then until when. */
    private record Key(long lot, @Nullable Instant until) implements Comparable<Key> {
        static Key of(LotUse use) {
            return new Key(use.lot(), use.until());
        }

        @Override
        public int compareTo(Key other) {
            return Comparator.comparingLong(Key::lot)
                    .thenComparing(Key::until, Comparator.nullsFirst(Comparator.naturalOrder()))
                    .compare(this, other);
        }
    }

    private record OpenLot(String currency, String cause, Lot lot) {
        OpenLot with(Lot changed) {
            return new OpenLot(currency, cause, changed);
        }
    }

    private LedgerFold() {}

    /** Folds entries in their order, up to the first that is wrong; what becomes available does so until the last of them. */
    public static LedgerFold of(Iterable<LedgerEntry> entries) {
        LedgerFold fold = new LedgerFold();
        for (LedgerEntry entry : entries) {
            String wrong = fold.apply(entry);
            if (wrong != null) {
                fold.violation = new Violation(entry.sequence(), wrong);
                break;
            }
        }
        return fold;
    }

    /** Folds entries as they are at an instant after them: if none is wrong, what becomes available does so until then. */
    public static LedgerFold of(Iterable<LedgerEntry> entries, Instant asOf) {
        LedgerFold fold = of(entries);
        if (fold.violation == null) {
            fold.matureUntil(asOf);
        }
        return fold;
    }

    /** The first entry that is wrong, if any; the balances and lots are those before it. */
    public Optional<Violation> violation() {
        return Optional.ofNullable(violation);
    }

    /** The number of the last entry, or 0. */
    public long sequence() {
        return sequence;
    }

    /** How many lots were ever opened. */
    public long lotsOpened() {
        return lots;
    }

    /** The point currencies of the entries, in their natural order. */
    public Set<String> currencies() {
        return Collections.unmodifiableSet(balances.keySet());
    }

    /** The balance in a point currency. */
    public Balance balance(String currency) {
        return balances.getOrDefault(currency, Balance.ZERO);
    }

    /** The lots of a point currency that have points left, by number. */
    public List<Lot> openLots(String currency) {
        return open.values().stream()
                .filter(lot -> lot.currency.equals(currency))
                .map(OpenLot::lot)
                .collect(ImmutableList.toImmutableList());
    }

    /** The points that holds of a point currency still set aside: by the id of the hold, how many of which lot. */
    public SortedMap<String, List<LotUse>> openHolds(String currency) {
        return holds.open(currency);
    }

    /** What is wrong with an entry, or null; one that is wrong leaves no trace. */
    private @Nullable String apply(LedgerEntry entry) {
        long lotsBefore = lots;
        Map<Key, Optional<OpenLot>> before = new HashMap<>();
        entry.lots().forEach(use -> before.put(Key.of(use), Optional.ofNullable(open.get(Key.of(use)))));
        Map<String, Balance> balancesBefore = maturing.isEmpty() ? Map.of() : new TreeMap<>(balances);
        String wrong;
        try {
            wrong = post(entry);
        } catch (ArithmeticException e) {
            wrong = "brings a total past what a long can hold";
        }
        if (wrong != null) {
            lots = lotsBefore;
            balances.putAll(balancesBefore);
            before.forEach((lot, was) -> was.ifPresentOrElse(it -> open.put(lot, it), () -> open.remove(lot)));
        }
        return wrong;
    }

    private @Nullable String post(LedgerEntry entry) {
        String wrong = outOfOrder(entry);
        if (wrong != null) {
            return wrong;
        }
        if (!entry.effective().equals(effective)) {
            overdue.clear();
        }
        matureUntil(entry.effective());
        Movement movement = entry.movement();
        wrong = wrongPoints(entry, movement);
        wrong = wrong == null ? holds.check(entry) : wrong;
        wrong = wrong == null ? usesLots(entry, movement) : wrong;
        wrong = wrong == null ? expiresInTime(entry, movement) : wrong;
        wrong = wrong == null && !movement.movesNothing() ? balances(entry, movement) : wrong;
        if (wrong != null) {
            return wrong;
        }
        if (movement.movesNothing()) {
            redate(entry);
        }
        holds.post(entry);
        sequence = entry.sequence();
        effective = entry.effective();
        return null;
    }

    /** What is wrong with the place of an entry among the others, or null. */
    private @Nullable String outOfOrder(LedgerEntry entry) {
        if (entry.sequence() != sequence + 1) {
            return "sequence must be " + (sequence + 1) + ", but was " + entry.sequence();
        }
        if (effective != null && entry.effective().isBefore(effective)) {
            return "must not take effect before the entry before it, at " + effective + ", but did at "
                    + entry.effective();
        }
        return null;
    }

    /** What is wrong with the balance that an entry leaves, or null; then it is the balance from now on. */
    private @Nullable String balances(LedgerEntry entry, Movement movement) {
        Balance before = balance(entry.currency());
        if (before.debt() > 0 && before.available() > 0 && movement.has(Trait.SPENDS)) {
            return "spends while a debt of " + before.debt() + " is not paid";
        }
        Balance after = before.plus(entry, touchedPending(entry));
        if (!after.addsUp() || (after.debt() > before.debt() && after.available() > 0)) {
            return "leaves a balance that does not add up: " + after;
        }
        if (entry.shortfall() > 0 && after.available() > 0) {
            return "has a shortfall of " + entry.shortfall() + ", but leaves " + after.available() + " available";
        }
        balances.put(entry.currency(), after);
        return null;
    }

    private long touchedPending(LedgerEntry entry) {
        long touched = 0;
        for (LotUse use : entry.lots()) {
            if (pending.contains(use.lot())) {
                touched = Math.addExact(touched, use.points());
            }
        }
        return touched;
    }

    private @Nullable String usesLots(LedgerEntry entry, Movement movement) {
        for (LotUse use : entry.lots()) {
            String wrong = usesLot(entry, movement, use);
            if (wrong != null) {
                return wrong;
            }
        }
        return null;
    }

    /** No entry tells that points become available: that follows from their dates. What is gone by then never does. */
    private void matureUntil(Instant instant) {
        while (!maturing.isEmpty() && !maturing.firstKey().isAfter(instant)) {
            for (long number : maturing.pollFirstEntry().getValue()) {
                OpenLot lot = open.get(new Key(number, null));
                if (lot == null || !lot.lot.isExpiredAt(lot.lot.available())) {
                    pending.remove(number);
                }
                if (lot != null && !pending.contains(number)) {
                    balances.compute(
                            lot.currency,
                            (currency, balance) -> requireNonNull(balance).withMatured(lot.lot.left()));
                }
            }
        }
    }

    /** A date of its own rules alone; inactivity can end what has one by the terms, and a ledger does not know them. */
    private static boolean isEarly(Lot lot, Instant at) {
        boolean rulesAlone = lot.dating() == LotDating.OWN || lot.dating() == LotDating.GIVEN_BACK;
        boolean isSuspended = lot.dating() == LotDating.SUSPENDED;
        return (rulesAlone || isSuspended) && !lot.isExpiredAt(at);
    }

    /** Only time expires lots, at their dates; or an account is closed, and none is left, nor anything on hold. */
    private @Nullable String expiresInTime(LedgerEntry entry, Movement movement) {
        if (movement.total() != Total.EXPIRED || movement.isPositive()) {
            return null;
        }
        boolean isByHost = !entry.cause().startsWith(Identifiers.RESERVED_PREFIX);
        if (movement.namesHold()) {
            return isByHost ? null : "expires what is on hold, which only a closure does";
        }
        boolean closes = isByHost && openLots(entry.currency()).isEmpty();
        for (LotUse use : entry.lots()) {
            OpenLot lot = find(Key.of(use));
            if (!closes && lot != null && !ended.contains(Key.of(use)) && isEarly(lot.lot, entry.effective())) {
                return "expires lot " + use.lot() + " before its date, " + lot.lot.expires();
            }
            if (!closes) {
                // What comes back to it later is gone too, whatever tier suspends dates by then.
                ended.add(Key.of(use));
            }
        }
        return null;
    }

    private @Nullable String usesLot(LedgerEntry entry, Movement movement, LotUse use) {
        if (movement.has(Trait.OPENS_LOTS)) {
            return opens(entry, use);
        }
        if (movement.isPositive() && movement.total() == Total.EXPIRED) {
            return comesBack(entry, movement, use);
        }
        if (movement.to() == Place.LOTS) {
            return movement.from() == Place.HOLD ? returns(entry, use) : putsBack(entry, use);
        }
        String wrong = movement.from() == Place.LOTS ? takes(entry, movement, use) : null;
        if (wrong == null && movement.total() == Total.REDEEMED) {
            redeemed.merge(use.lot(), use.points(), Math::addExact);
        } else if (wrong == null && movement.total() == Total.EXPIRED) {
            expired.merge(Key.of(use), use.points(), Math::addExact);
        }
        return wrong;
    }

    /** Only what expired out of a lot can come back to it, or to the hold that had set it aside. */
    private @Nullable String comesBack(LedgerEntry entry, Movement movement, LotUse use) {
        OpenLot lot = find(Key.of(use));
        long gone = expired.getOrDefault(Key.of(use), 0L);
        if (lot == null || !lot.currency.equals(entry.currency()) || use.points() > gone) {
            return "brings back " + use.points() + " points of lot " + use.lot() + ", of which " + gone + " expired";
        }
        expired.put(Key.of(use), gone - use.points());
        if (movement.to() == Place.LOTS) {
            putBack(entry, use, lot);
        }
        return null;
    }

    /** What is wrong with the points of an entry, or null. */
    private @Nullable String wrongPoints(LedgerEntry entry, Movement movement) {
        if (movement.movesNothing()) {
            return redates(entry);
        }
        // A kind that may fall short when it takes is told by the same rules when it gives.
        return entry.kind().movement(0, false).has(Trait.MAY_FALL_SHORT) ? adjusts(entry) : moves(entry, movement);
    }

    private @Nullable String redates(LedgerEntry entry) {
        for (LotUse use : entry.lots()) {
            OpenLot lot = use.until() == null ? find(Key.of(use)) : null;
            if (lot == null || !lot.currency.equals(entry.currency()) || lot.lot.dating() == LotDating.OWN) {
                return "REDATE must be of lots whose dates the terms rule, but was of lot " + use.lot();
            }
        }
        return movesNothing(entry);
    }

    private static @Nullable String movesNothing(LedgerEntry entry) {
        if (entry.points() != 0 || entry.shortfall() != 0) {
            return "REDATE must move nothing, but had " + entry.points() + " points";
        }
        Instant expires = entry.expires();
        return entry.lots().isEmpty() && expires != null && expires.isBefore(entry.effective())
                ? "REDATE must not give a date before its own, but gave " + expires
                : null;
    }

    /** Lots that are empty get the date too: what comes back to them must be gone with what stayed. Those that are named get just this date. */
    private void redate(LedgerEntry entry) {
        Instant least = entry.expires();
        for (LotUse use : entry.lots()) {
            Key key = Key.of(use);
            open.computeIfPresent(key, (any, lot) -> lot.with(lot.lot.withExpires(least, entry.dating())));
            emptied.computeIfPresent(key, (any, lot) -> lot.with(lot.lot.withExpires(least, entry.dating())));
        }
        if (!entry.lots().isEmpty()) {
            return;
        }
        if (least == null) {
            emptied.forEach((key, lot) -> {
                if (lot.currency.equals(entry.currency())) {
                    ended.add(key);
                }
            });
        }
        UnaryOperator<Lot> change = lot -> least == null ? suspended(lot, entry.effective()) : resumed(lot, least);
        replaceAll(open, entry.currency(), change);
        replaceAll(emptied, entry.currency(), change);
    }

    private static void replaceAll(Map<Key, OpenLot> lots, String currency, UnaryOperator<Lot> change) {
        lots.replaceAll((key, lot) -> lot.currency.equals(currency) ? lot.with(change.apply(lot.lot)) : lot);
    }

    /** What was past its date by then stays so. */
    private static Lot suspended(Lot lot, Instant since) {
        Instant expires = lot.expires();
        return lot.dating() == LotDating.BY_TERMS && expires != null && expires.isAfter(since)
                ? lot.withExpires(expires, LotDating.SUSPENDED)
                : lot;
    }

    /** What came while dates did not count is told so by its entry. */
    private static Lot resumed(Lot lot, Instant least) {
        Instant expires = lot.expires();
        if (lot.dating() != LotDating.SUSPENDED || expires == null) {
            return lot;
        }
        return lot.withExpires(expires.isBefore(least) ? least : expires, LotDating.BY_TERMS);
    }

    /** What is wrong with the points of an entry of any kind but an adjustment. */
    private static @Nullable String moves(LedgerEntry entry, Movement movement) {
        boolean positive = movement.isPositive();
        if (positive ? entry.points() <= 0 : entry.points() >= 0) {
            return entry.kind() + " must have " + (positive ? "more" : "less") + " than 0 points, but had "
                    + entry.points();
        }
        if (entry.touched() != Math.abs(entry.points())) {
            return "its lots have " + entry.touched() + " points, but it has " + entry.points();
        }
        return entry.shortfall() == 0 ? null : entry.kind() + " cannot have a shortfall, but had " + entry.shortfall();
    }

    /** What is wrong with the points of an adjustment or a clawback: one that takes may find less than it asks for. */
    private static @Nullable String adjusts(LedgerEntry entry) {
        boolean owes = entry.points() < 0 && entry.shortfall() == 0;
        if (owes ? entry.touched() > -entry.points() : entry.touched() != Math.abs(entry.points())) {
            return "its lots have " + entry.touched() + " points, but it has " + entry.points();
        }
        if (entry.points() > 0 && !entry.movement().isPositive()) {
            return entry.kind() + " must not have more than 0 points, but had " + entry.points();
        }
        boolean empty = entry.points() == 0 && entry.shortfall() == 0;
        return empty || entry.shortfall() < 0 || (entry.points() > 0 && entry.shortfall() > 0)
                ? entry.kind() + " must have points, and a shortfall only where it takes some, but had "
                        + entry.points() + " and a shortfall of " + entry.shortfall()
                : null;
    }

    private @Nullable String opens(LedgerEntry entry, LotUse use) {
        if (entry.earned() == null || entry.available() == null) {
            return "opens lot " + use.lot() + " without saying when it was earned and from when it is available";
        }
        OpenLot present = open.get(Key.of(use));
        if (present == null) {
            if (use.lot() != lots + 1) {
                return "must open lot " + (lots + 1) + ", but opened " + use.lot();
            }
            lots++;
            if (entry.available().isAfter(entry.effective())) {
                pending.add(use.lot());
                maturing.computeIfAbsent(entry.available(), at -> new ArrayList<>())
                        .add(use.lot());
            }
            Lot opened = new Lot(
                    use.lot(),
                    use.points(),
                    use.points(),
                    entry.earned(),
                    entry.available(),
                    entry.expires(),
                    entry.dating());
            open.put(Key.of(use), new OpenLot(entry.currency(), entry.cause(), opened));
            return null;
        }
        Lot lot = present.lot;
        boolean together = present.cause.equals(entry.cause())
                && present.currency.equals(entry.currency())
                && lot.points() == lot.left()
                && lot.earned().equals(entry.earned())
                && lot.available().equals(entry.available())
                && Objects.equals(lot.expires(), entry.expires())
                && lot.dating() == entry.dating();
        if (!together) {
            return "adds to lot " + use.lot() + ", which is not one that it could share";
        }
        long points = Math.addExact(lot.points(), use.points());
        Lot more = new Lot(lot.number(), points, points, lot.earned(), lot.available(), lot.expires(), lot.dating());
        open.put(Key.of(use), present.with(more));
        return null;
    }

    private @Nullable OpenLot find(Key key) {
        return open.getOrDefault(key, emptied.get(key));
    }

    /** Only what a redemption took out of a lot can go back into it. */
    private @Nullable String putsBack(LedgerEntry entry, LotUse use) {
        OpenLot lot = find(new Key(use.lot(), null));
        long taken = redeemed.getOrDefault(use.lot(), 0L);
        if (lot == null || !lot.currency.equals(entry.currency()) || use.points() > taken) {
            return "puts " + use.points() + " points back into lot " + use.lot() + ", from which " + taken
                    + " were redeemed";
        }
        redeemed.put(use.lot(), taken - use.points());
        putBack(entry, use, lot);
        return null;
    }

    /** What a hold had set aside goes back; that there was as much has been seen by then. */
    private @Nullable String returns(LedgerEntry entry, LotUse use) {
        OpenLot lot = find(new Key(use.lot(), null));
        if (lot == null || !lot.currency.equals(entry.currency())) {
            return "puts " + use.points() + " points back into lot " + use.lot()
                    + ", which is not one of that currency";
        }
        putBack(entry, use, lot);
        return null;
    }

    /** What is past its date by then may pay what is owed, or what was missing, at that instant. */
    private void putBack(LedgerEntry entry, LotUse use, OpenLot lot) {
        Key key = Key.of(use);
        OpenLot present = find(key);
        OpenLot to = present != null
                ? present
                : lot.with(lot.lot.withLeft(0).withExpires(use.until(), LotDating.GIVEN_BACK));
        open.put(key, to.with(to.lot.withLeft(Math.addExact(to.lot.left(), use.points()))));
        if (to.lot.expires() == null || to.lot.isExpiredAt(entry.effective())) {
            overdue.merge(key, use.points(), Math::addExact);
        }
    }

    private @Nullable String takes(LedgerEntry entry, Movement movement, LotUse use) {
        Key key = Key.of(use);
        OpenLot present = open.get(key);
        if (present == null || !present.currency.equals(entry.currency())) {
            return "takes from lot " + use.lot() + ", which holds no such points";
        }
        Lot lot = present.lot;
        if (use.points() > lot.left()) {
            return "takes " + use.points() + " points from lot " + use.lot() + ", which has " + lot.left() + " left";
        }
        boolean isTooEarly = pending.contains(use.lot()) && !movement.has(Trait.FINDS_PENDING);
        boolean isTooLate = lot.isExpiredAt(entry.effective())
                && movement.total() != Total.EXPIRED
                && !(movement.has(Trait.FINDS_OVERDUE) && use.points() <= overdue.getOrDefault(key, 0L));
        if (isTooEarly || isTooLate) {
            return entry.kind() + " takes from lot " + use.lot() + ", which cannot be spent at " + entry.effective();
        }
        if (use.points() == lot.left()) {
            emptied.put(key, present.with(lot.withLeft(0)));
            open.remove(key);
        } else {
            open.put(key, present.with(lot.withLeft(lot.left() - use.points())));
        }
        return null;
    }
}
