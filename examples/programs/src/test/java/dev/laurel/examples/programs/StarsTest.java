package dev.laurel.examples.programs;

import static dev.laurel.dsl.Laurel.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.SumToGoal;
import dev.laurel.event.Adjustment;
import dev.laurel.event.Basket;
import dev.laurel.event.Opening;
import dev.laurel.event.OpeningLot;
import dev.laurel.event.Payment;
import dev.laurel.event.PurchaseLine;
import dev.laurel.tier.TierStanding;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The terms of the program, one by one. */
class StarsTest {
    private final Member member = new Member(Stars.stars());

    private TierStanding gold(String until) {
        return new TierStanding(Stars.GOLD, member.at(until));
    }

    private static final TierStanding GREEN = new TierStanding(Stars.GREEN, null);

    @Nested
    @Tag("N4")
    class StarsForDollars {
        @ParameterizedTest
        @CsvSource({"10.99, 10", "0.99, 0", "1, 1"})
        void greenMembersEarnAStarPerDollar(String net, long stars) {
            assertThat(member.buys("2026-02-01", net)).isEqualTo(stars);
        }

        @Test
        void goldMembersEarnAFifthMore() {
            member.buys("2026-02-01", "500");
            // Exactly 13.188.
            assertThat(member.buys("2026-02-02", "10.99")).isEqualTo(13);
        }

        @Test
        void reserveMembersEarnSevenTenthsMore() {
            member.buys("2026-02-01", "2500");
            // Exactly 18.683.
            assertThat(member.buys("2026-02-02", "10.99")).isEqualTo(18);
        }

        @ParameterizedTest
        @Tag("A6")
        @ValueSource(strings = {"alcohol", "gift-card", "reload", "tip", "delivery", "shipping"})
        void someThingsEarnNothing(String category) {
            PurchaseLine drink = PurchaseLine.of("1", "latte", usd("5.50"));
            PurchaseLine other = PurchaseLine.of("2", "other", usd("20")).withCategories(category);
            assertThat(member.buys("2026-02-01", Basket.of(drink, other))).isEqualTo(5);
            assertThat(member.buys("2026-02-01", Basket.of(other))).isZero();
        }

        @Test
        @Tag("A6")
        void thePartThatAPreloadedCardPaidEarnsAStarMoreForEachDollar() {
            Basket half = Basket.of(PurchaseLine.of("1", "latte", usd("11")))
                    .paidBy(Payment.of("preloaded-card", usd("5.50")))
                    .paidBy(Payment.of("cash", usd("5.50")));
            assertThat(member.buys("2026-02-01", half)).isEqualTo(11 + 5);
            Basket whole =
                    Basket.of(PurchaseLine.of("1", "latte", usd("11"))).paidBy(Payment.of("preloaded-card", usd("11")));
            assertThat(member.buys("2026-02-01", whole)).isEqualTo(22);
        }

        @Test
        void theStarsOfAPreloadedCardAreNotMultiplied() {
            member.buys("2026-02-01", "500");
            Basket whole = Basket.of(PurchaseLine.of("1", "latte", usd("10.99")))
                    .paidBy(Payment.of("preloaded-card", usd("10.99")));
            assertThat(member.buys("2026-02-02", whole)).isEqualTo(13 + 10);
        }

        @Test
        @Tag("A6")
        void taxEarnsNothing() {
            assertThat(member.buys(
                            "2026-02-01",
                            Basket.of(PurchaseLine.of("1", "latte", usd("5")).withTax(usd("1")))))
                    .isEqualTo(5);
        }
    }

    @Nested
    @Tag("Q1")
    class TiersByTheStarsOfTwelveMonths {
        @ParameterizedTest
        @CsvSource({"499.99, green", "500, gold", "2499.99, gold", "2500, reserve"})
        void aTierIsReachedAtOnceFromItsThresholdOn(String net, String tier) {
            member.buys("2026-03-01", net);
            assertThat(member.tier()).isEqualTo(tier);
        }

        @Test
        void aTierGoesByStarsAndNotByDollars() {
            member.buys("2026-03-01", "500");
            member.buys("2026-03-02", "1666.66");
            assertThat(member.tier()).isEqualTo("gold");
            // 500 and 1,999 at the rate of gold; another dollar is a star, as 1.2 is.
            assertThat(member.progress().toNext().sums())
                    .extracting(SumToGoal::describe)
                    .containsExactly("2499 of 2500 stars earned over the last 12 months (stars-earned)");
            member.buys("2026-03-03", "1");
            assertThat(member.tier()).isEqualTo("reserve");
        }

        @Test
        @Tag("Q3")
        void aTierIsKeptUntilTheStartOfTheSameDateAYearAfter() {
            member.buys("2026-03-01T18:00", "500");
            assertThat(member.standing()).isEqualTo(gold("2027-03-01T00:00"));
            member.waitsUntil("2027-02-28T23:59:59");
            assertThat(member.tier()).isEqualTo("gold");
            member.waitsUntil("2027-03-01T00:00");
            assertThat(member.standing()).isEqualTo(GREEN);
        }

        @Test
        @Tag("Q3")
        void aTierIsKeptAYearAfterTheLastAwardAfterWhichTheSumReachedIt() {
            member.buys("2026-03-01", "500");
            member.buys("2026-06-10", "10");
            assertThat(member.standing()).isEqualTo(gold("2027-06-10T00:00"));
            // Without the 500 the sum reaches it no more.
            member.buys("2027-05-01", "10");
            assertThat(member.standing()).isEqualTo(gold("2027-06-10T00:00"));
            member.waitsUntil("2027-06-10T00:00");
            assertThat(member.standing()).isEqualTo(GREEN);
        }

        @Test
        @Tag("Q4")
        void aTierFallsToWhatTheSumThenIs() {
            member.buys("2026-03-01", "2500");
            member.buys("2026-09-01", "300");
            // 2,500 and 510 at the rate of reserve, which alone are enough for gold.
            assertThat(member.standing()).isEqualTo(new TierStanding(Stars.RESERVE, member.at("2027-09-01T00:00")));
            member.buys("2027-08-01", "294.12");
            assertThat(member.standing()).isEqualTo(new TierStanding(Stars.RESERVE, member.at("2027-09-01T00:00")));
            member.waitsUntil("2027-09-01T00:00");
            assertThat(member.standing()).isEqualTo(gold("2028-08-01T00:00"));
        }

        @Test
        void aTierIsNotReachedByStarsThatCountNoMore() {
            member.buys("2025-03-01", "300");
            member.buys("2026-03-01", "200");
            assertThat(member.tier()).isEqualTo("green");
            member.buys("2026-12-01", "300");
            assertThat(member.standing()).isEqualTo(gold("2027-12-01T00:00"));
        }

        @Test
        @Tag("Q5")
        @Tag("TV-230")
        void aReturnDoesNotTakeATierThatIsReachedWithoutIt() {
            member.buys("2025-03-01", "300");
            member.buys("2026-01-10", "200");
            assertThat(member.standing()).isEqualTo(gold("2027-01-10T00:00"));
            member.buys("2026-05-05", "10");
            assertThat(member.standing()).isEqualTo(gold("2027-01-10T00:00"));
            member.bringsBack("2026-05-06");
            assertThat(member.standing()).isEqualTo(gold("2027-01-10T00:00"));
        }

        @Test
        @Tag("Q5")
        void aReturnTakesTheTimeThatItGave() {
            member.buys("2025-03-01", "300");
            member.buys("2026-01-10", "200");
            member.buys("2026-02-20", "5");
            assertThat(member.standing()).isEqualTo(gold("2027-02-20T00:00"));
            member.bringsBack("2026-02-21");
            assertThat(member.standing()).isEqualTo(gold("2027-01-10T00:00"));
        }

        @Test
        @Tag("Q5")
        void aReturnTakesATierThatIsReachedNoMore() {
            member.buys("2026-03-01", "300");
            member.buys("2026-04-01", "200");
            assertThat(member.tier()).isEqualTo("gold");
            member.bringsBack("2026-04-02");
            assertThat(member.standing()).isEqualTo(GREEN);
        }

        @Test
        @Tag("A10")
        void starsOfAClerkOrFromElsewhereAreNotEarned() {
            member.submit(new Adjustment("j1", "c1", member.at("2026-03-01"), "stars", 600, "goodwill", "agent-7"))
                    .orThrow();
            assertThat(member.available()).isEqualTo(600);
            assertThat(member.tier()).isEqualTo("green");
        }
    }

    @Nested
    @Tag("L6")
    class StarsThatExpire {
        @ParameterizedTest
        @Tag("TV-91")
        @CsvSource({
            "2020-12-15, 2021-07-01T00:00",
            "2026-01-01T00:00, 2026-08-01T00:00",
            "2026-01-31T23:59:59, 2026-08-01T00:00"
        })
        void starsExpireOnTheFirstDayOfTheSeventhMonthAfter(String earned, String expiry) {
            member.buys(earned, "100");
            member.waitsUntil(member.at(expiry).minusNanos(1_000));
            assertThat(member.available()).isEqualTo(100);
            member.waitsUntil(expiry);
            assertThat(member.available()).isZero();
        }

        @Test
        void starsOfGoldDoNotExpireAndLastHalfAYearAfterItIsLeft() {
            member.buys("2026-03-01", "500");
            member.waitsUntil("2027-02-28");
            assertThat(member.available()).isEqualTo(500);
            assertThat(member.account().wallet("stars").orElseThrow().expiringNext())
                    .isEmpty();
            member.waitsUntil("2027-03-01T00:00");
            assertThat(member.tier()).isEqualTo("green");
            member.waitsUntil("2027-09-30T23:59:59");
            assertThat(member.available()).isEqualTo(500);
            member.waitsUntil("2027-10-01T00:00");
            assertThat(member.available()).isZero();
        }

        @Test
        @Tag("D5")
        void starsThatAreDueAtTheInstantAtWhichGoldEndsWereSuspendedToo() {
            member.buys("2026-03-01", "500");
            // Due on 1 March 2027, and not earned, so that gold ends then.
            member.submit(new Adjustment("j1", "c1", member.at("2026-08-10"), "stars", 70, "goodwill", "agent-7"))
                    .orThrow();
            member.waitsUntil("2027-03-01T00:00");
            assertThat(member.tier()).isEqualTo("green");
            assertThat(member.available()).isEqualTo(570);
            member.waitsUntil("2027-10-01T00:00");
            assertThat(member.available()).isZero();
        }

        @Test
        @Tag("Q5")
        @Tag("TV-208")
        void starsHaveTheirOwnDateWhereAReturnTakesGold() {
            member.submit(Opening.of(
                            "o",
                            "c1",
                            member.at("2026-01-10"),
                            new OpeningLot("stars", 1_000, member.at("2025-12-15"), null)))
                    .orThrow();
            member.buys("2026-06-30", "500");
            member.waitsUntil("2026-07-01T00:00");
            assertThat(member.available()).isEqualTo(1_500);
            member.bringsBack("2026-07-01");
            assertThat(member.standing()).isEqualTo(GREEN);
            assertThat(member.available()).isZero();
            assertThat(member.account().balance("stars").expired()).isEqualTo(1_000);
        }

        @Test
        void starsOfReserveThatFallsToGoldStaySuspended() {
            member.buys("2026-03-01", "2500");
            member.buys("2026-12-01", "300");
            // 510 of December are enough for gold.
            member.waitsUntil("2027-12-01T00:00");
            assertThat(member.available()).isEqualTo(3_010);
        }
    }

    @Nested
    @Tag("R1")
    class Rewards {
        private final Basket order = Basket.of(
                PurchaseLine.of("1", "coffee", usd("3")).withCategories("brewed"),
                PurchaseLine.of("2", "latte", usd("6")).withCategories("handcrafted"),
                PurchaseLine.of("3", "toast", usd("8")).withCategories("sandwich"),
                PurchaseLine.of("4", "mug", usd("25")).withCategories("merchandise"));

        @ParameterizedTest
        @CsvSource({
            "stars-25, 25, 0",
            "stars-60, 60, 2",
            "stars-100, 100, 3",
            "stars-200, 200, 6",
            "stars-300, 300, 8",
            "stars-400, 400, 20",
        })
        void starsBuySomethingAtEachStepOfTheirLadder(String reward, long stars, String off) {
            member.buys("2026-02-01", Basket.ofTotal(usd(stars - 1)));
            assertThat(member.redeems("2026-02-02", reward, order)).isEqualTo("INSUFFICIENT_POINTS");
            member.buys("2026-02-03", "1");
            var quote = member.engine().quote(member.account(), order, List.of(reward), member.at("2026-02-04"));
            assertThat(quote.discount()).isEqualTo(usd(off));
            assertThat(member.redeems("2026-02-04", reward, order)).isEmpty();
            assertThat(member.available()).isZero();
        }

        @Test
        void starsOfTheHighestStepAreForMerchandise() {
            member.buys("2026-02-01", "400");
            Basket drinks = Basket.of(PurchaseLine.of("1", "latte", usd("60")).withCategories("handcrafted"));
            assertThat(member.redeems("2026-02-02", "stars-400", drinks)).isEqualTo("CONDITION_NOT_MET");
        }
    }

    @Nested
    @Tag("G2")
    class BirthdayDrink {
        private void joins() {
            member.enrolls("2026-01-05", "--06-15");
            member.buys("2026-06-01", "5");
        }

        private String claims(String when) {
            return member.claims(when, "drink");
        }

        @ParameterizedTest
        @CsvSource({
            "green, 2026-06-14T23:59:59, NOT_OPEN",
            "green, 2026-06-15T00:00, ''",
            "green, 2026-06-15T23:59:59, ''",
            "green, 2026-06-16T00:00, NOT_OPEN",
            "gold, 2026-06-14T23:59:59, NOT_OPEN",
            "gold, 2026-06-21T23:59:59, ''",
            "gold, 2026-06-22T00:00, NOT_OPEN",
            "reserve, 2026-07-14T23:59:59, ''",
            "reserve, 2026-07-15T00:00, NOT_OPEN",
        })
        void aBirthdayDrinkIsToBeHadOnTheDayOrForSevenOrThirtyByTheTier(String tier, String when, String code) {
            joins();
            member.isGranted("2026-06-02", tier, "2027-01-01");
            assertThat(claims(when)).isEqualTo(code);
        }

        @Test
        void aBirthdayDrinkIsToBeHadOnceABirthday() {
            joins();
            assertThat(claims("2026-06-15T09:00")).isEmpty();
            assertThat(claims("2026-06-15T10:00")).isEqualTo("ALREADY_CLAIMED");
            assertThat(claims("2027-06-15")).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"2026-06-07T23:59, ''", "2026-06-08T00:00, ''", "2026-06-08T00:01, CONDITION_NOT_MET"})
        @Tag("TV-107")
        void aBirthdayDrinkNeedsAnEnrollmentSevenDaysBeforeTheBirthdayBegins(String enrolled, String code) {
            member.enrolls(enrolled, "--06-15");
            member.buys("2026-06-10", "5");
            assertThat(claims("2026-06-15T12:00")).isEqualTo(code);
        }

        @Test
        @Tag("TV-107")
        void aBirthdayDrinkNeedsAPurchaseThatEarnsBeforeTheBirthdayBegins() {
            member.enrolls("2026-01-05", "--06-15");
            assertThat(claims("2026-06-15")).isEqualTo("CONDITION_NOT_MET");
            member.buys("2026-06-15", "5");
            assertThat(claims("2026-06-15")).isEqualTo("CONDITION_NOT_MET");
        }

        @Test
        void aBirthdayDrinkIsNotForAPurchaseThatEarnsNothing() {
            member.enrolls("2026-01-05", "--06-15");
            member.buys(
                    "2026-06-10",
                    Basket.of(PurchaseLine.of("1", "card", usd("50")).withCategories("gift-card")));
            assertThat(claims("2026-06-15")).isEqualTo("CONDITION_NOT_MET");
        }
    }

    @Test
    void theProgramIsInLosAngelesAndDollars() {
        assertThat(member.engine().program().zone()).isEqualTo(ZoneId.of("America/Los_Angeles"));
        assertThat(member.engine().program().money()).isEqualTo(usd(1).currency());
        assertThat(member.engine().program().warnings()).isEmpty();
        assertThat(member.at("2026-07-01T00:00")).isEqualTo(Instant.parse("2026-07-01T07:00:00Z"));
    }
}
