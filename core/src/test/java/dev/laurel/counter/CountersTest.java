package dev.laurel.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.Lists;
import com.google.common.testing.EqualsTester;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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

    @Test
    void countersAreTheirChunksInTheOrderOfTheIds() {
        Map<String, WindowSums> many = new TreeMap<>();
        for (int i = 100; i < 200; i++) {
            many.put("c-" + i, WindowSums.of(Map.of(1L, (long) i)));
        }
        Counters counters = Counters.copyOf(many);
        assertThat(counters.chunks())
                .hasSize(4)
                .extracting(CounterChunk::firstId)
                .containsExactly("c-100", "c-132", "c-164", "c-196");
        Counters same = Counters.ofChunks(counters.chunks());
        assertThat(same).isEqualTo(many);
        assertThat(same.chunks().get(2)).isSameAs(counters.chunks().get(2));
        List<CounterChunk> turned = Lists.reverse(counters.chunks());
        assertThatThrownBy(() -> Counters.ofChunks(turned))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("counters must stand in the order of their ids");
    }

    @Test
    void aChunkOfCountersIsKnownByWhatItHolds() {
        SortedMap<String, WindowSums> counters =
                new TreeMap<>(Map.of("a", WindowSums.of(Map.of(1L, 2L, 3L, 4L)), "b", WindowSums.NONE));
        CounterChunk chunk = CounterChunk.of(counters);
        assertThat(chunk.toMap()).isEqualTo(counters);
        // Stores keep it, so this number never changes.
        assertThat(chunk.fingerprint()).isEqualTo(4_541_643_877_274_039_520L);
        SortedMap<String, WindowSums> others = new TreeMap<>(Map.of("a", WindowSums.of(Map.of(1L, 2L, 3L, 5L))));
        new EqualsTester()
                .addEqualityGroup(chunk, CounterChunk.of(chunk.toMap()))
                .addEqualityGroup(CounterChunk.of(others))
                .testEquals();
        assertThat(chunk.fingerprint()).isNotEqualTo(CounterChunk.of(others).fingerprint());
        assertThat(chunk).hasToString("CounterChunk[2 counters]");
        assertThatThrownBy(() -> CounterChunk.of(new TreeMap<>()))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("a chunk must have counters");
    }

    @Test
    void aChunkOfWindowsIsKnownByWhatItHolds() {
        BucketChunk chunk = BucketChunk.of(new long[] {3, 5, 4, -7});
        assertThat(chunk.pairs()).containsExactly(3, 5, 4, -7);
        assertThat(chunk.firstWindow()).isEqualTo(3);
        // Stores keep it, so this number never changes.
        assertThat(chunk.fingerprint()).isEqualTo(-1_436_000_349_736_955_135L);
        new EqualsTester()
                .addEqualityGroup(chunk, BucketChunk.of(chunk.pairs()))
                .addEqualityGroup(BucketChunk.of(new long[] {3, 5, 4, -8}))
                .addEqualityGroup(BucketChunk.of(new long[] {3, 5}))
                .testEquals();
        chunk.pairs()[0] = 2;
        assertThat(chunk.firstWindow()).isEqualTo(3);
        assertThat(chunk).hasToString("BucketChunk[2 windows]");
        assertThatThrownBy(() -> BucketChunk.of(new long[0]))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("a chunk must have windows");
    }

    @Test
    void chunksOfCountersAreEqualOnlyIfTheirWindowsLieInTheSameChunks() {
        Map<Long, Long> windows = new TreeMap<>();
        for (long window = 0; window < 100; window++) {
            windows.put(window, 1 + window);
        }
        Counters counters = Counters.copyOf(Map.of("a", WindowSums.of(windows)));
        Counters.Draft draft = new Counters.Draft(counters);
        for (long window = 40; window < 60; window++) {
            assertThat(draft.add("a", window, -1 - window)).isZero();
        }
        for (long window = 59; window >= 40; window--) {
            assertThat(draft.add("a", window, 1 + window)).isEqualTo(1 + window);
        }
        Counters others = draft.toCounters();
        assertThat(others).isEqualTo(counters).hasSameHashCodeAs(counters);
        assertThat(others.of("a")).isEqualTo(counters.of("a"));
        assertThat(others.chunks()).isNotEqualTo(counters.chunks());
        assertThat(others.chunks().get(0).fingerprint())
                .isNotEqualTo(counters.chunks().get(0).fingerprint());
    }

    @Test
    void aCounterOfManyWindowsIsCopiedInATimeThatFollowsFromThem() {
        Map<Long, Long> windows = new TreeMap<>();
        for (long window = 0; window < 100_000; window++) {
            windows.put(window, 1 + window);
        }
        Counters counters = Counters.copyOf(Map.of("a", WindowSums.of(windows), "b", WindowSums.NONE));
        assertThat(counters.chunks()).hasSize(1);
        assertThat(counters.of("a").middle()).hasSize(6_248);
        assertThat(counters.of("a").of(99_999)).isEqualTo(100_000);
    }
}
