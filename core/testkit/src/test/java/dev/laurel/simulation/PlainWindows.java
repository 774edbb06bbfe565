package dev.laurel.simulation;

import dev.laurel.time.CalendarWindow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;

/** The windows of the calendar, read off {@code java.time}. */
final class PlainWindows {
    private static final LocalDate FIRST_MONDAY = LocalDate.of(1969, 12, 29);
    private static final LocalDate YEAR_ZERO = LocalDate.of(0, 1, 1);

    private PlainWindows() {}

    /** The number of the window that an instant is in. */
    static long numberAt(CalendarWindow window, Instant instant, ZoneId zone) {
        LocalDate date = instant.atZone(zone).toLocalDate();
        return switch (window) {
            case DAY -> date.toEpochDay();
            case WEEK -> Math.floorDiv(ChronoUnit.DAYS.between(FIRST_MONDAY, date), 7L);
            case MONTH -> date.getLong(ChronoField.PROLEPTIC_MONTH);
            case QUARTER -> date.getYear() * 4L + date.get(IsoFields.QUARTER_OF_YEAR) - 1;
            case YEAR -> date.getYear();
        };
    }

    /** When a window begins. */
    static Instant startOf(CalendarWindow window, long number, ZoneId zone) {
        LocalDate first = switch (window) {
            case DAY -> LocalDate.ofEpochDay(number);
            case WEEK -> FIRST_MONDAY.plusWeeks(number);
            case MONTH -> YEAR_ZERO.plusMonths(number);
            case QUARTER -> YEAR_ZERO.plusMonths(number * 3);
            case YEAR -> YEAR_ZERO.plusYears(number);
        };
        return first.atStartOfDay(zone).toInstant();
    }
}
