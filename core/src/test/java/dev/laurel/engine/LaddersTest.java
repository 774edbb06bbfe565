package dev.laurel.engine;

import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.line;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.startOf;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.Iterables;
import dev.laurel.condition.Conditions;
import dev.laurel.decision.Decision;
import dev.laurel.decision.TierChange;
import dev.laurel.event.Basket;
import dev.laurel.event.Enrollment;
import dev.laurel.event.Opening;
import dev.laurel.event.OpeningLot;
import dev.laurel.event.Purchase;
import dev.laurel.event.Return;
import dev.laurel.event.TierGrant;
import dev.laurel.money.Quantity;
import dev.laurel.occasion.CountSum;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.Goal;
import dev.laurel.occasion.Goals;
import dev.laurel.occasion.MemberCounter;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.occasion.SumGoal;
import dev.laurel.program.Ladder;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.reward.Benefit;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.tier.Standings;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierStanding;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import dev.laurel.time.Window;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LaddersTest {
    private static final Tier INSIDER = Tier.of("insider");
    private static final Tier VIB = Tier.of("vib");
    private static final Tier ROUGE = Tier.of("rouge");
    private static final Tier BLUE = Tier.of("blue");
    private static final Tier SILVER = Tier.of("silver");
    private static final Tier GOLD = Tier.of("gold");
    private static final Tier PLATINUM = Tier.of("platinum");
    private static final BoundedWindow YEAR = BoundedWindow.YEAR;
    private static final Counter<MoneySum> SPEND = PurchaseCounter.spend("spend");
    private static final Counter<CountSum> PURCHASES = PurchaseCounter.purchases("purchases");
    private static final Counter<CountSum> ITEMS = PurchaseCounter.quantity("items");

    private static final Ladder STATUS = Ladder.startingAt("status", INSIDER)
            .then(VIB, SPEND.per(YEAR).reaches(usd("350")))
            .then(ROUGE, SPEND.per(YEAR).reaches(usd("1000")));

    private static Ladder airline(BoundedWindow window) {
        return Ladder.startingAt("elite", BLUE)
                .then(SILVER, SPEND.per(window).reaches(usd("3000")))
                .then(GOLD, SPEND.per(window).reaches(usd("6000")))
                .then(PLATINUM, SPEND.per(window).reaches(usd("12000")))
                .fallingByOne();
    }

    private static LoyaltyProgram.Builder declared(Ladder... ladders) {
        return Shop.program()
                .ladders(ladders)
                .returnsWithin(Period.ofYears(3))
                .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))));
    }

    private static Shop shop(Ladder... ladders) {
        return new Shop(declared(ladders).build());
    }

    private static void buy(Shop shop, String id, String date, String net) {
        Decision unused = shop.submit(new Purchase(id, CUSTOMER, noon(date), Basket.of(line("1", net))));
    }

    private static void giveBack(Shop shop, String id, String date) {
        Decision unused = shop.submit(Return.ofAll("back-" + id, CUSTOMER, noon(date), id));
    }

    private static String tier(Shop shop, String ladder) {
        TierStanding held = shop.account().standing(ladder).orElseThrow();
        return held.until() == null ? held.tier().id() : held.tier().id() + " until " + held.until();
    }

    private static String tierAt(Shop shop, String ladder, Instant at) {
        return shop.engine()
                .advance(shop.account(), at)
                .orThrow()
                .account()
                .standing(ladder)
                .orElseThrow()
                .tier()
                .id();
    }

    @Nested
    @Tag("Q1")
    class JoinedGoals {
        @Test
        void laddersJoinGoalsByAll() {
            Shop shop = shop(Ladder.startingAt("status", INSIDER)
                    .then(
                            VIB,
                            Goals.all(
                                    SPEND.per(YEAR).reaches(usd("350")),
                                    PURCHASES.per(YEAR).reaches(3))));
            shop.spend("2026-03-01", "400");
            shop.spend("2026-03-02", "1");
            assertThat(tier(shop, "status")).isEqualTo("insider");
            shop.spend("2026-03-03", "1");
            assertThat(tier(shop, "status")).isEqualTo("vib until " + startOf("2028-01-01"));
        }

        @Test
        void laddersJoinGoalsByAny() {
            Shop shop = shop(Ladder.startingAt("status", INSIDER)
                    .then(
                            VIB,
                            Goals.any(
                                    SPEND.per(YEAR).reaches(usd("350")),
                                    PURCHASES.per(YEAR).reaches(3))));
            shop.spend("2026-03-01", "1");
            shop.spend("2026-03-02", "1");
            assertThat(tier(shop, "status")).isEqualTo("insider");
            shop.spend("2026-03-03", "1");
            assertThat(tier(shop, "status")).startsWith("vib");
        }

        @Test
        void laddersHaveTiersThatAreOnlyGranted() {
            Shop shop = shop(Ladder.startingAt("status", INSIDER)
                    .then(VIB, SPEND.per(YEAR).reaches(usd("350")))
                    .onlyGranted(ROUGE));
            shop.spend("2026-03-01", "100000");
            assertThat(tier(shop, "status")).startsWith("vib");
            assertThat(shop.engine().progress(shop.account()).get(0).next()).isNull();
            Decision unused =
                    shop.submit(new TierGrant("g", CUSTOMER, noon("2026-04-01"), "rouge", noon("2026-05-01")));
            assertThat(tier(shop, "status")).startsWith("rouge");
            assertThat(tierAt(shop, "status", noon("2026-05-01"))).isEqualTo("vib");
        }

        @Test
        void laddersAreSeveralAndEachIsJudgedByItself() {
            Ladder buyers = Ladder.startingAt("buyers", BLUE)
                    .then(GOLD, PURCHASES.per(Window.EVER).reaches(2));
            Shop shop = new Shop(declared(buyers, STATUS)
                    .benefits(Benefit.of("both").where(Conditions.memberIs(GOLD), Conditions.memberIs(VIB)))
                    .build());
            shop.spend("2026-03-01", "400");
            assertThat(tier(shop, "buyers")).isEqualTo("blue");
            Decision second = shop.spend("2026-03-02", "1");
            assertThat(tier(shop, "buyers")).isEqualTo("gold");
            assertThat(tier(shop, "status")).startsWith("vib");
            assertThat(second.tierChanges()).extracting(TierChange::ladder).containsExactly("buyers");
            assertThat(shop.engine().benefitsFor(shop.account(), noon("2026-03-03")))
                    .extracting(Benefit::id)
                    .containsExactly("both");
        }

        @Test
        @Tag("TV-215")
        void laddersOfEarnedPointsDoNotCountThoseThatAreBroughtOver() {
            Counter<CountSum> earned = MemberCounter.earned("earned", Shop.POINTS);
            Shop shop = shop(Ladder.startingAt("status", BLUE)
                    .then(GOLD, earned.per(YEAR).reaches(500)));
            shop.submit(Opening.of(
                            "o", CUSTOMER, noon("2026-01-01"), new OpeningLot("points", 6000, noon("2025-12-01"), null))
                    .holding("gold"));
            assertThat(Shop.brief(shop.entries())).containsExactly("OPEN 6000");
            assertThat(tier(shop, "status")).startsWith("gold");
            assertThat(shop.account().standings().get(0).earned().tier()).isEqualTo(BLUE);
        }
    }

    @Nested
    @Tag("Q2")
    class FromTheNextWindow {
        private final Ladder ladder = STATUS.upgradingNextWindow();

        @Test
        void laddersUpgradeFromTheNextWindowOn() {
            Shop shop = shop(ladder);
            shop.spend("2026-05-01", "350");
            assertThat(tier(shop, "status")).isEqualTo("insider");
            assertThat(shop.engine().nextChangeAt(shop.account())).contains(startOf("2027-01-01"));
            Decision border = shop.advance(startOf("2027-01-01"));
            assertThat(border.tierChanges()).hasSize(1);
            assertThat(tier(shop, "status")).isEqualTo("vib until " + startOf("2028-01-01"));
            assertThat(tierAt(shop, "status", startOf("2028-01-01"))).isEqualTo("insider");
        }

        @Test
        void laddersProlongFromTheNextWindowOn() {
            Shop shop = shop(ladder);
            shop.spend("2026-05-01", "350");
            shop.spend("2027-05-01", "400");
            assertThat(tier(shop, "status")).isEqualTo("vib until " + startOf("2028-01-01"));
            shop.spend("2028-05-01", "1");
            assertThat(tier(shop, "status")).isEqualTo("vib until " + startOf("2029-01-01"));
        }

        @Test
        @Tag("Q5")
        void laddersTakeAnUpgradeBackWithTheReturnBeforeTheBorderAndAfter() {
            for (String returned : List.of("2026-06-01", "2027-02-01")) {
                Shop shop = shop(ladder);
                buy(shop, "p1", "2026-05-01", "350");
                giveBack(shop, "p1", returned);
                assertThat(tier(shop, "status")).as(returned).isEqualTo("insider");
                assertThat(tierAt(shop, "status", noon("2027-06-01"))).isEqualTo("insider");
            }
        }

        @Test
        void laddersLetALateEventOfTheWindowBeforeUpgradeAtOnce() {
            Shop shop = shop(ladder);
            shop.spend("2027-01-10", "1");
            shop.spend("2026-12-31", "350");
            assertThat(tier(shop, "status")).isEqualTo("vib until " + startOf("2028-01-01"));
        }
    }

    @Nested
    @Tag("Q4")
    class ByOne {
        @Test
        void laddersFallByOneWithTheEndThatTheLastFullWindowGives() {
            Shop shop = shop(airline(YEAR));
            shop.spend("2026-03-01", "12000");
            assertThat(tierAt(shop, "elite", noon("2027-12-31"))).isEqualTo("platinum");
            assertThat(tierAt(shop, "elite", startOf("2028-01-01"))).isEqualTo("gold");
            assertThat(tierAt(shop, "elite", startOf("2029-01-01"))).isEqualTo("silver");
            assertThat(tierAt(shop, "elite", startOf("2030-01-01"))).isEqualTo("blue");
        }

        @Test
        void laddersFallByOneInEachWindowWhereATierIsKeptToItsEnd() {
            Shop shop = shop(airline(YEAR).kept(Moment.endOf(YEAR)));
            shop.spend("2026-03-01", "12000");
            assertThat(tierAt(shop, "elite", noon("2027-06-01"))).isEqualTo("gold");
            assertThat(tierAt(shop, "elite", noon("2028-06-01"))).isEqualTo("silver");
            assertThat(tierAt(shop, "elite", noon("2029-06-01"))).isEqualTo("blue");
        }

        @Test
        void laddersFallByOneButNotBelowWhatIsEarned() {
            Shop shop =
                    shop(airline(YEAR).then(Tier.of("legend"), SPEND.per(YEAR).reaches(usd("50000"))));
            shop.spend("2026-03-01", "50000");
            shop.spend("2027-03-01", "3000");
            assertThat(tierAt(shop, "elite", startOf("2028-01-01"))).isEqualTo("platinum");
            shop.spend("2028-03-01", "6000");
            assertThat(tierAt(shop, "elite", startOf("2029-01-01"))).isEqualTo("gold");
        }

        @Test
        void laddersFallByOnePastTiersThatAreOnlyGranted() {
            Shop shop = shop(Ladder.startingAt("status", INSIDER)
                    .then(VIB, SPEND.per(YEAR).reaches(usd("350")))
                    .onlyGranted(GOLD)
                    .then(ROUGE, SPEND.per(YEAR).reaches(usd("1000")))
                    .fallingByOne());
            shop.spend("2026-03-01", "1000");
            assertThat(tierAt(shop, "status", startOf("2028-01-01"))).isEqualTo("vib");
        }
    }

    @Nested
    @Tag("Q5")
    class Returns {
        @Test
        @Tag("TV-207")
        void laddersJudgeAnewInWhateverOrderThingsComeBack() {
            for (List<String> order : List.of(List.of("a", "b"), List.of("b", "a"))) {
                Shop shop = shop(STATUS);
                buy(shop, "a", "2026-02-01", "400");
                buy(shop, "b", "2026-03-01", "600");
                assertThat(tier(shop, "status")).startsWith("rouge");
                giveBack(shop, order.get(0), "2026-04-01");
                assertThat(tier(shop, "status")).startsWith("vib");
                giveBack(shop, order.get(1), "2026-04-02");
                assertThat(tier(shop, "status")).isEqualTo("insider");
            }
        }

        @Test
        void laddersDoNotLetALaterReturnGiveBackWhatAnEarlierOneTook() {
            Shop shop = shop(STATUS);
            buy(shop, "a", "2026-12-01", "400");
            buy(shop, "b", "2027-03-01", "1000");
            giveBack(shop, "a", "2027-04-01");
            assertThat(tier(shop, "status")).isEqualTo("rouge until " + startOf("2029-01-01"));
            giveBack(shop, "b", "2027-04-02");
            assertThat(tier(shop, "status")).isEqualTo("insider");
        }

        @Test
        @Tag("TV-227")
        void laddersTakeOnTheStandingWithWhichTheWindowOfThePurchaseBegan() {
            Shop shop = shop(airline(BoundedWindow.MEMBERSHIP_YEAR));
            shop.submit(Enrollment.of("n", CUSTOMER, noon("2026-03-10")));
            buy(shop, "p1", "2026-06-01", "12000");
            buy(shop, "p2", "2028-03-01", "10");
            Decision unused = shop.advance(noon("2028-04-01"));
            assertThat(tier(shop, "elite")).isEqualTo("gold until " + startOf("2029-03-10"));
            giveBack(shop, "p2", "2028-05-01");
            assertThat(tier(shop, "elite")).isEqualTo("gold until " + startOf("2029-03-10"));
        }

        @Test
        void laddersFallByOneFromThereWhateverComesBackBetween() {
            Shop shop = shop(airline(YEAR));
            buy(shop, "p1", "2026-06-01", "12000");
            buy(shop, "p2", "2027-06-01", "4000");
            buy(shop, "p3", "2028-02-01", "10");
            String gold = "gold until " + startOf("2029-01-01");
            assertThat(tier(shop, "elite")).isEqualTo(gold);
            giveBack(shop, "p2", "2028-03-01");
            assertThat(tier(shop, "elite")).isEqualTo(gold);
            giveBack(shop, "p3", "2028-03-02");
            assertThat(tier(shop, "elite")).isEqualTo(gold);
            giveBack(shop, "p1", "2028-03-03");
            assertThat(tier(shop, "elite")).isEqualTo(gold);
        }

        @Test
        void laddersLeaveAStandingToItsReviewIfReturnsDoNotMoveIt() {
            Shop shop = shop(STATUS.unmovedByReturns());
            buy(shop, "p1", "2026-06-01", "400");
            giveBack(shop, "p1", "2026-06-02");
            assertThat(tier(shop, "status")).isEqualTo("vib until " + startOf("2028-01-01"));
            assertThat(tierAt(shop, "status", startOf("2028-01-01"))).isEqualTo("insider");
        }
    }

    @Nested
    @Tag("Q3")
    class Rolling {
        private final Window.Rolling year = (Window.Rolling) Window.overTheLast(Period.ofMonths(12));
        private final Ladder ladder =
                Ladder.startingAt("status", BLUE).then(GOLD, SPEND.per(year).reaches(usd("500")));

        @Test
        @Tag("TV-230")
        void rollingLaddersEndAPeriodAfterTheLastDayWhoseSumReachedTheGoal() {
            Shop shop = shop(ladder);
            buy(shop, "p1", "2025-03-01", "300");
            buy(shop, "p2", "2026-01-10", "200");
            String gold = "gold until " + startOf("2027-01-10");
            assertThat(tier(shop, "status")).isEqualTo(gold);
            buy(shop, "p3", "2026-05-05", "10");
            assertThat(tier(shop, "status")).isEqualTo(gold);
            giveBack(shop, "p3", "2026-05-06");
            assertThat(tier(shop, "status")).isEqualTo(gold);
            assertThat(tierAt(shop, "status", startOf("2027-01-10").minusSeconds(1)))
                    .isEqualTo("gold");
            Decision end = shop.advance(startOf("2027-01-10"));
            assertThat(end.tierChanges()).extracting(TierChange::at).containsExactly(startOf("2027-01-10"));
            assertThat(tier(shop, "status")).isEqualTo("blue");
        }

        @Test
        void rollingLaddersTakeBackAProlongation() {
            Shop shop = shop(ladder);
            buy(shop, "p1", "2025-03-01", "300");
            buy(shop, "p2", "2026-01-10", "200");
            buy(shop, "p3", "2026-02-20", "5");
            assertThat(tier(shop, "status")).isEqualTo("gold until " + startOf("2027-02-20"));
            giveBack(shop, "p3", "2026-02-21");
            assertThat(tier(shop, "status")).isEqualTo("gold until " + startOf("2027-01-10"));
            giveBack(shop, "p2", "2026-02-22");
            assertThat(tier(shop, "status")).isEqualTo("blue");
        }

        @Test
        void rollingLaddersHaveAGrace() {
            Shop shop = shop(ladder.kept(Moment.after(Period.ofDays(31))));
            buy(shop, "p1", "2026-01-10", "500");
            assertThat(tier(shop, "status")).isEqualTo("gold until " + startOf("2027-02-10"));
            buy(shop, "p2", "2027-01-20", "10");
            giveBack(shop, "p2", "2027-01-21");
            assertThat(tier(shop, "status")).isEqualTo("gold until " + startOf("2027-02-10"));
        }

        @Test
        void rollingLaddersAreLiftedByALateEventOnADayThatItFills() {
            Shop shop = shop(ladder);
            buy(shop, "p1", "2026-01-10", "300");
            buy(shop, "p2", "2026-01-20", "100");
            buy(shop, "p3", "2026-01-15", "100");
            assertThat(tier(shop, "status")).isEqualTo("gold until " + startOf("2027-01-20"));
        }
    }

    @Nested
    @Tag("Q7")
    class ProgressOnLadders {
        @Test
        void progressTellsEachSumOfAGoal() {
            Shop shop = shop(Ladder.startingAt("status", INSIDER)
                    .then(
                            VIB,
                            Goals.all(
                                    SPEND.per(YEAR).reaches(usd("350")),
                                    PURCHASES.per(YEAR).reaches(3))));
            shop.spend("2026-03-01", "100.50");
            LadderProgress progress = shop.engine().progress(shop.account()).get(0);
            assertThat(progress.next()).isEqualTo(VIB);
            assertThat(progress.windowEnds()).isEqualTo(startOf("2027-01-01"));
            assertThat(progress.toNext().join()).isEqualTo(Goal.Join.ALL);
            assertThat(progress.toNext().describe())
                    .isEqualTo("all of USD 100.50 of USD 350.00 spent in the calendar year (spend) and"
                            + " 1 of 3 purchases in the calendar year (purchases)");
            SumToGoal.OfMoney spent =
                    (SumToGoal.OfMoney) progress.toNext().sums().get(0);
            assertThat(spent.least()).isEqualTo(usd("350"));
            assertThat(spent.missing()).isEqualTo(usd("249.50"));
            SumToGoal.OfNumber purchases =
                    (SumToGoal.OfNumber) progress.toNext().sums().get(1);
            assertThat(purchases.least()).isEqualTo(3);
            assertThat(purchases.missing()).isEqualTo(2);
            assertThat(progress.toKeep().isEmpty()).isTrue();
            assertThat(shop.engine().sums(shop.account()))
                    .extracting(sum -> sum.sum().id())
                    .containsExactly("purchases/year", "spend/year");
        }

        @Test
        void progressTellsWhetherAnySumOfAGoalIsEnough() {
            Shop shop = shop(Ladder.startingAt("status", INSIDER)
                    .then(
                            VIB,
                            Goals.any(
                                    SPEND.per(YEAR).reaches(usd("350")),
                                    PURCHASES.per(YEAR).reaches(2)))
                    .then(
                            ROUGE,
                            Goals.all(
                                    PURCHASES.per(YEAR).reaches(5),
                                    Goals.any(
                                            SPEND.per(YEAR).reaches(usd("1000")),
                                            ITEMS.per(YEAR).reaches(9)))));
            buy(shop, "p1", "2026-03-01", "100.50");
            GoalProgress toVib = shop.engine().progress(shop.account()).get(0).toNext();
            assertThat(toVib.join()).isEqualTo(Goal.Join.ANY);
            assertThat(toVib.groups()).isEmpty();
            assertThat(toVib.isReached()).isFalse();
            buy(shop, "p2", "2026-03-02", "1");
            LadderProgress progress = shop.engine().progress(shop.account()).get(0);
            assertThat(progress.toKeep().isReached()).isTrue();
            assertThat(progress.toNext().describe())
                    .isEqualTo("all of 2 of 5 purchases in the calendar year (purchases) and"
                            + " (any of USD 101.50 of USD 1000.00 spent in the calendar year (spend) or"
                            + " 2 of 9 items bought in the calendar year (items))");
            GoalProgress inner = Iterables.getOnlyElement(progress.toNext().groups());
            assertThat(inner.join()).isEqualTo(Goal.Join.ANY);
            SumToGoal.OfQuantity items = (SumToGoal.OfQuantity) inner.sums().get(1);
            assertThat(items.missing()).isEqualTo(Quantity.of(7));
            assertThat(shop.engine().sums(shop.account()))
                    .extracting(SumProgress::describe)
                    .containsExactly(
                            "2 items bought in the calendar year",
                            "2 purchases in the calendar year",
                            "USD 101.50 spent in the calendar year");
        }

        @Test
        void goalsThatAreJoinedAlikeAreOneAndThoseOfOneSumAreThat() {
            SumGoal spend = SPEND.per(YEAR).reaches(usd("350"));
            SumGoal purchases = PURCHASES.per(YEAR).reaches(3);
            SumGoal items = ITEMS.per(YEAR).reaches(9);
            Shop shop = shop(Ladder.startingAt("status", INSIDER)
                    .then(VIB, Goals.all(Goals.any(spend), Goals.all(purchases, Goals.any(items)))));
            GoalProgress toNext = shop.engine().progress(shop.account()).get(0).toNext();
            assertThat(toNext.join()).isEqualTo(Goal.Join.ALL);
            assertThat(toNext.sums()).extracting(SumToGoal::goal).containsExactly(spend, purchases, items);
            assertThat(toNext.groups()).isEmpty();
        }

        @Test
        void sumsAndGoalsAreOfOneKind() {
            assertThatThrownBy(() -> new SumToGoal.OfMoney(PURCHASES.per(YEAR).reaches(3), usd("3")))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new SumToGoal.OfNumber(SPEND.per(YEAR).reaches(usd("3")), 3))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new SumToGoal.OfNumber(ITEMS.per(YEAR).reaches(3), 3))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(
                            () -> new SumToGoal.OfQuantity(PURCHASES.per(YEAR).reaches(3), Quantity.ONE))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new SumProgress.OfNumber(ITEMS.per(YEAR), 3, null))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new SumProgress.OfQuantity(PURCHASES.per(YEAR), Quantity.ONE, null))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void laddersComeInTheOrderOfTheProgramWhereMembersReadThem() {
            Ladder club = Ladder.startingAt("club", BLUE).onlyGranted(GOLD);
            Shop shop = shop(STATUS, club);
            buy(shop, "p1", "2026-03-01", "400");
            assertThat(shop.engine().progress(shop.account()))
                    .extracting(LadderProgress::ladder)
                    .containsExactly("status", "club");
            assertThat(shop.account().standings()).extracting(Standings::ladder).containsExactly("club", "status");
            assertThat(shop.account().standing(STATUS))
                    .hasValueSatisfying(held -> assertThat(held.tier()).isEqualTo(VIB));
            assertThat(shop.account().standing(Ladder.startingAt("other", BLUE).onlyGranted(GOLD)))
                    .isEmpty();
            LoyaltyProgram declared = shop.engine().program();
            LoyaltyProgram otherwise = declared(club, STATUS).build();
            assertThat(declared.declaredLadders()).containsExactly(STATUS, club);
            assertThat(otherwise.declaredLadders()).containsExactly(club, STATUS);
            assertThat(declared.ladders()).isEqualTo(otherwise.ladders());
            assertThat(declared.fingerprint()).isEqualTo(otherwise.fingerprint());
            assertThat(declared.terms()).isEqualTo(otherwise.terms());
        }
    }
}
