package dev.laurel.dsl;

import static java.util.Objects.requireNonNull;

import dev.laurel.dsl.syntax.LadderFall;
import dev.laurel.dsl.syntax.LadderKept;
import dev.laurel.dsl.syntax.LadderLowest;
import dev.laurel.dsl.syntax.LadderNext;
import dev.laurel.dsl.syntax.LadderWindow;
import dev.laurel.money.Money;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierFall;
import dev.laurel.tier.TierKept;
import dev.laurel.tier.TierLadder;
import dev.laurel.tier.TierStep;
import dev.laurel.time.CalendarWindow;
import java.util.List;

/** A ladder of which nothing is said but that spend reaches its tiers. */
record LadderSentence() implements LadderWindow {
    @Override
    public LadderKept perCalendarYear() {
        return per(CalendarWindow.YEAR);
    }

    @Override
    public LadderKept per(CalendarWindow window) {
        return new Kept(requireNonNull(window));
    }

    private record Kept(CalendarWindow window) implements LadderKept {
        @Override
        public LadderFall keptThroughWindow() {
            return new Fall(window, TierKept.THROUGH_WINDOW, TierFall.TO_LOWEST);
        }

        @Override
        public LadderFall keptThroughNextWindow() {
            return new Fall(window, TierKept.THROUGH_NEXT_WINDOW, TierFall.TO_EARNED);
        }
    }

    private record Fall(CalendarWindow window, TierKept kept, TierFall fall) implements LadderFall {
        @Override
        public LadderLowest fallingToWhatIsEarned() {
            return new Fall(window, kept, TierFall.TO_EARNED);
        }

        @Override
        public LadderLowest fallingToTheLowest() {
            return new Fall(window, kept, TierFall.TO_LOWEST);
        }

        @Override
        public LadderNext startingAt(Tier lowest) {
            requireNonNull(lowest);
            return (second, threshold) -> {
                // No spend at all is of whatever currency the next threshold is.
                TierStep first = new TierStep(lowest, Money.zero(threshold.currency()));
                return new TierLadder(window, kept, fall, List.of(first)).then(second, threshold);
            };
        }
    }
}
