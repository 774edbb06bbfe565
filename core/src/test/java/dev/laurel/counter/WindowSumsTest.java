package dev.laurel.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.testing.EqualsTester;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("Q1")
class WindowSumsTest {
    private static final WindowSums SUMS = WindowSums.of(Map.of(2026L, 5L, 2024L, 3L, 2025L, 4L));

    @Test
    void windowSumsTellTheSumOfAWindowAndZeroWhereThereIsNone() {
        assertThat(SUMS.of(2024)).isEqualTo(3);
        assertThat(SUMS.of(2026)).isEqualTo(5);
        assertThat(SUMS.of(2023)).isZero();
        assertThat(SUMS.of(Long.MIN_VALUE)).isZero();
        assertThat(WindowSums.NONE.of(2026)).isZero();
    }

    @Test
    void windowSumsKeepNoWindowWithASumOfZero() {
        assertThat(WindowSums.of(Map.of(2025L, 0L, 2026L, 1L)).toMap()).containsOnlyKeys(2026L);
        assertThat(WindowSums.of(Map.of(2026L, 0L))).isEqualTo(WindowSums.NONE);
        assertThat(WindowSums.NONE.isEmpty()).isTrue();
    }

    @Test
    void windowSumsCannotBeChangedThroughTheirMap() {
        Map<Long, Long> map = SUMS.toMap();
        map.clear();
        assertThat(SUMS.of(2026)).isEqualTo(5);
    }

    @Test
    void equalSumsAreEqualHoweverTheyCameAbout() {
        assertThat(SUMS).hasToString("WindowSums{2024=3, 2025=4, 2026=5}");
        new EqualsTester()
                .addEqualityGroup(SUMS, WindowSums.of(new TreeMap<>(SUMS.toMap())))
                .addEqualityGroup(WindowSums.NONE, WindowSums.of(Map.of(1L, 0L)))
                .addEqualityGroup(WindowSums.of(Map.of(2026L, 5L, 2024L, 4L, 2025L, 4L)))
                .addEqualityGroup(WindowSums.of(Map.of(2026L, 5L, 2025L, 4L)))
                .testEquals();
    }

    @Test
    void windowSumsAreMadeOfPairsAndTellThem() {
        assertThat(SUMS.pairs()).containsExactly(2024, 3, 2025, 4, 2026, 5);
        assertThat(WindowSums.ofPairs(SUMS.pairs())).isEqualTo(SUMS);
        assertThat(WindowSums.ofPairs(new long[0])).isSameAs(WindowSums.NONE);
        assertThat(WindowSums.NONE.pairs()).isEmpty();
        SUMS.pairs()[1] = 7;
        assertThat(SUMS.of(2024)).isEqualTo(3);
    }

    @Test
    void windowSumsRefusePairsThatAreNone() {
        refuses(() -> WindowSums.ofPairs(new long[] {1}), "each window must have a sum");
        refuses(() -> WindowSums.ofPairs(new long[] {1, 5, 1, 6}), "windows must stand in their order");
        refuses(() -> WindowSums.ofPairs(new long[] {1, 5, 2, 0}), "a window without a sum must not be kept");
    }

    @Test
    void windowSumsAreMadeOfTheirEndsAndTheChunksBetween() {
        BucketChunk chunk = BucketChunk.of(new long[] {2, 20, 3, 30});
        WindowSums sums = WindowSums.ofChunks(new long[] {1, 10}, List.of(chunk), new long[] {4, 40, 5, 50});
        assertThat(sums).isEqualTo(WindowSums.of(Map.of(1L, 10L, 2L, 20L, 3L, 30L, 4L, 40L, 5L, 50L)));
        assertThat(sums.hasChunks()).as("so few are kept with the rest").isFalse();
        assertThat(sums.head()).containsExactly(1, 10);
        assertThat(sums.middle()).containsExactly(chunk);
        assertThat(sums.tail()).containsExactly(4, 40, 5, 50);
        assertThat(sums.sharesMiddleWith(sums)).isTrue();
    }

    @Test
    void windowSumsRefuseChunksThatDoNotFollowEachOther() {
        List<BucketChunk> chunk = List.of(BucketChunk.of(new long[] {2, 20, 3, 30}));
        String order = "windows must stand in their order";
        refuses(() -> WindowSums.ofChunks(new long[] {2, 10}, chunk, new long[] {4, 40, 5, 50}), order);
        refuses(() -> WindowSums.ofChunks(new long[] {1, 10}, chunk, new long[] {3, 40, 5, 50}), order);
        refuses(() -> WindowSums.ofChunks(new long[] {1, 10}, chunk, new long[] {5, 40, 4, 50}), order);
        String ends = "sums with chunks must have windows at both ends";
        refuses(() -> WindowSums.ofChunks(new long[0], chunk, new long[] {4, 40, 5, 50}), ends);
        refuses(() -> WindowSums.ofChunks(new long[] {1, 10}, chunk, new long[] {5, 50}), ends);
        refuses(() -> WindowSums.ofChunks(new long[] {1, 10}, chunk, new long[0]), ends);
    }

    private static void refuses(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
