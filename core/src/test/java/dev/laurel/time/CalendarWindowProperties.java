package dev.laurel.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

@Tag("T1")
@Tag("T2")
class CalendarWindowProperties {
    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2040-01-01T00:00:00Z");

    private static long numberAt(BoundedWindow window, Instant instant, CivilZone zone) {
        return window.numberOf(zone.dayOf(instant), 0);
    }

    private static Instant startOf(BoundedWindow window, long number, CivilZone zone) {
        return zone.startOf(window.firstDayOf(number, 0));
    }

    private static void isIn(CalendarWindow window, Instant instant, CivilZone zone) {
        long number = numberAt(window, instant, zone);
        assertThat(startOf(window, number, zone)).as("%s in %s", instant, zone).isBeforeOrEqualTo(instant);
        assertThat(startOf(window, number + 1, zone))
                .as("%s in %s", instant, zone)
                .isAfter(instant);
    }

    @Property
    void everyInstantIsInItsWindow(
            @ForAll CalendarWindow window, @ForAll("instants") Instant instant, @ForAll("zones") CivilZone zone) {
        isIn(window, instant, zone);
    }

    @Property
    void aWindowBeginsWhereTheOneBeforeItEnds(
            @ForAll CalendarWindow window, @ForAll("instants") Instant instant, @ForAll("zones") CivilZone zone) {
        long number = numberAt(window, instant, zone);
        Instant start = startOf(window, number, zone);
        assertThat(numberAt(window, start, zone)).isEqualTo(number);
        assertThat(numberAt(window, start.minusNanos(1_000), zone)).isEqualTo(number - 1);
    }

    /**
     * Whether a clock went back from past the midnight with which a window begins to the evening before: that evening came
     * twice, the beginning of the window between.
     */
    private static boolean isPastMidnightOf(CalendarWindow window, ZoneOffsetTransition change) {
        LocalDateTime before = change.getDateTimeBefore();
        return change.isOverlap()
                && switch (window) {
                    case DAY -> true;
                    case WEEK -> before.getDayOfWeek() == DayOfWeek.MONDAY;
                    case MONTH, QUARTER, YEAR, MEMBERSHIP_YEAR -> before.getDayOfMonth() == 1;
                }
                && !before.toLocalTime().equals(LocalTime.MIDNIGHT)
                && change.getDateTimeAfter().toLocalDate().isBefore(before.toLocalDate());
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void everyChangeOfEveryClockLeavesInstantsInTheirWindows(@ForAll CalendarWindow window) {
        int changes = 0;
        int left = 0;
        for (String id : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
            CivilZone zone = CivilZone.of(ZoneId.of(id));
            ZoneRules rules = zone.id().getRules();
            for (ZoneOffsetTransition change = rules.nextTransition(FIRST);
                    change != null && change.getInstant().isBefore(LAST);
                    change = rules.nextTransition(change.getInstant())) {
                if (isPastMidnightOf(window, change)) {
                    left++;
                } else {
                    Instant at = change.getInstant();
                    isIn(window, at.minusNanos(1_000), zone);
                    isIn(window, at, zone);
                    isIn(window, at.plusSeconds(1_800), zone);
                    isIn(window, at.minusSeconds(1), zone);
                    changes++;
                }
            }
        }
        assertThat(changes).isGreaterThan(10_000);
        assertThat(left).isLessThan(changes / 100);
    }

    @Property
    void aWindowBeginsOnTheFirstDayOfItsDates(@ForAll CalendarWindow window, @ForAll("instants") Instant instant) {
        ZoneId id = ZoneId.of("America/New_York");
        CivilZone zone = CivilZone.of(id);
        LocalDate date = LocalDate.ofInstant(instant, id);
        LocalDate first = LocalDate.ofInstant(startOf(window, numberAt(window, instant, zone), zone), id);
        int month = date.getMonthValue();
        assertThat(first)
                .isEqualTo(
                        switch (window) {
                            case DAY -> date;
                            case WEEK -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                            case MONTH -> date.withDayOfMonth(1);
                            case QUARTER ->
                                LocalDate.of(date.getYear(), month <= 3 ? 1 : month <= 6 ? 4 : month <= 9 ? 7 : 10, 1);
                            case YEAR, MEMBERSHIP_YEAR -> LocalDate.of(date.getYear(), 1, 1);
                        });
    }

    @Property
    void theWindowsOfADateAndTheNextAreTheSameOrConsecutive(
            @ForAll CalendarWindow window, @ForAll("instants") Instant instant) {
        LocalDate date = LocalDate.ofInstant(instant, ZoneOffset.UTC);
        LocalDate next = date.plusDays(1);
        boolean begins = switch (window) {
            case DAY -> true;
            case WEEK -> next.getDayOfWeek() == DayOfWeek.MONDAY;
            case MONTH -> next.getDayOfMonth() == 1;
            case QUARTER -> next.getDayOfMonth() == 1 && next.getMonthValue() % 3 == 1;
            case YEAR, MEMBERSHIP_YEAR -> next.getDayOfYear() == 1;
        };
        assertThat(window.numberOf(next.toEpochDay(), 0))
                .isEqualTo(window.numberOf(date.toEpochDay(), 0) + (begins ? 1 : 0));
    }

    @Property
    void aWeekIsOneOfTheIsoCalendar(@ForAll("instants") Instant instant) {
        LocalDate date = LocalDate.ofInstant(instant, ZoneOffset.UTC);
        LocalDate first = LocalDate.ofEpochDay(
                BoundedWindow.WEEK.firstDayOf(BoundedWindow.WEEK.numberOf(date.toEpochDay(), 0), 0));
        assertThat(first.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)).isEqualTo(date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        assertThat(first.get(IsoFields.WEEK_BASED_YEAR)).isEqualTo(date.get(IsoFields.WEEK_BASED_YEAR));
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs()
                .between(
                        Instant.parse("0001-01-01T00:00:00Z").getEpochSecond(),
                        Instant.parse("9999-12-31T00:00:00Z").getEpochSecond())
                .map(Instant::ofEpochSecond);
    }

    @Provide
    Arbitrary<CivilZone> zones() {
        return Arbitraries.of(
                        "America/New_York",
                        "America/Sao_Paulo",
                        "Africa/Cairo",
                        "Asia/Beirut",
                        "Pacific/Apia",
                        "Pacific/Kiritimati",
                        "Asia/Kathmandu",
                        "Europe/Berlin",
                        "UTC",
                        "+18:00",
                        "-18:00")
                .map(ZoneId::of)
                .map(CivilZone::of);
    }
}
