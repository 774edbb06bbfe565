package dev.laurel.examples.replay.sample;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WeightsTest {
    private static final int DRAWS = 10_000;

    private static Map<Integer, Long> drawn(Weights weights, int from, int until) {
        Dice dice = Dice.ofSeed(1);
        return IntStream.range(0, DRAWS)
                .mapToObj(draw -> weights.draw(dice, from, until))
                .collect(groupingBy(position -> position, counting()));
    }

    @Test
    void weightsDrawEachChoiceAsOftenAsItWeighsAndNeverOneWithoutWeight() {
        Map<Integer, Long> drawn = drawn(Weights.of(0, 0, 1, 0, 3, 0), 0, 6);

        assertThat(drawn).containsOnlyKeys(2, 4);
        assertThat(drawn.get(4)).isBetween(7_300L, 7_700L);
    }

    @Test
    void weightsDrawFromAPartOfTheChoicesOnly() {
        assertThat(drawn(Weights.of(5, 1, 1, 0, 9), 1, 4)).containsOnlyKeys(1, 2);
    }
}
