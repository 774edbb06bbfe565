package dev.laurel.dsl;

import static dev.laurel.dsl.Laurel.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.dsl.syntax.LadderBase;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.Goals;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.program.Ladder;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierAfterReturn;
import dev.laurel.tier.TierFall;
import dev.laurel.tier.TierUpgrade;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import dev.laurel.time.Window;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("Q1")
class LadderSentenceTest {
    private static final Tier INSIDER = tier("insider");
    private static final Tier VIB = tier("vib");
    private static final Tier ROUGE = tier("rouge");
    private static final Counter<MoneySum> SPEND = counter("spend").spend();

    private static LadderBase status() {
        return ladder("status").startingAt(INSIDER);
    }

    private static Ladder per(Window window) {
        return status().then(VIB, SPEND.per(window).reaches(usd(350)))
                .then(ROUGE, SPEND.per(window).reaches(usd(1000)));
    }

    @Test
    void ladderSaysWhatTheCoresOwnLadderDoes() {
        MoneySum spend = PurchaseCounter.spend("spend").per(BoundedWindow.YEAR);
        assertThat(per(YEAR))
                .isEqualTo(Ladder.startingAt("status", INSIDER)
                        .then(VIB, spend.reaches(usd(350)))
                        .then(ROUGE, spend.reaches(usd(1000))));
        assertThat(per(YEAR).id()).isEqualTo("status");
        assertThat(per(YEAR).describe())
                .isEqualTo(
                        "status: from insider; vib from at least USD 350.00 spent in the calendar year (spend); rouge from at"
                                + " least USD 1000.00 spent in the calendar year (spend); kept until "
                                + Moment.endOf(YEAR, Period.ofYears(1)).describe("its end")
                                + "; falling to what is earned");
    }

    @Test
    @Tag("Q3")
    @Tag("Q4")
    void ladderKeepsItsTiersThroughTheNextWindowAndLetsThemFallToWhatIsEarnedUnlessSaidOtherwise() {
        for (BoundedWindow window : List.of(
                DAY,
                WEEK,
                MONTH,
                QUARTER,
                YEAR,
                MEMBERSHIP_YEAR,
                every(months(2)).startingOn("2026-01-31"))) {
            Ladder ladder = per(window);
            assertThat(ladder.kept()).isEqualTo(endOf(window, window.length()));
            assertThat(ladder.fall()).isEqualTo(TierFall.TO_EARNED);
            assertThat(ladder.afterReturn()).isEqualTo(TierAfterReturn.JUDGED_ANEW);
            assertThat(ladder.upgrade()).isEqualTo(TierUpgrade.AT_ONCE);
            assertThat(ladder.window()).contains(window);
        }
    }

    @Test
    @Tag("Q3")
    void ladderKeepsItsTiersAsLongAsARollingSumReachesThemAndForGoodWhereNothingEnds() {
        assertThat(per(overTheLast(months(12))).kept()).isEqualTo(after(days(0)));
        assertThat(per(EVER).kept()).isEqualTo(never());
        assertThat(status().onlyGranted(VIB).kept()).isEqualTo(never());
    }

    @Test
    @Tag("Q4")
    void ladderCanKeepItsTiersUntilAnyMomentAndLetThemFallToTheLowestOrByOne() {
        Ladder ladder = per(YEAR).kept(endOf(YEAR, years(1)).plus(days(31)));
        assertThat(ladder.kept())
                .isEqualTo(Moment.endOf(YEAR, Period.ofYears(1)).plus(Period.ofDays(31)));
        assertThat(ladder.fallingToTheLowest().fall()).isEqualTo(TierFall.TO_LOWEST);
        assertThat(ladder.fallingByOne().fall()).isEqualTo(TierFall.BY_ONE);
        assertThat(ladder.fallingByOne().kept()).isEqualTo(ladder.kept());
    }

    @Test
    @Tag("Q2")
    @Tag("Q5")
    void ladderCanUpgradeFromTheNextWindowAndStayUnmovedByReturns() {
        assertThat(per(YEAR).upgradingNextWindow().upgrade()).isEqualTo(TierUpgrade.NEXT_WINDOW);
        assertThat(per(YEAR).unmovedByReturns().afterReturn()).isEqualTo(TierAfterReturn.KEPT_UNTIL_REVIEW);
    }

    @Test
    void ladderCanAskForSeveralSumsAndHaveATierThatIsOnlyGranted() {
        MoneySum spend = SPEND.per(YEAR);
        var purchases = counter("purchases").purchases().per(YEAR);
        Ladder ladder = status().then(VIB, any(spend.reaches(usd(350)), purchases.reaches(10)))
                .then(ROUGE, all(spend.reaches(usd(1000)), purchases.reaches(20)))
                .onlyGranted(tier("ambassador"));

        assertThat(ladder.steps())
                .containsExactly(
                        new Ladder.Step(INSIDER, null),
                        new Ladder.Step(VIB, Goals.any(spend.reaches(usd(350)), purchases.reaches(10))),
                        new Ladder.Step(ROUGE, Goals.all(spend.reaches(usd(1000)), purchases.reaches(20))),
                        new Ladder.Step(tier("ambassador"), null));
        assertThat(ladder.sums()).containsExactly(spend, purchases);
    }

    @Test
    void ladderNeedsAnIdThatCanBeWrittenDown() {
        assertThatThrownBy(() -> ladder("My Status"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("ladder id ");
        assertThatNullPointerException().isThrownBy(() -> ladder("status").startingAt(null));
        assertThatNullPointerException().isThrownBy(() -> status().then(VIB, null));
    }
}
