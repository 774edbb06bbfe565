package dev.laurel.tier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

@Tag("T1")
@Tag("T2")
class CalendarWindowProperties {
    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2040-01-01T00:00:00Z");

    private static void isIn(CalendarWindow window, Instant instant, ZoneId zone) {
        long number = window.numberAt(instant, zone);
        assertThat(window.startOf(number, zone)).as("%s in %s", instant, zone).isBeforeOrEqualTo(instant);
        assertThat(window.startOf(number + 1, zone))
                .as("%s in %s", instant, zone)
                .isAfter(instant);
    }

    @Property
    void every_instant_is_in_its_window(
            @ForAll CalendarWindow window, @ForAll("instants") Instant instant, @ForAll("zones") ZoneId zone) {
        isIn(window, instant, zone);
    }

    @Property
    void a_window_begins_where_the_one_before_it_ends(
            @ForAll CalendarWindow window, @ForAll("instants") Instant instant, @ForAll("zones") ZoneId zone) {
        long number = window.numberAt(instant, zone);
        Instant start = window.startOf(number, zone);
        assertThat(window.numberAt(start, zone)).isEqualTo(number);
        assertThat(window.numberAt(start.minusNanos(1_000), zone)).isEqualTo(number - 1);
    }

    /** Twice a clock went back from 00:01 on the first of a month, so that the evening before came twice, the month between. */
    private static boolean isPastMidnightOfAMonth(ZoneOffsetTransition change) {
        LocalDateTime before = change.getDateTimeBefore();
        return change.isOverlap()
                && before.getDayOfMonth() == 1
                && !before.toLocalTime().equals(LocalTime.MIDNIGHT)
                && change.getDateTimeAfter().toLocalDate().isBefore(before.toLocalDate());
    }

    @Example
    void every_change_of_every_clock_leaves_instants_in_their_windows() {
        int changes = 0;
        for (String id : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
            ZoneId zone = ZoneId.of(id);
            ZoneRules rules = zone.getRules();
            for (ZoneOffsetTransition change = rules.nextTransition(FIRST);
                    change != null && change.getInstant().isBefore(LAST);
                    change = rules.nextTransition(change.getInstant())) {
                if (!isPastMidnightOfAMonth(change)) {
                    Instant at = change.getInstant();
                    for (CalendarWindow window : CalendarWindow.values()) {
                        isIn(window, at.minusNanos(1_000), zone);
                        isIn(window, at, zone);
                        isIn(window, at.plusSeconds(1_800), zone);
                        isIn(window, at.minusSeconds(1), zone);
                    }
                    changes++;
                }
            }
        }
        assertThat(changes).isGreaterThan(10_000);
    }

    @Property
    void a_window_begins_on_the_first_day_of_its_dates(
            @ForAll CalendarWindow window, @ForAll("instants") Instant instant) {
        ZoneId zone = ZoneId.of("America/New_York");
        LocalDate date = LocalDate.ofInstant(instant, zone);
        LocalDate first = LocalDate.ofInstant(window.startOf(window.numberAt(instant, zone), zone), zone);
        assertThat(first.getYear()).isEqualTo(date.getYear());
        assertThat(first.getDayOfMonth()).isEqualTo(1);
        int month = date.getMonthValue();
        assertThat(first.getMonthValue())
                .isEqualTo(
                        switch (window) {
                            case MONTH -> month;
                            case QUARTER -> month <= 3 ? 1 : month <= 6 ? 4 : month <= 9 ? 7 : 10;
                            case YEAR -> 1;
                        });
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs()
                .between(
                        Instant.parse("0001-01-01T00:00:00Z").getEpochSecond(),
                        Instant.parse("9999-12-31T00:00:00Z").getEpochSecond())
                .map(Instant::ofEpochSecond);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "America/New_York",
                        "America/Sao_Paulo",
                        "Africa/Cairo",
                        "Asia/Beirut",
                        "Pacific/Apia",
                        "Pacific/Kiritimati",
                        "Asia/Kathmandu",
                        "Europe/Berlin",
                        "UTC",
                        "+18:00",
                        "-18:00")
                .map(ZoneId::of);
    }
}
