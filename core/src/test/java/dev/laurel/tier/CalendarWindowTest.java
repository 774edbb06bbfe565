package dev.laurel.tier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("T1")
class CalendarWindowTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

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
            "YEAR, 0001-01-01T00:00:00Z, 0",
            "YEAR, 9999-12-31T23:59:59.999999Z, 9999"
        })
        void is_that_of_the_date_in_the_zone(CalendarWindow window, Instant instant, long number) {
            assertThat(window.numberAt(instant, NEW_YORK)).isEqualTo(number);
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
            "MONTH, 0, UTC, 0000-01-01T00:00:00Z"
        })
        void is_the_first_midnight_in_the_zone(CalendarWindow window, long number, ZoneId zone, Instant start) {
            assertThat(window.startOf(number, zone)).isEqualTo(start);
        }

        @Test
        void is_the_first_instant_of_a_day_that_has_no_midnight() {
            // The clocks went forward at midnight: the first of the month began at one o'clock.
            assertThat(CalendarWindow.MONTH.startOf(2014 * 12L + 7, ZoneId.of("Africa/Cairo")))
                    .isEqualTo(Instant.parse("2014-07-31T22:00:00Z"));
            assertThat(CalendarWindow.YEAR.startOf(1975, ZoneId.of("Africa/Bissau")))
                    .isEqualTo(Instant.parse("1975-01-01T01:00:00Z"));
        }

        @Test
        void is_not_moved_by_a_day_that_did_not_exist() {
            ZoneId apia = ZoneId.of("Pacific/Apia");
            assertThat(CalendarWindow.YEAR.startOf(2012, apia)).isEqualTo(Instant.parse("2011-12-31T10:00:00Z"));
            assertThat(CalendarWindow.YEAR.numberAt(Instant.parse("2011-12-30T10:00:00Z"), apia))
                    .isEqualTo(2011);
        }
    }

    @Test
    void describes_itself() {
        assertThat(CalendarWindow.values())
                .extracting(CalendarWindow::describe)
                .containsExactly("calendar month", "calendar quarter", "calendar year");
    }

    @Test
    void refuses_null() {
        assertThatNullPointerException().isThrownBy(() -> CalendarWindow.YEAR.numberAt(null, NEW_YORK));
        assertThatNullPointerException().isThrownBy(() -> CalendarWindow.YEAR.numberAt(Instant.EPOCH, null));
        assertThatNullPointerException().isThrownBy(() -> CalendarWindow.YEAR.startOf(2026, null));
    }
}
