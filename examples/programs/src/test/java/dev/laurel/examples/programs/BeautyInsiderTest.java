package dev.laurel.examples.programs;

import static dev.laurel.dsl.Laurel.USD;
import static dev.laurel.dsl.Laurel.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.decision.Decision;
import dev.laurel.decision.RuleOutcome;
import dev.laurel.engine.LadderProgress;
import dev.laurel.engine.OpenOffer;
import dev.laurel.engine.SumToGoal;
import dev.laurel.event.Adjustment;
import dev.laurel.event.Basket;
import dev.laurel.event.Opening;
import dev.laurel.event.OpeningLot;
import dev.laurel.event.Payment;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.Return;
import dev.laurel.event.ReturnedLine;
import dev.laurel.money.Quantity;
import dev.laurel.reward.Benefit;
import dev.laurel.reward.Choice;
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
class BeautyInsiderTest {
    private final Member member = new Member(BeautyInsider.beautyInsider());

    private void becomesVib() {
        member.buys("2026-01-15", "350");
    }

    private void becomesRouge() {
        member.buys("2026-01-15", "1000");
    }

    @Nested
    @Tag("N4")
    class OnePointPerDollar {
        @ParameterizedTest
        @CsvSource({"10.99, 10", "0.99, 0", "1, 1", "0.01, 0", "349.99, 349", "1.999, 1"})
        void insidersEarnOnePointPerDollar(String net, long points) {
            assertThat(member.buys("2026-02-01", net)).isEqualTo(points);
        }

        @Test
        void vibMembersEarnAQuarterMoreRoundedOnce() {
            becomesVib();
            Purchase purchase = new Purchase("p", "c1", member.at("2026-02-01"), Basket.ofTotal(usd("10.99")));
            List<RuleOutcome.Applied> applied =
                    member.submit(purchase).explanation().applied();
            // Exactly 13.7375: 10 by the base, and what the rounded whole has more.
            assertThat(applied).extracting(RuleOutcome.Applied::rule).containsExactly("base", "vib-rate");
            assertThat(applied).extracting(RuleOutcome.Applied::points).containsExactly(10L, 3L);
            assertThat(applied.get(1).exact()).hasToString("13.7375");
        }

        @Test
        void theFirstFullPointMayBeOfTheMultiplier() {
            becomesVib();
            long entries = member.account().sequence();
            assertThat(member.buys("2026-02-01", "0.99")).isEqualTo(1);
            assertThat(member.account().sequence()).isEqualTo(entries + 1);
        }

        @Test
        void rougeMembersEarnHalfAsMuchAgain() {
            becomesRouge();
            assertThat(member.buys("2026-02-01", "10.99")).isEqualTo(16);
        }

        @Test
        @Tag("A7")
        void pointsAreEarnedAtTheTierHeldBeforeThePurchase() {
            assertThat(member.buys("2026-02-01", "2000")).isEqualTo(2000);
            assertThat(member.tier()).isEqualTo("rouge");
        }
    }

    @Nested
    @Tag("Q1")
    @Tag("TV-97")
    class TiersByTheSpendOfACalendarYear {
        @ParameterizedTest
        @CsvSource({"349.99, insider", "350, vib", "999.99, vib", "1000, rouge"})
        void aTierIsHeldFromItsThresholdOn(String net, String tier) {
            member.buys("2026-03-01", net);
            assertThat(member.tier()).isEqualTo(tier);
        }

        @Test
        @Tag("Q3")
        void tiersAreKeptThroughTheEndOfTheNextYear() {
            becomesVib();
            assertThat(member.standing().until()).isEqualTo(Instant.parse("2028-01-01T05:00:00Z"));
            member.waitsUntil("2027-12-31T23:59:59.999999");
            assertThat(member.tier()).isEqualTo("vib");
            member.waitsUntil("2028-01-01T00:00");
            assertThat(member.tier()).isEqualTo("insider");
        }

        @Test
        @Tag("Q4")
        void tiersFallToWhatIsEarned() {
            becomesRouge();
            member.buys("2027-06-01", "400");
            member.waitsUntil("2027-12-31T23:59");
            assertThat(member.tier()).isEqualTo("rouge");
            member.waitsUntil("2028-01-01T00:00");
            assertThat(member.tier()).isEqualTo("vib");
            assertThat(member.standing().until()).isEqualTo(Instant.parse("2029-01-01T05:00:00Z"));
        }

        @Test
        void tiersAreOfTheYearInNewYork() {
            member.buys("2026-12-31T23:59:59", "200");
            member.buys("2027-01-01T00:00", "200");
            assertThat(member.tier()).isEqualTo("insider");
        }

        @Test
        @Tag("Q6")
        void tiersCanBeGrantedForATimeAndEarnAtTheirRate() {
            member.isGranted("2026-02-01", "vib", "2026-04-01T00:00");
            assertThat(member.buys("2026-03-01", "4")).isEqualTo(5);
            member.waitsUntil("2026-04-01T00:00");
            assertThat(member.tier()).isEqualTo("insider");
            assertThat(member.buys("2026-04-02", "4")).isEqualTo(4);
        }

        @Test
        @Tag("Q7")
        void theProgressToATierTellsWhatIsMissingAndByWhen() {
            member.buys("2026-02-01", "100.50");
            LadderProgress progress = member.progress();
            assertThat(progress.next()).isEqualTo(BeautyInsider.VIB);
            SumToGoal.OfMoney spend =
                    (SumToGoal.OfMoney) progress.toNext().sums().get(0);
            assertThat(spend.found()).isEqualTo(usd("100.50"));
            assertThat(spend.missing()).isEqualTo(usd("249.50"));
            assertThat(progress.windowEnds()).isEqualTo(member.at("2027-01-01T00:00"));
        }
    }

    @Nested
    @Tag("A6")
    class GiftCardsAndShipping {
        private final PurchaseLine cream =
                PurchaseLine.of("1", "cream", usd("300")).withCategories("skincare");
        private final PurchaseLine giftCard =
                PurchaseLine.of("2", "card", usd("200")).withCategories("gift-card");
        private final PurchaseLine express =
                PurchaseLine.of("3", "express", usd("15")).withCategories("shipping");

        @Test
        void giftCardsAndShippingEarnNothingAndDoNotCountForATier() {
            Basket basket = Basket.of(cream, giftCard, express).withShipping(usd("80"));
            assertThat(member.buys("2026-02-01", basket)).isEqualTo(300);
            assertThat(member.tier()).isEqualTo("insider");
            member.buys("2026-02-02", "50");
            assertThat(member.tier()).isEqualTo("vib");
        }

        @Test
        void theTaxEarnsNothing() {
            assertThat(member.buys("2026-02-01", Basket.of(cream.withTax(usd("60")))))
                    .isEqualTo(300);
        }

        @Test
        void thePartPaidWithPointsEarnsNothingAndDoesNotCountForATier() {
            // 30 of 300 that points may pay: a tenth of the cream, of its tax and of the shipping, and nothing of the
            // card.
            Basket basket = new Basket(
                    USD,
                    List.of(cream.withNet(usd("250")).withTax(usd("30")), giftCard.withNet(usd("15"))),
                    usd("20"),
                    List.of(Payment.withForeignPoints(usd("30")), Payment.of("card", usd("285"))),
                    "web");
            assertThat(member.buys("2026-02-01", basket)).isEqualTo(225);
            assertThat(member.progress().toNext().describe())
                    .isEqualTo("USD 225.00 of USD 350.00 spent in the calendar year (spend)");
        }

        @Test
        void giftCardsDoNotCountForTheOrderOfAReward() {
            member.buys("2026-02-01", "1250");
            assertThat(member.redeems("2026-02-02", "cash-25", Basket.of(giftCard)))
                    .contains("CONDITION_NOT_MET");
            assertThat(member.redeems("2026-02-02", "cash-25", Basket.of(giftCard, cream.withNet(usd("24.99")))))
                    .contains("CONDITION_NOT_MET");
            assertThat(member.redeems("2026-02-02", "cash-25", Basket.of(giftCard, cream.withNet(usd("25")))))
                    .isEmpty();
        }
    }

    @Nested
    @Tag("L6")
    class PointsExpireAfterEighteenMonthsWithoutActivity {
        @Test
        void pointsExpireToTheInstantAfterEighteenMonthsWithoutActivity() {
            member.buys("2026-01-31T15:30", "100");
            Instant end = member.at("2027-07-31T15:30");
            member.waitsUntil(end.minusNanos(1_000));
            assertThat(member.available()).isEqualTo(100);
            member.waitsUntil(end);
            assertThat(member.available()).isZero();
            assertThat(member.account().balance("points").expired()).isEqualTo(100);
        }

        @Test
        void aPurchaseAfterSeventeenMonthsKeepsAllPointsForEighteenMore() {
            member.buys("2026-01-31", "100");
            member.buys("2027-06-30", "1");
            member.waitsUntil("2028-12-30T11:59:59");
            assertThat(member.available()).isEqualTo(101);
            member.waitsUntil("2028-12-30T12:00");
            assertThat(member.available()).isZero();
        }

        @Test
        void aPurchaseIsActivityEvenIfItEarnsNothing() {
            member.buys("2026-01-15", "100");
            assertThat(member.buys("2027-06-15", "0.99")).isZero();
            member.waitsUntil("2028-12-15T11:59");
            assertThat(member.available()).isEqualTo(100);
        }

        @Test
        @Tag("A6")
        void aPurchaseOfAGiftCardAloneIsNoActivity() {
            member.buys("2026-01-15", "100");
            member.buys(
                    "2027-06-15",
                    Basket.of(PurchaseLine.of("1", "card", usd("50")).withCategories("gift-card")));
            member.waitsUntil("2027-07-15T11:59");
            assertThat(member.available()).isEqualTo(100);
            member.waitsUntil("2027-07-15T12:00");
            assertThat(member.available()).isZero();
        }

        @Test
        void aRedemptionIsActivity() {
            member.buys("2026-01-15", "600");
            assertThat(member.redeems("2027-07-01", "cash-10", "20")).isEmpty();
            member.waitsUntil("2028-12-31");
            assertThat(member.available()).isEqualTo(100);
        }

        @Test
        void aClaimOfAGiftIsNoActivity() {
            member.enrolls("2025-12-01", "--06-15");
            becomesVib();
            assertThat(member.claims("2027-06-20", "points")).isEmpty();
            member.waitsUntil("2027-07-15T12:00");
            assertThat(member.available()).isZero();
        }

        @Test
        @Tag("K15")
        void pointsExpireAfterCivilMonthsOverTheDaysOnWhichClocksChange() {
            // In New York clocks go forward on 14 March 2027, and 2:30 comes at 3:30; back on 7 November 2027.
            member.buys("2025-09-14T02:30", "10");
            assertThat(member.account().wallet("points").orElseThrow().runsOut())
                    .isEqualTo(Instant.parse("2027-03-14T07:30:00Z"));
            Member other = new Member(BeautyInsider.beautyInsider());
            other.buys("2026-05-07T01:30", "10");
            assertThat(other.account().wallet("points").orElseThrow().runsOut())
                    .isEqualTo(Instant.parse("2027-11-07T05:30:00Z"));
        }
    }

    @Nested
    @Tag("R1")
    class CashRewards {
        @ParameterizedTest
        @CsvSource({"499, INSUFFICIENT_POINTS", "500, ''"})
        void cashRewardsCostTheirPoints(String spent, String code) {
            member.buys("2026-01-15", spent);
            assertThat(member.redeems("2026-01-16", "cash-10", "10")).isEqualTo(code);
        }

        @ParameterizedTest
        @CsvSource({"cash-10, 9.99", "cash-25, 24.99", "rouge-reward, 99.99"})
        void cashRewardsNeedAnOrderOfTheirWorth(String reward, String order) {
            member.buys("2026-01-15", "3000");
            assertThat(member.redeems("2026-01-16", reward, order)).isEqualTo("CONDITION_NOT_MET");
            assertThat(member.available()).isEqualTo(3000);
        }

        @Test
        void cashRewardsOfAHundredDollarsAreForRougeOnly() {
            member.submit(Opening.of(
                    "o", "c1", member.at("2026-01-01"), new OpeningLot("points", 3000, member.at("2025-12-01"), null)));
            assertThat(member.redeems("2026-01-16", "rouge-reward", "150")).isEqualTo("CONDITION_NOT_MET");
            member.buys("2026-01-17", "1000");
            assertThat(member.redeems("2026-01-18", "rouge-reward", "150")).isEmpty();
            assertThat(member.available()).isEqualTo(1500);
        }

        @Test
        @Tag("R2")
        void cashRewardsLowerTheOrderOnWhichTheyAreUsed() {
            member.buys("2026-01-15", "600");
            Basket order = Basket.of(PurchaseLine.of("1", "cream", usd("30")), PurchaseLine.of("2", "soap", usd("10")));
            var quote = member.engine().quote(member.account(), order, List.of("cash-10"), member.at("2026-01-16"));
            assertThat(quote.discount()).isEqualTo(usd("10"));
            assertThat(quote.total()).isEqualTo(usd("30"));
            assertThat(quote.basket().lines()).extracting(PurchaseLine::net).containsExactly(usd("22.50"), usd("7.50"));
            assertThat(quote.earned("points")).isEqualTo(37);
            assertThat(quote.account().balance("points").available()).isEqualTo(100 + 37);
        }
    }

    @Nested
    @Tag("G2")
    class BirthdayGift {
        @ParameterizedTest
        @ValueSource(strings = {"2026-06-01T00:00", "2026-06-15", "2026-06-30T23:59:59"})
        void theBirthdayGiftCanBeClaimedInTheMonthOfTheBirthday(String when) {
            member.enrolls("2026-01-05", "--06-15");
            assertThat(member.claims(when, "mini-lipstick")).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"2026-05-31T23:59:59", "2026-07-01T00:00"})
        void theBirthdayGiftCannotBeClaimedBeforeOrAfterTheMonthOfTheBirthday(String when) {
            member.enrolls("2026-01-05", "--06-15");
            assertThat(member.claims(when, "mini-lipstick")).isEqualTo("NOT_OPEN");
        }

        @Test
        void theBirthdayGiftCanBeClaimedOnceABirthday() {
            member.enrolls("2026-01-05", "--06-15");
            assertThat(member.claims("2026-06-02", "mini-lipstick")).isEmpty();
            assertThat(member.claims("2026-06-20", "mini-mascara")).isEqualTo("ALREADY_CLAIMED");
            assertThat(member.claims("2027-06-01", "mini-mascara")).isEmpty();
        }

        @Test
        @Tag("K17")
        void theBirthdayGiftCanBeClaimedNoMoreThanOnceAYearHoweverOftenTheDateIsEdited() {
            member.enrolls("2026-01-05", "--06-15");
            assertThat(member.claims("2026-06-15", "mini-lipstick")).isEmpty();
            for (int month = 8; month <= 12; month++) {
                String first = "2026-%02d-01".formatted(month);
                member.changesBirthday(first, "--%02d-20".formatted(month));
                assertThat(member.claims("2026-%02d-20".formatted(month), "mini-lipstick"))
                        .isEqualTo("ALREADY_CLAIMED");
            }
            // The last edit moved it to 20 December, so the next one that is a year away is that of 2027.
            assertThat(member.claims("2027-12-20", "mini-lipstick")).isEmpty();
        }

        @Test
        void theBirthdayGiftCanBeClaimedOnlyIfTheBirthdayHasBeenOnFileForADay() {
            member.enrolls("2026-06-10", "--06-15");
            assertThat(member.claims("2026-06-11T11:59:59", "mini-lipstick")).isEqualTo("CONDITION_NOT_MET");
            // Setting the same date again does not restart the day, another does.
            member.changesBirthday("2026-06-11T11:00", "--06-15");
            Member other = new Member(BeautyInsider.beautyInsider());
            other.enrolls("2026-06-10", "--06-15");
            other.changesBirthday("2026-06-11T11:00", "--06-16");
            assertThat(member.claims("2026-06-11T12:00", "mini-lipstick")).isEmpty();
            assertThat(other.claims("2026-06-11T12:00", "mini-lipstick")).isEqualTo("CONDITION_NOT_MET");
            assertThat(other.claims("2026-06-12T11:00", "mini-lipstick")).isEmpty();
        }

        @Test
        @Tag("T4")
        @Tag("K16")
        void theBirthdayGiftOfTheTwentyNinthOfFebruaryCanBeClaimedInEachYear() {
            member.enrolls("2026-01-05", "--02-29");
            for (int year = 2026; year <= 2034; year++) {
                assertThat(member.claims(year + "-02-28", "mini-lipstick")).isEmpty();
                assertThat(member.claims(year + "-02-28T13:00", "mini-lipstick"))
                        .isEqualTo("ALREADY_CLAIMED");
            }
        }

        @Test
        void theBirthdayGiftIsAChoiceToWhichVibAndRougeAddPoints() {
            member.enrolls("2026-01-05", "--06-15");
            assertThat(member.claims("2026-06-02", "points")).isEqualTo("CONDITION_NOT_MET");
            assertThat(member.claims("2026-06-02", "diamond")).isEqualTo("INVALID");
            member.buys("2026-06-03", "350");
            assertThat(member.claims("2026-06-04", "points")).isEmpty();
            assertThat(member.available()).isEqualTo(350 + 250);
        }

        @Test
        @Tag("G1")
        void theBirthdayGiftIsShownWhileItIsOpenWithTheChoicesOfTheTier() {
            member.enrolls("2026-01-05", "--06-15");
            assertThat(member.engine().offersFor(member.account(), member.at("2026-05-31")))
                    .isEmpty();
            List<OpenOffer> open = member.engine().offersFor(member.account(), member.at("2026-06-05"));
            assertThat(open).hasSize(1);
            assertThat(open.get(0).choices()).extracting(Choice::id).containsExactly("mini-lipstick", "mini-mascara");
            assertThat(open.get(0).until()).isEqualTo(member.at("2026-07-01T00:00"));
            becomesVib();
            assertThat(member.engine()
                            .offersFor(member.account(), member.at("2026-06-05"))
                            .get(0)
                            .choices())
                    .extracting(Choice::id)
                    .containsExactly("mini-lipstick", "mini-mascara", "points");
        }
    }

    @Nested
    @Tag("G4")
    class Benefits {
        private List<String> benefits() {
            return member.engine().benefitsFor(member.account(), member.at("2026-02-01")).stream()
                    .map(Benefit::id)
                    .toList();
        }

        @Test
        void benefitsComeWithTheTier() {
            assertThat(benefits()).isEmpty();
            becomesVib();
            assertThat(benefits()).containsExactly("early-access");
            member.buys("2026-01-20", "650");
            assertThat(benefits()).containsExactly("early-access", "free-shipping", "rouge-event");
        }
    }

    @Nested
    @Tag("L8")
    class PointsThatAreGone {
        @Test
        void pointsThatAreGoneAreOwed() {
            member.buys("2026-01-15", "100");
            member.submit(
                    new Adjustment("j", "c1", member.at("2026-01-16"), "points", -150, "goodwill reversed", "agent-7"));
            assertThat(member.account().balance("points").debt()).isEqualTo(50);
            member.buys("2026-01-17", "80");
            assertThat(member.account().balance("points").debt()).isZero();
            assertThat(member.available()).isEqualTo(30);
        }
    }

    @Test
    void theProgramIsInNewYorkAndDollars() {
        assertThat(member.engine().program().zone()).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(member.engine().program().money()).isEqualTo(USD);
        assertThat(member.engine().program().warnings()).isEmpty();
    }

    @Nested
    @Tag("V3")
    @Tag("V5")
    class Returns {
        private void buysTwoThings(String when) {
            PurchaseLine lipstick = PurchaseLine.of("1", "lipstick", usd("30")).withQuantity(Quantity.of(3));
            PurchaseLine scent = PurchaseLine.of("2", "scent", usd("320")).withCategories("fragrance");
            member.submit(new Purchase("p", "c1", member.at(when), Basket.of(lipstick, scent)))
                    .orThrow();
        }

        private Decision brings(String id, String when, ReturnedLine... lines) {
            return member.submit(new Return(id, "c1", member.at(when), "p", List.of(lines)));
        }

        @Test
        void returnsTakeBackExactlyTheShareOfWhatComesBack() {
            buysTwoThings("2026-05-03");
            assertThat(member.available()).isEqualTo(350);
            brings("r1", "2026-05-20", ReturnedLine.of("1", Quantity.ONE)).orThrow();
            assertThat(member.available()).isEqualTo(340);
            brings("r2", "2026-05-20", ReturnedLine.of("2", usd("160"))).orThrow();
            assertThat(member.available()).isEqualTo(180);
            brings("r3", "2026-05-20").orThrow();
            assertThat(member.available()).isZero();
        }

        @Test
        @Tag("Q5")
        void returnsJudgeTheTierAnewAtOnceByTheSpendThatIsLeft() {
            buysTwoThings("2026-05-03");
            assertThat(member.tier()).isEqualTo("vib");
            brings("r", "2026-05-20", ReturnedLine.of("1", Quantity.ONE)).orThrow();
            assertThat(member.tier()).isEqualTo("insider");
            assertThat(member.progress().toNext().describe())
                    .isEqualTo("USD 340.00 of USD 350.00 spent in the calendar year (spend)");
            member.buys("2026-05-21", "10");
            assertThat(member.tier()).isEqualTo("vib");
        }

        @Test
        @Tag("Q5")
        void returnsLeaveATierThatIsReachedWithoutThem() {
            member.buys("2026-05-01", "650");
            buysTwoThings("2026-05-03");
            assertThat(member.tier()).isEqualTo("rouge");
            brings("r", "2026-05-20").orThrow();
            assertThat(member.tier()).isEqualTo("vib");
            assertThat(member.standing().until()).isEqualTo(Instant.parse("2028-01-01T05:00:00Z"));
        }

        @Test
        @Tag("L8")
        void pointsThatAReturnCannotTakeBackAreOwed() {
            member.buys("2026-05-01", "200");
            buysTwoThings("2026-05-03");
            assertThat(member.redeems("2026-05-04", "cash-10", "50")).isEmpty();
            brings("r", "2026-05-20").orThrow();
            assertThat(member.available()).isZero();
            assertThat(member.account().balance("points").debt()).isEqualTo(300);
            assertThat(member.redeems("2026-05-21", "cash-10", "50")).isEqualTo("IN_DEBT");
        }

        @Test
        void returnsAreAcceptedFor365Days() {
            buysTwoThings("2026-05-03");
            assertThat(brings("r", "2027-05-03").refusal().orElseThrow().code()).isEqualTo("UNKNOWN_PURCHASE");
            assertThat(brings("r", "2027-05-03T11:59").isAccepted()).isTrue();
        }
    }
}
