package dev.laurel.time;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * Some dates, in the program's zone, both included: a window that comes once. What lies before or after it is in none that counts.
 *
 * @param from the first day, or null for no beginning
 * @param to the last day, or null for no end
 */
public record Dates(@Nullable LocalDate from, @Nullable LocalDate to) implements BoundedWindow {
    /** Without beginning or end. */
    public static final Dates ALWAYS = new Dates(null, null);

    /**
     * Checks that there is a day in it.
     *
     * @throws IllegalArgumentException if it ends before it begins
     */
    public Dates {
        checkArgument(
                from == null || to == null || !to.isBefore(from),
                "dates must not end, %s, before they begin, %s",
                to,
                from);
    }

    /** Whether a date lies in it. */
    public boolean contains(LocalDate date) {
        return (from == null || !date.isBefore(from)) && (to == null || !date.isAfter(to));
    }

    /** Zero for the days in it, less before, and more after it. */
    @Override
    public long numberOf(long day, long memberSince) {
        if (from != null && day < from.toEpochDay()) {
            return -1;
        }
        return to != null && day > to.toEpochDay() ? 1 : 0;
    }

    /**
     * The first day of it, or of what comes before or after.
     *
     * @throws IllegalArgumentException if it has no such day
     */
    @Override
    public long firstDayOf(long number, long memberSince) {
        LocalDate day = number > 0 ? to : from;
        checkArgument(day != null && number >= 0, "dates %s do not begin or end there", describe());
        return number > 0 ? day.toEpochDay() + 1 : day.toEpochDay();
    }

    /** Zero: it comes once. */
    @Override
    public Period length() {
        return Period.ZERO;
    }

    @Override
    public long mostDays() {
        return from == null || to == null ? Long.MAX_VALUE : to.toEpochDay() - from.toEpochDay() + 1;
    }

    @Override
    public String id() {
        return WindowId.of(this);
    }

    /** The dates in words, such as {@code from 2026-05-01 to 2026-05-07}. */
    @Override
    public String describe() {
        if (from == null && to == null) {
            return "always";
        }
        return (from == null ? "" : "from " + from + (to == null ? "" : " ")) + (to == null ? "" : "to " + to);
    }

    @Override
    public boolean needsMember() {
        return false;
    }

    @Override
    public String noun() {
        return "dates " + describe();
    }
}
