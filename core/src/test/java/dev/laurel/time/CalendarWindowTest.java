package dev.laurel.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("T1")
class CalendarWindowTest {
    private static final CivilZone NEW_YORK = CivilZone.of(ZoneId.of("America/New_York"));

    private static long numberAt(BoundedWindow window, Instant instant, CivilZone zone) {
        return window.numberOf(zone.dayOf(instant), 0);
    }

    private static Instant startOf(BoundedWindow window, long number, CivilZone zone) {
        return zone.startOf(window.firstDayOf(number, 0));
    }

    @Nested
    class NumberAt {
        @ParameterizedTest
        @CsvSource({
            "YEAR, 2026-01-01T04:59:59.999999Z, 2025",
            "YEAR, 2026-01-01T05:00:00Z, 2026",
            "QUARTER, 2026-04-01T03:59:59.999999Z, 8104",
            "QUARTER, 2026-04-01T04:00:00Z, 8105",
            "QUARTER, 2026-12-31T12:00:00Z, 8107",
            "MONTH, 2026-03-01T04:59:59.999999Z, 24313",
            "MONTH, 2026-03-01T05:00:00Z, 24314",
            "DAY, 2026-03-01T04:59:59.999999Z, 20512",
            "DAY, 2026-03-01T05:00:00Z, 20513",
            "DAY, 1970-01-01T04:59:59.999999Z, -1",
            "DAY, 1970-01-01T05:00:00Z, 0",
            "WEEK, 2026-03-02T04:59:59.999999Z, 2930",
            "WEEK, 2026-03-02T05:00:00Z, 2931",
            "WEEK, 1969-12-29T04:59:59.999999Z, -1",
            "WEEK, 1969-12-29T05:00:00Z, 0",
            "YEAR, 0001-01-01T00:00:00Z, 0",
            "YEAR, 9999-12-31T23:59:59.999999Z, 9999"
        })
        void theNumberOfAWindowIsThatOfTheDateInTheZone(CalendarWindow window, Instant instant, long number) {
            assertThat(numberAt(window, instant, NEW_YORK)).isEqualTo(number);
        }
    }

    @Nested
    class StartOf {
        @ParameterizedTest
        @CsvSource({
            "YEAR, 2026, America/New_York, 2026-01-01T05:00:00Z",
            "QUARTER, 8105, America/New_York, 2026-04-01T04:00:00Z",
            "MONTH, 24314, America/New_York, 2026-03-01T05:00:00Z",
            "YEAR, 0, UTC, 0000-01-01T00:00:00Z",
            "MONTH, -1, UTC, -0001-12-01T00:00:00Z",
            "QUARTER, -1, UTC, -0001-10-01T00:00:00Z",
            "MONTH, 0, UTC, 0000-01-01T00:00:00Z",
            "DAY, 20513, America/New_York, 2026-03-01T05:00:00Z",
            "DAY, 0, UTC, 1970-01-01T00:00:00Z",
            "DAY, -1, UTC, 1969-12-31T00:00:00Z",
            "DAY, -719528, UTC, 0000-01-01T00:00:00Z",
            "WEEK, 2931, America/New_York, 2026-03-02T05:00:00Z",
            "WEEK, 0, UTC, 1969-12-29T00:00:00Z",
            "WEEK, -1, UTC, 1969-12-22T00:00:00Z",
            "WEEK, 1, UTC, 1970-01-05T00:00:00Z"
        })
        void theStartOfAWindowIsTheFirstMidnightInTheZone(
                CalendarWindow window, long number, ZoneId zone, Instant start) {
            assertThat(startOf(window, number, CivilZone.of(zone))).isEqualTo(start);
        }

        @Test
        void theStartOfAWindowIsTheFirstInstantOfADayThatHasNoMidnight() {
            // The clocks went forward at midnight: the first of the month began at one o'clock.
            assertThat(startOf(BoundedWindow.MONTH, 2014 * 12L + 7, CivilZone.of(ZoneId.of("Africa/Cairo"))))
                    .isEqualTo(Instant.parse("2014-07-31T22:00:00Z"));
            assertThat(startOf(BoundedWindow.YEAR, 1975, CivilZone.of(ZoneId.of("Africa/Bissau"))))
                    .isEqualTo(Instant.parse("1975-01-01T01:00:00Z"));
        }

        @Test
        void theStartOfAWindowIsNotMovedByADayThatDidNotExist() {
            CivilZone apia = CivilZone.of(ZoneId.of("Pacific/Apia"));
            assertThat(startOf(BoundedWindow.YEAR, 2012, apia)).isEqualTo(Instant.parse("2011-12-31T10:00:00Z"));
            assertThat(numberAt(BoundedWindow.YEAR, Instant.parse("2011-12-30T10:00:00Z"), apia))
                    .isEqualTo(2011);
        }
    }

    @Nested
    class Days {
        @Test
        void daysHaveConsecutiveNumbersAcrossTheEndsOfMonthsAndYears() {
            LocalDate date = LocalDate.of(1967, 12, 30);
            long number = BoundedWindow.DAY.numberOf(date.toEpochDay(), 0);
            while (date.getYear() < 1973) {
                assertThat(BoundedWindow.DAY.firstDayOf(number, 0)).isEqualTo(date.toEpochDay());
                date = date.plusDays(1);
                assertThat(BoundedWindow.DAY.numberOf(date.toEpochDay(), 0))
                        .as("%s", date)
                        .isEqualTo(++number);
            }
        }

        @Test
        void daysAreAsLongAsTheClockMakesThem() {
            long shorter = BoundedWindow.DAY.numberOf(LocalDate.of(2026, 3, 8).toEpochDay(), 0);
            assertThat(lengthOf(shorter)).isEqualTo(Duration.ofHours(23));
            assertThat(lengthOf(shorter + 1)).isEqualTo(Duration.ofHours(24));
            long longer = BoundedWindow.DAY.numberOf(LocalDate.of(2026, 11, 1).toEpochDay(), 0);
            assertThat(lengthOf(longer)).isEqualTo(Duration.ofHours(25));
        }

        private Duration lengthOf(long number) {
            return Duration.between(
                    startOf(BoundedWindow.DAY, number, NEW_YORK), startOf(BoundedWindow.DAY, number + 1, NEW_YORK));
        }

        @Test
        void daysThatDidNotExistHaveNoLength() {
            CivilZone apia = CivilZone.of(ZoneId.of("Pacific/Apia"));
            long skipped = BoundedWindow.DAY.numberOf(LocalDate.of(2011, 12, 30).toEpochDay(), 0);
            Instant change = Instant.parse("2011-12-30T10:00:00Z");
            assertThat(startOf(BoundedWindow.DAY, skipped, apia)).isEqualTo(change);
            assertThat(startOf(BoundedWindow.DAY, skipped + 1, apia)).isEqualTo(change);
            assertThat(numberAt(BoundedWindow.DAY, change, apia)).isEqualTo(skipped + 1);
            assertThat(numberAt(BoundedWindow.DAY, change.minusNanos(1_000), apia))
                    .isEqualTo(skipped - 1);
        }

        @Test
        void daysThatBeginTwiceAreThoseOfTheDateOnTheClock() {
            // At 00:01 on Sunday the clocks went back to 23:01 of Saturday.
            CivilZone stJohns = CivilZone.of(ZoneId.of("America/St_Johns"));
            long sunday = LocalDate.of(1992, 10, 25).toEpochDay();
            Instant change = Instant.parse("1992-10-25T02:31:00Z");
            assertThat(numberAt(BoundedWindow.DAY, change.minusSeconds(1), stJohns))
                    .isEqualTo(sunday);
            assertThat(numberAt(BoundedWindow.DAY, change, stJohns)).isEqualTo(sunday - 1);
            assertThat(startOf(BoundedWindow.DAY, sunday, stJohns)).isEqualTo(change.minusSeconds(60));
        }
    }

    @Nested
    class Weeks {
        @ParameterizedTest
        @CsvSource({
            // Of 53 weeks: the last days of the year and the first of the next.
            "2020-12-27, 2020-12-21, 52",
            "2020-12-28, 2020-12-28, 53",
            "2020-12-31, 2020-12-28, 53",
            "2021-01-01, 2020-12-28, 53",
            "2021-01-03, 2020-12-28, 53",
            "2021-01-04, 2021-01-04, 1",
            "2026-12-31, 2026-12-28, 53",
            "2027-01-03, 2026-12-28, 53",
            "2027-01-04, 2027-01-04, 1",
            // Of 52 weeks: week 1 begins in December, or on the first of January.
            "2025-12-28, 2025-12-22, 52",
            "2025-12-29, 2025-12-29, 1",
            "2026-01-01, 2025-12-29, 1",
            "2026-01-04, 2025-12-29, 1",
            "2026-01-05, 2026-01-05, 2",
            "2024-01-01, 2024-01-01, 1",
            "2023-01-01, 2022-12-26, 52",
            // Before 1970, and around the leap day.
            "1970-01-01, 1969-12-29, 1",
            "1969-12-28, 1969-12-22, 52",
            "1969-12-22, 1969-12-22, 52",
            "1969-12-21, 1969-12-15, 51",
            "0001-01-01, 0001-01-01, 1",
            "0000-12-31, 0000-12-25, 52",
            "2024-02-29, 2024-02-26, 9",
            "2024-03-03, 2024-02-26, 9"
        })
        void weeksGoFromMondayToSundayAsIso8601HasThem(LocalDate date, LocalDate monday, int weekOfYear) {
            long number = BoundedWindow.WEEK.numberOf(date.toEpochDay(), 0);
            assertThat(BoundedWindow.WEEK.firstDayOf(number, 0)).isEqualTo(monday.toEpochDay());
            assertThat(monday.getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
            assertThat(monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)).isEqualTo(weekOfYear);
            for (int day = 0; day < 7; day++) {
                assertThat(BoundedWindow.WEEK.numberOf(monday.plusDays(day).toEpochDay(), 0))
                        .isEqualTo(number);
            }
            assertThat(BoundedWindow.WEEK.numberOf(monday.minusDays(1).toEpochDay(), 0))
                    .isEqualTo(number - 1);
            assertThat(BoundedWindow.WEEK.numberOf(monday.plusDays(7).toEpochDay(), 0))
                    .isEqualTo(number + 1);
        }

        @Test
        void weeksHaveConsecutiveNumbersAcrossTheEndsOfYearsAnd1970() {
            LocalDate monday = LocalDate.of(1959, 12, 28);
            long number = BoundedWindow.WEEK.numberOf(monday.toEpochDay(), 0);
            assertThat(number).isNegative();
            while (monday.getYear() < 1982) {
                assertThat(BoundedWindow.WEEK.firstDayOf(number, 0)).isEqualTo(monday.toEpochDay());
                monday = monday.plusWeeks(1);
                assertThat(BoundedWindow.WEEK.numberOf(monday.toEpochDay(), 0))
                        .as("%s", monday)
                        .isEqualTo(++number);
            }
        }

        @Test
        void weeksAreThoseOfTheDateInTheZone() {
            Instant instant = Instant.parse("2021-01-03T15:00:00Z");
            assertThat(numberAt(BoundedWindow.WEEK, instant, CivilZone.of(ZoneId.of("Asia/Tokyo"))))
                    .isEqualTo(numberAt(BoundedWindow.WEEK, instant, NEW_YORK) + 1);
        }
    }

    @Test
    void everyCalendarWindowDescribesItself() {
        assertThat(CalendarWindow.values())
                .extracting(CalendarWindow::describe)
                .containsExactly(
                        "per day",
                        "per ISO week",
                        "per calendar month",
                        "per calendar quarter",
                        "per calendar year",
                        "per membership year");
    }
}
