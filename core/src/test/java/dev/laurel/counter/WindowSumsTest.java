package dev.laurel.counter;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.testing.EqualsTester;
import java.util.Map;
import java.util.TreeMap;
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
}
