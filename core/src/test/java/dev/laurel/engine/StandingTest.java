package dev.laurel.engine;

import static dev.laurel.condition.Selectors.category;
import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.line;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.startOf;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Iterables;
import dev.laurel.decision.Decision;
import dev.laurel.decision.TierChange;
import dev.laurel.event.BroughtTier;
import dev.laurel.event.Opening;
import dev.laurel.event.OpeningSum;
import dev.laurel.event.Redemption;
import dev.laurel.money.Money;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.program.Ladder;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierStanding;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {
    private static final Counter<MoneySum> SPEND = PurchaseCounter.spend("spend");

    private static final Tier INSIDER = Tier.of("insider");
    private static final Tier VIB = Tier.of("vib");
    private static final Tier ROUGE = Tier.of("rouge");
    private static final Ladder KEPT = Ladder.startingAt("status", INSIDER)
            .then(VIB, SPEND.per(BoundedWindow.YEAR).reaches(usd("350")))
            .then(ROUGE, SPEND.per(BoundedWindow.YEAR).reaches(usd("1000")));
    private static final Ladder YEARLY =
            KEPT.kept(Moment.endOf(BoundedWindow.YEAR)).fallingToTheLowest();

    private static Shop shop(Ladder ladder) {
        return new Shop(declared(ladder).build());
    }

    private static LoyaltyProgram.Builder declared(Ladder ladder) {
        return program(Moment.startOf(BoundedWindow.DAY, Period.ofMonths(12)))
                .ladders(ladder)
                .excluding(category("gift-card"))
                .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
                .redeem(Reward.costing("hundred", 100));
    }

    private static String tier(Shop shop) {
        return shop.account().standing("status").orElseThrow().tier().id();
    }

    @Nested
    @Tag("Q1")
    class Thresholds {
        @ParameterizedTest
        @CsvSource({"349.99, insider", "350, vib", "999.99, vib", "1000, rouge"})
        @Tag("TV-97")
        void thresholdsOfTiersAreInclusive(String spend, String tier) {
            Shop shop = shop(KEPT);
            shop.spend("2026-03-01", spend);
            assertThat(tier(shop)).isEqualTo(tier);
        }

        @Test
        void thresholdsOfTiersCountTheSpendOfTheCalendarYearOnly() {
            Shop shop = shop(YEARLY);
            shop.spend("2025-12-31", "349");
            shop.spend("2026-01-01", "349");
            assertThat(tier(shop)).isEqualTo("insider");
            shop.spend("2026-12-31", "1");
            assertThat(tier(shop)).isEqualTo("vib");
        }

        @Test
        @Tag("A6")
        void thresholdsOfTiersDoNotCountWhatTheProgramExcludes() {
            Shop shop = shop(KEPT);
            shop.buy("2026-03-01", line("1", "349.99"), line("2", "500", "gift-card"));
            assertThat(tier(shop)).isEqualTo("insider");
        }

        @Test
        @Tag("I15")
        void aTierThatIsReachedIsNotTouchedByRedeemingOrExpiry() {
            Shop shop = shop(KEPT);
            shop.spend("2026-03-01", "350");
            shop.submit(Redemption.of("x", CUSTOMER, noon("2026-03-02"), "hundred"));
            shop.advance(noon("2027-06-01"));
            assertThat(shop.available()).isZero();
            assertThat(tier(shop)).isEqualTo("vib");
        }
    }

    @Nested
    @Tag("Q2")
    class Reaching {
        @Test
        void reachingATierIsAtOnceAndSkipsTiersAsTheSpendDoes() {
            Shop shop = shop(KEPT);
            Decision decision = shop.spend("2026-03-01", "1200");
            assertThat(decision.tierChanges())
                    .containsExactly(new TierChange(
                            "status",
                            new TierStanding(INSIDER, null),
                            new TierStanding(ROUGE, startOf("2028-01-01")),
                            noon("2026-03-01"),
                            "e1"));
        }
    }

    @Nested
    @Tag("Q3")
    class Keeping {
        @Test
        void aTierIsKeptThroughTheEndOfTheNextYear() {
            Shop shop = shop(KEPT);
            shop.spend("2026-01-15", "350");
            assertThat(shop.account().standing("status").orElseThrow())
                    .isEqualTo(new TierStanding(VIB, startOf("2028-01-01")));
            shop.advance(startOf("2028-01-01").minusNanos(1_000));
            assertThat(tier(shop)).isEqualTo("vib");
            shop.advance(startOf("2028-01-01"));
            assertThat(shop.account().standing("status").orElseThrow()).isEqualTo(new TierStanding(INSIDER, null));
        }

        @Test
        void aTierIsProlongedWhenItIsReachedAgain() {
            Shop shop = shop(KEPT);
            shop.spend("2026-01-15", "350");
            shop.spend("2027-01-15", "350");
            assertThat(shop.account().standing("status").orElseThrow())
                    .isEqualTo(new TierStanding(VIB, startOf("2029-01-01")));
        }

        @Test
        void keepingTiersToTheEndOfTheYearLetsEverybodyStartAgain() {
            Shop shop = shop(YEARLY);
            shop.spend("2026-06-01", "1000");
            assertThat(shop.account().standing("status").orElseThrow())
                    .isEqualTo(new TierStanding(ROUGE, startOf("2027-01-01")));
            Decision decision = shop.spend("2027-01-01", "10");
            assertThat(decision.tierChanges()).hasSize(1);
            assertThat(decision.tierChanges().get(0).at()).isEqualTo(startOf("2027-01-01"));
            assertThat(tier(shop)).isEqualTo("insider");
        }
    }

    @Nested
    @Tag("Q4")
    class Falling {
        @Test
        void aMemberFallsToTheTierThatTheLastFullYearEarned() {
            Shop shop = shop(KEPT);
            shop.spend("2026-06-01", "1000");
            shop.spend("2027-06-01", "400");
            assertThat(tier(shop)).isEqualTo("rouge");
            shop.advance(startOf("2028-01-01"));
            assertThat(shop.account().standing("status").orElseThrow())
                    .isEqualTo(new TierStanding(VIB, startOf("2029-01-01")));
            shop.advance(startOf("2029-01-01"));
            assertThat(shop.account().standing("status").orElseThrow()).isEqualTo(new TierStanding(INSIDER, null));
        }

        @Test
        void aMemberFallsToTheLowestTierWhereTheProgramSaysSo() {
            Shop shop = shop(KEPT.fallingToTheLowest());
            shop.spend("2026-06-01", "1000");
            shop.spend("2027-06-01", "400");
            shop.advance(startOf("2028-01-01"));
            assertThat(shop.account().standing("status").orElseThrow()).isEqualTo(new TierStanding(INSIDER, null));
        }
    }

    @Nested
    @Tag("Q7")
    class Progress {
        private static LadderProgress of(Shop shop) {
            return Iterables.getOnlyElement(shop.engine().progress(shop.account()));
        }

        private static List<Money> missing(GoalProgress goal) {
            return goal.sums().stream()
                    .map(sum -> ((SumToGoal.OfMoney) sum).missing())
                    .toList();
        }

        private static Money spent(Shop shop) {
            SumProgress only = Iterables.getOnlyElement(shop.engine().sums(shop.account()));
            return ((SumProgress.OfMoney) only).found();
        }

        @Test
        @Tag("TV-99")
        void progressStartsAgainAtZeroInTheNewYearWhilePointsStay() {
            Shop shop = shop(KEPT);
            shop.spend("2012-12-15", "200");
            assertThat(spent(shop)).isEqualTo(usd("200"));
            shop.advance(startOf("2013-01-01"));
            assertThat(spent(shop)).isEqualTo(usd("0"));
            assertThat(missing(of(shop).toNext())).containsExactly(usd("350"));
            assertThat(shop.available()).isEqualTo(200);
        }

        @Test
        void progressSaysWhatIsMissingToTheNextTierAndByWhen() {
            Shop shop = shop(KEPT);
            shop.spend("2026-06-01", "200.50");
            assertThat(of(shop).next()).isEqualTo(VIB);
            assertThat(missing(of(shop).toNext())).containsExactly(usd("149.50"));
            assertThat(of(shop).windowEnds()).isEqualTo(startOf("2027-01-01"));
            assertThat(of(shop).toKeep().isEmpty()).isTrue();
        }

        @Test
        void progressSaysWhatIsMissingToKeepTheTier() {
            Shop shop = shop(KEPT);
            shop.spend("2026-06-01", "350");
            assertThat(missing(of(shop).toKeep())).containsExactly(usd("0"));
            shop.spend("2027-06-01", "100");
            assertThat(missing(of(shop).toKeep())).containsExactly(usd("250"));
            shop.spend("2027-07-01", "1000");
            assertThat(of(shop).next()).isNull();
            assertThat(of(shop).toNext().isEmpty()).isTrue();
            assertThat(missing(of(shop).toKeep())).containsExactly(usd("0"));
        }

        @Test
        void progressIsEmptyWithoutTiers() {
            Shop shop = new Shop(
                    program().earn(EarnRule.earning("base", Amounts.fixed(1))).build());
            assertThat(shop.engine().progress(shop.account())).isEmpty();
        }
    }

    @Nested
    @Tag("E1")
    class BroughtOver {
        @Test
        void aTierBroughtOverIsHeldUntilTheGivenEnd() {
            Shop shop = shop(KEPT);
            shop.submit(new Opening(
                            "o",
                            CUSTOMER,
                            noon("2026-03-01"),
                            List.of(),
                            List.of(new BroughtTier("vib", startOf("2026-09-01"))))
                    .counting(new OpeningSum("spend", noon("2026-03-01"), new BigDecimal("100"))));
            assertThat(shop.account().standing("status").orElseThrow())
                    .isEqualTo(new TierStanding(VIB, startOf("2026-09-01")));
            shop.advance(startOf("2026-09-01"));
            assertThat(tier(shop)).isEqualTo("insider");
        }

        @Test
        void aTierBroughtOverWithoutAnEndIsHeldAsATierReachedNow() {
            Shop shop = shop(KEPT);
            shop.submit(
                    new Opening("o", CUSTOMER, noon("2026-03-01"), List.of(), List.of(new BroughtTier("vib", null))));
            assertThat(shop.account().standing("status").orElseThrow())
                    .isEqualTo(new TierStanding(VIB, startOf("2028-01-01")));
        }

        @Test
        void theSpendBroughtOverCountsInItsWindowAndCanReachMore() {
            Shop shop = shop(KEPT);
            shop.submit(new Opening("o", CUSTOMER, noon("2026-03-01"), List.of(), List.of())
                    .counting(new OpeningSum("spend", noon("2026-03-01"), new BigDecimal("340"))));
            assertThat(tier(shop)).isEqualTo("insider");
            shop.spend("2026-03-02", "10");
            assertThat(tier(shop)).isEqualTo("vib");
        }

        @Test
        void aTierBroughtOverThatIsOverAlreadyHasNoEffect() {
            Shop shop = shop(KEPT);
            shop.submit(new Opening(
                    "o",
                    CUSTOMER,
                    noon("2026-03-01"),
                    List.of(),
                    List.of(new BroughtTier("vib", startOf("2026-03-01")))));
            assertThat(shop.account().standing("status").orElseThrow()).isEqualTo(new TierStanding(INSIDER, null));
        }
    }
}
