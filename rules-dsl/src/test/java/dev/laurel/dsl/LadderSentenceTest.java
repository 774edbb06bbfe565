package dev.laurel.dsl;

import static dev.laurel.dsl.Laurel.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.dsl.syntax.LadderNext;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierAfterReturn;
import dev.laurel.tier.TierFall;
import dev.laurel.tier.TierLadder;
import dev.laurel.tier.TierStep;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

class LadderSentenceTest {
    private static final Tier INSIDER = tier("insider");
    private static final Tier VIB = tier("vib");
    private static final Tier ROUGE = tier("rouge");

    private final TierStep insider = new TierStep(INSIDER, usd(0));
    private final TierStep vib = new TierStep(VIB, usd(350));
    private final TierStep rouge = new TierStep(ROUGE, usd(1000));

    private static TierLadder tiers(LadderNext lowest) {
        return lowest.then(VIB, usd(350)).then(ROUGE, usd(1000));
    }

    @Test
    void tiersAreKeptThroughTheNextWindowAndFallToWhatIsEarnedUnlessSaidOtherwise() {
        for (BoundedWindow window : List.of(
                DAY,
                WEEK,
                MONTH,
                QUARTER,
                YEAR,
                MEMBERSHIP_YEAR,
                every(months(2)).startingOn("2026-01-31"))) {
            TierLadder ladder = tiers(byQualifyingSpend().per(window).startingAt(INSIDER));
            assertThat(ladder).isEqualTo(TierLadder.per(window, insider, vib, rouge));
            assertThat(ladder.kept()).isEqualTo(endOf(window, window.length()));
            assertThat(ladder.fall()).isEqualTo(TierFall.TO_EARNED);
        }
    }

    @Test
    void tiersCanBeKeptUntilAnyMomentAndFallToTheLowest() {
        TierLadder ladder = tiers(byQualifyingSpend().per(YEAR).startingAt(INSIDER))
                .kept(endOf(YEAR, years(1)).plus(days(31)))
                .fallingToTheLowest();
        assertThat(ladder)
                .isEqualTo(new TierLadder(
                        YEAR,
                        Moment.endOf(YEAR, Period.ofYears(1)).plus(Period.ofDays(31)),
                        TierFall.TO_LOWEST,
                        TierAfterReturn.JUDGED_ANEW,
                        List.of(insider, vib, rouge)));
    }
}
