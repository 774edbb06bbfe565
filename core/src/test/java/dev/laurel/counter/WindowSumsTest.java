package dev.laurel.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.testing.EqualsTester;
import java.util.Map;
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
    void windowSumsDoNotChangeWhenSomethingIsAdded() {
        assertThat(SUMS.plus(2025, 1).of(2025)).isEqualTo(5);
        assertThat(SUMS.plus(1999, 1).toMap()).containsKey(1999L);
        assertThat(SUMS.of(2025)).isEqualTo(4);
        assertThat(SUMS.plus(1999, 0)).isSameAs(SUMS);
    }

    @Test
    void windowSumsKeepNoWindowWithASumOfZero() {
        assertThat(SUMS.plus(2025, -4).toMap()).containsOnlyKeys(2024L, 2026L);
        assertThat(WindowSums.of(Map.of(2026L, 0L))).isEqualTo(WindowSums.NONE);
    }

    @Test
    void windowSumsDropWindowsThatCanMatterNoMore() {
        assertThat(SUMS.from(2025).toMap()).containsExactly(Map.entry(2025L, 4L), Map.entry(2026L, 5L));
        assertThat(SUMS.from(2027)).isEqualTo(WindowSums.NONE);
        assertThat(SUMS.from(2024)).isSameAs(SUMS);
    }

    @Test
    @Tag("N2")
    void windowSumsRefuseASumThatNoLongCanHold() {
        WindowSums full = WindowSums.NONE.plus(1, Long.MAX_VALUE);
        assertThatThrownBy(() -> full.plus(1, 1)).isInstanceOf(ArithmeticException.class);
        assertThat(full.plus(2, 1).of(1)).isEqualTo(Long.MAX_VALUE);
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
                .addEqualityGroup(
                        SUMS, WindowSums.NONE.plus(2026, 5).plus(2025, 4).plus(2024, 3))
                .addEqualityGroup(
                        WindowSums.NONE,
                        SUMS.from(3000),
                        WindowSums.NONE.plus(1, 1).plus(1, -1))
                .addEqualityGroup(SUMS.plus(2024, 1))
                .addEqualityGroup(SUMS.from(2025))
                .testEquals();
    }
}
