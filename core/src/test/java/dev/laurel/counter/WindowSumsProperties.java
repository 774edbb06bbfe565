package dev.laurel.counter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.time.Window;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.statistics.Statistics;

/** What is asked of sums, held against a plain map, however many windows have come and gone. */
@Tag("Q1")
class WindowSumsProperties {
    private record Step(long window, long amount, long keptFrom) {}

    @Provide
    static Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 200),
                        Arbitraries.longs().between(-3, 9),
                        Arbitraries.longs().between(-400, 60))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(250);
    }

    @Property(tries = 300)
    void windowSumsAnswerAsAMapDoes(
            @ForAll("steps") List<Step> steps, @ForAll("days") long first, @ForAll("days") long last) {
        SortedMap<Long, Long> plain = new TreeMap<>();
        Counters.Draft draft = new Counters.Draft(Counters.NONE);
        for (Step step : steps) {
            plain.merge(step.window(), step.amount(), Long::sum);
            plain.values().removeIf(sum -> sum == 0);
            long unused = draft.add("counter", step.window(), step.amount());
            plain.headMap(step.keptFrom()).clear();
            draft.keepFrom(id -> step.keptFrom());
        }
        WindowSums sums = draft.of("counter");
        assertThat(sums.toMap()).isEqualTo(plain);
        long between = plain.entrySet().stream()
                .filter(sum -> sum.getKey() >= first && sum.getKey() <= last)
                .mapToLong(Map.Entry::getValue)
                .sum();
        assertThat(sums.between(first, last)).isEqualTo(between);
        assertThat(sums.between(Long.MIN_VALUE, Long.MAX_VALUE))
                .isEqualTo(plain.values().stream().mapToLong(Long::longValue).sum());
        SortedMap<Long, Long> later = plain.tailMap(first + 1);
        assertThat(sums.after(first)).isEqualTo(later.isEmpty() ? Long.MAX_VALUE : later.firstKey());
        assertThat(sums.after(Long.MIN_VALUE)).isEqualTo(plain.isEmpty() ? Long.MAX_VALUE : plain.firstKey());
        assertThat(sums.after(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
    }

    @Provide
    static Arbitrary<Long> days() {
        return Arbitraries.longs().between(-10, 210);
    }

    @Provide
    static Arbitrary<Window.Rolling> rollingWindows() {
        Arbitrary<Integer> months = Arbitraries.integers().between(0, 12);
        Arbitrary<Integer> days = Arbitraries.integers().between(0, 40);
        return Combinators.combine(months, days)
                .as((more, less) -> Period.of(0, more, less))
                .filter(period -> !period.isZero())
                .map(Window.Rolling::new);
    }

    /** Each day of a span is held against each day on which it counts. */
    @Property(tries = 200)
    void windowSumsKnowTheFullestOfTheSpansThatHaveADay(
            @ForAll("counted") List<Step> steps,
            @ForAll("rollingWindows") Window.Rolling rolling,
            @ForAll @LongRange(min = -10, max = 820) long day) {
        SortedMap<Long, Long> plain = new TreeMap<>();
        Counters.Draft draft = new Counters.Draft(Counters.NONE);
        for (Step step : steps) {
            plain.merge(step.window(), step.amount(), Long::sum);
            long unused = draft.add("counter", step.window(), step.amount());
            plain.headMap(step.keptFrom()).clear();
            draft.keepFrom(id -> step.keptFrom());
        }
        long most = 0;
        for (long end = day; end < rolling.countsUntil(day); end++) {
            long sum = 0;
            for (Map.Entry<Long, Long> each : plain.headMap(end + 1).entrySet()) {
                sum += rolling.countsUntil(each.getKey()) > end ? each.getValue() : 0;
            }
            most = Math.max(most, sum);
        }
        assertThat(draft.of("counter").mostWith(day, rolling)).isEqualTo(most);
        assertThat(WindowSums.of(plain).mostWith(day, rolling)).isEqualTo(most);
        Statistics.collect(plain.size() > 64 ? "in chunks" : "at the ends", plain.isEmpty() || plain.lastKey() <= day);
    }

    @Provide
    static Arbitrary<List<Step>> counted() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 800),
                        Arbitraries.longs().between(1, 9),
                        Arbitraries.longs().between(-4_000, 60))
                .as(Step::new)
                .list()
                .ofMinSize(40)
                .ofMaxSize(300);
    }
}
