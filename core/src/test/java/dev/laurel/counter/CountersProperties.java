package dev.laurel.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class CountersProperties {
    /** Many enough that chunks split and empty. */
    @Property(tries = 200)
    void countersAreAMapInTheOrderOfTheIds(
            @ForAll @Size(max = 400) List<@IntRange(min = -150, max = 150) Integer> steps) {
        Counters counters = Counters.NONE;
        Counters.Draft draft = new Counters.Draft(Counters.NONE);
        TreeMap<String, WindowSums> model = new TreeMap<>();
        int sum = 0;
        for (int step : steps) {
            String id = "c-" + Math.abs(step) / 2;
            WindowSums sums = step < 0 ? WindowSums.NONE : WindowSums.NONE.plus(7, ++sum);
            Counters before = counters;
            List<Map.Entry<String, WindowSums>> entriesBefore = new ArrayList<>(before.entrySet());
            counters = counters.with(id, sums);
            draft.set(id, sums);
            if (step < 0) {
                model.remove(id);
            } else {
                model.put(id, sums);
            }
            assertThat(new ArrayList<>(before.entrySet())).isEqualTo(entriesBefore);
            assertThat(counters.of(id)).isEqualTo(sums);
        }
        assertThat(new ArrayList<>(counters.entrySet())).isEqualTo(new ArrayList<>(model.entrySet()));
        assertThat(draft.toCounters()).isEqualTo(model);
        assertThat(Counters.copyOf(model)).isEqualTo(counters).hasSize(model.size());
    }

    @Property(tries = 100)
    void aDraftLeavesTheCountersThatItBeganWithAsTheyAre(
            @ForAll @Size(min = 1, max = 100) List<@IntRange(max = 60) Integer> steps) {
        Counters before = Counters.NONE;
        for (int i = 0; i < 60; i += 2) {
            before = before.with("c-" + i, WindowSums.NONE.plus(1, 1));
        }
        Map<String, WindowSums> copy = new TreeMap<>(before);
        Counters.Draft draft = new Counters.Draft(before);
        for (int step : steps) {
            draft.set("c-" + step, draft.of("c-" + step).plus(1, 5));
        }
        Counters after = draft.toCounters();
        assertThat(before).isEqualTo(copy);
        assertThat(after.of("c-" + steps.get(0)).of(1)).isGreaterThanOrEqualTo(5);
    }
}
