package dev.laurel.time;

import java.time.Period;
import java.time.temporal.ChronoUnit;

/**
 * The ISO calendar on days since 1 January 1970, without an object for each date. Months are counted from January of the year 0.
 *
 * <p>The arithmetic is that of Howard Hinnant, "chrono-compatible low-level date algorithms": a year that begins with March has its
 * leap day at its end, and 400 years have as many days wherever they begin.
 */
final class EpochDays {
    private static final long DAYS_OF_400_YEARS = 146_097;

    /** The days from 1 March of the year 0 to 1 January 1970. */
    private static final long BEFORE_1970 = 719_468;

    /** January and February belong to the year before, as its last two months. */
    private static final int MARCH = 2;

    /** More than the days by which a civil period differs forwards and backwards. */
    static final int CIVIL_SLACK = 4;

    private static final int MONTHS_OF_400_YEARS = 4_800;

    private EpochDays() {}

    /** The month that a day is in. */
    static long monthOf(long day) {
        long fromMarch = day + BEFORE_1970;
        long era = Math.floorDiv(fromMarch, DAYS_OF_400_YEARS);
        int dayOfEra = (int) (fromMarch - era * DAYS_OF_400_YEARS);
        int year = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        int dayOfYear = dayOfEra - (365 * year + year / 4 - year / 100);
        int month = (5 * dayOfYear + 2) / 153;
        return (era * 400 + year) * 12 + month + MARCH;
    }

    /** The first day of a month. */
    static long firstDayOf(long month) {
        long fromMarch = month - MARCH;
        long year = Math.floorDiv(fromMarch, 12L);
        int monthOfYear = (int) (fromMarch - year * 12);
        long era = Math.floorDiv(year, 400L);
        int yearOfEra = (int) (year - era * 400);
        int dayOfYear = (153 * monthOfYear + 2) / 5;
        return era * DAYS_OF_400_YEARS + 365L * yearOfEra + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - BEFORE_1970;
    }

    /** The same day of another month, or the last of that month where it is shorter. */
    static long plusMonths(long day, long months) {
        if (months == 0) {
            return day;
        }
        long month = monthOf(day);
        long first = firstDayOf(month + months);
        long last = firstDayOf(month + months + 1) - 1;
        return Math.min(first + day - firstDayOf(month), last);
    }

    /** A period later, as {@code java.time} adds it to a date. */
    static long plus(long day, Period period) {
        return plusMonths(day, period.toTotalMonths()) + period.get(ChronoUnit.DAYS);
    }

    /** A period earlier, as {@code java.time} takes it from a date. */
    static long minus(long day, Period period) {
        return plusMonths(day, -period.toTotalMonths()) - period.get(ChronoUnit.DAYS);
    }

    /** In which of the spans of so many months a day is that follow one another from a start on; the first has number 0. */
    static long numberOf(long day, long start, long months) {
        long number = Math.floorDiv(monthOf(day) - monthOf(start), months);
        return plusMonths(start, number * months) > day ? number - 1 : number;
    }

    /** How many days a period has at most. */
    static long mostDays(Period period) {
        return mostDays(period.toTotalMonths()) + period.get(ChronoUnit.DAYS);
    }

    /** How many days a period has at least. */
    static long leastDays(Period period) {
        long months = period.toTotalMonths();
        // The last days of a month become the last of a shorter one.
        long least = months == 0 ? 0 : -mostDays(-months) - (CIVIL_SLACK - 1);
        return least + period.get(ChronoUnit.DAYS);
    }

    private static long mostDays(long months) {
        long most = Long.MIN_VALUE;
        for (long month = 0; month < MONTHS_OF_400_YEARS; month++) {
            most = Math.max(most, firstDayOf(month + months) - firstDayOf(month));
        }
        return most;
    }
}
