package dev.laurel.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** Windows and moments against dates that {@code java.time} steps through, one after the other. */
@Tag("T1")
@Tag("T2")
class TimesProperties {
    /** Whether a window begins on a date, by the words of its kind alone. */
    private static Predicate<LocalDate> begins(BoundedWindow window, LocalDate memberSince) {
        if (window instanceof BoundedWindow.Grid grid) {
            return date -> isWholeTimes(grid.start(), grid.period(), date);
        }
        if (window == BoundedWindow.MEMBERSHIP_YEAR) {
            return date -> isWholeTimes(memberSince, Period.ofYears(1), date);
        }
        return date -> window == BoundedWindow.DAY
                || (window == BoundedWindow.WEEK && date.getDayOfWeek() == DayOfWeek.MONDAY)
                || (window == BoundedWindow.MONTH && date.getDayOfMonth() == 1)
                || (window == BoundedWindow.QUARTER && date.getDayOfMonth() == 1 && date.getMonthValue() % 3 == 1)
                || (window == BoundedWindow.YEAR && date.getDayOfYear() == 1);
    }

    /** Whether a date is so many periods before or after another, added at once, for any number. */
    private static boolean isWholeTimes(LocalDate start, Period period, LocalDate date) {
        long days = period.get(ChronoUnit.DAYS);
        int about = days > 0
                ? (int) (ChronoUnit.DAYS.between(start, date) / days)
                : (int) (ChronoUnit.MONTHS.between(start, date) / period.toTotalMonths());
        for (int times = about - 2; times <= about + 2; times++) {
            if (start.plus(period.multipliedBy(times)).equals(date)) {
                return true;
            }
        }
        return false;
    }

    @Property(tries = 400)
    void aWindowHasTheDatesFromOneOnWhichItBeginsToTheNext(
            @ForAll("windows") BoundedWindow window,
            @ForAll("dates") LocalDate from,
            @ForAll("dates") LocalDate since) {
        Predicate<LocalDate> begins = begins(window, since);
        long member = since.toEpochDay();
        long number = window.numberOf(from.toEpochDay(), member);
        for (LocalDate date = from.plusDays(1); date.isBefore(from.plusDays(800)); date = date.plusDays(1)) {
            long next = window.numberOf(date.toEpochDay(), member);
            assertThat(next).as("%s on %s", window, date).isEqualTo(begins.test(date) ? number + 1 : number);
            if (next != number) {
                assertThat(window.firstDayOf(next, member)).isEqualTo(date.toEpochDay());
            }
            number = next;
        }
    }

    @Property(tries = 400)
    void theStartAndEndOfAWindowAreFoundByStepping(
            @ForAll("windows") BoundedWindow window,
            @ForAll("periods") Period period,
            @ForAll("instants") Instant instant,
            @ForAll("zones") ZoneId zone,
            @ForAll("dates") LocalDate since) {
        Predicate<LocalDate> begins = begins(window, since);
        LocalDate first = instant.atZone(zone).plus(period).toLocalDate();
        LocalDate after = first.plusDays(1);
        while (!begins.test(first)) {
            first = first.minusDays(1);
        }
        while (!begins.test(after)) {
            after = after.plusDays(1);
        }
        assertThat(from(Moment.startOf(window, period), instant, zone, since))
                .isEqualTo(first.atStartOfDay(zone).toInstant());
        assertThat(from(Moment.endOf(window, period), instant, zone, since))
                .isEqualTo(after.atStartOfDay(zone).toInstant());
    }

    private static Instant from(Moment moment, Instant base, ZoneId zone, LocalDate since) {
        return Timestamps.ofMicrosOrNull(moment.from(Timestamps.micros(base), CivilZone.of(zone), since.toEpochDay()));
    }

    @Property(tries = 400)
    void periodsAreAddedOneAfterTheOtherAndTheEarlierOfTwoIsThat(
            @ForAll("windows") BoundedWindow window,
            @ForAll("periods") Period one,
            @ForAll("periods") Period other,
            @ForAll("instants") Instant instant,
            @ForAll("zones") ZoneId zone,
            @ForAll("dates") LocalDate since) {
        Instant end = from(Moment.endOf(window, one), instant, zone, since);
        Instant after = instant.atZone(zone).plus(other).toInstant();
        assertThat(from(Moment.endOf(window, one).plus(other), instant, zone, since))
                .isEqualTo(end.atZone(zone).plus(other).toInstant());
        assertThat(from(Moment.earlierOf(Moment.endOf(window, one), Moment.after(other)), instant, zone, since))
                .isEqualTo(end.isBefore(after) ? end : after);
        assertThat(from(Moment.earlierOf(Moment.never(), Moment.after(other)), instant, zone, since))
                .isEqualTo(after);
        assertThat(from(Moment.never().plus(other), instant, zone, since)).isNull();
    }

    @Property(tries = 400)
    void theEndOfTheNextWindowIsThatOfTheWindowAfter(
            @ForAll("windows") BoundedWindow window,
            @ForAll("dates") LocalDate date,
            @ForAll("dates") LocalDate since,
            @ForAll("zones") ZoneId zone) {
        CivilZone civil = CivilZone.of(zone);
        long member = since.toEpochDay();
        long number = window.numberOf(date.toEpochDay(), member);
        for (int more = 0; more < 4; more++) {
            Moment kept = Moment.endOf(window, window.length().multipliedBy(more));
            assertThat(kept.fromEndOf(window, number, civil, member))
                    .isEqualTo(civil.startMicrosOf(window.firstDayOf(number + 1 + more, member)));
        }
        // From the last instant of the window.
        Moment later = Moment.after(Period.ofDays(3));
        long last = civil.startMicrosOf(window.firstDayOf(number + 1, member)) - 1;
        assertThat(later.fromEndOf(window, number, civil, member)).isEqualTo(later.from(last, civil, member));
    }

    @Property(tries = 1_000)
    void aMomentLiesWithinItsBounds(
            @ForAll("windows") BoundedWindow window,
            @ForAll("periods") Period period,
            @ForAll("dates") LocalDate date,
            @ForAll("dates") LocalDate since) {
        ZoneId utc = ZoneId.of("UTC");
        Instant start = date.atStartOfDay(utc).toInstant();
        for (Moment moment : new Moment[] {
            Moment.after(period),
            Moment.startOf(window, period),
            Moment.endOf(window, period),
            Moment.endOf(window).plus(period),
            Moment.earlierOf(Moment.endOf(window), Moment.after(period))
        }) {
            long days = ChronoUnit.DAYS.between(start, from(moment, start, utc, since));
            assertThat(days).as(moment.describe()).isBetween(moment.leastDays(), moment.mostDays());
        }
    }

    @Property(tries = 400)
    void whatCountsOnADateCountsUntilTheSameDateAPeriodLater(
            @ForAll("spans") Period period, @ForAll("dates") LocalDate date) {
        Window.Rolling rolling = (Window.Rolling) Window.overTheLast(period);
        LocalDate first = date;
        while (first.minusDays(1).plus(period).isAfter(date)
                || first.minusDays(4).plus(period).isAfter(date)) {
            first = first.minusDays(1);
        }
        assertThat(rolling.firstDayThatCounts(date.toEpochDay())).isEqualTo(first.toEpochDay());
        assertThat(rolling.countsUntil(date.toEpochDay()))
                .isEqualTo(date.plus(period).toEpochDay());
    }

    @Provide
    Arbitrary<BoundedWindow> windows() {
        Arbitrary<LocalDate> starts = dates();
        return Arbitraries.oneOf(
                Arbitraries.of(
                        BoundedWindow.DAY,
                        BoundedWindow.WEEK,
                        BoundedWindow.MONTH,
                        BoundedWindow.QUARTER,
                        BoundedWindow.YEAR),
                Arbitraries.just(BoundedWindow.MEMBERSHIP_YEAR),
                Combinators.combine(Arbitraries.integers().between(1, 30), starts)
                        .as((months, start) -> BoundedWindow.every(Period.ofMonths(months), start)),
                Combinators.combine(Arbitraries.integers().between(1, 60), starts)
                        .as((days, start) -> BoundedWindow.every(Period.ofDays(days), start)));
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return Arbitraries.oneOf(
                Arbitraries.of(LocalDate.of(2024, 2, 29), LocalDate.of(2026, 1, 31), LocalDate.of(2027, 12, 31)),
                Arbitraries.integers()
                        .between(0, 12_000)
                        .map(days -> LocalDate.of(2010, 1, 1).plusDays(days)));
    }

    @Provide
    Arbitrary<Period> periods() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 40).map(Period::ofMonths),
                Arbitraries.integers().between(0, 400).map(Period::ofDays));
    }

    @Provide
    Arbitrary<Period> spans() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(1, 40).map(Period::ofMonths),
                Arbitraries.integers().between(1, 400).map(Period::ofDays));
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs()
                .between(
                        Instant.parse("2010-01-01T00:00:00Z").getEpochSecond(),
                        Instant.parse("2042-01-01T00:00:00Z").getEpochSecond())
                .map(Instant::ofEpochSecond);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "UTC",
                        "America/New_York",
                        "America/Sao_Paulo",
                        "Asia/Beirut",
                        "Asia/Kathmandu",
                        "Europe/London",
                        "Pacific/Apia",
                        "Pacific/Kiritimati")
                .map(ZoneId::of);
    }
}
