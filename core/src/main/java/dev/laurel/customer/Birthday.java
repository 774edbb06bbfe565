package dev.laurel.customer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.Year;
import java.time.format.DateTimeParseException;

/**
 * A month and a day; no year is kept, so no age either. 29 February is a birthday.
 *
 * <p>It is personal: {@link #toString()} does not say which day it is.
 *
 * @param month the month
 * @param day the day of the month, from 1
 */
public record Birthday(Month month, int day) {
    /**
     * Checks that there is such a day in some year.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Birthday {
        if (day < 1 || day > month.maxLength()) {
            throw new IllegalArgumentException("day of a birthday must lie in its month, but was day " + day
                    + " of a month of " + month.maxLength());
        }
    }

    /**
     * A birthday in the form of ISO 8601 without a year, such as {@code --06-15}.
     *
     * @throws IllegalArgumentException if the text is not of that form
     */
    public static Birthday parse(String text) {
        try {
            MonthDay parsed = MonthDay.parse(text);
            return new Birthday(parsed.getMonth(), parsed.getDayOfMonth());
        } catch (DateTimeParseException e) {
            // The text may be personal, so neither it nor the parser's message (the cause) goes on.
            throw new IllegalArgumentException(
                    e.getCause() instanceof DateTimeException
                            ? "birthday must be a day that exists"
                            : "birthday must be a month and a day such as '--06-15'");
        }
    }

    /**
     * The date of the birthday in a year.
     *
     * @param leapDay when it is if it is 29 February and the year has no such day
     */
    public LocalDate inYear(int year, LeapDay leapDay) {
        if (month == Month.FEBRUARY && day == 29 && !Year.isLeap(year)) {
            return leapDay == LeapDay.MARCH_1 ? LocalDate.of(year, 3, 1) : LocalDate.of(year, 2, 28);
        }
        return LocalDate.of(year, month, day);
    }

    /** Does not say which day it is. */
    @Override
    public String toString() {
        return "Birthday[…]";
    }
}
