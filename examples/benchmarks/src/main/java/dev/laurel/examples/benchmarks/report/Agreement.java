package dev.laurel.examples.benchmarks.report;

import dev.laurel.examples.benchmarks.contender.Contender;
import dev.laurel.examples.benchmarks.shop.Shop;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Whether contenders give the same points for every order and every member. One that does not is not worth measuring. */
final class Agreement {
    private final Shop shop;
    private final Tally expected;
    private final Map<String, String> differences = new TreeMap<>();

    /**
     * An agreement with one contender.
     *
     * @param reference the one with which the others must agree; it is closed
     */
    Agreement(Shop shop, Contender reference) {
        this.shop = shop;
        expected = tally(reference);
    }

    /** Runs a contender over the shop, closes it, and tells whether it agrees. */
    boolean holdsFor(String label, Contender contender) {
        Optional<String> difference = tally(contender).differenceFrom(expected);
        difference.ifPresent(text -> differences.put(label, label + " gives " + text));
        return difference.isEmpty();
    }

    /** Whether so many first orders give these points. */
    boolean holdsFor(int orders, long points) {
        return expected.pointsOfFirst(orders) == points;
    }

    /** What differs, by contender. */
    Map<String, String> differences() {
        return Map.copyOf(differences);
    }

    private Tally tally(Contender contender) {
        try {
            return Tally.of(contender, shop);
        } finally {
            contender.close();
        }
    }
}
