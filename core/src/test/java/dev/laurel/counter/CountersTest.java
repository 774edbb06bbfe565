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

    @Test
    void countersStayAsTheyAreWhenTheirDraftGoesOn() {
        Counters.Draft draft = new Counters.Draft(Counters.NONE);
        assertThat(draft.add("a", 1, 5)).isEqualTo(5);
        Counters counters = draft.toCounters();
        assertThat(draft.add("a", 1, 7)).isEqualTo(12);
        assertThat(counters.of("a").of(1)).isEqualTo(5);
        assertThat(draft.toCounters().of("a").of(1)).isEqualTo(12);
    }

    /** Such as daily caps where events may come a year late. */
    @Test
    void countersOfManyWindowsAreFoundAndDroppedEach() {
        Counters.Draft draft = new Counters.Draft(Counters.NONE);
        for (int window = 0; window < 400; window++) {
            for (int counter = 0; counter < 40; counter++) {
                assertThat(draft.add("c-" + counter, window, counter + 1)).isEqualTo(counter + 1);
            }
        }
        for (int counter = 0; counter < 40; counter++) {
            assertThat(draft.sum("c-" + counter, 399)).isEqualTo(counter + 1);
            assertThat(draft.of("c-" + counter).toMap()).hasSize(400);
        }
        draft.keepFrom(id -> 399);
        Counters kept = draft.toCounters();
        assertThat(kept).hasSize(40);
        assertThat(kept.of("c-7").toMap()).containsExactly(Map.entry(399L, 8L));
    }
}
