package dev.laurel.dsl;

import static dev.laurel.dsl.Laurel.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.ledger.PointCurrency;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.MoneySum;
import dev.laurel.program.Ladder;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.reward.Offer;
import dev.laurel.rule.Cap;
import dev.laurel.rule.EarnRule;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.CivilZone;
import dev.laurel.time.Moment;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** When points expire and become available, how long tiers are kept and offers are open, in programs as there are. */
class ProgramTimesTest {
    private static final PointCurrency POINTS = pointCurrency("points");
    private static final Tier GREEN = tier("green");
    private static final Tier GOLD = tier("gold");
    private static final Tier RESERVE = tier("reserve");
    private static final Counter<MoneySum> SPEND = counter("spend").spend();
    private static final EarnRule BASE =
            rule("base").onPurchase().earns(POINTS.points(1).per(usd(1)));
    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    private static Instant from(Moment moment, String local) {
        return Timestamps.ofMicros(moment.from(Timestamps.micros(at(local)), CivilZone.of(ZONE), 0));
    }

    private static String expiryOf(PointTerms terms) {
        LoyaltyProgram program = program("shop", "1")
                .zone(ZONE)
                .money(USD)
                .points(POINTS, terms)
                .ladders(ladder("status")
                        .startingAt(GREEN)
                        .then(GOLD, SPEND.per(YEAR).reaches(usd(500)))
                        .then(RESERVE, SPEND.per(YEAR).reaches(usd(2500))))
                .earn(BASE)
                .build();
        String text = program.terms();
        int begin = text.indexOf("## Expiry") + "## Expiry\n\n- `points`: ".length();
        return text.substring(begin, text.indexOf('\n', begin));
    }

    @Nested
    @Tag("L6")
    class Points {
        @Test
        void pointsOfBeautyInsiderExpireAfterInactivity() {
            assertThat(expiryOf(expiring(inactiveFor(months(18)))))
                    .startsWith("all expire together, 18 months after the last activity, at the same time of day.");
        }

        @Test
        void starsExpireOnTheFirstDayOfTheSeventhMonthUnlessATierSuspendsThat() {
            Moment moment = startOf(MONTH, months(7));
            assertThat(from(moment, "2025-12-15T12:00")).isEqualTo(at("2026-07-01T00:00"));
            assertThat(expiryOf(expiring(moment).suspendedFor(GOLD, RESERVE)))
                    .startsWith(
                            "expire 7 months after they were earned, at the start of the month that this falls in. While"
                                    + " a member holds `gold` or `reserve`, they do not expire.");
        }

        @Test
        void stampsOfACoffeeCardExpireTwelveMonthsAfterTheLastWasEarnedAndDrinksNever() {
            assertThat(expiryOf(expiring(inactiveFor(months(12)).counting(EARNING))))
                    .contains("Activity is points of this kind that a rule or a gift gives.");
            assertThat(expiryOf(expiring(never()))).isEqualTo("never expire.");
        }

        @Test
        void doublesOfAWinBackExpireThirtyDaysAfterTheLapse() {
            assertThat(from(after(days(30)), "2026-03-01T12:00")).isEqualTo(at("2026-03-31T12:00"));
            assertThat(expiryOf(expiring(after(days(30)))))
                    .isEqualTo("expire 30 days after they were earned, at the same time of day.");
        }

        @Test
        void pointsOfOnePercentExpireAtTheEndOfTheThirdYearAfter() {
            assertThat(from(endOf(YEAR, years(3)), "2026-01-01T00:00")).isEqualTo(at("2030-01-01T00:00"));
            assertThat(from(endOf(YEAR, years(3)), "2026-12-31T23:59")).isEqualTo(at("2030-01-01T00:00"));
            assertThat(expiryOf(expiring(endOf(YEAR, years(3))).forgettingWhatIsMissing()))
                    .isEqualTo("expire 3 years after they were earned, at the end of the year that this falls in.");
        }

        @Test
        void milesOfAnAirlineExpireAfterInactivityButNeverForTheHighestTier() {
            assertThat(expiryOf(expiring(inactiveFor(months(24)).counting(PURCHASE, REDEMPTION, CAPTURE))
                            .suspendedFor(RESERVE)
                            .transferable()))
                    .contains(
                            "When the tier ends, those that the member then has expire 24 months after the member left,"
                                    + " at the same time of day");
        }

        @Test
        void pointsOfCdnowExpireAtTheStartOfTheDayTwelveMonthsAfter() {
            assertThat(from(startOf(DAY, months(12)), "1997-02-28T12:00")).isEqualTo(at("1998-02-28T00:00"));
        }

        @Test
        void pointsCanExpireOnTheThirtiethOfSeptemberAfterThirtySixMonths() {
            Moment moment = endOf(every(months(12)).startingOn("2026-10-01"), months(36));
            assertThat(from(moment, "2026-09-30T12:00")).isEqualTo(at("2029-10-01T00:00"));
            assertThat(from(moment, "2026-10-01T12:00")).isEqualTo(at("2030-10-01T00:00"));
        }

        @Test
        void pointsCanLastThroughTheThirtyFirstOfJanuaryAfterTheNextYear() {
            Moment moment = endOf(YEAR, years(1)).plus(days(31));
            assertThat(from(moment, "2026-05-05T12:00")).isEqualTo(at("2028-02-01T00:00"));
            assertThat(expiryOf(expiring(moment)))
                    .isEqualTo(
                            "expire 31 days after this: 1 year after they were earned, at the end of the year that this"
                                    + " falls in.");
        }

        @Test
        void pointsCanExpireOnTheFirstOfMarchOfTheNextYear() {
            assertThat(from(endOf(YEAR).plus(months(2)), "2026-05-05T12:00")).isEqualTo(at("2027-03-01T00:00"));
        }

        @Test
        void pointsCanExpireByInactivityOrFourYearsAfterEarningWhicheverComesFirst() {
            assertThat(expiryOf(expiring(earlierOf(inactiveFor(months(18)), after(years(4))))))
                    .endsWith(
                            "Each expires 4 years after they were earned, at the same time of day, if that is earlier.");
        }
    }

    @Test
    @Tag("L4")
    void pointsOfAReferrerArePendingForThirtyDaysFromThePurchase() {
        EarnRule referrer = BASE.availableFrom(after(days(30)));
        assertThat(referrer.available()).isEqualTo(Moment.after(days(30)));
        assertThat(from(endOf(MONTH).plus(days(9)), "2026-01-15T12:00")).isEqualTo(at("2026-02-10T00:00"));
    }

    @Test
    @Tag("Q3")
    void tiersAreKeptAsLongAsProgramsSay() {
        Ladder insider =
                ladder("status").startingAt(GREEN).then(GOLD, SPEND.per(YEAR).reaches(usd(350)));
        assertThat(keptIfReachedIn(2026, insider, 0)).isEqualTo(at("2028-01-01T00:00"));
        assertThat(keptIfReachedIn(2026, insider.kept(endOf(YEAR)), 0)).isEqualTo(at("2027-01-01T00:00"));
        assertThat(keptIfReachedIn(2026, insider.kept(endOf(YEAR, years(1)).plus(days(31))), 0))
                .isEqualTo(at("2028-02-01T00:00"));
        Ladder airline = ladder("status")
                .startingAt(GREEN)
                .then(GOLD, SPEND.per(MEMBERSHIP_YEAR).reaches(usd(3000)));
        long since = LocalDate.of(2024, 2, 29).toEpochDay();
        assertThat(airline.kept(endOf(MEMBERSHIP_YEAR, years(1)))).isEqualTo(airline);
        assertThat(keptIfReachedIn(0, airline, since)).isEqualTo(at("2026-02-28T00:00"));
        assertThat(keptIfReachedIn(3, airline, since)).isEqualTo(at("2029-02-28T00:00"));
    }

    /** Until when a tier of a ladder is kept that is reached in the window of this number. */
    private static Instant keptIfReachedIn(long number, Ladder ladder, long since) {
        BoundedWindow window = (BoundedWindow) ladder.window().orElseThrow();
        return Timestamps.ofMicros(ladder.kept().fromEndOf(window, number, CivilZone.of(ZONE), since));
    }

    @Test
    @Tag("G2")
    void birthdaysAreOpenAsLongAsProgramsSay() {
        Offer inMonth = offer("birthday")
                .on(birthday().knownFor(days(1)))
                .openInItsMonth()
                .choiceOf(item("mini-lipstick"), item("mini-mascara"));
        Offer stars = offer("birthday")
                .on(birthday().purchasedFor(days(1)))
                .openFor(days(1))
                .openFor(GOLD, days(7))
                .openFor(RESERVE, days(30))
                .gives(item("drink"));
        assertThat(inMonth.occasion().describe()).isEqualTo("in the month of the birthday, on file for P1D");
        assertThat(stars.occasion().describe())
                .isEqualTo(
                        "for P1D from the birthday on, from gold on for P7D from the birthday on, from reserve on for"
                                + " P30D from the birthday on, with a purchase P1D before");
    }

    @Test
    @Tag("A5")
    void limitsAreInTheWindowsThatProgramsSay() {
        assertThat(BASE.capped(atMost(1).usesPer(overTheLast(months(12)))).caps())
                .extracting(Cap::describe)
                .containsExactly("1 use in any P12M");
        assertThat(BASE.capped(atMost(10).usesPer(YEAR), atMost(3).usesPer(MONTH))
                        .caps())
                .extracting(Cap::describe)
                .containsExactly("10 uses per calendar year", "3 uses per calendar month");
        assertThat(atMost(2).usesPer(every(months(2)).startingOn("2026-01-01")).describe())
                .isEqualTo("2 uses per P2M counted from 2026-01-01");
        assertThat(atMost(1).usesPer(EVER).describe()).isEqualTo("1 use ever");
    }
}
