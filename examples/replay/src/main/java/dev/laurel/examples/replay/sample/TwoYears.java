package dev.laurel.examples.replay.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The time of the history: 2024 and 2025 in New York. */
final class TwoYears {
    static final ZoneId ZONE = ZoneId.of("America/New_York");
    static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);

    /** The day after the last. */
    static final LocalDate END_DAY = LocalDate.of(2026, 1, 1);

    static final int DAYS = (int) ChronoUnit.DAYS.between(FIRST_DAY, END_DAY);

    static final Instant START = instant(FIRST_DAY, LocalTime.MIDNIGHT);

    /** The instant at which it is over. */
    static final Instant END = instant(END_DAY, LocalTime.MIDNIGHT);

    private TwoYears() {}

    static Instant instant(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(ZONE).toInstant();
    }

    static LocalDate dayOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }
}
