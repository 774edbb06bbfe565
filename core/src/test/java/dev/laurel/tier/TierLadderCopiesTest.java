package dev.laurel.tier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.money.Money;
import java.util.Currency;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TierLadderCopiesTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final TierStep INSIDER = new TierStep(Tier.of("insider"), Money.zero(USD));
    private static final TierStep VIB = new TierStep(Tier.of("vib"), Money.of(USD, 350));
    private static final TierStep ROUGE = new TierStep(Tier.of("rouge"), Money.of(USD, 1000));

    @Test
    void aTierMoreStandsAboveAllOthersAndLeavesTheLadderItCameFromAlone() {
        TierLadder ladder = TierLadder.perCalendarYear(INSIDER).keptThroughNextWindow();

        assertThat(ladder.then(VIB.tier(), VIB.threshold()).then(ROUGE.tier(), ROUGE.threshold()))
                .isEqualTo(TierLadder.perCalendarYear(INSIDER, VIB, ROUGE).keptThroughNextWindow());
        assertThat(ladder.steps()).containsExactly(INSIDER);
    }

    @Test
    @Tag("Q5")
    void aLadderKeepsWhatAReturnDoesWhateverElseIsSaid() {
        TierLadder ladder = TierLadder.perCalendarYear(INSIDER).unmovedByReturns();

        assertThat(ladder.keptThroughNextWindow().then(VIB.tier(), VIB.threshold()))
                .isEqualTo(TierLadder.perCalendarYear(INSIDER, VIB)
                        .keptThroughNextWindow()
                        .afterReturn(TierAfterReturn.KEPT_UNTIL_REVIEW));
        assertThat(ladder.afterReturn(TierAfterReturn.JUDGED_ANEW)).isEqualTo(TierLadder.perCalendarYear(INSIDER));
        assertThat(ladder.describe())
                .isEqualTo(TierLadder.perCalendarYear(INSIDER)
                        .describe()
                        .replace("; insider", ", kept after a return; insider"));
    }
}
