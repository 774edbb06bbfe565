package dev.laurel.time;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time zone with its changes of the clocks written out: it says on which day an instant is, when a day begins, and when a period
 * ends, and says exactly what {@code java.time} says, gaps and overlaps included.
 *
 * <p>Every award, window and counter of a purchase asks for the same dates, so the usual answer is worked out on numbers. Near a
 * change of the clocks, and outside of the years that are written out, {@code java.time} is asked.
 */
public final class CivilZone {
    private static final long SECONDS_OF_DAY = 86_400;
    private static final long MICROS_PER_SECOND = 1_000_000;

    /** No clock is further from UTC: what is further than this from a change of the clocks is in no gap and no overlap. */
    private static final long MOST_OFFSET = ZoneOffset.MAX.getTotalSeconds();

    private static final Instant FROM = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2200-01-01T00:00:00Z");
    private static final long FIRST_SECOND = FROM.getEpochSecond();
    private static final long LAST_SECOND = UNTIL.getEpochSecond() - 1;
    private static final int IN_DOUBT = Integer.MIN_VALUE;

    /** Seconds of a span of which the table has a line, as a power of two: about half a year. */
    private static final int SPAN_BITS = 24;

    private final ZoneId id;

    /** The seconds since 1970 at which the clocks change, in ascending order. */
    private final long[] changes;

    /** The seconds from UTC before each of the changes, and after the last. */
    private final int[] offsets;

    /** How many changes there were before each span begins, from the first second of the table on. */
    private final short[] changesBefore;

    private CivilZone(ZoneId id) {
        this.id = requireNonNull(id, "zone");
        ZoneRules rules = id.getRules();
        List<ZoneOffsetTransition> written = changesOf(rules);
        changes =
                written.stream().mapToLong(ZoneOffsetTransition::toEpochSecond).toArray();
        offsets = new int[changes.length + 1];
        offsets[0] = rules.getOffset(FROM).getTotalSeconds();
        for (int i = 0; i < changes.length; i++) {
            offsets[i + 1] = written.get(i).getOffsetAfter().getTotalSeconds();
        }
        changesBefore = new short[1 + spanOf(LAST_SECOND)];
        int past = 0;
        for (int span = 0; span < changesBefore.length; span++) {
            while (past < changes.length && spanOf(changes[past]) < span) {
                past++;
            }
            changesBefore[span] = (short) past;
        }
    }

    private static List<ZoneOffsetTransition> changesOf(ZoneRules rules) {
        List<ZoneOffsetTransition> changes = new ArrayList<>();
        ZoneOffsetTransition change = rules.nextTransition(FROM);
        while (change != null && change.getInstant().isBefore(UNTIL)) {
            changes.add(change);
            change = rules.nextTransition(change.getInstant());
        }
        return changes;
    }

    /** The zone of an id. It takes some work: to be made once, and kept. */
    public static CivilZone of(ZoneId id) {
        return new CivilZone(id);
    }

    /** The id of the zone. */
    public ZoneId id() {
        return id;
    }

    /** The date of an instant, in days since 1 January 1970. */
    public long dayOf(Instant instant) {
        long second = instant.getEpochSecond();
        return isWritten(second)
                ? Math.floorDiv(second + offsetAt(second), SECONDS_OF_DAY)
                : LocalDate.ofInstant(instant, id).toEpochDay();
    }

    /** The date of an instant in microseconds since 1970, in days since then. */
    public long dayOf(long micros) {
        long second = Math.floorDiv(micros, MICROS_PER_SECOND);
        return isWritten(second)
                ? Math.floorDiv(second + offsetAt(second), SECONDS_OF_DAY)
                : dayOf(Timestamps.ofMicros(micros));
    }

    /** The date of an instant. */
    public LocalDate dateOf(Instant instant) {
        return LocalDate.ofEpochDay(dayOf(instant));
    }

    /**
     * When a day begins: at midnight, at the first one where it comes twice, or at the end of a gap that it is in.
     *
     * @param day in days since 1 January 1970
     * @throws java.time.DateTimeException if {@code java.time} has no such day
     */
    public Instant startOf(long day) {
        int offset = offsetOfLocal(day, 0);
        return offset == IN_DOUBT
                ? LocalDate.ofEpochDay(day).atStartOfDay(id).toInstant()
                : Instant.ofEpochSecond(day * SECONDS_OF_DAY - offset);
    }

    /**
     * The same, in microseconds since 1970.
     *
     * @throws java.time.DateTimeException if {@code java.time} has no such day
     */
    public long startMicrosOf(long day) {
        int offset = offsetOfLocal(day, 0);
        return offset == IN_DOUBT
                ? Timestamps.micros(startOf(day))
                : (day * SECONDS_OF_DAY - offset) * MICROS_PER_SECOND;
    }

    /** When a date begins. */
    public Instant startOf(LocalDate date) {
        return startOf(date.toEpochDay());
    }

    /**
     * When a period ends that begins at an instant, as {@code instant.atZone(zone).plus(period).toInstant()}.
     *
     * @throws java.time.DateTimeException if {@code java.time} has no such instant
     */
    public Instant plus(Instant instant, Period period) {
        return moved(instant, period.toTotalMonths(), period.get(ChronoUnit.DAYS));
    }

    /**
     * When a period ends that begins at an instant; both in microseconds since 1970.
     *
     * @throws java.time.DateTimeException if {@code java.time} has no such instant
     * @throws ArithmeticException if it does not fit into a {@code long}
     */
    public long plus(long micros, Period period) {
        long second = Math.floorDiv(micros, MICROS_PER_SECOND);
        long moved = moved(second, period.toTotalMonths(), period.get(ChronoUnit.DAYS));
        return moved == IN_DOUBT
                ? Timestamps.micros(plus(Timestamps.ofMicros(micros), period))
                : micros + (moved - second) * MICROS_PER_SECOND;
    }

    /**
     * The instant before another by a period, as {@code instant.atZone(zone).minus(period).toInstant()}. A civil period is not the same
     * forwards and backwards.
     *
     * @throws java.time.DateTimeException if {@code java.time} has no such instant
     */
    public Instant minus(Instant instant, Period period) {
        return moved(instant, -period.toTotalMonths(), -period.get(ChronoUnit.DAYS));
    }

    private Instant moved(Instant instant, long months, long days) {
        long second = instant.getEpochSecond();
        long moved = moved(second, months, days);
        if (moved != IN_DOUBT) {
            return instant.plusSeconds(moved - second);
        }
        ZonedDateTime begin = instant.atZone(id);
        LocalDateTime end = begin.toLocalDateTime().plusMonths(months).plusDays(days);
        return ZonedDateTime.ofLocal(end, id, begin.getOffset()).toInstant();
    }

    /** The second that is so many months and days after one of the table, or that it is in doubt. */
    private long moved(long second, long months, long days) {
        if (!isWritten(second)) {
            return IN_DOUBT;
        }
        long local = second + offsetAt(second);
        long day = Math.floorDiv(local, SECONDS_OF_DAY);
        long time = local - day * SECONDS_OF_DAY;
        long end = EpochDays.plusMonths(day, months) + days;
        int offset = offsetOfLocal(end, time);
        return offset == IN_DOUBT ? IN_DOUBT : end * SECONDS_OF_DAY + time - offset;
    }

    // --- the table ---

    private static boolean isWritten(long second) {
        return FIRST_SECOND <= second && second <= LAST_SECOND;
    }

    private int offsetAt(long second) {
        return offsets[changesUntil(second)];
    }

    /** The offset of a local time, or that it is in doubt: there may be two or none. */
    private int offsetOfLocal(long day, long time) {
        if (day <= FIRST_SECOND / SECONDS_OF_DAY || LAST_SECOND / SECONDS_OF_DAY <= day) {
            return IN_DOUBT;
        }
        long local = day * SECONDS_OF_DAY + time;
        int past = changesUntil(local - MOST_OFFSET);
        boolean isNearChange = past < changes.length && changes[past] <= local + MOST_OFFSET;
        return isNearChange ? IN_DOUBT : offsets[past];
    }

    private static int spanOf(long second) {
        return (int) ((second - FIRST_SECOND) >> SPAN_BITS);
    }

    /** How many of the changes there were until a second of the table, that second included. */
    private int changesUntil(long second) {
        int past = changesBefore[spanOf(second)];
        while (past < changes.length && changes[past] <= second) {
            past++;
        }
        return past;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CivilZone that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id.toString();
    }
}
