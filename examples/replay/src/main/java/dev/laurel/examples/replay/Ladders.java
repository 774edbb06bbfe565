package dev.laurel.examples.replay;

import dev.laurel.program.Ladder;
import dev.laurel.program.LoyaltyProgram;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ladders of a program in all its versions. Files name the ladder of a tier only where there are several. */
final class Ladders {
    private final Map<String, Set<String>> tiers = new LinkedHashMap<>();
    private final Set<String> counters = new LinkedHashSet<>();

    private Ladders() {}

    static Ladders of(List<LoyaltyProgram> versions) {
        Ladders ladders = new Ladders();
        for (LoyaltyProgram version : versions) {
            version.ladders().forEach(ladders::add);
        }
        return ladders;
    }

    private void add(Ladder ladder) {
        Set<String> known = tiers.computeIfAbsent(ladder.id(), id -> new LinkedHashSet<>());
        ladder.steps().forEach(step -> known.add(step.tier().id()));
        ladder.sums().forEach(sum -> counters.add(sum.counter().id()));
    }

    boolean areSeveral() {
        return tiers.size() > 1;
    }

    /** The id of the counter that decides about the tiers of the only ladder, or null if there is no such. */
    @Nullable
    String counterOfTheOnly() {
        return tiers.size() == 1 && counters.size() == 1 ? counters.iterator().next() : null;
    }

    /** Their ids. */
    Set<String> ids() {
        return Collections.unmodifiableSet(tiers.keySet());
    }

    /** The id of the ladder that has a tier, or null if none has. */
    @Nullable
    String ofTier(String tier) {
        return tiers.entrySet().stream()
                .filter(ladder -> ladder.getValue().contains(tier))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }
}
