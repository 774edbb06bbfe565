package dev.laurel.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("T1")
class CivilZoneTest {
    private static CivilZone zone(String id) {
        return CivilZone.of(ZoneId.of(id));
    }

    @Nested
    class DateOf {
        @ParameterizedTest
        @CsvSource({
            "America/New_York, 2026-03-01T04:59:59.999999999Z, 2026-02-28",
            "America/New_York, 2026-03-01T05:00:00Z, 2026-03-01",
            "Asia/Kathmandu, 2026-03-01T18:14:59Z, 2026-03-01",
            "Asia/Kathmandu, 2026-03-01T18:15:00Z, 2026-03-02",
            // The clocks went over a whole day.
            "Pacific/Apia, 2011-12-30T09:59:59.999999999Z, 2011-12-29",
            "Pacific/Apia, 2011-12-30T10:00:00Z, 2011-12-31",
            // Before there was a time of zones, and long after all changes that are known.
            "Europe/Paris, 1800-06-30T23:50:39Z, 1800-07-01",
            "Europe/Paris, 1800-06-30T23:50:38Z, 1800-06-30",
            "Europe/Berlin, 9999-07-01T21:59:59Z, 9999-07-01",
            "Europe/Berlin, 9999-07-01T22:00:00Z, 9999-07-02",
            "+18:00, 0001-01-01T06:00:00Z, 0001-01-02",
            "-18:00, 0001-01-01T00:00:00Z, 0000-12-31"
        })
        void theDateIsThatOnTheClocksOfTheZone(String zone, Instant instant, LocalDate date) {
            assertThat(zone(zone).dateOf(instant)).isEqualTo(date);
            assertThat(zone(zone).dayOf(instant)).isEqualTo(date.toEpochDay());
        }
    }

    @Nested
    class StartOf {
        @ParameterizedTest
        @CsvSource({
            "Europe/Berlin, 2026-03-29, 2026-03-28T23:00:00Z",
            "Europe/Berlin, 2026-03-30, 2026-03-29T22:00:00Z",
            // A day without a midnight begins when the gap ends, and one with two at the first.
            "Africa/Cairo, 2014-08-01, 2014-07-31T22:00:00Z",
            "America/St_Johns, 1992-10-25, 1992-10-25T02:30:00Z",
            "Pacific/Apia, 2011-12-30, 2011-12-30T10:00:00Z",
            "Europe/Berlin, 9999-07-02, 9999-07-01T22:00:00Z",
            "UTC, -0005-01-01, -0005-01-01T00:00:00Z"
        })
        void aDayBeginsAtItsFirstInstant(String zone, LocalDate date, Instant start) {
            assertThat(zone(zone).startOf(date)).isEqualTo(start);
            assertThat(zone(zone).startOf(date.toEpochDay())).isEqualTo(start);
        }
    }

    @Nested
    class Plus {
        @ParameterizedTest
        @CsvSource({
            "2026-01-31T12:00:00.000001Z, P1M, 2026-02-28T12:00:00.000001Z",
            "2028-02-29T12:00:00Z, P1Y, 2029-02-28T12:00:00Z",
            "2026-01-31T12:00:00Z, P1M1D, 2026-03-01T12:00:00Z",
            // Days are not 24 hours where clocks change.
            "2026-03-28T11:00:00Z, P1D, 2026-03-29T10:00:00Z",
            // 02:30 does not exist on that day.
            "2026-03-28T01:30:00Z, P1D, 2026-03-29T01:30:00Z",
            // 02:30 comes twice on that day: the earlier counts, unless the period begins with the clocks of the later.
            "2026-10-24T00:30:00Z, P1D, 2026-10-25T00:30:00Z",
            "2026-11-25T01:30:00Z, P-1M, 2026-10-25T01:30:00Z",
            "2026-10-25T00:30:00Z, P0D, 2026-10-25T00:30:00Z",
            "2026-10-25T01:30:00Z, P0D, 2026-10-25T01:30:00Z",
            // To beyond the changes that are written out.
            "2026-07-01T12:00:00Z, P1000Y, 3026-07-01T12:00:00Z"
        })
        void aPeriodEndsAtItsTimeOfDayOnTheClocksOfTheZone(Instant from, Period period, Instant end) {
            assertThat(zone("Europe/Berlin").plus(from, period)).isEqualTo(end);
        }

        @Test
        void whatJavaTimeDoesNotHaveIsNoInstant() {
            CivilZone berlin = zone("Europe/Berlin");
            assertThatThrownBy(() -> berlin.plus(Instant.EPOCH, Period.ofYears(Integer.MAX_VALUE)))
                    .isInstanceOf(DateTimeException.class);
            assertThatThrownBy(() -> berlin.startOf(Long.MAX_VALUE)).isInstanceOf(DateTimeException.class);
        }
    }

    @Nested
    class Minus {
        @Test
        void aPeriodIsNotTheSameForwardsAndBackwards() {
            CivilZone utc = zone("UTC");
            Instant end = utc.plus(Instant.parse("2026-01-31T12:00:00Z"), Period.ofMonths(1));
            assertThat(utc.minus(end, Period.ofMonths(1))).isEqualTo(Instant.parse("2026-01-28T12:00:00Z"));
        }
    }

    @Test
    void aZoneKnowsItsId() {
        assertThat(zone("Europe/Berlin").id()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(zone("Europe/Berlin")).hasToString("Europe/Berlin");
    }

    @Test
    void aZoneNeedsAnId() {
        assertThatNullPointerException().isThrownBy(() -> CivilZone.of(null));
    }
}
