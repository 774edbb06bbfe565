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

    @Property(tries = 200)
    void windowSumsKnowTheFullestOfTheSpansThatHaveADay(@ForAll("steps") List<Step> steps, @ForAll("days") long day) {
        SortedMap<Long, Long> plain = new TreeMap<>();
        steps.forEach(step -> plain.merge(step.window(), Math.max(1, step.amount()), Long::sum));
        Window.Rolling rolling = new Window.Rolling(Period.ofDays(30));
        long most = 0;
        for (long end = day; end < day + 30; end++) {
            long sum = plain.subMap(end - 29, end + 1).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            most = Math.max(most, sum);
        }
        assertThat(WindowSums.of(plain).mostWith(day, rolling)).isEqualTo(most);
    }
}
