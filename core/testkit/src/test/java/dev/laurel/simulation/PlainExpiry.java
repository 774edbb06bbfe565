package dev.laurel.simulation;

import dev.laurel.program.Expiry;
import dev.laurel.time.CalendarWindow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;

/** When points expire, worked out from the words of the program alone. */
final class PlainExpiry {
    private PlainExpiry() {}

    /** The date of points earned at an instant, or null if they have none of their own. */
    static Instant of(Expiry expiry, Instant earned, ZoneId zone) {
        if (expiry instanceof Expiry.After after) {
            return earned.atZone(zone).plus(after.period()).toInstant();
        }
        if (expiry instanceof Expiry.AtStartOf start) {
            LocalDate end = earned.atZone(zone).plus(start.period()).toLocalDate();
            return firstDay(start.window(), end).atStartOfDay(zone).toInstant();
        }
        if (expiry instanceof Expiry.AtEndOf last) {
            LocalDate end = earned.atZone(zone).plus(last.period()).toLocalDate();
            return dayAfter(last.window(), end).atStartOfDay(zone).toInstant();
        }
        return null;
    }

    private static LocalDate firstDay(CalendarWindow window, LocalDate date) {
        return switch (window) {
            case DAY -> date;
            case WEEK -> date.minusDays(date.getDayOfWeek().getValue() - 1);
            case MONTH -> LocalDate.of(date.getYear(), date.getMonth(), 1);
            case QUARTER -> LocalDate.of(date.getYear(), 3 * date.get(IsoFields.QUARTER_OF_YEAR) - 2, 1);
            case YEAR -> LocalDate.of(date.getYear(), 1, 1);
        };
    }

    private static LocalDate dayAfter(CalendarWindow window, LocalDate date) {
        LocalDate first = firstDay(window, date);
        return switch (window) {
            case DAY -> first.plusDays(1);
            case WEEK -> first.plusDays(7);
            case MONTH -> first.plusMonths(1);
            case QUARTER -> first.plusMonths(3);
            case YEAR -> first.plusYears(1);
        };
    }
}
