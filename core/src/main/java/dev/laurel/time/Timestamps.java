package dev.laurel.time;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The instants that events may carry. */
public final class Timestamps {
    /** The first instant that an event may carry. */
    public static final Instant MIN = Instant.parse("0001-01-01T00:00:00Z");

    /** The last instant that an event may carry. */
    public static final Instant MAX = Instant.parse("9999-12-31T23:59:59.999999Z");

    /** In place of the microseconds of an instant that there is not, such as the date of a lot without one. It is later than all. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final Instant END = MAX.plus(1, ChronoUnit.MICROS);
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int NANOS_PER_MICRO = 1_000;

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

    /** The instant to the microsecond, in which instants are kept, or null if there is none. */
    public static @Nullable Instant keptOrNull(@Nullable Instant instant) {
        return instant == null ? null : kept(instant);
    }

    /** The instant to the microsecond, in which instants are kept; what is finer is dropped. */
    public static Instant kept(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * The microseconds since 1970 of an instant.
     *
     * @throws ArithmeticException if they do not fit into a {@code long}
     */
    public static long micros(Instant instant) {
        long seconds = Math.multiplyExact(instant.getEpochSecond(), MICROS_PER_SECOND);
        return Math.addExact(seconds, instant.getNano() / NANOS_PER_MICRO);
    }

    /** The microseconds since 1970 of an instant, or {@link #NEVER} if there is none. */
    public static long microsOrNever(@Nullable Instant instant) {
        return instant == null ? NEVER : micros(instant);
    }

    /** The instant of some microseconds since 1970. */
    public static Instant ofMicros(long micros) {
        long second = Math.floorDiv(micros, MICROS_PER_SECOND);
        return Instant.ofEpochSecond(second, (micros - second * MICROS_PER_SECOND) * NANOS_PER_MICRO);
    }

    /** The instant of some microseconds since 1970, or null if they mean {@link #NEVER}. */
    public static @Nullable Instant ofMicrosOrNull(long micros) {
        return micros == NEVER ? null : ofMicros(micros);
    }
}
