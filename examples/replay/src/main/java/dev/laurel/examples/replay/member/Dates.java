package dev.laurel.examples.replay.member;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as people say them, in the program's zone. */
final class Dates {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

    private final ZoneId zone;

    Dates(ZoneId zone) {
        this.zone = zone;
    }

    String day(Instant instant) {
        return DAY.format(instant.atZone(zone));
    }

    String minute(Instant instant) {
        return MINUTE.format(instant.atZone(zone));
    }

    /** An end that is not part of what ends: the start of a day is the end of the day before. */
    String through(Instant end) {
        ZonedDateTime local = end.atZone(zone);
        boolean startOfDay = local.equals(local.toLocalDate().atStartOfDay(zone));
        return startOfDay || local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? "through " + DAY.format(local.minusDays(1))
                : "until " + MINUTE.format(local);
    }
}
