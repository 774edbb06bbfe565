package dev.laurel.engine;

import static dev.laurel.condition.Conditions.memberIs;
import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.POINTS;
import static dev.laurel.engine.Shop.brief;
import static dev.laurel.engine.Shop.line;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.startOf;
import static dev.laurel.engine.Shop.usd;
import static dev.laurel.time.BoundedWindow.DAY;
import static dev.laurel.time.BoundedWindow.MONTH;
import static dev.laurel.time.BoundedWindow.WEEK;
import static dev.laurel.time.BoundedWindow.YEAR;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.codec.Codec;
import dev.laurel.decision.Decision;
import dev.laurel.event.Activity;
import dev.laurel.event.Adjustment;
import dev.laurel.event.Closure;
import dev.laurel.event.Opening;
import dev.laurel.event.OpeningSum;
import dev.laurel.event.Return;
import dev.laurel.event.TierGrant;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.occasion.ActivityKind;
import dev.laurel.occasion.CountSum;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.LineProperties;
import dev.laurel.occasion.MemberCounter;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.Occasions;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.program.Ladder;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.rule.MemberRule;
import dev.laurel.rule.PointCap;
import dev.laurel.rule.Rule;
import dev.laurel.rule.UseCap;
import dev.laurel.tier.Tier;
import dev.laurel.time.Moment;
import dev.laurel.time.Window;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What rules on sums and on tiers give, and what of it returns take back. */
@Tag("A11")
class AwardsOnSumsTest {
    private static final Counter<MoneySum> SPEND = PurchaseCounter.spend("spend");
    private static final Counter<CountSum> PURCHASES = PurchaseCounter.purchases("purchases");
    private static final Tier INSIDER = Tier.of("insider");
    private static final Tier VIB = Tier.of("vib");
    private static final Tier ROUGE = Tier.of("rouge");
    private static final Ladder STATUS = Ladder.startingAt("status", INSIDER)
            .then(VIB, SPEND.per(YEAR).reaches(usd("350")))
            .then(ROUGE, SPEND.per(YEAR).reaches(usd("1000")));

    private Shop shop;
    private int returns;

    private void open(Rule... rules) {
        shop = new Shop(program(Moment.never()).ladders(STATUS).earn(rules).build());
    }

    private static MemberRule each(long points) {
        return MemberRule.earning("each", SPEND.per(MONTH).each(usd("100")), POINTS.points(points));
    }

    private static MemberRule onRouge() {
        return MemberRule.earning("rouge", Occasions.reaching(ROUGE), POINTS.points(500));
    }

    @CanIgnoreReturnValue
    private List<String> spend(String date, String net) {
        return brief(shop.spend(date, net).entries());
    }

    /** Returns so much of a purchase, the number of which is counted from 1. */
    @CanIgnoreReturnValue
    private Decision giveBack(String date, int purchase, String net) {
        return shop.submit(Return.ofAmount("r" + ++returns, CUSTOMER, noon(date), "e" + purchase, usd(net)));
    }

    private void assertBalance(long points) {
        assertThat(shop.available()).isEqualTo(points);
        assertThat(Codec.ACCOUNTS.decode(Codec.ACCOUNTS.encode(shop.account()))).isEqualTo(shop.account());
        shop.verify();
    }

    @Nested
    class OfEachFullAmount {
        @Test
        @Tag("TV-206")
        void whatIsReturnedAndBoughtAgainGivesNoMoreThanOnce() {
            open(each(10));
            assertThat(spend("2026-03-01", "350")).containsExactly("EARN 30 each");
            assertThat(brief(giveBack("2026-03-02", 1, "300").entries())).containsExactly("CLAWBACK -30 each");
            assertBalance(0);
            assertThat(spend("2026-03-03", "300")).containsExactly("EARN 30 each");
            assertBalance(30);
        }

        @Test
        @Tag("X1")
        void anExplanationTellsWhatASumGave() {
            open(each(10));
            Decision decision = shop.spend("2026-03-01", "350");
            assertThat(decision.explanation().points("points")).isEqualTo(30);
            assertThat(decision.explanation().text()).startsWith("each: earns 30 points");
            assertThat(decision.explanation().outcomeOf("each")).isPresent();
        }

        @Test
        void eachWindowHasASumOfItsOwn() {
            open(each(10));
            spend("2026-03-31", "199");
            assertThat(spend("2026-04-01", "199")).containsExactly("EARN 10 each");
            assertBalance(20);
        }

        @Test
        @Tag("TV-229")
        void whatAnOpeningBringsCountsAsGiven() {
            open(each(10));
            shop.submit(Opening.of("o", CUSTOMER, noon("2026-03-02"))
                    .counting(new OpeningSum("spend", noon("2026-03-01"), new BigDecimal("350"))));
            assertThat(spend("2026-03-03", "10")).isEmpty();
            assertThat(spend("2026-03-03", "40")).containsExactly("EARN 10 each");
            assertBalance(10);
        }

        @Test
        @Tag("TV-229")
        @Tag("P2")
        void whatAVersionFindsCountsAsGiven() {
            shop = new Shop(List.of(
                    program(Moment.never()).earn(each(10)).build(),
                    LoyaltyProgram.builder("shop", "2")
                            .zone(Shop.NEW_YORK)
                            .money(Shop.USD)
                            .points(POINTS, PointTerms.expiring(Moment.never()))
                            .inForceFrom(LocalDate.parse("2026-03-15"))
                            .earn(each(20))
                            .build()));
            assertThat(spend("2026-03-01", "350")).containsExactly("EARN 30 each");
            assertThat(spend("2026-03-16", "10")).isEmpty();
            Decision decision = shop.spend("2026-03-17", "40");
            assertThat(brief(decision.entries())).containsExactly("EARN 20 each");
            assertThat(decision.entries().get(0).program()).isEqualTo("shop@2");
            assertBalance(50);
        }

        @Test
        @Tag("P2")
        void aRuleThatIsGoneGivesForWhatIsLateOfItsTimeAndIsTakenBack() {
            shop = new Shop(List.of(
                    program(Moment.never()).earn(each(10)).build(),
                    LoyaltyProgram.builder("shop", "2")
                            .zone(Shop.NEW_YORK)
                            .money(Shop.USD)
                            .points(POINTS, PointTerms.expiring(Moment.never()))
                            .inForceFrom(LocalDate.parse("2026-03-15"))
                            .earn(MemberRule.earning("hello", Occasions.enrollment(), POINTS.points(1)))
                            .build()));
            spend("2026-03-10", "90");
            assertThat(spend("2026-03-16", "200")).isEmpty();
            Decision late = shop.spend("2026-03-12", "20");
            assertThat(brief(late.entries())).containsExactly("EARN 10 each");
            assertThat(late.entries().get(0).program()).isEqualTo("shop@1");
            giveBack("2026-03-20", 3, "15");
            assertBalance(0);
        }

        @Test
        @Tag("A5")
        void aCapOfTheProgramHasRoomAgainToo() {
            shop = new Shop(program(Moment.never())
                    .earn(each(10))
                    .capped(new PointCap(POINTS.points(15), YEAR))
                    .build());
            assertThat(spend("2026-03-01", "200")).containsExactly("EARN 15 each");
            giveBack("2026-03-02", 1, "150");
            assertBalance(0);
            assertThat(spend("2026-04-01", "200")).containsExactly("EARN 15 each");
        }

        @Test
        @Tag("TV-229")
        @Tag("A5")
        void whatACapCutIsUsedUp() {
            open(each(10).capped(new PointCap(POINTS.points(20), DAY)));
            assertThat(spend("2026-03-01", "350")).containsExactly("EARN 20 each");
            assertThat(spend("2026-03-02", "1")).isEmpty();
            assertBalance(20);
        }

        @Test
        @Tag("A5")
        void whatIsTakenBackMakesRoomUnderTheCapAgain() {
            open(each(10).capped(new PointCap(POINTS.points(20), YEAR)));
            spend("2026-03-01", "200");
            giveBack("2026-03-02", 1, "200");
            assertBalance(0);
            assertThat(spend("2026-04-02", "300")).containsExactly("EARN 20 each");
        }

        @Test
        void whatConditionsRefuseIsUsedUp() {
            open(each(10).where(memberIs(VIB)));
            assertThat(spend("2026-03-01", "350")).isEmpty();
            assertThat(spend("2026-03-02", "20")).isEmpty();
            assertThat(spend("2026-03-03", "40")).containsExactly("EARN 10 each");
        }

        @Test
        @Tag("T3")
        void aLatePurchaseCountsInItsOwnMonthAndGivesNothingOnceThatIsOver() {
            open(each(10));
            spend("2026-03-10", "90");
            assertThat(spend("2026-03-09", "10")).containsExactly("EARN 10 each");
            spend("2026-04-02", "90");
            assertThat(spend("2026-03-31", "100")).isEmpty();
            giveBack("2026-04-03", 4, "100");
            assertBalance(10);
        }

        @Test
        @Tag("V5")
        void aMonthThatIsOverIsTakenBackAsLongAsAPurchaseOfItCanBeReturned() {
            open(each(10));
            spend("2026-03-10", "100");
            spend("2027-03-01", "1");
            assertThat(brief(giveBack("2027-03-09", 1, "1").entries())).containsExactly("CLAWBACK -10 each");
            spend("2028-06-01", "1");
            assertThat(shop.account().given()).isEmpty();
        }

        @Test
        @Tag("L8")
        void whatIsSpentAlreadyIsOwed() {
            open(each(10));
            spend("2026-03-10", "100");
            shop.submit(new Adjustment("a", CUSTOMER, noon("2026-03-11"), "points", -10, "gone", "clerk"));
            giveBack("2026-03-12", 1, "100");
            assertThat(shop.account().balance("points").debt()).isEqualTo(10);
            spend("2026-03-13", "100");
            assertThat(shop.account().balance("points").debt()).isZero();
            assertBalance(0);
        }

        @Test
        @Tag("V4")
        void whatExpiredUnusedCountsAsTakenBack() {
            open(each(10).expiring(Moment.after(Period.ofDays(5))));
            spend("2026-03-10", "100");
            assertThat(brief(giveBack("2026-03-20", 1, "100").entries())).containsExactly("EXPIRE -10");
            assertThat(shop.account().balance("points").debt()).isZero();
            assertThat(shop.account().given()).isEmpty();
        }

        @Test
        @Tag("V4")
        void whatWasGivenLastIsTakenFirst() {
            open(each(10));
            spend("2026-03-10", "100");
            spend("2026-03-11", "100");
            Decision decision = giveBack("2026-03-12", 1, "50");
            assertThat(Shop.uses(decision.entries(), EntryKind.CLAWBACK)).containsExactly("2:10");
        }
    }

    @Nested
    class OfASumThatReaches {
        @Test
        void aGoalGivesOnceInEachWindow() {
            open(MemberRule.earning("third", PURCHASES.per(MONTH).reaches(3), POINTS.points(50)));
            spend("2026-03-01", "1");
            spend("2026-03-02", "1");
            assertThat(spend("2026-03-03", "1")).containsExactly("EARN 50 third");
            assertThat(spend("2026-03-04", "1")).isEmpty();
            giveBack("2026-03-05", 1, "1");
            assertBalance(50);
            giveBack("2026-03-06", 2, "1");
            assertBalance(0);
            assertThat(spend("2026-03-07", "1")).containsExactly("EARN 50 third");
        }

        @Test
        void aGoalOfAllTimeGivesOnce() {
            open(MemberRule.earning("first", PURCHASES.per(Window.EVER).reaches(1), POINTS.points(50)));
            assertThat(spend("2026-03-01", "1")).containsExactly("EARN 50 first");
            assertThat(spend("2029-03-02", "1")).isEmpty();
            assertThat(shop.account().given()).hasSize(1);
            assertThat(shop.account().given().get(0).lots()).isEmpty();
        }

        @Test
        void differentValuesGiveOnceAndAreKept() {
            Counter<CountSum> categories = PurchaseCounter.distinct("categories", LineProperties.category());
            open(MemberRule.earning("explorer", categories.per(MONTH).reaches(2), POINTS.points(150)));
            shop.buy("2026-03-01", line("1", "1", "a"));
            assertThat(brief(shop.buy("2026-03-02", line("1", "1", "b")).entries()))
                    .containsExactly("EARN 150 explorer");
            giveBack("2026-03-03", 2, "1");
            assertBalance(150);
            assertThat(shop.buy("2026-03-04", line("1", "1", "c")).entries()).isEmpty();
        }

        @Test
        void activitiesOfAMonthCanBeAGoal() {
            ActivityKind review = new ActivityKind("review");
            MemberRule critic = MemberRule.earning(
                    "critic",
                    MemberCounter.activities("reviews", review).per(MONTH).reaches(2),
                    POINTS.points(20));
            shop = new Shop(
                    program(Moment.never()).activities(review).earn(critic).build());
            shop.submit(Activity.of("a1", CUSTOMER, noon("2026-03-01"), "review"));
            assertThat(brief(shop.submit(Activity.of("a2", CUSTOMER, noon("2026-03-02"), "review"))
                            .entries()))
                    .containsExactly("EARN 20 critic");
        }

        @Test
        @Tag("Q6")
        void aGoalCanGrantATierOncePerWindow() {
            open(MemberRule.granting("trial", PURCHASES.per(MONTH).reaches(2), ROUGE, Period.ofDays(7)));
            spend("2026-03-01", "1");
            spend("2026-03-02", "1");
            assertThat(shop.account().standings().get(0).held().until()).isEqualTo(noon("2026-03-09"));
            giveBack("2026-03-03", 1, "1");
            spend("2026-03-04", "1");
            assertThat(shop.account().standings().get(0).held().until()).isEqualTo(noon("2026-03-09"));
        }

        @Test
        @Tag("L4")
        void onlyWhatIsPendingIsTakenWhereARuleKeepsTheRest() {
            open(each(10).availableFrom(Moment.after(Period.ofDays(14))).keepingWhatIsAvailable());
            spend("2026-03-01", "100");
            spend("2026-03-10", "100");
            giveBack("2026-03-20", 1, "100");
            giveBack("2026-03-21", 2, "100");
            assertThat(shop.account().balance("points").pending()).isZero();
            assertBalance(10);
            assertThat(spend("2026-03-22", "100")).isEmpty();
            assertThat(spend("2026-03-22", "100")).containsExactly("EARN 10 each");
        }
    }

    @Nested
    class OfWindowsInARow {
        private void open() {
            AwardsOnSumsTest.this.open(
                    MemberRule.earning("regular", PURCHASES.per(WEEK).reaches(1).inARow(3), POINTS.points(200)));
        }

        @Test
        void threeWeeksGiveAndTheNextThreeAgain() {
            open();
            assertThat(spend("2026-03-02", "1")).isEmpty();
            assertThat(spend("2026-03-09", "1")).isEmpty();
            assertThat(spend("2026-03-16", "1")).containsExactly("EARN 200 regular");
            assertThat(spend("2026-03-17", "1")).isEmpty();
            assertThat(spend("2026-03-23", "1")).isEmpty();
            assertThat(spend("2026-03-30", "1")).isEmpty();
            assertThat(spend("2026-04-06", "1")).containsExactly("EARN 200 regular");
            assertBalance(400);
        }

        @Test
        void aWeekWithoutAPurchaseBeginsANewRow() {
            open();
            spend("2026-03-02", "1");
            spend("2026-03-09", "1");
            spend("2026-03-23", "1");
            spend("2026-03-30", "1");
            assertThat(spend("2026-04-06", "1")).containsExactly("EARN 200 regular");
        }

        @Test
        @Tag("T3")
        void aLatePurchaseFillsAGap() {
            open();
            spend("2026-03-02", "1");
            spend("2026-03-16", "1");
            assertThat(spend("2026-03-10", "1")).containsExactly("EARN 200 regular");
            spend("2026-03-23", "1");
            assertThat(spend("2026-03-30", "1")).isEmpty();
            assertThat(spend("2026-04-06", "1")).containsExactly("EARN 200 regular");
        }

        @Test
        void aReturnTakesNoneBackAndARowIsNotCompletedTwice() {
            open();
            spend("2026-03-02", "1");
            spend("2026-03-09", "1");
            spend("2026-03-16", "1");
            giveBack("2026-03-17", 3, "1");
            assertThat(spend("2026-03-18", "1")).isEmpty();
            assertBalance(200);
        }

        @Test
        void whatNoRowCanReachIsForgotten() {
            open();
            for (String date : List.of("2026-03-02", "2026-03-09", "2026-03-16")) {
                spend(date, "1");
            }
            assertThat(shop.account().given()).hasSize(1);
            spend("2027-03-16", "1");
            assertThat(shop.account().given()).isEmpty();
            assertThat(shop.account().counter("purchases/week").toMap()).hasSize(1);
        }
    }

    @Nested
    @Tag("Q2")
    class OfATierThatIsReached {
        @Test
        @Tag("TV-228")
        void aTierThatIsReachedAndUndoneThreeTimesGivesNothing() {
            open(onRouge());
            for (int i = 1; i <= 3; i++) {
                assertThat(spend("2026-03-0" + i, "1000")).containsExactly("EARN 500 rouge");
                giveBack("2026-03-0" + i, i, "1000");
                assertBalance(0);
            }
            assertThat(shop.account().given()).isEmpty();
        }

        @Test
        @Tag("TV-215")
        @Tag("E6")
        void anOpeningReachesNothing() {
            open(onRouge());
            shop.submit(Opening.of("o", CUSTOMER, noon("2026-03-02"))
                    .holding("rouge")
                    .counting(new OpeningSum("spend", noon("2026-03-01"), new BigDecimal("6000"))));
            assertThat(shop.entries()).isEmpty();
            assertThat(spend("2026-03-03", "1")).isEmpty();
        }

        @Test
        void aGrantReachesNothing() {
            open(onRouge());
            shop.submit(new TierGrant("g", CUSTOMER, noon("2026-03-01"), "rouge", noon("2026-06-01")));
            assertThat(shop.entries()).isEmpty();
            assertThat(spend("2026-03-02", "1000")).containsExactly("EARN 500 rouge");
        }

        @Test
        void aTierThatIsPassedIsReachedUnlessTheRuleSaysOnlyWhereItStops() {
            open(
                    MemberRule.earning("vib", Occasions.reaching(VIB), POINTS.points(100)),
                    MemberRule.earning("vib-alone", Occasions.stoppingAt(VIB), POINTS.points(7)),
                    onRouge());
            assertThat(spend("2026-03-01", "1000")).containsExactly("EARN 500 rouge", "EARN 100 vib");
            giveBack("2026-03-02", 1, "500");
            assertBalance(100);
        }

        @Test
        @Tag("Q4")
        void whatAReviewLowersIsKeptAndGivenAgain() {
            open(onRouge());
            spend("2026-03-01", "1000");
            shop.advance(startOf("2028-01-01"));
            assertThat(shop.account().given()).isEmpty();
            assertThat(spend("2028-01-02", "1000")).containsExactly("EARN 500 rouge");
            assertBalance(1000);
        }

        @Test
        @Tag("D4")
        void aTierThatIsHeldFromTheNextWindowIsReachedThen() {
            Ladder later = Ladder.startingAt("status", INSIDER)
                    .then(VIB, SPEND.per(YEAR).reaches(usd("350")))
                    .upgradingNextWindow();
            shop = new Shop(program(Moment.never())
                    .ladders(later)
                    .earn(MemberRule.earning("vib", Occasions.reaching(VIB), POINTS.points(100)))
                    .build());
            assertThat(spend("2026-03-01", "350")).isEmpty();
            Decision decision = shop.spend("2027-02-01", "1");
            assertThat(brief(decision.entries())).containsExactly("EARN 100 vib");
            assertThat(decision.entries().get(0).effective()).isEqualTo(startOf("2027-01-01"));
            assertThat(decision.entries().get(0).cause()).startsWith("laurel:time:");
            assertBalance(100);
        }

        @Test
        @Tag("D7")
        void nothingIsReachedOnAClosedAccount() {
            Ladder later = Ladder.startingAt("status", INSIDER)
                    .then(VIB, SPEND.per(YEAR).reaches(usd("350")))
                    .upgradingNextWindow();
            shop = new Shop(program(Moment.never())
                    .ladders(later)
                    .earn(MemberRule.earning("vib", Occasions.reaching(VIB), POINTS.points(100)))
                    .build());
            spend("2026-03-01", "350");
            shop.submit(new Closure("x", CUSTOMER, noon("2026-03-02")));
            shop.advance(startOf("2027-01-02"));
            assertThat(shop.entries()).isEmpty();
        }
    }

    @Nested
    @Tag("A12")
    class WhatFeedsAnother {
        private static final PointCurrency STARS = PointCurrency.of("stars");
        private static final Counter<CountSum> EARNED = MemberCounter.earned("stars-earned", STARS);

        private LoyaltyProgram.Builder stars(Rule... rules) {
            return program(Moment.never())
                    .points(STARS, PointTerms.expiring(Moment.never()))
                    .earn(rules);
        }

        private MemberRule feeding() {
            return MemberRule.earning("z-feeds", SPEND.per(MONTH).each(usd("100")), STARS.points(5));
        }

        private MemberRule fed() {
            return MemberRule.earning("a-fed", EARNED.per(YEAR).reaches(10), POINTS.points(1));
        }

        @Test
        void whatFeedsAnotherComesFirstWhateverItsId() {
            shop = new Shop(stars(fed(), feeding()).build());
            assertThat(spend("2026-03-01", "200")).containsExactly("EARN 10 z-feeds", "EARN 1 a-fed");
            assertThat(brief(giveBack("2026-03-02", 1, "100").entries()))
                    .containsExactly("CLAWBACK -5 z-feeds", "CLAWBACK -1 a-fed");
            assertBalance(0);
        }

        @Test
        @Tag("D3")
        void theOrderOfDeclarationIsIrrelevant() {
            shop = new Shop(stars(feeding(), fed()).build());
            assertThat(spend("2026-03-01", "200")).containsExactly("EARN 10 z-feeds", "EARN 1 a-fed");
        }

        @Test
        void aTierThatEarnedPointsReachFollowsToo() {
            shop = new Shop(stars(feeding(), MemberRule.earning("a-tier", Occasions.reaching(VIB), POINTS.points(7)))
                    .ladders(Ladder.startingAt("status", INSIDER)
                            .then(VIB, EARNED.per(YEAR).reaches(10)))
                    .build());
            assertThat(spend("2026-03-01", "200")).containsExactly("EARN 10 z-feeds", "EARN 7 a-tier");
            giveBack("2026-03-02", 1, "100");
            assertBalance(0);
        }

        @Test
        void aRuleThatFeedsItselfGivesOnceAnEvent() {
            shop = new Shop(
                    stars(feeding(), MemberRule.earning("self", EARNED.per(YEAR).each(5), STARS.points(5)))
                            .build());
            assertThat(spend("2026-03-01", "100")).containsExactly("EARN 5 z-feeds", "EARN 5 self");
        }

        @Test
        void conditionsSeeTheMemberAsBeforeTheEvent() {
            open(each(10).where(SPEND.per(MONTH).isLessThan(usd("1"))));
            assertThat(spend("2026-03-01", "100")).containsExactly("EARN 10 each");
            assertThat(spend("2026-03-02", "100")).isEmpty();
        }

        @Test
        @Tag("A5")
        void usesThatAreTakenBackAreGivenBack() {
            open(each(10).capped(UseCap.of(1, YEAR)));
            spend("2026-03-01", "100");
            giveBack("2026-03-02", 1, "100");
            assertThat(spend("2026-04-01", "100")).containsExactly("EARN 10 each");
            assertThat(spend("2026-04-02", "100")).isEmpty();
        }
    }
}
