package dev.laurel.ledger;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The holds that a list of entries leaves open, worked out from the entries alone. */
final class HoldFold {
    private final Map<String, HeldPoints> holds = new TreeMap<>();

    /** What expired out of a hold, by its id, until it is in it again. */
    private final Map<String, HeldPoints> expired = new TreeMap<>();

    private Map.@Nullable Entry<String, HeldPoints> next;

    /** What a hold still sets aside, by lot; a hold of nothing is one that was resolved. */
    private record HeldPoints(String currency, SortedMap<Long, Long> lots) {}

    /** The holds of a currency that set points aside. */
    SortedMap<String, List<LotUse>> open(String currency) {
        ImmutableSortedMap.Builder<String, List<LotUse>> open = ImmutableSortedMap.naturalOrder();
        holds.forEach((hold, held) -> {
            if (held.currency.equals(currency) && !held.lots.isEmpty()) {
                open.put(
                        hold,
                        held.lots.entrySet().stream()
                                .map(lot -> new LotUse(lot.getKey(), lot.getValue()))
                                .collect(ImmutableList.toImmutableList()));
            }
        });
        return open.build();
    }

    /** What is wrong with an entry, or null. */
    @Nullable
    String check(LedgerEntry entry) {
        next = null;
        String hold = entry.hold();
        Movement movement = entry.movement();
        boolean ofHold = movement.namesHold();
        if (!ofHold || hold == null) {
            return ofHold == (hold != null) ? null : entry.kind() + (ofHold ? " must name its hold" : " has no hold");
        }
        return movement.to() == Movement.Place.HOLD ? setAside(hold, entry, movement) : end(hold, entry);
    }

    /** Posts the entry that was checked last. */
    void post(LedgerEntry entry) {
        if (next != null) {
            holds.put(next.getKey(), next.getValue());
            if (entry.movement().total() == Movement.Total.EXPIRED && entry.points() < 0) {
                expired.put(next.getKey(), new HeldPoints(entry.currency(), lotsOf(entry)));
            } else {
                expired.remove(next.getKey());
            }
        }
    }

    private static SortedMap<Long, Long> lotsOf(LedgerEntry entry) {
        SortedMap<Long, Long> lots = new TreeMap<>();
        entry.lots().forEach(use -> lots.merge(use.lot(), use.points(), Math::addExact));
        return lots;
    }

    private @Nullable String setAside(String hold, LedgerEntry entry, Movement movement) {
        HeldPoints aside = new HeldPoints(entry.currency(), lotsOf(entry));
        next = Map.entry(hold, aside);
        if (movement.from() == Movement.Place.LOTS) {
            return holds.containsKey(hold) ? "makes hold '" + hold + "' a second time" : null;
        }
        return aside.equals(expired.get(hold))
                ? null
                : "opens hold '" + hold + "' again, out of which no such points expired";
    }

    private @Nullable String end(String hold, LedgerEntry entry) {
        HeldPoints held = holds.get(hold);
        if (held == null || !held.currency.equals(entry.currency())) {
            return "ends hold '" + hold + "', which set no such points aside";
        }
        SortedMap<Long, Long> left = new TreeMap<>(held.lots);
        for (LotUse use : entry.lots()) {
            long before = left.getOrDefault(use.lot(), 0L);
            if (use.points() > before) {
                return "takes " + use.points() + " points of lot " + use.lot() + " out of hold '" + hold
                        + "', which set " + before + " aside";
            }
            if (use.points() == before) {
                left.remove(use.lot());
            } else {
                left.put(use.lot(), before - use.points());
            }
        }
        next = Map.entry(hold, new HeldPoints(held.currency, left));
        return null;
    }
}
