package dev.laurel.program;

import static dev.laurel.program.CheckedPrograms.BASE;
import static dev.laurel.program.CheckedPrograms.POINTS;
import static dev.laurel.program.CheckedPrograms.SPEND;
import static dev.laurel.program.CheckedPrograms.USD;
import static dev.laurel.program.CheckedPrograms.empty;
import static dev.laurel.program.CheckedPrograms.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.condition.Selectors;
import dev.laurel.money.Money;
import dev.laurel.rule.EarnRule;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Expiry;
import dev.laurel.time.Moment;
import java.time.Period;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What can be wrong with points that are held back. */
@Tag("P1")
class AvailabilityCheckTest {
    private LoyaltyProgram.Builder holdingBack(PointTerms terms, Period period) {
        return empty().zone(ZoneId.of("UTC"))
                .money(USD)
                .excluding(Selectors.category("gift-card"))
                .points(POINTS, terms)
                .earn(BASE.availableFrom(Moment.after(period)));
    }

    @Test
    void holdBacksMustBePositiveAndOfAtMost1000Years() {
        problems(
                holdingBack(PointTerms.expiring(Moment.never()), Period.ofDays(-1)),
                "rule 'base': makes points available after P-1D; give a positive period of at most 1000 years");
        problems(
                holdingBack(PointTerms.expiring(Moment.never()), Period.ofYears(1001)),
                "rule 'base': makes points available after P1001Y; give a positive period of at most 1000 years");
    }

    @Test
    @Tag("L4")
    void holdBacksMustNotOutlastThePointsInEveryCase() {
        problems(
                holdingBack(PointTerms.expiring(Moment.after(Period.ofMonths(1))), Period.ofDays(31)),
                "rule 'base': makes points available P31D after earning, but they expire P1M after earning; make them available earlier, or let them expire later");
        problems(
                holdingBack(
                        PointTerms.expiring(Moment.endOf(BoundedWindow.MONTH, Period.ofDays(3))),
                        Period.parse("P1M3D")),
                "rule 'base': makes points available P1M3D after earning, but they expire P3D after earning, at the end of the"
                        + " month; make them available earlier, or let them expire later");
        problems(
                holdingBack(
                        PointTerms.expiring(Moment.startOf(BoundedWindow.MONTH, Period.ofMonths(12))),
                        Period.ofYears(1)),
                "rule 'base': makes points available P1Y after earning, but they expire P12M after earning, at the start of the"
                        + " month; make them available earlier, or let them expire later");
    }

    @Test
    @Tag("L4")
    void holdBacksMayOutlastTheDateThatPointsGetWhereASuspensionEnds() {
        Ladder ladder = Ladder.startingAt("status", Tier.of("low"))
                .then(Tier.of("high"), SPEND.per(BoundedWindow.YEAR).reaches(Money.of(USD, 100)))
                .kept(Moment.endOf(BoundedWindow.YEAR))
                .fallingToTheLowest();
        Moment month = Moment.after(Period.ofDays(30));
        Tier high = Tier.of("high");
        // A lot keeps its own date, so one that is later than that of leaving is not lost by it.
        holds(holdingBack(PointTerms.expiring(Expiry.usableUntil(month)).suspendedFor(high), Period.ofDays(60))
                .ladders(ladder));
        problems(
                holdingBack(
                                PointTerms.expiring(month)
                                        .suspendedFor(high)
                                        .thenExpiring(Moment.after(Period.ofDays(90))),
                                Period.ofDays(60))
                        .ladders(ladder),
                "rule 'base': makes points available P60D after earning, but they expire P30D after earning; make them available earlier, or let them expire later");
        holds(holdingBack(
                        PointTerms.expiring(Expiry.usableUntil(month))
                                .suspendedFor(high)
                                .thenExpiring(Moment.after(Period.ofDays(61))),
                        Period.ofDays(60))
                .ladders(ladder));
        holds(holdingBack(
                        PointTerms.expiring(Expiry.inactiveFor(Period.ofDays(10)))
                                .suspendedFor(high),
                        Period.ofDays(14))
                .ladders(ladder));
    }

    @Test
    @Tag("L4")
    void holdBacksMayOutlastThePointsInSomeCases() {
        holds(holdingBack(PointTerms.expiring(Moment.after(Period.ofMonths(1))), Period.ofDays(30)));
        holds(holdingBack(PointTerms.expiring(Moment.endOf(BoundedWindow.YEAR, Period.ZERO)), Period.ofDays(14)));
        holds(holdingBack(PointTerms.expiring(Expiry.inactiveFor(Period.ofDays(10))), Period.ofDays(14)));
        holds(holdingBack(PointTerms.expiring(Moment.never()), Period.ofYears(100)));
    }

    private void holds(LoyaltyProgram.Builder builder) {
        assertThat(builder.build().rules().get(0))
                .isInstanceOfSatisfying(
                        EarnRule.class, rule -> assertThat(rule.available()).isNotNull());
    }
}
