package dev.laurel.examples.replay.sample;

import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** When people buy: on some days more than on others, and most before the holidays. */
final class Seasons {
    /** From January on. */
    private static final int[] MONTHS = {80, 92, 90, 94, 102, 90, 80, 84, 94, 104, 130, 220};

    /** From Monday on, in percent. */
    private static final int[] WEEKDAYS = {85, 85, 90, 95, 115, 135, 105};

    private static final Weights DAYS = Weights.of(TwoYears.FIRST_DAY
            .datesUntil(TwoYears.END_DAY)
            .mapToInt(Seasons::weight)
            .toArray());

    private Seasons() {}

    /**
     * A day on which somebody buys.
     *
     * @param from the first day
     * @param until the day after the last
     */
    static LocalDate day(Dice dice, LocalDate from, LocalDate until) {
        return TwoYears.FIRST_DAY.plusDays(DAYS.draw(dice, position(from), position(until)));
    }

    private static int position(LocalDate day) {
        return (int) ChronoUnit.DAYS.between(TwoYears.FIRST_DAY, day);
    }

    private static int weight(LocalDate day) {
        int weight =
                MONTHS[day.getMonthValue() - 1] * WEEKDAYS[day.getDayOfWeek().getValue() - 1];
        return weight / 100 * (100 + occasion(day)) / 100;
    }

    /** How much more is bought than otherwise at such a time, in percent. */
    private static int occasion(LocalDate day) {
        if (MonthDay.from(day).isAfter(MonthDay.of(12, 24))) {
            return -45;
        }
        if (isThanksgivingSale(day)) {
            return 150;
        }
        if (isSpringSale(day) || isAutumnSale(day)) {
            return 80;
        }
        boolean gifts = isWithin(day, LocalDate.of(day.getYear(), 2, 7), 8) || isWithin(day, motherSunday(day, 13), 13);
        return gifts ? 50 : 0;
    }

    /** The second Sunday of May, so many days earlier. */
    private static LocalDate motherSunday(LocalDate day, int daysEarlier) {
        return LocalDate.of(day.getYear(), Month.MAY, 1)
                .with(TemporalAdjusters.dayOfWeekInMonth(2, SUNDAY))
                .minusDays(daysEarlier);
    }

    /** Friday to Monday after Thanksgiving. */
    static boolean isThanksgivingSale(LocalDate day) {
        LocalDate thanksgiving =
                LocalDate.of(day.getYear(), Month.NOVEMBER, 1).with(TemporalAdjusters.dayOfWeekInMonth(4, THURSDAY));
        return isWithin(day, thanksgiving.plusDays(1), 4);
    }

    static boolean isSpringSale(LocalDate day) {
        return isWithin(day, LocalDate.of(day.getYear(), Month.APRIL, 5), 11);
    }

    static boolean isAutumnSale(LocalDate day) {
        return isWithin(day, LocalDate.of(day.getYear(), Month.OCTOBER, 25), 11);
    }

    private static boolean isWithin(LocalDate day, LocalDate first, int days) {
        return !day.isBefore(first) && day.isBefore(first.plusDays(days));
    }
}
