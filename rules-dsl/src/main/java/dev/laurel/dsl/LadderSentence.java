package dev.laurel.dsl;

import static java.util.Objects.requireNonNull;

import dev.laurel.dsl.syntax.LadderLowest;
import dev.laurel.dsl.syntax.LadderNext;
import dev.laurel.dsl.syntax.LadderWindow;
import dev.laurel.money.Money;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierLadder;
import dev.laurel.tier.TierStep;
import dev.laurel.time.BoundedWindow;

/** A ladder of which nothing is said but that spend reaches its tiers. */
record LadderSentence() implements LadderWindow {
    @Override
    public LadderLowest per(BoundedWindow window) {
        return new Lowest(requireNonNull(window, "window"));
    }

    private record Lowest(BoundedWindow window) implements LadderLowest {
        @Override
        public LadderNext startingAt(Tier lowest) {
            requireNonNull(lowest);
            return (second, threshold) -> {
                // No spend at all is of whatever currency the next threshold is.
                TierStep first = new TierStep(lowest, Money.zero(threshold.currency()));
                return TierLadder.per(window, first).then(second, threshold);
            };
        }
    }
}
