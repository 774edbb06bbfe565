package dev.laurel.dsl;

import static dev.laurel.dsl.Laurel.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.dsl.syntax.LadderNext;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierFall;
import dev.laurel.tier.TierKept;
import dev.laurel.tier.TierLadder;
import dev.laurel.tier.TierStep;
import dev.laurel.time.CalendarWindow;
import java.util.List;
import org.junit.jupiter.api.Test;

class LadderSentenceTest {
    private static final Tier INSIDER = tier("insider");
    private static final Tier VIB = tier("vib");
    private static final Tier ROUGE = tier("rouge");

    private final TierStep insider = new TierStep(INSIDER, usd(0));
    private final TierStep vib = new TierStep(VIB, usd(350));
    private final TierStep rouge = new TierStep(ROUGE, usd(1000));

    private TierLadder with(CalendarWindow window, TierKept kept, TierFall fall) {
        return new TierLadder(window, kept, fall, List.of(insider, vib, rouge));
    }

    private static TierLadder tiers(LadderNext lowest) {
        return lowest.then(VIB, usd(350)).then(ROUGE, usd(1000));
    }

    @Test
    void tiersFallAsTheyUsuallyDoUnlessSaidOtherwise() {
        TierLadder yearly = TierLadder.perCalendarYear(insider, vib, rouge);

        assertThat(tiers(byQualifyingSpend()
                        .perCalendarYear()
                        .keptThroughWindow()
                        .startingAt(INSIDER)))
                .isEqualTo(yearly);
        assertThat(tiers(byQualifyingSpend()
                        .perCalendarYear()
                        .keptThroughNextWindow()
                        .startingAt(INSIDER)))
                .isEqualTo(yearly.keptThroughNextWindow());
    }

    @Test
    void aLadderCanBeOfAnyWindowAndLetTiersFallAnyWay() {
        for (CalendarWindow window : CalendarWindow.values()) {
            assertThat(tiers(byQualifyingSpend()
                            .per(window)
                            .keptThroughWindow()
                            .fallingToWhatIsEarned()
                            .startingAt(INSIDER)))
                    .isEqualTo(with(window, TierKept.THROUGH_WINDOW, TierFall.TO_EARNED));
            assertThat(tiers(byQualifyingSpend()
                            .per(window)
                            .keptThroughNextWindow()
                            .fallingToTheLowest()
                            .startingAt(INSIDER)))
                    .isEqualTo(with(window, TierKept.THROUGH_NEXT_WINDOW, TierFall.TO_LOWEST));
        }
    }
}
