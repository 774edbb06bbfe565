package dev.laurel.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.money.Money;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierAfterReturn;
import dev.laurel.tier.TierFall;
import dev.laurel.tier.TierUpgrade;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import dev.laurel.time.Window;
import java.time.Period;
import java.util.Currency;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("Q1")
class LadderTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final MoneySum SPEND = PurchaseCounter.spend("spend").per(BoundedWindow.YEAR);
    private static final Tier INSIDER = Tier.of("insider");
    private static final Tier VIB = Tier.of("vib");
    private static final Tier ROUGE = Tier.of("rouge");
    private static final Ladder LADDER = Ladder.startingAt("status", INSIDER)
            .then(VIB, SPEND.reaches(Money.of(USD, 350)))
            .then(ROUGE, SPEND.reaches(Money.of(USD, 1000)));
    private static final String GOALS =
            "status: from insider; vib from at least USD 350.00 spent in the calendar year (spend);"
                    + " rouge from at least USD 1000.00 spent in the calendar year (spend); kept until ";
    private static final String THROUGH_NEXT = "P1Y after its end, at the end of the year; falling to what is earned";

    @Test
    void tiersOfALadderAreRankedFromTheLowest() {
        assertThat(LADDER.lowest()).isEqualTo(INSIDER);
        assertThat(LADDER.rankOf(INSIDER)).isZero();
        assertThat(LADDER.rankOf(ROUGE)).isEqualTo(2);
        assertThat(LADDER.rankOf(Tier.of("gold"))).isEqualTo(-1);
        assertThat(LADDER.has(VIB)).isTrue();
        assertThat(LADDER.has(Tier.of("gold"))).isFalse();
    }

    @Test
    void aTierMoreStandsAboveAllOthersAndLeavesTheLadderItCameFromAlone() {
        Ladder one = Ladder.startingAt("status", INSIDER);
        Ladder two = one.then(VIB, SPEND.reaches(Money.of(USD, 350)));
        assertThat(two.then(ROUGE, SPEND.reaches(Money.of(USD, 1000)))).isEqualTo(LADDER);
        assertThat(two.onlyGranted(ROUGE).steps()).last().isEqualTo(new Ladder.Step(ROUGE, null));
        assertThat(one.steps()).containsExactly(new Ladder.Step(INSIDER, null));
        assertThat(two.steps()).hasSize(2);
        assertThatThrownBy(() -> two.steps().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    @Tag("Q5")
    void aLadderKeepsWhatElseWasSaidOfIt() {
        Ladder ladder = Ladder.startingAt("status", INSIDER)
                .unmovedByReturns()
                .fallingByOne()
                .upgradingNextWindow()
                .kept(Moment.endOf(BoundedWindow.YEAR, Period.ofYears(2)))
                .then(VIB, SPEND.reaches(Money.of(USD, 350)))
                .onlyGranted(ROUGE);
        assertThat(ladder.afterReturn()).isEqualTo(TierAfterReturn.KEPT_UNTIL_REVIEW);
        assertThat(ladder.fall()).isEqualTo(TierFall.BY_ONE);
        assertThat(ladder.upgrade()).isEqualTo(TierUpgrade.NEXT_WINDOW);
        assertThat(ladder.kept()).isEqualTo(Moment.endOf(BoundedWindow.YEAR, Period.ofYears(2)));
        assertThat(ladder.steps()).hasSize(3);
        assertThat(LADDER.unmovedByReturns().describe())
                .isEqualTo(LADDER.describe() + "; " + TierAfterReturn.KEPT_UNTIL_REVIEW.describe());
    }

    @Test
    @Tag("Q3")
    void aLadderKeepsTiersThroughTheNextWindowUnlessSaid() {
        assertThat(LADDER.kept()).isEqualTo(Moment.endOf(BoundedWindow.YEAR, Period.ofYears(1)));
        assertThat(of(BoundedWindow.MONTH).kept()).isEqualTo(Moment.endOf(BoundedWindow.MONTH, Period.ofMonths(1)));
        assertThat(of(Window.overTheLast(Period.ofMonths(12))).kept()).isEqualTo(Moment.after(Period.ZERO));
        assertThat(of(Window.EVER).kept()).isEqualTo(Moment.never());
        assertThat(Ladder.startingAt("status", INSIDER).onlyGranted(VIB).kept()).isEqualTo(Moment.never());
        assertThat(LADDER.fall()).isEqualTo(TierFall.TO_EARNED);
        assertThat(LADDER.afterReturn()).isEqualTo(TierAfterReturn.JUDGED_ANEW);
        assertThat(LADDER.upgrade()).isEqualTo(TierUpgrade.AT_ONCE);
    }

    private static Ladder of(Window window) {
        return Ladder.startingAt("status", INSIDER)
                .then(VIB, PurchaseCounter.spend("spend").per(window).reaches(Money.of(USD, 350)));
    }

    @Test
    @Tag("P3")
    void aLadderDescribesItself() {
        assertThat(LADDER.describe()).isEqualTo(GOALS + THROUGH_NEXT);
        assertThat(LADDER.kept(Moment.endOf(BoundedWindow.YEAR))
                        .fallingToTheLowest()
                        .describe())
                .isEqualTo(GOALS + "P0D after its end, at the end of the year; falling to the lowest tier");
        assertThat(LADDER.fallingByOne().upgradingNextWindow().describe())
                .isEqualTo(GOALS + "P1Y after its end, at the end of the year; falling by one; "
                        + TierUpgrade.NEXT_WINDOW.describe());
    }

    @Test
    void laddersAreEqualIfAllTheirPartsAre() {
        assertThat(LADDER.kept(Moment.endOf(BoundedWindow.YEAR, Period.ofYears(1))))
                .isEqualTo(LADDER)
                .hasSameHashCodeAs(LADDER);
        Stream.<UnaryOperator<Ladder>>of(
                        Ladder::unmovedByReturns,
                        Ladder::fallingByOne,
                        Ladder::fallingToTheLowest,
                        Ladder::upgradingNextWindow,
                        ladder -> ladder.kept(Moment.never()),
                        ladder -> ladder.onlyGranted(Tier.of("gold")))
                .forEach(changed -> assertThat(changed.apply(LADDER)).isNotEqualTo(LADDER));
        assertThat(Ladder.startingAt("club", INSIDER)).isNotEqualTo(Ladder.startingAt("status", INSIDER));
        assertThat(LADDER).hasToString("Ladder[status]");
    }

    @Test
    @Tag("F1")
    void aLadderIsRefusedWithoutItsParts() {
        assertThatThrownBy(() -> Ladder.startingAt("Status", INSIDER))
                .isExactlyInstanceOf(IllegalArgumentException.class);
        assertThatNullPointerException().isThrownBy(() -> Ladder.startingAt("status", null));
        assertThatNullPointerException().isThrownBy(() -> LADDER.then(Tier.of("gold"), null));
        assertThatNullPointerException().isThrownBy(() -> LADDER.onlyGranted(null));
        assertThatNullPointerException().isThrownBy(() -> LADDER.kept(null));
    }
}
