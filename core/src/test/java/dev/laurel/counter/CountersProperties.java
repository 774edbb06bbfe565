package dev.laurel.counter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.time.Window;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

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

    /** What happens on a day: it is counted, an earlier one is, one is taken back as a whole or in part, or those long ago go. */
    enum Happening {
        COUNTED,
        COUNTED_LATE,
        TAKEN_BACK,
        EMPTIED,
        LATEST_EMPTIED,
        DROPPED,
        DECIDED
    }

    /** Counters of days, of which one has hundreds. */
    @Property(tries = 40)
    void countersOfManyWindowsAreMapsOfSumsHoweverTheyCameAbout(
            @ForAll Random random, @ForAll @IntRange(max = 3) int lateness) {
        List<Happening> happenings = happenings(lateness);
        Counters.Draft draft = new Counters.Draft(Counters.NONE);
        TreeMap<String, TreeMap<Long, Long>> oracle = new TreeMap<>();
        Counters kept = Counters.NONE;
        Map<String, WindowSums> before = Map.of();
        long day = 20_000;
        for (int i = 0; i < 1_500; i++) {
            String id = random.nextInt(3) > 0 ? "daily" : "c-" + random.nextInt(12);
            TreeMap<Long, Long> windows = oracle.computeIfAbsent(id, any -> new TreeMap<>());
            Happening happening = happenings.get(random.nextInt(happenings.size()));
            long at = switch (happening) {
                case COUNTED -> id.equals("daily") ? ++day : day;
                case LATEST_EMPTIED -> windows.isEmpty() ? day : windows.lastKey();
                default -> day - random.nextInt(400);
            };
            long sum = windows.getOrDefault(at, 0L);
            long amount = switch (happening) {
                case COUNTED, COUNTED_LATE -> 1 + random.nextInt(5);
                case TAKEN_BACK -> -random.nextInt(3);
                case EMPTIED, LATEST_EMPTIED -> -sum;
                case DROPPED, DECIDED -> 0;
            };
            assertThat(draft.add(id, at, amount)).isEqualTo(sum + amount);
            windows.put(at, sum + amount);
            windows.values().removeIf(each -> each == 0);
            if (happening == Happening.DROPPED) {
                long first = day - 800 + random.nextInt(500);
                draft.keepFrom(any -> any.equals("daily") ? first : first + 300);
                oracle.forEach((any, all) ->
                        all.headMap(any.equals("daily") ? first : first + 300).clear());
            }
            oracle.values().removeIf(Map::isEmpty);
            if (happening == Happening.DECIDED) {
                assertThat(kept).as("the counters that the draft began with").isEqualTo(before);
                kept = draft.toCounters();
                draft = new Counters.Draft(kept);
                before = sums(oracle);
            }
            assertThat(draft.sum(id, at))
                    .isEqualTo(oracle.getOrDefault(id, new TreeMap<>()).getOrDefault(at, 0L));
        }
        Counters after = draft.toCounters();
        Counters again = Counters.copyOf(sums(oracle));
        assertThat(kept).isEqualTo(before);
        assertThat(new ArrayList<>(after.entrySet())).isEqualTo(new ArrayList<>(again.entrySet()));
        assertThat(after).isEqualTo(again).hasSameHashCodeAs(again);
        assertThat(Counters.ofChunks(after.chunks())).isEqualTo(again);
        oracle.forEach((id, windows) -> {
            assertThat(after.of(id).toMap()).isEqualTo(windows);
            assertThat(WindowSums.ofPairs(after.of(id).pairs())).isEqualTo(after.of(id));
            for (long window = windows.firstKey() - 2; window < windows.lastKey() + 2; window++) {
                assertThat(after.of(id).of(window)).isEqualTo(windows.getOrDefault(window, 0L));
            }
        });
        int most = oracle.getOrDefault("daily", new TreeMap<>()).size();
        Statistics.collect(most > 500 ? "hundreds" : most > 64 ? "many" : "few");
    }

    /** More or less of what does not happen in its order. */
    private static List<Happening> happenings(int lateness) {
        List<Happening> happenings = new ArrayList<>(Collections.nCopies(40, Happening.COUNTED));
        happenings.addAll(Collections.nCopies(6 * lateness, Happening.COUNTED_LATE));
        happenings.addAll(Collections.nCopies(3 * lateness, Happening.TAKEN_BACK));
        happenings.addAll(Collections.nCopies(2 * lateness, Happening.EMPTIED));
        happenings.addAll(Collections.nCopies(2, Happening.LATEST_EMPTIED));
        happenings.addAll(Collections.nCopies(3, Happening.DECIDED));
        happenings.add(Happening.DROPPED);
        return happenings;
    }

    /** The greatest sum of the days that count together, against all days and all spans. */
    @Property(tries = 100)
    void theFullestSpanWithADayIsThatOfAllSpansThatHaveIt(
            @ForAll Random random,
            @ForAll @IntRange(min = 1, max = 40) int span,
            @ForAll @IntRange(max = 120) int days) {
        TreeMap<Long, Long> sums = new TreeMap<>();
        for (int i = 0; i < days; i++) {
            sums.merge(20_000L + random.nextInt(150), 1L + random.nextInt(9), Long::sum);
        }
        WindowSums counted = WindowSums.of(sums);
        Window.Rolling rolling = new Window.Rolling(Period.ofDays(span));
        for (long day = 19_990; day < 20_160; day++) {
            long most = 0;
            for (long last = day; last < day + span; last++) {
                most = Math.max(
                        most,
                        sums.subMap(last - span + 1, last + 1).values().stream()
                                .mapToLong(sum -> sum)
                                .sum());
            }
            assertThat(counted.mostWith(day, rolling)).as("day %s", day).isEqualTo(most);
        }
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
