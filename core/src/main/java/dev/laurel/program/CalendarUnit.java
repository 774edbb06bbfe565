package dev.laurel.program;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;

/** The calendar units to whose borders a date can be rounded. */
public enum CalendarUnit {
    /** A day. */
    DAY("day", Period.ofDays(1), 1) {
        @Override
        LocalDate startOf(LocalDate date) {
            return date;
        }
    },
    /** A calendar month. */
    MONTH("month", Period.ofMonths(1), 31) {
        @Override
        LocalDate startOf(LocalDate date) {
            return date.withDayOfMonth(1);
        }
    },
    /** A calendar quarter. */
    QUARTER("quarter", Period.ofMonths(3), 92) {
        @Override
        LocalDate startOf(LocalDate date) {
            return date.withMonth(date.getMonth().firstMonthOfQuarter().getValue())
                    .withDayOfMonth(1);
        }
    },
    /** A calendar year. */
    YEAR("year", Period.ofYears(1), 366) {
        @Override
        LocalDate startOf(LocalDate date) {
            return date.with(TemporalAdjusters.firstDayOfYear());
        }
    };

    private final String words;
    private final Period length;
    private final int mostDays;

    CalendarUnit(String words, Period length, int mostDays) {
        this.words = words;
        this.length = length;
        this.mostDays = mostDays;
    }

    abstract LocalDate startOf(LocalDate date);

    LocalDate startOfNext(LocalDate date) {
        return startOf(date).plus(length);
    }

    Period length() {
        return length;
    }

    /** How many days the longest has. */
    int mostDays() {
        return mostDays;
    }

    /** In words, such as {@code month}. */
    public String describe() {
        return words;
    }
}
