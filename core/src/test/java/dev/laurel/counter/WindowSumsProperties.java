package dev.laurel.counter;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Sums against a sorted map. */
@Tag("Q1")
class WindowSumsProperties {
    /** Adds to a window, or drops the windows before it. */
    record Step(boolean drops, long window, long amount) {}

    @Property
    void windowSumsBehaveLikeAMap(@ForAll("steps") List<Step> steps) {
        WindowSums sums = WindowSums.NONE;
        TreeMap<Long, Long> oracle = new TreeMap<>();
        for (Step step : steps) {
            WindowSums before = sums;
            Map<Long, Long> mapBefore = sums.toMap();
            if (step.drops) {
                sums = sums.from(step.window);
                oracle.headMap(step.window).clear();
            } else {
                sums = sums.plus(step.window, step.amount);
                oracle.merge(step.window, step.amount, (a, b) -> a + b == 0 ? null : Long.valueOf(a + b));
                oracle.values().removeIf(sum -> sum == 0);
            }
            assertThat(before.toMap()).isEqualTo(mapBefore);
            assertThat(sums.toMap()).isEqualTo(oracle);
            assertThat(sums.of(step.window)).isEqualTo(oracle.getOrDefault(step.window, 0L));
            assertThat(sums).isEqualTo(WindowSums.of(oracle)).hasSameHashCodeAs(WindowSums.of(oracle));
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.longs().between(-4, 8),
                        Arbitraries.longs().between(-3, 3))
                .as((kind, window, amount) -> new Step(kind == 0, window, amount))
                .list()
                .ofMaxSize(40);
    }
}
