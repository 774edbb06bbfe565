package dev.laurel.time;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The instants that events may carry. */
public final class Timestamps {
    /** The first instant that an event may carry. */
    public static final Instant MIN = Instant.parse("0001-01-01T00:00:00Z");

    /** The last instant that an event may carry. */
    public static final Instant MAX = Instant.parse("9999-12-31T23:59:59.999999Z");

    private static final Instant END = MAX.plus(1, ChronoUnit.MICROS);

    private Timestamps() {}

    /**
     * The instant to the microsecond, in which instants are kept; what is finer is dropped.
     *
     * @throws IllegalArgumentException if it lies outside the years 1 to 9999
     */
    public static Instant checked(String what, Instant instant) {
        if (requireNonNull(instant, what).isBefore(MIN) || !instant.isBefore(END)) {
            throw new IllegalArgumentException(what + " must lie in the years 1 to 9999");
        }
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}
