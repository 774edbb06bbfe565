package dev.laurel.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The calendar windows in which something is summed. A window has a number, so that sums can be kept by it; consecutive windows
 * have consecutive numbers.
 */
public enum CalendarWindow {
    /** A day; its number counts days from 1970. */
    DAY("day") {
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
    WEEK("ISO week") {
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
    MONTH("calendar month") {
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
    QUARTER("calendar quarter") {
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
    YEAR("calendar year") {
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

    CalendarWindow(String words) {
        this.words = words;
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

    /** The window in words, such as {@code calendar year}. */
    public String describe() {
        return words;
    }
}
