package dev.laurel.time;

import java.time.Instant;
import java.time.Period;

/**
 * The windows of the calendar: in which something is summed, and to whose borders a date can be moved. A window has a number, so
 * that sums can be kept by it; consecutive windows have consecutive numbers.
 */
public enum CalendarWindow {
    /** A day; its number counts days from 1970. */
    DAY("day", "day", Period.ofDays(1), 1) {
        @Override
        public long numberOf(long day) {
            return day;
        }

        @Override
        public long firstDayOf(long number) {
            return number;
        }
    },
    /** An ISO week, from Monday on; its number counts weeks from that of 1 January 1970. */
    WEEK("ISO week", "week", Period.ofWeeks(1), 7) {
        @Override
        public long numberOf(long day) {
            return Math.floorDiv(day + THURSDAY, 7L);
        }

        @Override
        public long firstDayOf(long number) {
            return number * 7 - THURSDAY;
        }
    },
    /** A calendar month; its number counts months from the year 0. */
    MONTH("calendar month", "month", Period.ofMonths(1), 31) {
        @Override
        public long numberOf(long day) {
            return EpochDays.monthOf(day);
        }

        @Override
        public long firstDayOf(long number) {
            return EpochDays.firstDayOf(number);
        }
    },
    /** A calendar quarter; its number counts quarters from the year 0. */
    QUARTER("calendar quarter", "quarter", Period.ofMonths(3), 92) {
        @Override
        public long numberOf(long day) {
            return Math.floorDiv(EpochDays.monthOf(day), 3L);
        }

        @Override
        public long firstDayOf(long number) {
            return EpochDays.firstDayOf(number * 3);
        }
    },
    /** A calendar year; its number is the year's. */
    YEAR("calendar year", "year", Period.ofYears(1), 366) {
        @Override
        public long numberOf(long day) {
            return Math.floorDiv(EpochDays.monthOf(day), 12L);
        }

        @Override
        public long firstDayOf(long number) {
            return EpochDays.firstDayOf(number * 12);
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

    /** The number of the window that a day is in; days count from 1970. */
    public abstract long numberOf(long day);

    /** The first day of a window; days count from 1970. */
    public abstract long firstDayOf(long number);

    /** The number of the window that an instant is in. */
    public long numberAt(Instant instant, CivilZone zone) {
        return numberOf(zone.dayOf(instant));
    }

    /** When a window begins: the start of its first day in the zone. */
    public Instant startOf(long number, CivilZone zone) {
        return zone.startOf(firstDayOf(number));
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
