package dev.laurel.time;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;

/**
 * A window of dates that begins and ends. Windows of a kind follow one another without a gap and have consecutive numbers, so that sums
 * can be kept by number. Days are counted from 1970.
 *
 * <p>Membership years need the day on which a membership begins; others take any number for it.
 */
public sealed interface BoundedWindow extends Window permits CalendarWindow, BoundedWindow.Grid, Dates {
    /** A calendar day. */
    BoundedWindow DAY = CalendarWindow.DAY;

    /** An ISO week, from Monday on. */
    BoundedWindow WEEK = CalendarWindow.WEEK;

    /** A calendar month. */
    BoundedWindow MONTH = CalendarWindow.MONTH;

    /** A calendar quarter. */
    BoundedWindow QUARTER = CalendarWindow.QUARTER;

    /** A calendar year. */
    BoundedWindow YEAR = CalendarWindow.YEAR;

    /** A year of membership. One that begins on 29 February does so on 28 February in a common year. */
    BoundedWindow MEMBERSHIP_YEAR = CalendarWindow.MEMBERSHIP_YEAR;

    /**
     * Windows of so many weeks, months or years, one after the other, of which one begins on a date. Dates before it are in such windows
     * too.
     *
     * @param period days alone, or months and years alone; checked when a program is built
     */
    static BoundedWindow every(Period period, LocalDate start) {
        return new Grid(period, start);
    }

    /** The number of the window that a day is in. */
    long numberOf(long day, long memberSince);

    /** The first day of a window. */
    long firstDayOf(long number, long memberSince);

    /** How long a window is. */
    Period length();

    /** How many days the longest window has. */
    long mostDays();

    /** The window in words that read after "the end of the", such as {@code year}. */
    String noun();

    /**
     * Windows that follow one another from a date on, and before it.
     *
     * @param period how long each is
     * @param start the first day of the window of number zero
     */
    record Grid(Period period, LocalDate start) implements BoundedWindow {
        /** Checks that both are given. */
        public Grid {
            requireNonNull(period, "period");
            requireNonNull(start, "start");
        }

        private boolean isOfDays() {
            return period.toTotalMonths() == 0;
        }

        private long days() {
            return period.get(ChronoUnit.DAYS);
        }

        @Override
        public long numberOf(long day, long memberSince) {
            return isOfDays()
                    ? Math.floorDiv(day - start.toEpochDay(), days())
                    : EpochDays.numberOf(day, start.toEpochDay(), period.toTotalMonths());
        }

        @Override
        public long firstDayOf(long number, long memberSince) {
            return isOfDays()
                    ? start.toEpochDay() + number * days()
                    : EpochDays.plusMonths(start.toEpochDay(), number * period.toTotalMonths());
        }

        @Override
        public boolean needsMember() {
            return false;
        }

        @Override
        public Period length() {
            return period;
        }

        @Override
        public long mostDays() {
            return EpochDays.mostDays(period);
        }

        @Override
        public String id() {
            return WindowId.of(this);
        }

        @Override
        public String describe() {
            return "per " + period + " counted from " + start;
        }

        @Override
        public String noun() {
            return "window of " + period + " counted from " + start;
        }
    }
}
