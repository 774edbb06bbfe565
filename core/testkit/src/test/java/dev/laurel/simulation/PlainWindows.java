package dev.laurel.simulation;

import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;

/** The windows of the calendar and others, read off {@code java.time}. */
public final class PlainWindows {
    private static final LocalDate FIRST_MONDAY = LocalDate.of(1969, 12, 29);
    private static final LocalDate YEAR_ZERO = LocalDate.of(0, 1, 1);
    private static final Period YEAR = Period.ofMonths(12);

    private PlainWindows() {}

    /** The number of the window that a date is in, of a member since another. */
    public static long numberOf(BoundedWindow window, LocalDate date, LocalDate memberSince) {
        if (window instanceof Dates dates) {
            return dates.contains(date) ? 0 : dates.from() != null && date.isBefore(dates.from()) ? -1 : 1;
        }
        if (window instanceof BoundedWindow.Grid grid) {
            return numberOf(grid.start(), grid.period(), date);
        }
        if (window == BoundedWindow.MEMBERSHIP_YEAR) {
            return numberOf(memberSince, YEAR, date);
        }
        if (window == BoundedWindow.DAY) {
            return date.toEpochDay();
        }
        if (window == BoundedWindow.WEEK) {
            return Math.floorDiv(ChronoUnit.DAYS.between(FIRST_MONDAY, date), 7L);
        }
        if (window == BoundedWindow.MONTH) {
            return date.getLong(ChronoField.PROLEPTIC_MONTH);
        }
        return window == BoundedWindow.QUARTER
                ? date.getYear() * 4L + date.get(IsoFields.QUARTER_OF_YEAR) - 1
                : date.getYear();
    }

    /** Steps from window to window until the date is in it. */
    private static long numberOf(LocalDate start, Period period, LocalDate date) {
        long number = 0;
        while (date.isBefore(plus(start, period, number))) {
            number--;
        }
        while (!date.isBefore(plus(start, period, number + 1))) {
            number++;
        }
        return number;
    }

    private static LocalDate plus(LocalDate start, Period period, long times) {
        return start.plusMonths(period.toTotalMonths() * times).plusDays(period.get(ChronoUnit.DAYS) * times);
    }

    /** The first date of a window. */
    static LocalDate firstOf(BoundedWindow window, long number, LocalDate memberSince) {
        if (window instanceof Dates dates) {
            return number == 0 ? dates.from() : dates.to().plusDays(1);
        }
        if (window instanceof BoundedWindow.Grid grid) {
            return plus(grid.start(), grid.period(), number);
        }
        if (window == BoundedWindow.MEMBERSHIP_YEAR) {
            return plus(memberSince, YEAR, number);
        }
        if (window == BoundedWindow.DAY) {
            return LocalDate.ofEpochDay(number);
        }
        if (window == BoundedWindow.WEEK) {
            return FIRST_MONDAY.plusWeeks(number);
        }
        return YEAR_ZERO.plusMonths(
                number * (window == BoundedWindow.MONTH ? 1 : window == BoundedWindow.QUARTER ? 3 : 12));
    }

    /** When a window begins. */
    static Instant startOf(BoundedWindow window, long number, ZoneId zone, LocalDate memberSince) {
        return firstOf(window, number, memberSince).atStartOfDay(zone).toInstant();
    }

    /** Whether the years of a membership matter to it. */
    static boolean isOfMember(Object window) {
        return window == BoundedWindow.MEMBERSHIP_YEAR;
    }
}
