package dev.laurel.examples.programs;

import static dev.laurel.dsl.Laurel.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.decision.Decision;
import dev.laurel.decision.Refusal;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.engine.SumToGoal;
import dev.laurel.event.Basket;
import dev.laurel.event.Opening;
import dev.laurel.event.OpeningLot;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.Transfer;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.program.ProgramProblem;
import dev.laurel.service.InMemoryAccountStore;
import dev.laurel.service.LoyaltyService;
import dev.laurel.tier.TierStanding;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The terms of the program, one by one. The member's years begin on 15 March, the first in 2026. */
class AirlineTest {
    private static final String YEAR_2 = "2027-03-15T00:00";
    private static final String YEAR_3 = "2028-03-15T00:00";
    private static final String YEAR_4 = "2029-03-15T00:00";
    private static final String YEAR_5 = "2030-03-15T00:00";

    private final Member member = new Member(Airline.airline());

    @BeforeEach
    void joinsOnThe15thOfMarch2026() {
        member.enrolls("2026-03-15T17:30", "--06-15");
    }

    private TierStanding until(String when) {
        return new TierStanding(member.standing().tier(), member.at(when));
    }

    private void becomesPlatinumInYear1() {
        member.buys("2026-04-01", "12000");
        assertThat(member.standing()).isEqualTo(new TierStanding(Airline.PLATINUM, member.at(YEAR_3)));
    }

    private static PurchaseLine flight(String id, String net, String cabin) {
        return PurchaseLine.of(id, "flight", usd(net)).withAttribute("cabin", cabin);
    }

    @Nested
    @Tag("N4")
    class Miles {
        @ParameterizedTest
        @CsvSource({"economy, 10.99, 54", "premium, 10.99, 82", "business, 10.99, 109", "cargo, 10.99, 54"})
        void milesAreFivePerDollarTimesTheCabin(String cabin, String net, long miles) {
            assertThat(member.buys("2026-04-01", Basket.of(flight("1", net, cabin))))
                    .isEqualTo(miles);
        }

        @Test
        void milesOfALineWithoutCabinAreThoseOfEconomy() {
            assertThat(member.buys("2026-04-01", Basket.of(PurchaseLine.of("1", "flight", usd("10.99")))))
                    .isEqualTo(54);
        }

        @Test
        void milesAreRoundedOncePerPurchase() {
            // 5.05 + 7.575 + 10.1 = 22.725 miles, and 3.03 status points.
            Basket basket = Basket.of(
                    flight("1", "1.01", "economy"), flight("2", "1.01", "premium"), flight("3", "1.01", "business"));
            assertThat(member.buys("2026-04-01", basket)).isEqualTo(22);
            assertThat(status()).isEqualTo(3);
        }

        @Test
        @Tag("A6")
        void milesAndStatusAreNotGivenForGiftCards() {
            Basket basket = Basket.of(
                    flight("1", "100", "business"),
                    PurchaseLine.of("2", "card", usd("500")).withCategories("gift-card"));
            assertThat(member.buys("2026-04-01", basket)).isEqualTo(1_000);
            assertThat(status()).isEqualTo(100);
        }

        @Test
        @Tag("R1")
        void milesBuyAFlight() {
            member.buys("2026-04-01", "1999.99");
            assertThat(member.redeems("2026-04-02", "flight-10k", "1")).isEqualTo("INSUFFICIENT_POINTS");
            member.buys("2026-04-03", "0.20");
            assertThat(member.redeems("2026-04-04", "flight-10k", "1")).isEmpty();
            assertThat(member.available()).isZero();
        }
    }

    private long status() {
        return member.account().balance("status").available();
    }

    @Nested
    @Tag("Q1")
    class TiersByTheStatusPointsOfAYear {
        @ParameterizedTest
        @CsvSource({
            "2999.99, blue",
            "3000, silver",
            "5999.99, silver",
            "6000, gold",
            "11999.99, gold",
            "12000, platinum",
        })
        void aTierIsHeldFromItsThresholdOn(String net, String tier) {
            member.buys("2026-04-01", net);
            assertThat(member.tier()).isEqualTo(tier);
        }

        @Test
        void aTierGoesByDollarsWhateverTheCabin() {
            member.buys("2026-04-01", Basket.of(flight("1", "2999", "business")));
            assertThat(member.available()).isEqualTo(29_990);
            assertThat(member.tier()).isEqualTo("blue");
        }

        @Test
        void aTierIsNotLostByRedeeming() {
            member.buys("2026-04-01", "3000");
            assertThat(member.redeems("2026-04-02", "flight-10k", "1")).isEmpty();
            assertThat(member.tier()).isEqualTo("silver");
        }

        @Test
        @Tag("E4")
        void yearsBeginOnTheDayOfTheEnrollment() {
            member.buys("2027-03-14T23:59:59", "1500");
            member.buys(YEAR_2, "1500");
            assertThat(member.tier()).isEqualTo("blue");
            member.buys("2028-03-14T23:59:59", "1500");
            assertThat(member.standing()).isEqualTo(new TierStanding(Airline.SILVER, member.at(YEAR_4)));
        }

        @Test
        @Tag("T1")
        void yearsOfWhoJoinedOnThe29thOfFebruaryBeginOnThe28thInCommonYears() {
            Member leaper = new Member(Airline.airline());
            leaper.enrolls("2028-02-29", "--06-15");
            leaper.buys("2029-02-27T23:59:59", "3000");
            assertThat(leaper.standing().until()).isEqualTo(leaper.at("2030-02-28T00:00"));
            leaper.buys("2029-02-28T00:00", "3000");
            assertThat(leaper.standing().until()).isEqualTo(leaper.at("2031-02-28T00:00"));
        }

        @Test
        @Tag("Q7")
        void progressTellsWhatIsMissingToTheNextTierAndToThePresentOneAgain() {
            member.buys("2026-04-01", "3500");
            assertThat(member.progress().next()).isEqualTo(Airline.GOLD);
            assertThat(member.progress().toNext().sums())
                    .extracting(SumToGoal::describe)
                    .containsExactly("3500 of 6000 status earned in the membership year (status-earned)");
            assertThat(member.progress().windowEnds()).isEqualTo(member.at(YEAR_2));
            member.waitsUntil("2027-05-01");
            assertThat(member.progress().toKeep().sums())
                    .extracting(SumToGoal::describe)
                    .containsExactly("0 of 3000 status earned in the membership year (status-earned)");
            assertThat(member.progress().windowEnds()).isEqualTo(member.at(YEAR_3));
        }

        @Test
        @Tag("E6")
        @Tag("TV-215")
        void whatIsBroughtOverIsNotEarned() {
            Member other = new Member(Airline.airline());
            Decision decision = other.submit(Opening.of(
                            "o",
                            "c1",
                            other.at("2026-03-15"),
                            new OpeningLot("status", 6_000, other.at("2025-12-01"), null))
                    .holding("gold"));
            assertThat(decision.entries()).extracting(LedgerEntry::kind).hasToString("[OPEN]");
            assertThat(other.tier()).isEqualTo("gold");
            assertThat(other.progress().toNext().sums())
                    .extracting(SumToGoal::describe)
                    .containsExactly("0 of 12000 status earned in the membership year (status-earned)");
        }
    }

    @Nested
    @Tag("Q4")
    class SoftLanding {
        @Test
        void platinumFallsToGoldInYear3AndSilverInYear4AndBlueInYear5() {
            becomesPlatinumInYear1();
            member.waitsUntil("2028-03-14T23:59:59");
            assertThat(member.tier()).isEqualTo("platinum");
            member.waitsUntil(YEAR_3);
            assertThat(member.standing()).isEqualTo(new TierStanding(Airline.GOLD, member.at(YEAR_4)));
            member.waitsUntil(YEAR_4);
            assertThat(member.standing()).isEqualTo(new TierStanding(Airline.SILVER, member.at(YEAR_5)));
            member.waitsUntil(YEAR_5);
            assertThat(member.standing()).isEqualTo(new TierStanding(Airline.BLUE, null));
        }

        @Test
        @Tag("D4")
        void theLandingIsTheSameWhereNobodyLookedForYears() {
            becomesPlatinumInYear1();
            member.waitsUntil("2029-06-01");
            assertThat(member.tier()).isEqualTo("silver");
            assertThat(member.standing()).isEqualTo(until(YEAR_5));
        }

        @Test
        void theLandingIsOneStepAlsoWhereLessWasEarned() {
            becomesPlatinumInYear1();
            member.buys("2027-06-01", "3000");
            member.waitsUntil(YEAR_3);
            assertThat(member.tier()).isEqualTo("gold");
            assertThat(member.standing()).isEqualTo(until(YEAR_4));
        }

        @Test
        void theLandingStopsWhereTheTierIsEarned() {
            becomesPlatinumInYear1();
            member.waitsUntil(YEAR_3);
            member.buys("2028-06-01", "6000");
            assertThat(member.tier()).isEqualTo("gold");
            assertThat(member.standing()).isEqualTo(until(YEAR_5));
        }

        @Test
        @Tag("Q3")
        void thereIsNoneWhereTheTierIsReachedAgain() {
            becomesPlatinumInYear1();
            member.buys("2028-03-14", "12000");
            member.waitsUntil(YEAR_3);
            assertThat(member.tier()).isEqualTo("platinum");
            assertThat(member.standing()).isEqualTo(until(YEAR_4));
        }
    }

    @Nested
    @Tag("Q5")
    class Returns {
        @Test
        void aReturnTakesItsStatusPointsOutOfItsYear() {
            member.buys("2026-04-01", "3000");
            member.buys("2026-05-01", "3000");
            assertThat(member.tier()).isEqualTo("gold");
            member.bringsBack("2026-06-01");
            assertThat(member.tier()).isEqualTo("silver");
            assertThat(member.standing()).isEqualTo(until(YEAR_3));
        }

        @Test
        @Tag("TV-227")
        void aReturnDoesNotTakeALandingThatDoesNotComeOfIt() {
            becomesPlatinumInYear1();
            member.buys("2028-03-01", "10");
            member.waitsUntil(YEAR_3);
            assertThat(member.standing()).isEqualTo(new TierStanding(Airline.GOLD, member.at(YEAR_4)));
            member.bringsBack("2028-04-01");
            assertThat(member.standing()).isEqualTo(new TierStanding(Airline.GOLD, member.at(YEAR_4)));
            member.waitsUntil(YEAR_4);
            assertThat(member.tier()).isEqualTo("silver");
        }

        @Test
        void returnsIntoTwoYearsOneAfterTheOtherTakeNoLandingEither() {
            becomesPlatinumInYear1();
            member.buys("2028-01-01", "4000");
            String inYear2 = member.lastId();
            member.buys("2028-04-01", "10");
            String inYear3 = member.lastId();
            member.bringsBack("2028-05-01", inYear2);
            assertThat(member.standing()).isEqualTo(new TierStanding(Airline.GOLD, member.at(YEAR_4)));
            member.bringsBack("2028-06-01", inYear3);
            assertThat(member.standing()).isEqualTo(new TierStanding(Airline.GOLD, member.at(YEAR_4)));
        }

        @Test
        void aReturnTakesTheLandingWithTheTierThatItComesOf() {
            member.buys("2027-03-10", "12000");
            member.waitsUntil("2027-04-01");
            assertThat(member.tier()).isEqualTo("platinum");
            member.bringsBack("2027-05-01");
            assertThat(member.standing()).isEqualTo(new TierStanding(Airline.BLUE, null));
            assertThat(member.available()).isZero();
        }
    }

    @Nested
    @Tag("Q6")
    class StatusMatch {
        private void isMatched(String tier) {
            member.isGranted("2026-04-01", tier, "2027-04-01T00:00");
        }

        @Test
        void aStatusMatchIsAFloorForTwelveMonths() {
            isMatched("gold");
            assertThat(member.standing()).isEqualTo(new TierStanding(Airline.GOLD, member.at("2027-04-01T00:00")));
            member.waitsUntil("2027-04-01T00:00");
            assertThat(member.tier()).isEqualTo("blue");
        }

        @Test
        void aStatusMatchIsNoCeilingAndDoesNotLandSoftly() {
            isMatched("gold");
            member.buys("2026-05-01", "3000");
            assertThat(member.tier()).isEqualTo("gold");
            member.buys("2026-06-01", "9000");
            assertThat(member.standing()).isEqualTo(new TierStanding(Airline.PLATINUM, member.at(YEAR_3)));
            member.bringsBack("2026-07-01");
            assertThat(member.tier()).isEqualTo("gold");
            member.waitsUntil("2027-04-01T00:00");
            assertThat(member.standing()).isEqualTo(new TierStanding(Airline.SILVER, member.at(YEAR_3)));
        }
    }

    @Nested
    @Tag("L6")
    class MilesThatExpire {
        @Test
        void milesExpireAfterTwentyFourMonthsWithoutPurchaseOrRedemption() {
            member.buys("2026-04-01T09:30", "2500");
            member.waitsUntil("2028-04-01T09:29:59");
            assertThat(member.available()).isEqualTo(12_500);
            assertThat(member.redeems("2028-04-01T09:29:59", "flight-10k", "1")).isEmpty();
            member.waitsUntil("2030-04-01T09:29:58");
            assertThat(member.available()).isEqualTo(2_500);
            member.waitsUntil("2030-04-01T09:29:59");
            assertThat(member.available()).isZero();
            assertThat(status()).isEqualTo(2_500);
        }

        @Test
        void milesOfPlatinumNeverExpireAndBeginAnewWhenItIsLeft() {
            becomesPlatinumInYear1();
            member.buys("2028-03-14", "12000");
            // Platinum through year 3, in which the first timer would have run out.
            member.waitsUntil("2029-03-14");
            assertThat(member.tier()).isEqualTo("platinum");
            member.waitsUntil(YEAR_4);
            assertThat(member.tier()).isEqualTo("gold");
            member.waitsUntil("2031-03-14T23:59:59");
            assertThat(member.available()).isEqualTo(120_000);
            member.waitsUntil("2031-03-15T00:00");
            assertThat(member.available()).isZero();
        }

        @Test
        void milesOfWhoIsMatchedToPlatinumLastAsLong() {
            member.buys("2026-04-01", "100");
            member.isGranted("2027-12-01", "platinum", "2028-12-01T00:00");
            member.waitsUntil("2030-11-30T23:59:59");
            assertThat(member.available()).isEqualTo(500);
            member.waitsUntil("2030-12-01T00:00");
            assertThat(member.available()).isZero();
        }
    }

    @Nested
    @Tag("E1")
    class Transfers {
        private static final Instant NOON = Instant.parse("2026-04-01T12:00:00Z");
        private final LoyaltyService service = LoyaltyService.of(
                        LoyaltyEngine.of(Airline.airline()), new InMemoryAccountStore())
                .withClock(() -> NOON);

        @BeforeEach
        void adaAndBenFly() {
            for (String customer : new String[] {"ada", "ben"}) {
                service.submit(new Purchase("p-" + customer, customer, NOON, Basket.ofTotal(usd("100"))))
                        .orThrow();
            }
        }

        @Test
        void milesCanBeGivenToOthersAndStatusPointsCannot() {
            service.submit(new Transfer("t1", "ada", NOON, "ben", "miles", 120)).orThrow();
            assertThat(service.member("ada", NOON).available(Airline.MILES)).isEqualTo(380);
            assertThat(service.member("ben", NOON).available(Airline.MILES)).isEqualTo(620);
            assertThat(service.submit(new Transfer("t2", "ada", NOON, "ben", "status", 1))
                            .refusal())
                    .containsInstanceOf(Refusal.NotAllowed.class);
        }
    }

    @Test
    void theProgramIsInUtcAndDollars() {
        assertThat(member.engine().program().zone()).isEqualTo(ZoneOffset.UTC);
        assertThat(member.engine().program().money()).isEqualTo(usd(1).currency());
        assertThat(member.engine().program().warnings())
                .extracting(ProgramProblem::where)
                .containsExactly("point currency 'miles'");
    }
}
