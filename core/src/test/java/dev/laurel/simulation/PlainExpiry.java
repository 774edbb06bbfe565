package dev.laurel.simulation;

import dev.laurel.program.CalendarUnit;
import dev.laurel.program.Expiry;
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
            return firstDay(start.unit(), end).atStartOfDay(zone).toInstant();
        }
        if (expiry instanceof Expiry.AtEndOf last) {
            LocalDate end = earned.atZone(zone).plus(last.period()).toLocalDate();
            return dayAfter(last.unit(), end).atStartOfDay(zone).toInstant();
        }
        return null;
    }

    private static LocalDate firstDay(CalendarUnit unit, LocalDate date) {
        return switch (unit) {
            case DAY -> date;
            case MONTH -> LocalDate.of(date.getYear(), date.getMonth(), 1);
            case QUARTER -> LocalDate.of(date.getYear(), 3 * date.get(IsoFields.QUARTER_OF_YEAR) - 2, 1);
            case YEAR -> LocalDate.of(date.getYear(), 1, 1);
        };
    }

    private static LocalDate dayAfter(CalendarUnit unit, LocalDate date) {
        LocalDate first = firstDay(unit, date);
        return switch (unit) {
            case DAY -> first.plusDays(1);
            case MONTH -> first.plusMonths(1);
            case QUARTER -> first.plusMonths(3);
            case YEAR -> first.plusYears(1);
        };
    }
}
