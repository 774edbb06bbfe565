package dev.laurel.counter;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.laurel.time.Window;
import java.lang.management.ManagementFactory;
import java.time.Period;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a change of counters allocates: by what it touches, and not by what they hold. */
@Tag("Q1")
class CountersCostTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int PLAIN = 10;
    private static final int DAYS = 730;
    private static final int EVENTS = 320;
    private static final int BYTES_PER_PLAIN = 32;
    private static final int BYTES_PER_ROLLING = 300;
    private static final String ROLLING = "base:points:730-days";

    /** Made before anything is measured. */
    private static final String[] IDS = IntStream.range(0, PLAIN)
            .mapToObj(i -> "rule-" + i + ":points:month")
            .toArray(String[]::new);

    /** The first day that is kept of the counter of two years. */
    private static long firstDay;

    private static long firstKept(String id) {
        return id.equals(ROLLING) ? firstDay : 0;
    }

    private static long allocated() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }

    /** A few months of some counters, the latest of which is month 12. */
    private static Map<String, WindowSums> plain(int months) {
        Map<Long, Long> sums = new TreeMap<>();
        for (long month = 13L - months; month <= 12; month++) {
            sums.put(month, 100L);
        }
        Map<String, WindowSums> counters = new TreeMap<>();
        for (String id : IDS) {
            counters.put(id, WindowSums.of(sums));
        }
        return counters;
    }

    /** The days from 0 on. */
    private static WindowSums rolling(int days) {
        Map<Long, Long> sums = new TreeMap<>();
        for (long day = 0; day < days; day++) {
            sums.put(day, 5_000_000L);
        }
        return WindowSums.of(sums);
    }

    /** One event that counts for all plain counters. */
    private static Counters afterAnEvent(Counters counters, long month) {
        Counters.Draft draft = new Counters.Draft(counters);
        for (String id : IDS) {
            long unused = draft.add(id, month, 5);
        }
        return draft.toCounters();
    }

    private static Counters afterADay(Counters counters, long day, long first) {
        Counters.Draft draft = new Counters.Draft(counters);
        long unused = draft.add(ROLLING, day, 5_000_000);
        draft.keepFrom(id -> first);
        return draft.toCounters();
    }

    /** What an event allocates on average, as soon as classes are loaded, while months stay as they are. */
    private static long ofEvents(Counters counters) {
        Counters after = afterAnEvent(counters, 12);
        long before = allocated();
        for (int event = 1; event < EVENTS; event++) {
            after = afterAnEvent(after, 12);
        }
        long bytes = allocated() - before;
        assertThat(after.of(IDS[3]).of(12)).isEqualTo(100 + 5 * EVENTS);
        return bytes / EVENTS;
    }

    @Test
    void anEventCopiesTheLatestWindowsOfPlainCountersOnceAndNoneBefore() {
        for (int months : new int[] {1, 3, 6}) {
            assertThat(ofEvents(Counters.copyOf(plain(months)))).isLessThanOrEqualTo(PLAIN * BYTES_PER_PLAIN);
        }
    }

    @Test
    void anEventCopiesNothingOfACounterThatItDoesNotTouch() {
        Map<String, WindowSums> counters = plain(3);
        counters.put("another", rolling(DAYS));
        counters.put(ROLLING, rolling(DAYS));
        assertThat(ofEvents(Counters.copyOf(counters))).isLessThanOrEqualTo((PLAIN + 2) * BYTES_PER_PLAIN);
    }

    private static Counters afterAMonth(Counters counters, long month) {
        Counters.Draft draft = new Counters.Draft(counters);
        draft.keepFrom(id -> month - 2);
        return afterAnEvent(draft.toCounters(), month);
    }

    @Test
    void aNewMonthOfPlainCountersCopiesTheFewBefore() {
        Counters counters = afterAMonth(Counters.copyOf(plain(3)), 13);
        long before = allocated();
        for (long month = 14; month < 14 + EVENTS; month++) {
            counters = afterAMonth(counters, month);
        }
        assertThat((allocated() - before) / EVENTS).isLessThanOrEqualTo(PLAIN * 6 * BYTES_PER_PLAIN);
        assertThat(counters.of(IDS[3]).toMap()).hasSize(3);
    }

    /** An event that counts for all plain counters and for one of two years, of which a day goes. */
    private static Counters afterADayOfAll(Counters counters, long day) {
        Counters.Draft draft = new Counters.Draft(counters);
        for (String id : IDS) {
            long unused = draft.add(id, 12, 5);
        }
        long unused = draft.add(ROLLING, day, 5_000_000);
        firstDay = day - DAYS + 1;
        draft.keepFrom(CountersCostTest::firstKept);
        return draft.toCounters();
    }

    @Test
    void aDayMoreOfACounterOfTwoYearsBesideOthersCopiesItsEnd() {
        Map<String, WindowSums> all = plain(1);
        all.put(ROLLING, rolling(DAYS));
        Counters counters = afterADayOfAll(Counters.copyOf(all), DAYS);
        long begun = allocated();
        long most = 0;
        for (int event = 1; event < EVENTS; event++) {
            long before = allocated();
            counters = afterADayOfAll(counters, DAYS + event);
            most = Math.max(most, allocated() - before);
        }
        assertThat((allocated() - begun) / EVENTS).isLessThanOrEqualTo(PLAIN * BYTES_PER_PLAIN + BYTES_PER_ROLLING);
        // Now and then the list of its chunks is copied too.
        assertThat(most).isLessThanOrEqualTo(PLAIN * BYTES_PER_PLAIN + 4 * BYTES_PER_ROLLING);
        assertThat(counters.of(ROLLING).toMap()).hasSize(DAYS);
    }

    @Test
    void anEventOnTheLatestDayOfACounterOfTwoYearsCopiesThatDay() {
        Counters counters = Counters.copyOf(Map.of(ROLLING, rolling(DAYS)));
        counters = afterADay(counters, DAYS - 1, 0);
        long before = allocated();
        for (int event = 1; event < EVENTS; event++) {
            counters = afterADay(counters, DAYS - 1, 0);
        }
        assertThat((allocated() - before) / EVENTS).isLessThanOrEqualTo(200);
        assertThat(counters.of(ROLLING).of(DAYS - 1)).isEqualTo(5_000_000L * (1 + EVENTS));
    }

    @Test
    void aDayInTheMiddleOfACounterOfTwoYearsCopiesItsChunk() {
        Counters counters = afterADay(Counters.copyOf(Map.of(ROLLING, rolling(DAYS))), 300, 0);
        long begun = allocated();
        for (int event = 1; event < EVENTS; event++) {
            counters = afterADay(counters, 300 + event, 0);
        }
        assertThat((allocated() - begun) / EVENTS).isLessThanOrEqualTo(3 * BYTES_PER_ROLLING);
        assertThat(counters.of(ROLLING).of(310)).isEqualTo(10_000_000);
    }

    @Test
    void askingForTheFullestYearOfACounterCopiesNothing() {
        Counters.Draft draft = new Counters.Draft(Counters.copyOf(Map.of(ROLLING, rolling(DAYS))));
        Window.Rolling year = new Window.Rolling(Period.ofDays(365));
        assertThat(draft.of(ROLLING).mostWith(400, year)).isEqualTo(365 * 5_000_000L);
        long before = allocated();
        for (int day = 0; day < EVENTS; day++) {
            assertThat(draft.of(ROLLING).mostWith(day, year) > 0).isTrue();
        }
        assertThat((allocated() - before) / EVENTS).isLessThanOrEqualTo(BYTES_PER_ROLLING);
    }
}
