package dev.laurel.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("Q1")
class CountersTest {
    @Test
    @Tag("N2")
    void countersRefuseASumThatNoLongCanHoldAndKeepWhatTheyHad() {
        Counters.Draft draft =
                new Counters.Draft(Counters.copyOf(Map.of("a", WindowSums.of(Map.of(1L, Long.MAX_VALUE)))));
        assertThatThrownBy(() -> draft.add("a", 1, 1)).isInstanceOf(ArithmeticException.class);
        assertThat(draft.add("a", 2, 1)).isEqualTo(1);
        assertThat(draft.sum("a", 1)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void countersThatNothingChangesAreTheSame() {
        Counters counters = Counters.copyOf(Map.of("a", WindowSums.of(Map.of(1L, 5L))));
        Counters.Draft draft = new Counters.Draft(counters);
        assertThat(draft.add("a", 1, 0)).isEqualTo(5);
        assertThat(draft.add("b", 1, 0)).isZero();
        draft.keepFrom(id -> 1);
        assertThat(draft.toCounters()).isSameAs(counters);
    }

    /** Such as one that was read from bytes that say so. */
    @Test
    void aCounterWithoutWindowsStaysUntilSomethingIsCounted() {
        Counters counters = Counters.copyOf(Map.of("a", WindowSums.NONE, "b", WindowSums.of(Map.of(1L, 5L))));
        assertThat(counters)
                .containsExactly(Map.entry("a", WindowSums.NONE), Map.entry("b", WindowSums.of(Map.of(1L, 5L))));
        Counters.Draft draft = new Counters.Draft(counters);
        assertThat(draft.add("b", 1, 2)).isEqualTo(7);
        assertThat(draft.toCounters()).containsOnlyKeys("a", "b");
        assertThat(draft.add("a", 9, 1)).isEqualTo(1);
        assertThat(draft.add("a", 9, -1)).isZero();
        assertThat(draft.toCounters()).containsOnlyKeys("b");
    }
}
