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
    void post() {
        if (next != null) {
            holds.put(next.getKey(), next.getValue());
        }
    }

    private @Nullable String setAside(String hold, LedgerEntry entry, Movement movement) {
        SortedMap<Long, Long> lots = new TreeMap<>();
        entry.lots().forEach(use -> lots.merge(use.lot(), use.points(), Math::addExact));
        next = Map.entry(hold, new HeldPoints(entry.currency(), lots));
        HeldPoints before = holds.get(hold);
        if (movement.from() == Movement.Place.LOTS) {
            return before == null ? null : "makes hold '" + hold + "' a second time";
        }
        return before != null && before.lots.isEmpty() && before.currency.equals(entry.currency())
                ? null
                : "opens hold '" + hold + "' again, which did not end";
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
