package dev.laurel.tier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.money.Money;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
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
        TierLadder ladder = TierLadder.per(BoundedWindow.YEAR, INSIDER);

        assertThat(ladder.then(VIB.tier(), VIB.threshold()).then(ROUGE.tier(), ROUGE.threshold()))
                .isEqualTo(TierLadder.per(BoundedWindow.YEAR, INSIDER, VIB, ROUGE));
        assertThat(ladder.steps()).containsExactly(INSIDER);
    }

    @Test
    @Tag("Q5")
    void aLadderKeepsWhatAReturnDoesWhateverElseIsSaid() {
        TierLadder ladder = TierLadder.per(BoundedWindow.YEAR, INSIDER).unmovedByReturns();

        assertThat(ladder.then(VIB.tier(), VIB.threshold()))
                .isEqualTo(TierLadder.per(BoundedWindow.YEAR, INSIDER, VIB)
                        .afterReturn(TierAfterReturn.KEPT_UNTIL_REVIEW));
        assertThat(ladder.kept(Moment.endOf(BoundedWindow.YEAR))
                        .fallingToTheLowest()
                        .afterReturn(TierAfterReturn.JUDGED_ANEW))
                .isEqualTo(TierLadder.per(BoundedWindow.YEAR, INSIDER)
                        .kept(Moment.endOf(BoundedWindow.YEAR))
                        .fallingToTheLowest());
        assertThat(ladder.describe())
                .isEqualTo(TierLadder.per(BoundedWindow.YEAR, INSIDER)
                        .describe()
                        .replace("; insider", ", kept after a return; insider"));
    }
}
