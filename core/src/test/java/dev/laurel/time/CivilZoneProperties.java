package dev.laurel.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.junit.jupiter.api.Test;

/** Civil time against {@code java.time}, in every zone there is, most of all where clocks change. */
@Tag("T1")
class CivilZoneProperties {
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2150-01-01T00:00:00Z");

    private static final List<ZoneId> ZONES = Stream.concat(
                    new TreeSet<>(ZoneId.getAvailableZoneIds()).stream(),
                    Stream.of("Z", "+18:00", "-18:00", "+05:30", "-03:30", "+00:00:01"))
            .map(ZoneId::of)
            .toList();

    private static final Map<ZoneId, CivilZone> CIVIL = new ConcurrentHashMap<>();

    private static CivilZone civil(ZoneId zone) {
        return CIVIL.computeIfAbsent(zone, CivilZone::of);
    }

    /** An instant in a zone. */
    record Moment(ZoneId zone, Instant instant) {
        Moment plus(Period period) {
            return new Moment(zone, instant.atZone(zone).plus(period).toInstant());
        }
    }

    private static void isSame(ZoneId zone, Instant instant, Period period) {
        CivilZone civil = civil(zone);
        assertThat(civil.plus(instant, period))
                .as("%s and %s in %s", instant, period, zone)
                .isEqualTo(instant.atZone(zone).plus(period).toInstant());
        assertThat(civil.minus(instant, period))
                .as("%s less %s in %s", instant, period, zone)
                .isEqualTo(instant.atZone(zone).minus(period).toInstant());
    }

    private static void isSame(ZoneId zone, Instant instant) {
        CivilZone civil = civil(zone);
        LocalDate date = LocalDate.ofInstant(instant, zone);
        assertThat(civil.dayOf(instant)).as("%s in %s", instant, zone).isEqualTo(date.toEpochDay());
        assertThat(civil.dateOf(instant)).as("%s in %s", instant, zone).isEqualTo(date);
        assertThat(civil.startOf(date))
                .as("%s in %s", date, zone)
                .isEqualTo(date.atStartOfDay(zone).toInstant());
    }

    @Property(tries = 20_000)
    void theDateOfAnInstantAndTheStartOfADateAreThoseOfJavaTime(@ForAll("moments") Moment moment) {
        isSame(moment.zone(), moment.instant());
    }

    @Property(tries = 20_000)
    void aPeriodFromAnInstantEndsWhereJavaTimeEndsIt(
            @ForAll("moments") Moment moment, @ForAll("periods") Period period) {
        isSame(moment.zone(), moment.instant(), period);
    }

    /** The end of a period is where clocks change, rather than its beginning. */
    @Property(tries = 20_000)
    void aPeriodToAChangeOfTheClocksEndsWhereJavaTimeEndsIt(
            @ForAll("moments") Moment moment, @ForAll("periods") Period period) {
        isSame(moment.zone(), moment.plus(period.negated()).instant(), period);
        isSame(moment.zone(), moment.plus(period).instant(), period);
    }

    @Test
    void everyChangeOfEveryClockIsReadAsJavaTimeReadsIt() {
        int changes = 0;
        for (ZoneId zone : ZONES) {
            ZoneOffsetTransition change = zone.getRules().nextTransition(FIRST);
            while (change != null && change.getInstant().isBefore(LAST)) {
                Instant at = change.getInstant();
                for (Instant instant : List.of(at.minusNanos(1), at, at.plusNanos(1))) {
                    isSame(zone, instant);
                    isSame(zone, instant.minusSeconds(86_400), Period.ofDays(1));
                }
                isSame(zone, at.plusSeconds(86_400));
                changes++;
                change = zone.getRules().nextTransition(at);
            }
        }
        assertThat(changes).isGreaterThan(50_000);
    }

    @Property
    void theDaysOfEveryMonthAreThoseOfTheIsoCalendar(@ForAll("days") long day, @ForAll("months") int months) {
        LocalDate date = LocalDate.ofEpochDay(day);
        long month = EpochDays.monthOf(day);
        assertThat(month).isEqualTo(date.getYear() * 12L + date.getMonthValue() - 1);
        assertThat(EpochDays.firstDayOf(month)).isEqualTo(date.withDayOfMonth(1).toEpochDay());
        assertThat(EpochDays.plusMonths(day, months))
                .isEqualTo(date.plusMonths(months).toEpochDay());
    }

    @Provide
    Arbitrary<Long> days() {
        long span = LocalDate.of(12_000, 1, 1).toEpochDay();
        return Arbitraries.longs().between(-span, span);
    }

    @Provide
    Arbitrary<Integer> months() {
        return Arbitraries.integers().between(-30_000, 30_000);
    }

    @Provide
    Arbitrary<Period> periods() {
        Arbitrary<Period> any = Combinators.combine(
                        Arbitraries.integers().between(-5, 60),
                        Arbitraries.integers().between(-14, 30),
                        Arbitraries.integers().between(-400, 800))
                .as(Period::of);
        return Arbitraries.oneOf(
                any,
                Arbitraries.integers().between(-40, 400).map(Period::ofDays),
                Arbitraries.integers().between(-3, 36).map(Period::ofMonths),
                Arbitraries.of(Period.ZERO, Period.ofYears(1), Period.ofYears(100)));
    }

    /** Anywhere, at a change of the clocks or around it, where the table of changes ends, and where events may lie at most. */
    @Provide
    Arbitrary<Moment> moments() {
        Arbitrary<Instant> anywhere = instants(FIRST, LAST);
        Arbitrary<Instant> atLimits = Combinators.combine(
                        Arbitraries.of(
                                Timestamps.MIN,
                                Timestamps.MAX,
                                Instant.parse("0000-01-01T00:00:00Z"),
                                Instant.parse("2200-01-01T00:00:00Z")),
                        Arbitraries.longs().between(-200_000, 200_000),
                        Arbitraries.integers().between(-1, 1))
                .as((limit, seconds, nanos) -> limit.plusSeconds(seconds).plusNanos(nanos));
        Arbitrary<Instant> far = instants(Timestamps.MIN, Timestamps.MAX);
        return Arbitraries.of(ZONES)
                .flatMap(zone -> Arbitraries.oneOf(anywhere, atChange(zone, anywhere), atLimits, far)
                        .map(instant -> new Moment(zone, instant)));
    }

    private static Arbitrary<Instant> instants(Instant from, Instant to) {
        return Combinators.combine(
                        Arbitraries.longs().between(from.getEpochSecond(), to.getEpochSecond()),
                        Arbitraries.of(0, 1, 999_999_999))
                .as(Instant::ofEpochSecond);
    }

    private static Arbitrary<Instant> atChange(ZoneId zone, Arbitrary<Instant> after) {
        Arbitrary<Long> seconds = Arbitraries.oneOf(
                Arbitraries.of(0L, 0L, 1_800L, -1_800L, 3_600L, -3_600L, 86_400L, -86_400L),
                Arbitraries.longs().between(-130_000, 130_000));
        return Combinators.combine(after, seconds, Arbitraries.of(-1, 0, 1)).as((from, beside, nanos) -> {
            ZoneOffsetTransition next = zone.getRules().nextTransition(from);
            ZoneOffsetTransition change = next == null ? zone.getRules().previousTransition(from) : next;
            Instant at = change == null ? from : change.getInstant();
            return at.plusSeconds(beside).plusNanos(nanos);
        });
    }
}
