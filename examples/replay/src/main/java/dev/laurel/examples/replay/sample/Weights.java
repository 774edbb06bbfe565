package dev.laurel.examples.replay.sample;

import com.google.common.primitives.ImmutableIntArray;
import com.google.errorprone.annotations.Immutable;
import java.util.Collection;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** How often each of some choices is drawn, compared with the others. Choices are known by their positions. */
@Immutable
final class Weights {
    /** At each position the sum of all weights before it. */
    private final ImmutableIntArray before;

    private Weights(ImmutableIntArray before) {
        this.before = before;
    }

    static Weights of(int... weights) {
        ImmutableIntArray.Builder before = ImmutableIntArray.builder(weights.length + 1);
        int sum = 0;
        before.add(sum);
        for (int weight : weights) {
            sum = Math.addExact(sum, weight);
            before.add(sum);
        }
        return new Weights(before.build());
    }

    static <T> Weights of(Collection<T> choices, ToIntFunction<? super T> weight) {
        return of(choices.stream().mapToInt(weight).toArray());
    }

    /** The first is drawn most, the others ever less, as with what is sold. */
    static Weights ofRanks(int choices) {
        return of(IntStream.range(0, choices).map(rank -> 10_000 / (rank + 4)).toArray());
    }

    /** The position of a choice. */
    int draw(Dice dice) {
        return draw(dice, 0, before.length() - 1);
    }

    /**
     * The position of a choice among some.
     *
     * @param from the first position
     * @param until the position after the last
     */
    int draw(Dice dice, int from, int until) {
        int drawn = before.get(from) + dice.below(before.get(until) - before.get(from));
        int low = from;
        int high = until;
        // The last position with no more than that before it, so that a choice of weight 0 is never drawn.
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (before.get(middle) <= drawn) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
