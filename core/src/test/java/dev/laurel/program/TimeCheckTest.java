package dev.laurel.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.condition.Selectors;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.reward.BirthdayOccasion;
import dev.laurel.reward.BirthdayOccasion.Opening;
import dev.laurel.reward.Item;
import dev.laurel.reward.Offer;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.PointCap;
import dev.laurel.rule.Rule;
import dev.laurel.rule.UseCap;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Dates;
import dev.laurel.time.Expiry;
import dev.laurel.time.Moment;
import dev.laurel.time.Window;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What can be wrong with windows and moments, wherever they stand. */
@Tag("P1")
class TimeCheckTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final PointCurrency POINTS = PointCurrency.of("points");
    private static final EarnRule BASE = EarnRule.earning("base", Amounts.proportional(1, Money.of(USD, 1)));
    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    private static LoyaltyProgram.Builder with(Expiry expiry) {
        return LoyaltyProgram.builder("p", "1")
                .zone(ZoneId.of("UTC"))
                .money(USD)
                .excluding(Selectors.category("gift-card"))
                .points(POINTS, PointTerms.expiring(expiry));
    }

    private static LoyaltyProgram.Builder with(Rule... rules) {
        return with(Moment.never()).earn(rules);
    }

    private static void problems(LoyaltyProgram.Builder program, String... problems) {
        assertThatThrownBy(program::build)
                .isInstanceOfSatisfying(
                        InvalidProgramException.class,
                        e -> assertThat(e.problems())
                                .extracting(ProgramProblem::toString)
                                .containsExactly(problems));
    }

    private static BoundedWindow every(String period) {
        return BoundedWindow.every(Period.parse(period), START);
    }

    @Test
    void windowsOfAGridArePositiveAndOfDaysOrOfMonthsAlone() {
        problems(
                with(BASE.capped(
                        PointCap.of(POINTS.points(10)).per(every("P0D")),
                        PointCap.of(POINTS.points(10)).per(every("P-1M")),
                        UseCap.of(10, every("P1M1D")),
                        UseCap.of(10, every("P1001Y")))),
                "rule 'base': counts in windows of P0D; give a positive period of at most 1000 years",
                "rule 'base': counts in windows of P-1M; give a positive period of at most 1000 years",
                "rule 'base': counts in windows of P1M1D, which mixes months and days; give weeks and days alone, or"
                        + " months and years alone",
                "rule 'base': counts in windows of P1001Y; give a positive period of at most 1000 years");
        problems(
                with(BASE).redeem(Reward.costing("mug", 1).capped(UseCap.of(1, every("P0D")))),
                "reward 'mug': counts in windows of P0D; give a positive period of at most 1000 years");
    }

    @Test
    void windowsThatGoBackFromAnyDateArePositive() {
        problems(
                with(BASE.capped(
                        PointCap.of(POINTS.points(10)).per(Window.overTheLast(Period.ZERO)),
                        UseCap.of(10, Window.overTheLast(Period.ofYears(1001))))),
                "rule 'base': counts over the last P0D; give a positive period of at most 1000 years",
                "rule 'base': counts over the last P1001Y; give a positive period of at most 1000 years");
    }

    @Test
    void windowsOfDatesAreNotEmpty() {
        assertThatThrownBy(() -> new Dates(START, START.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("dates must not end, 2025-12-31, before they begin, 2026-01-01");
        assertThatThrownBy(() -> Moment.endOf(new Dates(START, null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("dates must have an end, but were from 2026-01-01");
        assertThatThrownBy(() -> Moment.startOf(new Dates(null, START), Period.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("dates must have a start, but were to 2026-01-01");
    }

    @Test
    @Tag("L6")
    void momentsThatAreMadeOfOthersAreCheckedInAllTheirParts() {
        problems(
                with(Moment.earlierOf(
                                Moment.after(Period.ZERO),
                                Moment.endOf(every("P0D")).plus(Period.ofDays(-1))))
                        .earn(BASE),
                "point currency 'points': expires after P0D; give a positive period of at most 1000 years",
                "point currency 'points': counts in windows of P0D; give a positive period of at most 1000 years",
                "point currency 'points': expires P-1D later than a moment; give a period of zero to 1000 years");
        problems(
                with(Expiry.earlierOf(Expiry.inactiveFor(Period.ofDays(9)).plus(Period.ofDays(-1)), Moment.never()))
                        .earn(BASE),
                "point currency 'points': expires P-1D after inactivity; give a period of zero to 1000 years",
                "point currency 'points': expires at the earlier of inactivity and never; leave never() out");
    }

    @Test
    @Tag("L4")
    void momentsAtWhichPointsExpireComeAfterThoseAtWhichTheyBecomeAvailable() {
        problems(
                with(BASE.availableFrom(Moment.endOf(BoundedWindow.MONTH, Period.ofMonths(2)))
                        .expiring(Moment.after(Period.ofDays(20)))),
                "rule 'base': makes points available P2M after earning, at the end of the month, but they expire P20D after"
                        + " earning; make them available earlier, or let them expire later");
        problems(
                with(BASE.availableFrom(Moment.never())),
                "rule 'base': never makes its points available; give the moment from which they can be spent");
        assertThat(with(BASE.availableFrom(Moment.endOf(BoundedWindow.MONTH)).expiring(Moment.after(Period.ofDays(20))))
                        .build()
                        .rules())
                .hasSize(1);
    }

    @Test
    @Tag("L6")
    void momentsAtWhichThePointsOfARuleExpireAreNoInactivityAndNotNever() {
        problems(
                with(
                        BASE.expiring(Expiry.inactiveFor(Period.ofDays(9))),
                        EarnRule.earning("other", Amounts.fixed(1)).expiring(Moment.never())),
                "rule 'base': lets its points expire by inactivity, which ends all points of a currency together; state that"
                        + " in points(…), or give a moment",
                "rule 'other': lets its points never expire; give a moment, or declare a currency whose points never do");
    }

    private static Ladder ladder(Window window) {
        return Ladder.startingAt("status", Tier.of("low"))
                .then(
                        Tier.of("high"),
                        PurchaseCounter.spend("spend").per(window).reaches(Money.of(USD, 100)));
    }

    @Test
    @Tag("Q3")
    void tiersAreCountedInWindowsThatComeAgainAndKeptBeyondThem() {
        problems(
                with(BASE).ladders(ladder(new Dates(START, START.plusDays(9)))),
                "ladder 'status': counts from 2026-01-01 to 2026-01-10, which comes once; count in windows that come again, such as"
                        + " calendar years");
        problems(
                with(BASE).ladders(ladder(every("P1M1D"))),
                "counter 'spend': counts in windows of P1M1D, which mixes months and days; give weeks and days alone, or months and"
                        + " years alone");
        problems(
                with(BASE).ladders(ladder(BoundedWindow.YEAR).kept(Moment.startOf(BoundedWindow.YEAR, Period.ZERO))),
                "ladder 'status': is kept until a moment after P0D rounded down to the start of the year, which can lie before"
                        + " earning; give a period of at least one year, or round up");
    }

    @Test
    @Tag("G2")
    void offersOnBirthdaysAreOpenForAtMost180DaysInEveryCase() {
        for (Opening open : List.of(
                Opening.until(Moment.after(Period.ofDays(180))),
                Opening.until(Moment.after(Period.ofMonths(5))),
                Opening.until(Moment.endOf(BoundedWindow.MONTH, Period.ofMonths(4))),
                Opening.until(Moment.earlierOf(Moment.endOf(BoundedWindow.YEAR), Moment.after(Period.ofDays(90)))),
                Opening.inItsMonth())) {
            assertThat(with(BASE).offers(offer(open)).build().offers()).hasSize(1);
        }
        problems(
                with(BASE).offers(offer(Opening.until(Moment.after(Period.ofDays(181))))),
                "offer 'gift': is open for P181D from the birthday on, which can be more than 180 days; open it for less, so"
                        + " that two birthdays never meet");
        problems(
                with(BASE).offers(offer(Opening.until(Moment.after(Period.ofMonths(6))))),
                "offer 'gift': is open for P6M from the birthday on, which can be more than 180 days; open it for less, so"
                        + " that two birthdays never meet");
        problems(
                with(BASE).offers(offer(Opening.until(Moment.never()))),
                "offer 'gift': is open from the birthday on until never, which can be more than 180 days; open it for less,"
                        + " so that two birthdays never meet");
        problems(
                with(BASE).offers(offer(Opening.until(Moment.after(Period.ZERO)))),
                "offer 'gift': is open until a moment after P0D; give a positive period of at most 1000 years");
    }

    private static Offer offer(Opening opening) {
        return Offer.of("gift", BirthdayOccasion.onTheDay().open(opening), new Item("mug"));
    }

    @Test
    @Tag("P3")
    void windowsAndMomentsAreToldInWordsThatMembersUnderstand() {
        assertThat(Arrays.asList(
                        Wording.counted(null),
                        Wording.counted(BoundedWindow.WEEK),
                        Wording.counted(BoundedWindow.MEMBERSHIP_YEAR),
                        Wording.counted(every("P2M")),
                        Wording.counted(Window.overTheLast(Period.ofMonths(12))),
                        Wording.counted(Window.EVER),
                        Wording.counted(Window.SINCE_ENROLLMENT),
                        Wording.counted(new Dates(START, START))))
                .containsExactly(
                        "per purchase",
                        "per calendar week",
                        "per membership year",
                        "per period of 2 months, counted from 2026-01-01,",
                        "in any 12 months",
                        "ever",
                        "since enrollment",
                        "from 2026-01-01 to 2026-01-01");
        assertThat(Wording.moment(Moment.endOf(BoundedWindow.YEAR).plus(Period.ofDays(31)), "they were earned"))
                .isEqualTo("31 days after this: at the end of the year in which they were earned");
        assertThat(Wording.moment(
                        Moment.earlierOf(Moment.after(Period.ofYears(4)), Moment.endOf(new Dates(null, START))),
                        "they were earned"))
                .isEqualTo(
                        "4 years after they were earned, at the same time of day, or at the end of 2026-01-01, whichever"
                                + " is earlier");
        String terms = with(BASE.capped(PointCap.of(POINTS.points(100)).per(BoundedWindow.MEMBERSHIP_YEAR))
                        .availableFrom(Moment.endOf(BoundedWindow.MONTH))
                        .expiring(Moment.after(Period.ofYears(1))))
                .build()
                .terms();
        assertThat(terms)
                .contains("The points can be used at the end of the month of the purchase; until then they are pending."
                        + " They expire 1 year after the purchase, at the same time of day, whatever is said below of other"
                        + " points. It gives at most 100 points per membership year.")
                .contains("A membership year begins on the date of enrollment");
    }
}
