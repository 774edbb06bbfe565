package dev.laurel.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("L6")
@Tag("T1")
class MomentTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Instant at(String local, ZoneId zone) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    private static void expires(Moment expiry, String earned, String gone) {
        expires(expiry, earned, gone, BERLIN);
    }

    private static void expires(Moment moment, String earned, String gone, ZoneId zone) {
        assertThat(from(moment, at(earned, zone), zone)).isEqualTo(at(gone, zone));
    }

    private static Instant from(Moment moment, Instant base, ZoneId zone) {
        return Timestamps.ofMicros(moment.from(Timestamps.micros(base), CivilZone.of(zone), 0));
    }

    @Nested
    class After {
        @ParameterizedTest
        @CsvSource({
            "P1M, 2026-01-25T10:15, 2026-02-25T10:15",
            "P1M, 2026-01-31T10:15, 2026-02-28T10:15",
            "P1M, 2028-01-31T10:15, 2028-02-29T10:15",
            "P1Y, 2028-02-29T10:15, 2029-02-28T10:15",
            "P4Y, 2028-02-29T10:15, 2032-02-29T10:15",
            "P1D, 2026-12-31T23:59:59.999999, 2027-01-01T23:59:59.999999"
        })
        void pointsExpireACivilPeriodAfterEarningToTheInstant(Period period, String earned, String gone) {
            expires(Moment.after(period), earned, gone);
        }

        @Test
        void aPeriodOfDaysIsNotSoManyHoursWhereClocksChange() {
            expires(Moment.after(Period.ofDays(1)), "2026-03-28T12:00", "2026-03-29T12:00");
            assertThat(from(Moment.after(Period.ofDays(1)), at("2026-03-28T12:00", BERLIN), BERLIN))
                    .isEqualTo(at("2026-03-28T12:00", BERLIN).plusSeconds(23 * 3_600));
            // 02:30 does not exist on that day.
            expires(Moment.after(Period.ofDays(1)), "2026-03-28T02:30", "2026-03-29T03:30");
            // 02:30 comes twice on that day; the earlier counts.
            assertThat(from(Moment.after(Period.ofDays(1)), at("2026-10-24T02:30", BERLIN), BERLIN))
                    .isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
        }
    }

    @Nested
    class AtEndOf {
        @ParameterizedTest
        @Tag("TV-89")
        @CsvSource({
            "DAY, P1M, 2026-01-25T00:00, 2026-02-26T00:00",
            "DAY, P1M, 2026-01-25T23:59:59.999999, 2026-02-26T00:00",
            "DAY, P1M, 2026-01-31T12:00, 2026-03-01T00:00",
            "DAY, P1M, 2028-01-31T12:00, 2028-03-01T00:00",
            "DAY, P1M, 2028-01-29T12:00, 2028-03-01T00:00",
            "DAY, P0M, 2026-01-01T00:00, 2026-01-02T00:00",
            "DAY, P0M, 2026-01-01T23:59:59, 2026-01-02T00:00",
            "WEEK, P0D, 2026-01-05T00:00, 2026-01-12T00:00",
            "WEEK, P1M, 2026-01-04T23:59:59.999999, 2026-02-09T00:00",
            "WEEK, P1Y, 2025-12-31T12:00, 2027-01-04T00:00",
            "MONTH, P1M, 2026-01-01T00:00, 2026-03-01T00:00",
            "MONTH, P1M, 2026-01-15T12:00, 2026-03-01T00:00",
            "MONTH, P1M, 2026-01-31T23:59:59.999999, 2026-03-01T00:00",
            "MONTH, P1M, 2028-01-31T23:59:59.999999, 2028-03-01T00:00"
        })
        void pointsExpireAtTheEndOfTheWindowThatThePeriodEndsIn(
                CalendarWindow window, Period period, String earned, String gone) {
            expires(Moment.endOf(window, period), earned, gone);
        }

        @Test
        @Tag("TV-91")
        void expiryAfterSixMonthsAtTheEndOfTheMonthIsTheFirstOfTheSeventhMonth() {
            expires(
                    Moment.endOf(BoundedWindow.MONTH, Period.ofMonths(6)),
                    "2020-12-15T12:00",
                    "2021-07-01T00:00",
                    ZoneId.of("America/Los_Angeles"));
        }

        @ParameterizedTest
        @CsvSource({
            "QUARTER, P0M, 2026-03-31T12:00, 2026-04-01T00:00",
            "QUARTER, P1M, 2026-11-30T12:00, 2027-01-01T00:00",
            "YEAR, P1Y, 2026-01-01T00:00, 2028-01-01T00:00",
            "YEAR, P1Y, 2028-02-29T12:00, 2030-01-01T00:00",
            "YEAR, P0D, 2026-12-31T23:59:59, 2027-01-01T00:00"
        })
        void expiryCanBeAtTheEndOfAQuarterOrAYear(CalendarWindow window, Period period, String earned, String gone) {
            expires(Moment.endOf(window, period), earned, gone);
        }

        @Test
        void pointsExpireAtTheFirstInstantOfANextDayThatHasNoMidnight() {
            ZoneId saoPaulo = ZoneId.of("America/Sao_Paulo");
            expires(
                    Moment.endOf(BoundedWindow.DAY, Period.ofDays(1)),
                    "2018-11-02T12:00",
                    "2018-11-04T01:00",
                    saoPaulo);
        }
    }

    @Nested
    class AtStartOf {
        @ParameterizedTest
        @CsvSource({
            "DAY, P1Y, 2026-05-05T17:00, 2027-05-05T00:00",
            "DAY, P1Y, 2028-02-29T17:00, 2029-02-28T00:00",
            "WEEK, P7D, 2026-01-04T12:00, 2026-01-05T00:00",
            "WEEK, P1M, 2026-01-31T12:00, 2026-02-23T00:00",
            "MONTH, P1M, 2026-01-31T12:00, 2026-02-01T00:00",
            "MONTH, P12M, 2026-05-05T17:00, 2027-05-01T00:00",
            "QUARTER, P3M, 2026-01-31T12:00, 2026-04-01T00:00",
            "QUARTER, P1Y, 2026-06-30T12:00, 2027-04-01T00:00",
            "YEAR, P1Y, 2026-12-31T12:00, 2027-01-01T00:00",
            "YEAR, P2Y, 2026-01-01T00:00, 2028-01-01T00:00"
        })
        void pointsExpireAtTheStartOfTheWindowThatThePeriodEndsIn(
                CalendarWindow window, Period period, String earned, String gone) {
            expires(Moment.startOf(window, period), earned, gone);
        }
    }

    @Nested
    class AfterInactivity {
        private final Inactivity expiry = Expiry.inactiveFor(Period.ofMonths(18));

        @Test
        void inactivityRunsOutACivilPeriodAfterTheActivity() {
            assertThat(expiry.runsOut(Timestamps.micros(at("2026-08-31T09:00", BERLIN)), CivilZone.of(BERLIN)))
                    .isEqualTo(Timestamps.micros(at("2028-02-29T09:00", BERLIN)));
        }

        @Test
        void purchasesAndRedemptionsCountAsActivityUnlessSaid() {
            assertThat(expiry.activities())
                    .containsExactly(Expiry.Activity.PURCHASE, Expiry.Activity.REDEMPTION, Expiry.Activity.CAPTURE);
        }

        @Test
        void expiryAfterInactivityCopiesItsActivities() {
            Set<Expiry.Activity> activities = new HashSet<>(Set.of(Expiry.Activity.PURCHASE));
            Inactivity purchases = new Inactivity(Period.ofMonths(1), activities, Set.of(), Period.ZERO);
            activities.clear();
            assertThat(purchases.activities()).containsExactly(Expiry.Activity.PURCHASE);
            assertThat(purchases.describe()).isEqualTo("P1M after the last purchase");
            assertThatThrownBy(() -> purchases.activities().clear()).isInstanceOf(UnsupportedOperationException.class);
            assertThatNullPointerException()
                    .isThrownBy(() -> new Inactivity(Period.ofMonths(1), null, Set.of(), Period.ZERO));
        }
    }

    @Test
    @Tag("L6")
    void expiryAfterInactivitySaysWhichActivitiesCountWithoutTellingRedemptionsApartUnlessTheyDiffer() {
        Inactivity usual = Expiry.inactiveFor(Period.ofMonths(1));
        assertThat(usual.describe()).isEqualTo("P1M after the last purchase or redemption");
        assertThat(usual.countingAlso("review", "check-in").describe())
                .isEqualTo("P1M after the last purchase or redemption or 'check-in' or 'review'");
        assertThat(usual.countingAlso("review").countingAlso("check-in").named())
                .containsExactly("check-in", "review");
        assertThat(describe(Expiry.Activity.PURCHASE, Expiry.Activity.REDEMPTION))
                .isEqualTo("P1M after the last purchase or redemption without a hold");
        assertThat(describe(Expiry.Activity.PURCHASE, Expiry.Activity.CAPTURE))
                .isEqualTo("P1M after the last purchase or capture");
        assertThat(describe(Expiry.Activity.REDEMPTION)).isEqualTo("P1M after the last redemption without a hold");
    }

    private static String describe(Expiry.Activity... activities) {
        return new Inactivity(Period.ofMonths(1), Set.copyOf(Arrays.asList(activities)), Set.of(), Period.ZERO)
                .describe();
    }

    @Test
    @Tag("L6")
    void expiryCanBeCountedFromAvailabilityOrBeTheEarlierOfADateAndInactivity() {
        Moment dated = Moment.startOf(BoundedWindow.MONTH, Period.ofMonths(7));
        assertThat(Expiry.usableUntil(dated).describe())
                .isEqualTo("P7M after becoming available, at the start of the month");
        assertThat(Expiry.usableUntil(dated).isFromAvailability()).isTrue();
        Expiry sooner = Expiry.earlierOf(Expiry.inactiveFor(Period.ofMonths(18)), Expiry.usableUntil(dated));
        assertThat(sooner.describe())
                .isEqualTo("the earlier of P18M after the last purchase or redemption and P7M after becoming available,"
                        + " at the start of the month");
        assertThat(sooner.inactivity()).isEqualTo(Expiry.inactiveFor(Period.ofMonths(18)));
        assertThat(sooner.date()).isEqualTo(dated);
        assertThat(sooner.isFromAvailability()).isTrue();
    }

    @Test
    @Tag("L6")
    void inactivityCanHaveAGrace() {
        Inactivity graced = Expiry.inactiveFor(Period.ofMonths(1)).plus(Period.ofDays(2));
        assertThat(graced.describe()).isEqualTo("P1M after the last purchase or redemption, plus P2D");
        assertThat(graced.runsOut(Timestamps.micros(at("2026-01-31T09:00", BERLIN)), CivilZone.of(BERLIN)))
                .isEqualTo(Timestamps.micros(at("2026-03-02T09:00", BERLIN)));
        assertThat(graced.end()).isEqualTo(Moment.after(Period.ofMonths(1)).plus(Period.ofDays(2)));
    }

    @Test
    @Tag("P3")
    void everyExpiryDescribesItself() {
        assertThat(List.of(
                        Moment.never(),
                        Moment.after(Period.ofMonths(12)),
                        Moment.startOf(BoundedWindow.DAY, Period.ofYears(1)),
                        Moment.startOf(BoundedWindow.WEEK, Period.ofYears(1)),
                        Moment.endOf(BoundedWindow.QUARTER, Period.of(1, 2, 3)),
                        Expiry.inactiveFor(Period.ofMonths(18))))
                .extracting(Expiry::describe)
                .containsExactly(
                        "never",
                        "P12M after earning",
                        "P1Y after earning, at the start of the day",
                        "P1Y after earning, at the start of the week",
                        "P1Y2M3D after earning, at the end of the quarter",
                        "P18M after the last purchase or redemption");
    }
}
