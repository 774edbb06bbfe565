package dev.laurel.time;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The dates between which something is open, in the program's zone, both included.
 *
 * @param from the first day, or null for no beginning
 * @param to the last day, or null for no end
 */
public record Validity(@Nullable LocalDate from, @Nullable LocalDate to) {
    /** Without beginning or end. */
    public static final Validity ALWAYS = new Validity(null, null);

    /**
     * Checks that there is a day in it.
     *
     * @throws IllegalArgumentException if it ends before it begins
     */
    public Validity {
        checkArgument(
                from == null || to == null || !to.isBefore(from),
                "validity must not end, %s, before it begins, %s",
                to,
                from);
    }

    /** Whether a date lies in it. */
    public boolean contains(LocalDate date) {
        return (from == null || !date.isBefore(from)) && (to == null || !date.isAfter(to));
    }

    /** The dates in words, such as {@code from 2026-05-01 to 2026-05-07}. */
    public String describe() {
        if (from == null && to == null) {
            return "always";
        }
        return (from == null ? "" : "from " + from + (to == null ? "" : " ")) + (to == null ? "" : "to " + to);
    }
}
