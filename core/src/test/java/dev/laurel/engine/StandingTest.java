package dev.laurel.engine;

import static dev.laurel.condition.Selectors.category;
import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.line;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.startOf;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.decision.Decision;
import dev.laurel.decision.TierChange;
import dev.laurel.event.Opening;
import dev.laurel.event.Redemption;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierLadder;
import dev.laurel.tier.TierProgress;
import dev.laurel.tier.TierStanding;
import dev.laurel.tier.TierStep;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {
    private static final Tier INSIDER = Tier.of("insider");
    private static final Tier VIB = Tier.of("vib");
    private static final Tier ROUGE = Tier.of("rouge");
    private static final TierLadder YEARLY = TierLadder.per(
                    BoundedWindow.YEAR,
                    new TierStep(INSIDER, usd("0")),
                    new TierStep(VIB, usd("350")),
                    new TierStep(ROUGE, usd("1000")))
            .kept(Moment.endOf(BoundedWindow.YEAR))
            .fallingToTheLowest();
    private static final TierLadder KEPT =
            TierLadder.per(BoundedWindow.YEAR, YEARLY.steps().toArray(TierStep[]::new));

    private static Shop shop(TierLadder ladder) {
        return new Shop(declared(ladder).build());
    }

    private static LoyaltyProgram.Builder declared(TierLadder ladder) {
        return program(Moment.startOf(BoundedWindow.DAY, Period.ofMonths(12)))
                .tiers(ladder)
                .excluding(category("gift-card"))
                .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
                .redeem(Reward.costing("hundred", 100));
    }

    private static String tier(Shop shop) {
        return shop.account().standing().tier().id();
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
            assertThat(shop.account().standing()).isEqualTo(new TierStanding(VIB, startOf("2028-01-01")));
            shop.advance(startOf("2028-01-01").minusNanos(1_000));
            assertThat(tier(shop)).isEqualTo("vib");
            shop.advance(startOf("2028-01-01"));
            assertThat(shop.account().standing()).isEqualTo(new TierStanding(INSIDER, null));
        }

        @Test
        void aTierIsProlongedWhenItIsReachedAgain() {
            Shop shop = shop(KEPT);
            shop.spend("2026-01-15", "350");
            shop.spend("2027-01-15", "350");
            assertThat(shop.account().standing()).isEqualTo(new TierStanding(VIB, startOf("2029-01-01")));
        }

        @Test
        void keepingTiersToTheEndOfTheYearLetsEverybodyStartAgain() {
            Shop shop = shop(YEARLY);
            shop.spend("2026-06-01", "1000");
            assertThat(shop.account().standing()).isEqualTo(new TierStanding(ROUGE, startOf("2027-01-01")));
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
            assertThat(shop.account().standing()).isEqualTo(new TierStanding(VIB, startOf("2029-01-01")));
            shop.advance(startOf("2029-01-01"));
            assertThat(shop.account().standing()).isEqualTo(new TierStanding(INSIDER, null));
        }

        @Test
        void aMemberFallsToTheLowestTierWhereTheProgramSaysSo() {
            Shop shop = shop(KEPT.fallingToTheLowest());
            shop.spend("2026-06-01", "1000");
            shop.spend("2027-06-01", "400");
            shop.advance(startOf("2028-01-01"));
            assertThat(shop.account().standing()).isEqualTo(new TierStanding(INSIDER, null));
        }
    }

    @Nested
    @Tag("Q7")
    class Progress {
        private static TierProgress of(Shop shop) {
            return shop.engine().progress(shop.account()).orElseThrow();
        }

        @Test
        @Tag("TV-99")
        void progressStartsAgainAtZeroInTheNewYearWhilePointsStay() {
            Shop shop = shop(KEPT);
            shop.spend("2012-12-15", "200");
            assertThat(of(shop).measured()).isEqualTo(usd("200"));
            shop.advance(startOf("2013-01-01"));
            assertThat(of(shop).measured()).isEqualTo(usd("0"));
            assertThat(of(shop).missingToNext()).isEqualTo(usd("350"));
            assertThat(shop.available()).isEqualTo(200);
        }

        @Test
        void progressSaysWhatIsMissingToTheNextTierAndByWhen() {
            Shop shop = shop(KEPT);
            shop.spend("2026-06-01", "200.50");
            assertThat(of(shop).next()).isEqualTo(VIB);
            assertThat(of(shop).missingToNext()).isEqualTo(usd("149.50"));
            assertThat(of(shop).windowEnds()).isEqualTo(startOf("2027-01-01"));
            assertThat(of(shop).missingToKeep()).isNull();
        }

        @Test
        void progressSaysWhatIsMissingToKeepTheTier() {
            Shop shop = shop(KEPT);
            shop.spend("2026-06-01", "350");
            assertThat(of(shop).missingToKeep()).isEqualTo(usd("0"));
            shop.spend("2027-06-01", "100");
            assertThat(of(shop).missingToKeep()).isEqualTo(usd("250"));
            shop.spend("2027-07-01", "1000");
            assertThat(of(shop).next()).isNull();
            assertThat(of(shop).missingToNext()).isNull();
            assertThat(of(shop).missingToKeep()).isEqualTo(usd("0"));
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
                    "o", CUSTOMER, noon("2026-03-01"), List.of(), "vib", startOf("2026-09-01"), usd("100")));
            assertThat(shop.account().standing()).isEqualTo(new TierStanding(VIB, startOf("2026-09-01")));
            shop.advance(startOf("2026-09-01"));
            assertThat(tier(shop)).isEqualTo("insider");
        }

        @Test
        void aTierBroughtOverWithoutAnEndIsHeldAsATierReachedNow() {
            Shop shop = shop(KEPT);
            shop.submit(new Opening("o", CUSTOMER, noon("2026-03-01"), List.of(), "vib", null, null));
            assertThat(shop.account().standing()).isEqualTo(new TierStanding(VIB, startOf("2028-01-01")));
        }

        @Test
        void theSpendBroughtOverCountsInItsWindowAndCanReachMore() {
            Shop shop = shop(KEPT);
            shop.submit(new Opening("o", CUSTOMER, noon("2026-03-01"), List.of(), null, null, usd("340")));
            assertThat(tier(shop)).isEqualTo("insider");
            shop.spend("2026-03-02", "10");
            assertThat(tier(shop)).isEqualTo("vib");
        }

        @Test
        void aTierBroughtOverThatIsOverAlreadyHasNoEffect() {
            Shop shop = shop(KEPT);
            shop.submit(new Opening("o", CUSTOMER, noon("2026-03-01"), List.of(), "vib", startOf("2026-03-01"), null));
            assertThat(shop.account().standing()).isEqualTo(new TierStanding(INSIDER, null));
        }
    }
}
