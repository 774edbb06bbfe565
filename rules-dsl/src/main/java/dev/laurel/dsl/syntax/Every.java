package dev.laurel.dsl.syntax;

import static dev.laurel.id.Identifiers.shown;

import dev.laurel.time.BoundedWindow;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Windows of a period. Next: a date on which one begins. */
@FunctionalInterface
public interface Every {
    /**
     * One begins on this date; dates before it are in such windows too.
     *
     * <pre>{@code
     * Window fiscalYear = every(months(12)).startingOn(LocalDate.of(2026, 4, 1));
     * }</pre>
     */
    BoundedWindow startingOn(LocalDate date);

    /**
     * The same, of a date in the form of ISO 8601.
     *
     * <pre>{@code
     * Window twoMonths = every(months(2)).startingOn("2026-01-01");
     * }</pre>
     *
     * @throws IllegalArgumentException if it is no such date
     */
    default BoundedWindow startingOn(String date) {
        try {
            return startingOn(LocalDate.parse(date));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("date must be such as '2026-05-01', but was '" + shown(date) + "'", e);
        }
    }
}
