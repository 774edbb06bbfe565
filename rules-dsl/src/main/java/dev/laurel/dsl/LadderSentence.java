package dev.laurel.dsl;

import static java.util.Objects.requireNonNull;

import dev.laurel.dsl.syntax.LadderBase;
import dev.laurel.dsl.syntax.LadderStart;
import dev.laurel.occasion.Goal;
import dev.laurel.program.Ladder;
import dev.laurel.tier.Tier;

/** A ladder of which nothing is said but its id. */
record LadderSentence(String id) implements LadderStart {
    @Override
    public LadderBase startingAt(Tier lowest) {
        return new Base(Ladder.startingAt(id, requireNonNull(lowest, "lowest")));
    }

    private record Base(Ladder ladder) implements LadderBase {
        @Override
        public Ladder then(Tier second, Goal goal) {
            return ladder.then(second, goal);
        }

        @Override
        public Ladder onlyGranted(Tier second) {
            return ladder.onlyGranted(second);
        }
    }
}
