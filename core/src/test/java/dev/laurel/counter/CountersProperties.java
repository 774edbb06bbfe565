package dev.laurel.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;

/** Counters against sorted maps. Counters are many enough that chunks split and empty. */
@Tag("Q1")
class CountersProperties {
    /** Adds to a window of a counter, or drops the windows of all counters before it, or begins another event. */
    record Step(Kind kind, int counter, long window, long amount) {
        enum Kind {
            ADD,
            DROP,
            NEXT
        }

        String id() {
            return "c-" + counter;
        }
    }

    @Property(tries = 300)
    void countersAreAMapOfSumsByWindowInTheOrderOfTheIds(@ForAll("steps") List<Step> steps) {
        Counters counters = Counters.NONE;
        Counters.Draft draft = new Counters.Draft(counters);
        TreeMap<String, TreeMap<Long, Long>> oracle = new TreeMap<>();
        Map<String, WindowSums> before = sums(oracle);
        for (Step step : steps) {
            switch (step.kind) {
                case ADD -> {
                    long sum = draft.add(step.id(), step.window, step.amount);
                    TreeMap<Long, Long> windows = oracle.computeIfAbsent(step.id(), id -> new TreeMap<>());
                    windows.merge(step.window, step.amount, Long::sum);
                    assertThat(sum).isEqualTo(windows.get(step.window));
                    windows.values().removeIf(each -> each == 0);
                }
                case DROP -> {
                    // Each counter keeps from another window on.
                    draft.keepFrom(id -> step.window + id.length() % 2);
                    oracle.forEach((id, windows) ->
                            windows.headMap(step.window + id.length() % 2).clear());
                }
                case NEXT -> {
                    assertThat(counters)
                            .as("the counters that the draft began with")
                            .isEqualTo(before);
                    counters = draft.toCounters();
                    draft = new Counters.Draft(counters);
                    before = sums(oracle);
                }
            }
            oracle.values().removeIf(Map::isEmpty);
            assertThat(draft.sum(step.id(), step.window))
                    .isEqualTo(oracle.getOrDefault(step.id(), new TreeMap<>()).getOrDefault(step.window, 0L));
            assertThat(draft.of(step.id()).toMap()).isEqualTo(oracle.getOrDefault(step.id(), new TreeMap<>()));
        }
        Counters after = draft.toCounters();
        Map<String, WindowSums> expected = sums(oracle);
        assertThat(counters).isEqualTo(before);
        assertThat(new ArrayList<>(after.entrySet())).isEqualTo(new ArrayList<>(expected.entrySet()));
        assertThat(after).hasSize(expected.size()).isEqualTo(expected).isEqualTo(Counters.copyOf(expected));
        Map<String, Long> first = new TreeMap<>();
        draft.forEachFirst((id, window) -> assertThat(first.put(id, window)).isNull());
        oracle.forEach((id, windows) -> assertThat(first.remove(id)).isEqualTo(windows.firstKey()));
        assertThat(first).isEmpty();
    }

    private static Map<String, WindowSums> sums(Map<String, ? extends Map<Long, Long>> oracle) {
        Map<String, WindowSums> sums = new TreeMap<>();
        oracle.forEach((id, windows) -> sums.put(id, WindowSums.of(windows)));
        return sums;
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(30, Step.Kind.ADD), Tuple.of(1, Step.Kind.DROP), Tuple.of(3, Step.Kind.NEXT)),
                        Arbitraries.integers().between(0, 120),
                        Arbitraries.longs().between(-3, 4),
                        Arbitraries.longs().between(-2, 3))
                .as(Step::new)
                .list()
                .ofMaxSize(300);
    }
}
