package dev.laurel.tier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.counter.WindowSums;
import dev.laurel.money.Money;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.CivilZone;
import dev.laurel.time.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TierLadderTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final CivilZone ZONE = CivilZone.of(ZoneId.of("America/New_York"));
    private static final Tier INSIDER = Tier.of("insider");
    private static final Tier VIB = Tier.of("vib");
    private static final Tier ROUGE = Tier.of("rouge");
    private static final TierLadder THROUGH_WINDOW = TierLadder.per(
                    BoundedWindow.YEAR,
                    new TierStep(INSIDER, Money.zero(USD)),
                    new TierStep(VIB, Money.of(USD, 350)),
                    new TierStep(ROUGE, Money.of(USD, 1000)))
            .kept(Moment.endOf(BoundedWindow.YEAR))
            .fallingToTheLowest();
    private static final TierLadder THROUGH_NEXT =
            TierLadder.per(BoundedWindow.YEAR, THROUGH_WINDOW.steps().toArray(TierStep[]::new));

    private static Instant newYear(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(ZONE.id()).toInstant();
    }

    private static Instant mid(int year) {
        return LocalDate.of(year, 7, 1).atStartOfDay(ZONE.id()).toInstant();
    }

    private static WindowSums spent(long year, String dollars) {
        return WindowSums.of(Map.of(year, Money.of(USD, dollars).millionths()));
    }

    private static WindowSums more(WindowSums sums, long year, String dollars) {
        Map<Long, Long> more = sums.toMap();
        more.merge(year, Money.of(USD, dollars).millionths(), Long::sum);
        return WindowSums.of(more);
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
            for (TierLadder ladder : List.of(THROUGH_WINDOW, THROUGH_NEXT)) {
                assertThat(ladder.afterCounting(
                                        ladder.ground(), spent(2026, dollars).of(2026), 2026, mid(2026), ZONE, 0)
                                .tier())
                        .isEqualTo(Tier.of(tier));
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
            TierLadder ladder = TierLadder.per(
                            BoundedWindow.YEAR,
                            new TierStep(Tier.of("bronze"), Money.zero(USD)),
                            new TierStep(Tier.of("silver"), Money.of(USD, 10_000)),
                            new TierStep(Tier.of("gold"), Money.of(USD, 20_000)))
                    .kept(Moment.endOf(BoundedWindow.YEAR))
                    .fallingToTheLowest();
            WindowSums sums = spent(2026, before);
            TierStanding standing = ladder.afterCounting(ladder.ground(), sums.of(2026), 2026, mid(2026), ZONE, 0);
            sums = more(sums, 2026, now);
            assertThat(ladder.afterCounting(standing, sums.of(2026), 2026, mid(2026), ZONE, 0)
                            .tier())
                    .isEqualTo(Tier.of(tier));
        }

        @Test
        void thresholdsOfTiersCountTheWindowAndNotTheOneBefore() {
            WindowSums sums = more(spent(2025, "349.99"), 2026, "349.99");
            assertThat(THROUGH_NEXT.afterCounting(THROUGH_NEXT.ground(), sums.of(2026), 2026, mid(2026), ZONE, 0))
                    .isEqualTo(until(INSIDER, null));
        }
    }

    @Nested
    @Tag("Q3")
    class AfterCounting {
        @Test
        void aTierIsKeptThroughTheNextWindow() {
            assertThat(THROUGH_NEXT.afterCounting(
                            THROUGH_NEXT.ground(), spent(2026, "350").of(2026), 2026, mid(2026), ZONE, 0))
                    .isEqualTo(until(VIB, newYear(2028)));
        }

        @Test
        void aTierIsKeptToTheEndOfItsWindow() {
            assertThat(THROUGH_WINDOW.afterCounting(
                            THROUGH_WINDOW.ground(), spent(2026, "350").of(2026), 2026, mid(2026), ZONE, 0))
                    .isEqualTo(until(VIB, newYear(2027)));
        }

        @Test
        @Tag("Q2")
        void tiersAreSkippedAsTheSpendDoes() {
            assertThat(THROUGH_NEXT.afterCounting(
                            THROUGH_NEXT.ground(), spent(2026, "1500").of(2026), 2026, mid(2026), ZONE, 0))
                    .isEqualTo(until(ROUGE, newYear(2028)));
        }

        @Test
        void theSameTierReachedAgainIsKeptToTheLaterEnd() {
            TierStanding standing = until(VIB, newYear(2028));
            assertThat(THROUGH_NEXT.afterCounting(standing, spent(2027, "400").of(2027), 2027, mid(2027), ZONE, 0))
                    .isEqualTo(until(VIB, newYear(2029)));
            assertThat(THROUGH_NEXT.afterCounting(
                            until(VIB, newYear(2029)), spent(2026, "400").of(2026), 2026, mid(2027), ZONE, 0))
                    .isEqualTo(until(VIB, newYear(2029)));
        }

        @Test
        void aLowerTierChangesNothing() {
            TierStanding standing = until(ROUGE, newYear(2028));
            assertThat(THROUGH_NEXT.afterCounting(standing, spent(2027, "400").of(2027), 2027, mid(2027), ZONE, 0))
                    .isEqualTo(standing);
        }

        @Test
        @Tag("T3")
        void lateSpendCountsInItsOwnWindowAndReopensNoReview() {
            assertThat(THROUGH_NEXT.afterCounting(
                            THROUGH_NEXT.ground(), spent(2026, "400").of(2026), 2026, mid(2027), ZONE, 0))
                    .isEqualTo(until(VIB, newYear(2028)));
            assertThat(THROUGH_NEXT.afterCounting(
                            THROUGH_NEXT.ground(), spent(2026, "400").of(2026), 2026, newYear(2028), ZONE, 0))
                    .isEqualTo(THROUGH_NEXT.ground());
            assertThat(THROUGH_WINDOW.afterCounting(
                            THROUGH_WINDOW.ground(), spent(2026, "400").of(2026), 2026, newYear(2027), ZONE, 0))
                    .isEqualTo(THROUGH_WINDOW.ground());
        }
    }

    @Nested
    @Tag("Q4")
    class Review {
        @Test
        void aReviewFallsToWhatTheLastWindowEarned() {
            assertThat(THROUGH_NEXT.review(newYear(2028), spent(2027, "400"), ZONE, 0))
                    .isEqualTo(until(VIB, newYear(2029)));
        }

        @Test
        void aReviewFallsToTheLowestTierWhereNothingWasEarned() {
            assertThat(THROUGH_NEXT.review(newYear(2028), spent(2026, "1000"), ZONE, 0))
                    .isEqualTo(until(INSIDER, null));
        }

        @Test
        void aReviewCountsThePresentWindowToo() {
            WindowSums sums = more(spent(2026, "400"), 2027, "1000");
            assertThat(THROUGH_NEXT.review(mid(2027), sums, ZONE, 0)).isEqualTo(until(ROUGE, newYear(2029)));
            assertThat(THROUGH_NEXT.review(mid(2027), spent(2026, "400"), ZONE, 0))
                    .isEqualTo(until(VIB, newYear(2028)));
        }

        @Test
        void aReviewFallsToTheLowestTierAtNewYearWhereATierIsKeptThroughItsWindow() {
            WindowSums sums = spent(2026, "5000");
            assertThat(THROUGH_WINDOW.review(newYear(2027), sums, ZONE, 0)).isEqualTo(until(INSIDER, null));
        }

        @Test
        void aRougeMemberWhoSpends400InTheNextYearIsVibAfterIt() {
            WindowSums sums = spent(2026, "1000");
            TierStanding standing =
                    THROUGH_NEXT.afterCounting(THROUGH_NEXT.ground(), sums.of(2026), 2026, mid(2026), ZONE, 0);
            assertThat(standing).isEqualTo(until(ROUGE, newYear(2028)));
            sums = more(sums, 2027, "400");
            standing = THROUGH_NEXT.afterCounting(standing, sums.of(2027), 2027, mid(2027), ZONE, 0);
            assertThat(standing).isEqualTo(until(ROUGE, newYear(2028)));
            assertThat(THROUGH_NEXT.review(newYear(2028), sums, ZONE, 0)).isEqualTo(until(VIB, newYear(2029)));
        }

        @Test
        void aTierKeptToTheWindowsEndCanFallToWhatThePresentWindowEarned() {
            TierLadder ladder = new TierLadder(
                    BoundedWindow.YEAR,
                    Moment.endOf(BoundedWindow.YEAR),
                    TierFall.TO_EARNED,
                    TierAfterReturn.JUDGED_ANEW,
                    THROUGH_WINDOW.steps());
            assertThat(ladder.review(mid(2027), spent(2027, "400"), ZONE, 0)).isEqualTo(until(VIB, newYear(2028)));
            assertThat(ladder.review(newYear(2027), spent(2026, "400"), ZONE, 0))
                    .isEqualTo(ladder.ground());
        }
    }

    @Nested
    @Tag("Q7")
    class Progress {
        @Test
        void theProgressOfATierTellsWhatIsMissingToTheNextTierAndByWhen() {
            assertThat(THROUGH_NEXT.progress(THROUGH_NEXT.ground(), spent(2026, "100.50"), mid(2026), ZONE, 0))
                    .isEqualTo(new TierProgress(
                            until(INSIDER, null),
                            Money.of(USD, "100.50"),
                            newYear(2027),
                            VIB,
                            Money.of(USD, "249.50"),
                            null));
        }

        @Test
        void theProgressOfATierTellsWhatIsNeededToKeepIt() {
            TierStanding standing = until(VIB, newYear(2028));
            assertThat(THROUGH_NEXT.progress(standing, spent(2026, "400"), mid(2026), ZONE, 0))
                    .isEqualTo(new TierProgress(
                            standing, Money.of(USD, 400), newYear(2027), ROUGE, Money.of(USD, 600), Money.zero(USD)));
            assertThat(THROUGH_NEXT.progress(standing, spent(2026, "400"), mid(2027), ZONE, 0))
                    .isEqualTo(new TierProgress(
                            standing, Money.zero(USD), newYear(2028), ROUGE, Money.of(USD, 1000), Money.of(USD, 350)));
        }

        @Test
        void theProgressOfATierHasNoNextTierAtTheTop() {
            TierProgress progress =
                    THROUGH_NEXT.progress(until(ROUGE, newYear(2028)), spent(2027, "10"), mid(2027), ZONE, 0);
            assertThat(progress.next()).isNull();
            assertThat(progress.missingToNext()).isNull();
            assertThat(progress.missingToKeep()).isEqualTo(Money.of(USD, 990));
        }

        @Test
        void theProgressOfATierSaysNothingOfKeepingItWhereThisWindowCannotProlongIt() {
            assertThat(THROUGH_NEXT
                            .progress(until(VIB, newYear(2030)), spent(2027, "10"), mid(2027), ZONE, 0)
                            .missingToKeep())
                    .isNull();
            assertThat(THROUGH_WINDOW
                            .progress(until(VIB, newYear(2028)), spent(2027, "10"), mid(2027), ZONE, 0)
                            .missingToKeep())
                    .isNull();
        }

        @Test
        @Tag("TV-99")
        void theProgressOfATierBeginsAnewWithTheWindow() {
            WindowSums sums = spent(2012, "200");
            assertThat(THROUGH_NEXT
                            .progress(THROUGH_NEXT.ground(), sums, newYear(2013).minusNanos(1_000), ZONE, 0)
                            .measured())
                    .isEqualTo(Money.of(USD, 200));
            TierProgress progress = THROUGH_NEXT.progress(THROUGH_NEXT.ground(), sums, newYear(2013), ZONE, 0);
            assertThat(progress.measured()).isEqualTo(Money.zero(USD));
            assertThat(progress.missingToNext()).isEqualTo(Money.of(USD, 350));
        }
    }

    @Nested
    class Tiers {
        @Test
        void tiersOfALadderAreFoundByIdAndRankedFromTheLowest() {
            assertThat(THROUGH_NEXT.lowest()).isEqualTo(INSIDER);
            assertThat(THROUGH_NEXT.ground()).isEqualTo(until(INSIDER, null));
            assertThat(THROUGH_NEXT.tier("vib")).contains(VIB);
            assertThat(THROUGH_NEXT.tier("gold")).isEmpty();
            assertThat(THROUGH_NEXT.rankOf(INSIDER)).isZero();
            assertThat(THROUGH_NEXT.rankOf(ROUGE)).isEqualTo(2);
            assertThat(THROUGH_NEXT.rankOf(Tier.of("gold"))).isEqualTo(-1);
        }

        @Test
        void tiersHaveKebabCaseIds() {
            assertThatThrownBy(() -> Tier.of("VIB"))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("id of a tier must be kebab-case, such as 'vib-bonus', but was 'VIB'");
            assertThatNullPointerException().isThrownBy(() -> Tier.of(null));
        }

        @Test
        void stepsOfALadderAreCopied() {
            List<TierStep> steps = new ArrayList<>(THROUGH_NEXT.steps());
            TierLadder ladder = new TierLadder(
                    BoundedWindow.MONTH,
                    Moment.endOf(BoundedWindow.MONTH),
                    TierFall.TO_LOWEST,
                    TierAfterReturn.JUDGED_ANEW,
                    steps);
            steps.clear();
            assertThat(ladder.steps()).hasSize(3);
            assertThatThrownBy(() -> ladder.steps().clear()).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Test
    void windowsBeforeTheLastFullOneDoNotMatter() {
        assertThat(THROUGH_NEXT.firstWindowThatMatters(ZONE.dayOf(mid(2027)), ZONE, 0))
                .isEqualTo(2026);
        WindowSums sums = WindowSums.of(Map.of(2025L, 9_000_000_000L, 2026L, 400_000_000L));
        assertThat(THROUGH_NEXT.review(newYear(2027), sums, ZONE, 0))
                .isEqualTo(THROUGH_NEXT.review(
                        newYear(2027), WindowSums.of(sums.toMap().tailMap(2026L)), ZONE, 0));
    }

    @Test
    @Tag("P3")
    void aLadderDescribesItself() {
        assertThat(THROUGH_NEXT.describe())
                .isEqualTo(
                        "qualifying spend per calendar year, kept until P1Y after its end, at the end of the year, falling to what"
                                + " is earned; insider from USD 0.00; vib from USD 350.00; rouge from USD 1000.00");
        assertThat(THROUGH_WINDOW.describe())
                .isEqualTo(
                        "qualifying spend per calendar year, kept until P0D after its end, at the end of the year, falling to the lowest"
                                + " tier; insider from USD 0.00; vib from USD 350.00; rouge from USD 1000.00");
    }
}
