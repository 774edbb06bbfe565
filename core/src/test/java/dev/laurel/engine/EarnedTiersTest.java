package dev.laurel.engine;

import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.startOf;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Iterables;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.account.Account;
import dev.laurel.decision.Decision;
import dev.laurel.event.Basket;
import dev.laurel.event.Opening;
import dev.laurel.event.Purchase;
import dev.laurel.occasion.Goal;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.occasion.SumGoal;
import dev.laurel.program.Ladder;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierStanding;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tiers that the spend of a calendar year reaches. */
class EarnedTiersTest {
    private static final MoneySum SPEND = PurchaseCounter.spend("spend").per(BoundedWindow.YEAR);
    private static final Tier INSIDER = Tier.of("insider");
    private static final Tier VIB = Tier.of("vib");
    private static final Tier ROUGE = Tier.of("rouge");
    private static final SumGoal TO_VIB = SPEND.reaches(usd("350"));
    private static final SumGoal TO_ROUGE = SPEND.reaches(usd("1000"));
    private static final Ladder THROUGH_NEXT =
            Ladder.startingAt("status", INSIDER).then(VIB, TO_VIB).then(ROUGE, TO_ROUGE);
    private static final Ladder THROUGH_WINDOW =
            THROUGH_NEXT.kept(Moment.endOf(BoundedWindow.YEAR)).fallingToTheLowest();
    private static final TierStanding GROUND = new TierStanding(INSIDER, null);

    private static Shop shop(Ladder ladder) {
        return new Shop(program()
                .lateLimit(Period.ofYears(3))
                .ladders(ladder)
                .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
                .build());
    }

    @CanIgnoreReturnValue
    private static Decision spends(Shop shop, String date, String dollars) {
        return shop.submit(new Purchase(date + " " + dollars, CUSTOMER, noon(date), Basket.ofTotal(usd(dollars))));
    }

    private static TierStanding standing(Shop shop) {
        return shop.account().standing("status").orElseThrow();
    }

    private static Instant newYear(int year) {
        return startOf(year + "-01-01");
    }

    private static TierStanding until(Tier tier, @Nullable Instant end) {
        return new TierStanding(tier, end);
    }

    @Nested
    @Tag("Q1")
    class Thresholds {
        @ParameterizedTest
        @Tag("TV-97")
        @CsvSource({
            "0, insider",
            "349.99, insider",
            "349.999999, insider",
            "350, vib",
            "350.01, vib",
            "999.99, vib",
            "1000, rouge",
            "100000, rouge"
        })
        void thresholdsOfTiersAreInclusive(String dollars, String tier) {
            for (Ladder ladder : List.of(THROUGH_WINDOW, THROUGH_NEXT)) {
                Shop shop = shop(ladder);
                spends(shop, "2026-07-01", dollars);
                assertThat(standing(shop).tier()).isEqualTo(Tier.of(tier));
            }
        }

        @ParameterizedTest
        @Tag("TV-47..53")
        @CsvSource({
            "0, 6000, bronze",
            "0, 15000, silver",
            "0, 25000, gold",
            "4000, 500, bronze",
            "8000, 3000, silver",
            "18000, 3000, gold",
            "22000, 5000, gold"
        })
        void thresholdsOfTiersCountWhatWasSpentBeforeAndNow(String before, String now, String tier) {
            Shop shop = shop(Ladder.startingAt("status", Tier.of("bronze"))
                    .then(Tier.of("silver"), SPEND.reaches(usd("10000")))
                    .then(Tier.of("gold"), SPEND.reaches(usd("20000")))
                    .kept(Moment.endOf(BoundedWindow.YEAR))
                    .fallingToTheLowest());
            spends(shop, "2026-07-01", before);
            spends(shop, "2026-07-02", now);
            assertThat(standing(shop).tier()).isEqualTo(Tier.of(tier));
        }

        @Test
        void thresholdsOfTiersCountTheWindowAndNotTheOneBefore() {
            Shop shop = shop(THROUGH_NEXT);
            spends(shop, "2025-07-01", "349.99");
            spends(shop, "2026-07-01", "349.99");
            assertThat(standing(shop)).isEqualTo(GROUND);
        }
    }

    @Nested
    @Tag("Q3")
    class AfterCounting {
        @Test
        void aTierIsKeptThroughTheNextWindow() {
            Shop shop = shop(THROUGH_NEXT);
            spends(shop, "2026-07-01", "350");
            assertThat(standing(shop)).isEqualTo(until(VIB, newYear(2028)));
        }

        @Test
        void aTierIsKeptToTheEndOfItsWindow() {
            Shop shop = shop(THROUGH_WINDOW);
            spends(shop, "2026-07-01", "350");
            assertThat(standing(shop)).isEqualTo(until(VIB, newYear(2027)));
        }

        @Test
        @Tag("Q2")
        void tiersAreSkippedAsTheSpendDoes() {
            Shop shop = shop(THROUGH_NEXT);
            assertThat(spends(shop, "2026-07-01", "1500").tierChanges()).hasSize(1);
            assertThat(standing(shop)).isEqualTo(until(ROUGE, newYear(2028)));
        }

        @Test
        @Tag("T3")
        void theSameTierReachedAgainIsKeptToTheLaterEnd() {
            Shop shop = shop(THROUGH_NEXT);
            spends(shop, "2026-07-01", "350");
            spends(shop, "2027-07-01", "400");
            assertThat(standing(shop)).isEqualTo(until(VIB, newYear(2029)));
            assertThat(spends(shop, "2026-08-01", "50").tierChanges()).isEmpty();
            assertThat(standing(shop)).isEqualTo(until(VIB, newYear(2029)));
        }

        @Test
        void aLowerTierChangesNothing() {
            Shop shop = shop(THROUGH_NEXT);
            spends(shop, "2026-07-01", "1000");
            assertThat(spends(shop, "2027-07-01", "400").tierChanges()).isEmpty();
            assertThat(standing(shop)).isEqualTo(until(ROUGE, newYear(2028)));
        }

        @Test
        @Tag("T3")
        void lateSpendCountsInItsOwnWindowAndReopensNoReview() {
            Shop shop = shop(THROUGH_NEXT);
            spends(shop, "2027-07-01", "1");
            spends(shop, "2026-07-01", "400");
            assertThat(standing(shop)).isEqualTo(until(VIB, newYear(2028)));
            Shop over = shop(THROUGH_NEXT);
            over.advance(newYear(2028));
            spends(over, "2026-07-01", "400");
            assertThat(standing(over)).isEqualTo(GROUND);
            Shop overAtOnce = shop(THROUGH_WINDOW);
            overAtOnce.advance(newYear(2027));
            spends(overAtOnce, "2026-07-01", "400");
            assertThat(standing(overAtOnce)).isEqualTo(GROUND);
        }
    }

    @Nested
    @Tag("Q4")
    class Review {
        @Test
        void aReviewFallsToWhatTheLastWindowEarned() {
            Shop shop = shop(THROUGH_NEXT);
            spends(shop, "2026-07-01", "1000");
            assertThat(standing(shop)).isEqualTo(until(ROUGE, newYear(2028)));
            spends(shop, "2027-07-01", "400");
            assertThat(standing(shop)).isEqualTo(until(ROUGE, newYear(2028)));
            shop.advance(newYear(2028));
            assertThat(standing(shop)).isEqualTo(until(VIB, newYear(2029)));
        }

        @Test
        void aReviewFallsToTheLowestTierWhereNothingWasEarned() {
            Shop shop = shop(THROUGH_NEXT);
            spends(shop, "2026-07-01", "1000");
            shop.advance(newYear(2028));
            assertThat(standing(shop)).isEqualTo(GROUND);
        }

        @Test
        void aReviewFallsToTheLowestTierAtNewYearWhereATierIsKeptThroughItsWindow() {
            Shop shop = shop(THROUGH_WINDOW);
            spends(shop, "2026-07-01", "5000");
            shop.advance(newYear(2027));
            assertThat(standing(shop)).isEqualTo(GROUND);
        }

        @Test
        void aReviewCountsThePresentWindowToo() {
            // Half a year of grace lets a tier end within a window.
            Moment summer = Moment.endOf(BoundedWindow.YEAR).plus(Period.ofMonths(6));
            Shop shop = shop(THROUGH_NEXT.kept(summer));
            spends(shop, "2026-07-01", "1000");
            assertThat(standing(shop)).isEqualTo(until(ROUGE, startOf("2027-07-01")));
            spends(shop, "2027-02-01", "400");
            assertThat(standing(shop)).isEqualTo(until(ROUGE, startOf("2027-07-01")));
            shop.advance(startOf("2027-07-01"));
            assertThat(standing(shop)).isEqualTo(until(VIB, startOf("2028-07-01")));
        }

        @Test
        void aTierKeptToTheWindowsEndDoesNotFallToWhatThatWindowEarned() {
            Shop shop = shop(THROUGH_NEXT.kept(Moment.endOf(BoundedWindow.YEAR)));
            spends(shop, "2026-07-01", "400");
            shop.advance(newYear(2027));
            assertThat(standing(shop)).isEqualTo(GROUND);
            spends(shop, "2027-07-01", "400");
            assertThat(standing(shop)).isEqualTo(until(VIB, newYear(2028)));
        }
    }

    @Nested
    @Tag("Q7")
    class OfProgress {
        private static LadderProgress progress(Shop shop) {
            return Iterables.getOnlyElement(shop.engine().progress(shop.account()));
        }

        private static SumToGoal.OfMoney at(SumGoal goal, String dollars) {
            return new SumToGoal.OfMoney(goal, usd(dollars));
        }

        private static GoalProgress toGoal(SumToGoal sum) {
            return new GoalProgress(Goal.Join.ALL, List.of(sum), List.of());
        }

        @Test
        void theProgressOfATierTellsWhatIsMissingToTheNextTierAndByWhen() {
            Shop shop = shop(THROUGH_NEXT);
            spends(shop, "2026-07-01", "100.50");
            SumToGoal.OfMoney vib = at(TO_VIB, "100.50");
            assertThat(progress(shop))
                    .isEqualTo(
                            new LadderProgress("status", GROUND, newYear(2027), VIB, toGoal(vib), GoalProgress.NONE));
            assertThat(vib.missing()).isEqualTo(usd("249.50"));
            assertThat(vib.isReached()).isFalse();
        }

        @Test
        void theProgressOfATierTellsWhatIsNeededToKeepIt() {
            Shop shop = shop(THROUGH_NEXT);
            spends(shop, "2026-07-01", "400");
            TierStanding standing = until(VIB, newYear(2028));
            assertThat(progress(shop))
                    .isEqualTo(new LadderProgress(
                            "status",
                            standing,
                            newYear(2027),
                            ROUGE,
                            toGoal(at(TO_ROUGE, "400")),
                            toGoal(at(TO_VIB, "400"))));
            assertThat(at(TO_VIB, "400").missing()).isEqualTo(usd("0"));
            assertThat(at(TO_VIB, "400").isReached()).isTrue();
            shop.advance(noon("2027-07-01"));
            assertThat(progress(shop))
                    .isEqualTo(new LadderProgress(
                            "status",
                            standing,
                            newYear(2028),
                            ROUGE,
                            toGoal(at(TO_ROUGE, "0")),
                            toGoal(at(TO_VIB, "0"))));
        }

        @Test
        void theProgressOfATierHasNoNextTierAtTheTop() {
            Shop shop = shop(THROUGH_NEXT);
            spends(shop, "2026-07-01", "1000");
            spends(shop, "2027-07-01", "10");
            assertThat(progress(shop).next()).isNull();
            assertThat(progress(shop).toNext().isEmpty()).isTrue();
            assertThat(progress(shop).toKeep()).isEqualTo(toGoal(at(TO_ROUGE, "10")));
            assertThat(at(TO_ROUGE, "10").missing()).isEqualTo(usd("990"));
        }

        @Test
        @Tag("Q6")
        void theProgressOfATierSaysNothingOfKeepingItWhereThisWindowCannotProlongIt() {
            for (Ladder ladder : List.of(THROUGH_NEXT, THROUGH_WINDOW)) {
                Shop shop = shop(ladder);
                shop.submit(Opening.of("o", CUSTOMER, noon("2027-01-05")).holding("vib", newYear(2030)));
                spends(shop, "2027-07-01", "10");
                assertThat(progress(shop).toKeep().isEmpty()).isTrue();
            }
        }

        @Test
        @Tag("TV-99")
        void theProgressOfATierBeginsAnewWithTheWindow() {
            Shop shop = shop(THROUGH_NEXT);
            spends(shop, "2012-07-01", "200");
            shop.advance(newYear(2013).minusNanos(1_000));
            assertThat(progress(shop).toNext()).isEqualTo(toGoal(at(TO_VIB, "200")));
            shop.advance(newYear(2013));
            assertThat(progress(shop).toNext()).isEqualTo(toGoal(at(TO_VIB, "0")));
            assertThat(at(TO_VIB, "0").missing()).isEqualTo(usd("350"));
        }
    }

    @Test
    void windowsBeforeTheLastFullOneDoNotMatter() {
        Shop shop = new Shop(program()
                .ladders(THROUGH_NEXT)
                .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
                .build());
        spends(shop, "2025-07-01", "9000");
        spends(shop, "2026-07-01", "400");
        assertThat(spent(shop).keySet()).containsExactly(2025L, 2026L);
        spends(shop, "2027-07-01", "1");
        assertThat(spent(shop).keySet()).containsExactly(2026L, 2027L);
        assertThat(standing(shop)).isEqualTo(until(VIB, newYear(2028)));
    }

    private static Map<Long, Long> spent(Shop shop) {
        Account account = shop.account();
        return account.counter("spend/year").toMap();
    }
}
