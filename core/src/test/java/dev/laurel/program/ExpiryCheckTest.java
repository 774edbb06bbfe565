package dev.laurel.program;

import static dev.laurel.program.CheckedPrograms.POINTS;
import static dev.laurel.program.CheckedPrograms.SPEND;
import static dev.laurel.program.CheckedPrograms.USD;
import static dev.laurel.program.CheckedPrograms.VIB;
import static dev.laurel.program.CheckedPrograms.good;
import static dev.laurel.program.CheckedPrograms.problems;
import static dev.laurel.program.CheckedPrograms.withoutPoints;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.money.Money;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Expiry;
import dev.laurel.time.Inactivity;
import dev.laurel.time.Moment;
import java.time.Period;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be wrong with when points expire, and with what suspends that. */
@Tag("P1")
class ExpiryCheckTest {
    private static final Map<String, BoundedWindow> WINDOWS = Map.of(
            "DAY", BoundedWindow.DAY,
            "WEEK", BoundedWindow.WEEK,
            "MONTH", BoundedWindow.MONTH,
            "QUARTER", BoundedWindow.QUARTER,
            "YEAR", BoundedWindow.YEAR);

    @Nested
    class Points {
        @Test
        void eachPointCurrencyIsDeclaredOnce() {
            problems(
                    good().points(POINTS, PointTerms.expiring(Moment.never())),
                    "point currency 'points': is declared twice; declare it once");
        }

        @ParameterizedTest
        @ValueSource(strings = {"P0D", "P-1D", "P1Y-1D", "P1001Y", "P372001D"})
        void pointsExpireAfterAPositivePeriod(Period period) {
            String remedy = "; give a positive period of at most 1000 years";
            problems(
                    withoutPoints().points(POINTS, PointTerms.expiring(Moment.after(period))),
                    "point currency 'points': expires after " + period + remedy);
            problems(
                    withoutPoints().points(POINTS, PointTerms.expiring(Expiry.inactiveFor(period))),
                    "point currency 'points': expires after inactivity of " + period + remedy);
        }

        @ParameterizedTest
        @ValueSource(strings = {"P-1D", "P1Y-1D", "P1001Y"})
        void pointsExpireAtTheEndOfAWindowAfterAPeriodThatMayBeZero(Period period) {
            problems(
                    withoutPoints().points(POINTS, PointTerms.expiring(Moment.endOf(BoundedWindow.MONTH, period))),
                    "point currency 'points': expires after " + period + "; give a period of zero to 1000 years");
            assertThat(withoutPoints()
                            .points(POINTS, PointTerms.expiring(Moment.endOf(BoundedWindow.MONTH, Period.ZERO)))
                            .build()
                            .points())
                    .hasSize(1);
        }

        @ParameterizedTest
        @CsvSource({
            "DAY, P0D",
            "DAY, P-1D",
            "WEEK, P0D",
            "WEEK, P6D",
            "MONTH, P0D",
            "MONTH, P27D",
            "MONTH, P28D",
            "MONTH, P30D",
            "QUARTER, P2M",
            "QUARTER, P84D",
            "QUARTER, P2M28D",
            "QUARTER, P91D",
            "YEAR, P11M",
            "YEAR, P336D",
            "YEAR, P365D",
            "YEAR, P11M28D"
        })
        void pointsNeverExpireAtTheStartOfAWindowThatCanLieBeforeEarning(String name, Period period) {
            BoundedWindow window = WINDOWS.get(name);
            problems(
                    withoutPoints().points(POINTS, PointTerms.expiring(Moment.startOf(window, period))),
                    "point currency 'points': expires after " + period + " rounded down to the start of the "
                            + window.noun() + ", which can lie before earning; give a period of at least one "
                            + window.noun() + ", or round up");
        }

        @ParameterizedTest
        @CsvSource({
            "DAY, P1D",
            "DAY, P1M",
            "WEEK, P7D",
            "WEEK, P1M",
            "MONTH, P1M",
            "MONTH, P31D",
            "MONTH, P1Y",
            "QUARTER, P3M",
            "QUARTER, P92D",
            "QUARTER, P1Y",
            "YEAR, P12M",
            "YEAR, P1Y",
            "YEAR, P366D"
        })
        void pointsMayExpireAtTheStartOfALaterWindow(String name, Period period) {
            BoundedWindow window = WINDOWS.get(name);
            Expiry expiry = Moment.startOf(window, period);
            assertThat(withoutPoints()
                            .points(POINTS, PointTerms.expiring(expiry))
                            .build()
                            .points())
                    .containsExactly(new PointPolicy(POINTS, PointTerms.expiring(expiry)));
        }

        @Test
        void pointsDoNotExpireAtTheStartOfAWindowInMoreThanAThousandYears() {
            problems(
                    withoutPoints()
                            .points(
                                    POINTS,
                                    PointTerms.expiring(Moment.startOf(BoundedWindow.DAY, Period.ofYears(1001)))),
                    "point currency 'points': expires after P1001Y; give a positive period of at most 1000 years");
        }

        @Test
        void expiryAfterInactivityCountsSomethingAsActivity() {
            problems(
                    withoutPoints()
                            .points(
                                    POINTS,
                                    PointTerms.expiring(
                                            new Inactivity(Period.ofMonths(1), Set.of(), Set.of(), Period.ZERO))),
                    "point currency 'points': counts nothing as activity; name at least one activity");
        }
    }

    @Nested
    @Tag("L6")
    class Suspensions {
        private LoyaltyProgram.Builder tiered(PointTerms terms) {
            return withoutPoints()
                    .points(POINTS, terms)
                    .ladders(Ladder.startingAt("status", Tier.of("base"))
                            .then(VIB, SPEND.per(BoundedWindow.YEAR).reaches(Money.of(USD, 350)))
                            .kept(Moment.endOf(BoundedWindow.YEAR))
                            .fallingToTheLowest());
        }

        private final Moment dated = Moment.after(Period.ofMonths(1));

        @Test
        void suspensionsAreForTiersOfTheProgramAboveTheLowest() {
            assertThat(tiered(PointTerms.expiring(dated).suspendedFor(VIB))
                            .build()
                            .points())
                    .hasSize(1);
            problems(
                    tiered(PointTerms.expiring(dated).suspendedFor(VIB, Tier.of("rouge"))),
                    "point currency 'points': is suspended for tier 'rouge', which the program does not have; add that"
                            + " tier too");
            problems(
                    withoutPoints().points(POINTS, PointTerms.expiring(dated).suspendedFor(VIB)),
                    "point currency 'points': is suspended for tier 'vib', which the program does not have; add that"
                            + " tier too");
            problems(
                    tiered(PointTerms.expiring(dated).suspendedFor(Tier.of("base"))),
                    "point currency 'points': is suspended for tier 'base', which is the lowest, so everybody begins with"
                            + " it; name higher tiers, or let points never expire");
            problems(
                    tiered(PointTerms.expiring(dated).thenExpiring(Moment.after(Period.ofDays(1)))),
                    "point currency 'points': says what comes after a suspension, but is suspended for no tier; name a"
                            + " tier");
            problems(
                    tiered(PointTerms.expiring(Moment.never()).suspendedFor(VIB)),
                    "point currency 'points': is suspended, but never expires; leave the suspension out");
        }

        @Test
        void expiryAfterASuspensionOrFromAvailabilityHasASoundPeriod() {
            problems(
                    tiered(PointTerms.expiring(dated).suspendedFor(VIB).thenExpiring(Moment.after(Period.ZERO))),
                    "point currency 'points': after a suspension expires after P0D; give a positive period of at most"
                            + " 1000 years");
            problems(
                    tiered(PointTerms.expiring(Expiry.usableFor(Period.ZERO))),
                    "point currency 'points': expires after P0D; give a positive period of at most 1000 years");
        }

        @Test
        void namesOfActivitiesAreKebabCase() {
            problems(
                    tiered(PointTerms.expiring(
                            Expiry.inactiveFor(Period.ofMonths(1)).countingAlso("Check in"))),
                    "point currency 'points': activity must be kebab-case, such as 'vib-bonus', but was 'Check in'; name"
                            + " it as the host's events do");
        }
    }
}
