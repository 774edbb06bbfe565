package dev.laurel.examples.replay;

import dev.laurel.id.Identifiers;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns dates, local date-times and instants into instants. What has no offset is read in the program's zone. */
final class Moments {
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffsetId()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private final ZoneId zone;
    private final DateTimeFormatter format;
    private final String form;
    private final @Nullable LocalTime timeOfDates;

    private Moments(ZoneId zone, DateTimeFormatter format, String form, @Nullable LocalTime timeOfDates) {
        this.zone = zone;
        this.format = format;
        this.form = form;
        this.timeOfDates = timeOfDates;
    }

    /** Reads ISO 8601: a date, which is its start, a local date-time, or a date-time with an offset. */
    static Moments iso(ZoneId zone) {
        return new Moments(zone, ISO, "a date or an instant such as '2026-01-31' or '2026-01-31T12:00:00Z'", null);
    }

    /**
     * The same in another format.
     *
     * @param pattern a pattern of {@link DateTimeFormatter}
     * @throws IllegalArgumentException if it is none
     */
    Moments inFormat(String pattern) {
        // Strict, since otherwise 31 February is read as 28; the era, since strictly a year 'yyyy' would not do
        // without.
        DateTimeFormatter strict = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .parseDefaulting(ChronoField.ERA, 1)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
        return new Moments(zone, strict, "a date in the format '" + pattern + "'", timeOfDates);
    }

    /** The same with a time for dates that have none. */
    Moments withTimeOfDates(LocalTime time) {
        return new Moments(zone, format, form, time);
    }

    /** Reads a text. */
    Instant parse(String what, String text) throws BadInputException {
        try {
            TemporalAccessor parsed = format.parse(text);
            if (parsed.isSupported(ChronoField.INSTANT_SECONDS)) {
                return Instant.from(parsed);
            }
            LocalTime time = timeIn(parsed);
            return time == null
                    ? startOf(LocalDate.from(parsed))
                    : LocalDate.from(parsed).atTime(time).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new BadInputException(what + " must be " + form + ", but was '" + Identifiers.shown(text) + "'");
        }
    }

    /** An hour without minutes makes no time by itself, and would be lost without a word. */
    private static @Nullable LocalTime timeIn(TemporalAccessor parsed) {
        LocalTime time = parsed.query(TemporalQueries.localTime());
        return time == null && parsed.isSupported(ChronoField.HOUR_OF_DAY)
                ? LocalTime.of(parsed.get(ChronoField.HOUR_OF_DAY), 0)
                : time;
    }

    /** Reads a time of day. */
    static LocalTime time(String what, String text) throws BadInputException {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw new BadInputException(
                    what + " must be a time such as '12:00', but was '" + Identifiers.shown(text) + "'");
        }
    }

    private Instant startOf(LocalDate date) {
        return timeOfDates == null
                ? date.atStartOfDay(zone).toInstant()
                : date.atTime(timeOfDates).atZone(zone).toInstant();
    }
}
