package dev.laurel.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;

/**
 * The windows of the calendar: in which something is summed, and to whose borders a date can be moved. A window has a number, so
 * that sums can be kept by it; consecutive windows have consecutive numbers.
 */
public enum CalendarWindow {
    /** A day; its number counts days from 1970. */
    DAY("day", "day", Period.ofDays(1), 1) {
        @Override
        long numberOf(LocalDate date) {
            return date.toEpochDay();
        }

        @Override
        LocalDate firstDayOf(long number) {
            return LocalDate.ofEpochDay(number);
        }
    },
    /** An ISO week, from Monday on; its number counts weeks from that of 1 January 1970. */
    WEEK("ISO week", "week", Period.ofWeeks(1), 7) {
        @Override
        long numberOf(LocalDate date) {
            return Math.floorDiv(date.toEpochDay() + THURSDAY, 7L);
        }

        @Override
        LocalDate firstDayOf(long number) {
            return LocalDate.ofEpochDay(number * 7 - THURSDAY);
        }
    },
    /** A calendar month; its number counts months from the year 0. */
    MONTH("calendar month", "month", Period.ofMonths(1), 31) {
        @Override
        long numberOf(LocalDate date) {
            return date.getYear() * 12L + date.getMonthValue() - 1;
        }

        @Override
        LocalDate firstDayOf(long number) {
            return LocalDate.of(Math.toIntExact(Math.floorDiv(number, 12L)), (int) Math.floorMod(number, 12L) + 1, 1);
        }
    },
    /** A calendar quarter; its number counts quarters from the year 0. */
    QUARTER("calendar quarter", "quarter", Period.ofMonths(3), 92) {
        @Override
        long numberOf(LocalDate date) {
            return date.getYear() * 4L + (date.getMonthValue() - 1) / 3;
        }

        @Override
        LocalDate firstDayOf(long number) {
            return LocalDate.of(Math.toIntExact(Math.floorDiv(number, 4L)), (int) Math.floorMod(number, 4L) * 3 + 1, 1);
        }
    },
    /** A calendar year; its number is the year's. */
    YEAR("calendar year", "year", Period.ofYears(1), 366) {
        @Override
        long numberOf(LocalDate date) {
            return date.getYear();
        }

        @Override
        LocalDate firstDayOf(long number) {
            return LocalDate.of(Math.toIntExact(number), 1, 1);
        }
    };

    /** 1 January 1970 was a Thursday: three days of its week had passed. */
    private static final int THURSDAY = 3;

    private final String words;
    private final String noun;
    private final Period length;
    private final int mostDays;

    CalendarWindow(String words, String noun, Period length, int mostDays) {
        this.words = words;
        this.noun = noun;
        this.length = length;
        this.mostDays = mostDays;
    }

    abstract long numberOf(LocalDate date);

    abstract LocalDate firstDayOf(long number);

    /** The number of the window that an instant is in. */
    public long numberAt(Instant instant, ZoneId zone) {
        return numberOf(LocalDate.ofInstant(instant, zone));
    }

    /** When a window begins: the start of its first day in the zone. */
    public Instant startOf(long number, ZoneId zone) {
        return firstDayOf(number).atStartOfDay(zone).toInstant();
    }

    /** The first day of the window that a date is in. */
    public LocalDate firstDayAround(LocalDate date) {
        return firstDayOf(numberOf(date));
    }

    /** The first day of the window after the one that a date is in. */
    public LocalDate firstDayAfter(LocalDate date) {
        return firstDayOf(numberOf(date) + 1);
    }

    /** How long a window is. */
    public Period length() {
        return length;
    }

    /** How many days the longest window has. */
    public int mostDays() {
        return mostDays;
    }

    /** The window in words, such as {@code calendar year}. */
    public String describe() {
        return words;
    }

    /** The window in one word that reads after "the end of the", such as {@code year}. */
    public String noun() {
        return noun;
    }
}
