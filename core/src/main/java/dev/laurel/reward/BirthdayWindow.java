package dev.laurel.reward;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.laurel.customer.Birthday;
import dev.laurel.customer.LeapDay;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The days on which a birthday counts.
 *
 * @param span how they lie to the birthday
 * @param days for {@link Span#DAYS_FROM_IT}, how many days from the birthday on, the birthday included; otherwise 0
 */
public record BirthdayWindow(Span span, int days) {
    /** The most days, so that the windows of two birthdays never meet. */
    public static final int MAX_DAYS = 180;

    /** How the days lie to the birthday. */
    public enum Span {
        /** The birthday alone. */
        DAY,
        /** The calendar month of the birthday. */
        MONTH,
        /** Some days from the birthday on. */
        DAYS_FROM_IT
    }

    /** The birthday alone. */
    public static final BirthdayWindow DAY = new BirthdayWindow(Span.DAY, 0);

    /** The calendar month of the birthday. */
    public static final BirthdayWindow MONTH = new BirthdayWindow(Span.MONTH, 0);

    /**
     * Checks the days.
     *
     * @throws IllegalArgumentException if there are none or too many, or some are given without need
     */
    public BirthdayWindow {
        requireNonNull(span, "span");
        checkArgument(
                span == Span.DAYS_FROM_IT ? days >= 1 && days <= MAX_DAYS : days == 0,
                "days from a birthday on must be 1 to %s, but were %s",
                MAX_DAYS,
                days);
    }

    /** So many days from the birthday on, the birthday included. */
    public static BirthdayWindow daysFromIt(int days) {
        return new BirthdayWindow(Span.DAYS_FROM_IT, days);
    }

    /** The date of the birthday in whose window a date lies, if it lies in one. */
    public Optional<LocalDate> birthdayAround(LocalDate date, Birthday birthday, LeapDay leapDay) {
        for (int year = date.getYear(); year >= date.getYear() - 1; year--) {
            LocalDate candidate = birthday.inYear(year, leapDay);
            if (!date.isBefore(firstDay(candidate)) && date.isBefore(dayAfter(candidate))) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** The first day of the window of a birthday. */
    public LocalDate firstDay(LocalDate birthday) {
        return span == Span.MONTH ? birthday.withDayOfMonth(1) : birthday;
    }

    /** The day after the last of the window of a birthday. */
    public LocalDate dayAfter(LocalDate birthday) {
        return switch (span) {
            case DAY -> birthday.plusDays(1);
            case MONTH -> birthday.withDayOfMonth(1).plusMonths(1);
            case DAYS_FROM_IT -> birthday.plusDays(days);
        };
    }

    /** The window in words. */
    public String describe() {
        return switch (span) {
            case DAY -> "on the birthday";
            case MONTH -> "in the month of the birthday";
            case DAYS_FROM_IT -> "for " + days + (days == 1 ? " day" : " days") + " from the birthday on";
        };
    }
}
