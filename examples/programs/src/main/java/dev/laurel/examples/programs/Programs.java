package dev.laurel.examples.programs;

import dev.laurel.program.LoyaltyProgram;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The example programs by their ids. */
public final class Programs {
    private static final SortedMap<String, Supplier<List<LoyaltyProgram>>> BY_ID =
            Collections.unmodifiableSortedMap(new TreeMap<>(Map.of(
                    "airline", () -> List.of(Airline.airline()),
                    "beauty-insider", () -> List.of(BeautyInsider.beautyInsider()),
                    "cdnow-kept", () -> List.of(Cdnow.kept()),
                    "cdnow-yearly", () -> List.of(Cdnow.yearly()),
                    "corner-shop", CornerShop::cornerShop,
                    "explorer", () -> List.of(Explorer.explorer()),
                    "one-per-pound", () -> List.of(OnePerPound.onePerPound()),
                    "stars", () -> List.of(Stars.stars()))));

    private Programs() {}

    /** The ids, in their natural order. */
    public static Set<String> ids() {
        return BY_ID.keySet();
    }

    /** The program of an id in its last version, or in the version that the name says too, if there is one. */
    public static Optional<LoyaltyProgram> program(String name) {
        return versions(name).map(all -> all.get(all.size() - 1));
    }

    /**
     * The versions of a program, if there is one.
     *
     * @param name its id, or its id and a version, such as {@code beauty-insider@2026.1}, for that version alone
     */
    public static Optional<List<LoyaltyProgram>> versions(String name) {
        String id = name.replaceFirst("@.*", "");
        return Optional.ofNullable(BY_ID.get(id))
                .map(Supplier::get)
                .map(all -> id.equals(name)
                        ? all
                        : all.stream()
                                .filter(program -> program.versionedId().equals(name))
                                .toList())
                .filter(some -> !some.isEmpty());
    }
}
