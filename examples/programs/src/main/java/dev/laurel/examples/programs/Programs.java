package dev.laurel.examples.programs;

import dev.laurel.program.LoyaltyProgram;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The example programs by their ids. */
public final class Programs {
    private static final SortedMap<String, Supplier<LoyaltyProgram>> BY_ID =
            Collections.unmodifiableSortedMap(new TreeMap<>(Map.of(
                    "beauty-insider", BeautyInsider::beautyInsider,
                    "cdnow-kept", Cdnow::kept,
                    "cdnow-yearly", Cdnow::yearly,
                    "one-per-pound", OnePerPound::onePerPound)));

    private Programs() {}

    /** The ids, in their natural order. */
    public static Set<String> ids() {
        return BY_ID.keySet();
    }

    /** The program of an id, if there is one. */
    public static Optional<LoyaltyProgram> program(String id) {
        return Optional.ofNullable(BY_ID.get(id)).map(Supplier::get);
    }
}
