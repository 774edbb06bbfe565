package dev.laurel.examples.replay.sample;

import java.util.List;

/** Gets points by hand after a purchase with which something went wrong. */
final class Goodwill implements Habit {
    private static final List<Integer> POINTS = List.of(50, 50, 100, 100, 250);
    private static final List<String> REASONS =
            List.of("late delivery", "damaged on arrival", "wrong shade sent", "long wait at the till");

    private final Dice dice;

    Goodwill(Dice dice) {
        this.dice = dice;
    }

    @Override
    public void bought(Life life, String purchase, Order order) {
        if (life.profileOrNull() != null && dice.happens(6)) {
            life.plan(dice.between(1, 10), Channel.STORE.time(dice), () -> adjust(life));
        }
    }

    private void adjust(Life life) {
        int points = dice.oneOf(POINTS);
        String actor = "agent-" + dice.between(1, 12);
        life.write(EventKind.ADJUST, new Details.Adjustment(points, dice.oneOf(REASONS), actor));
        life.standing().mayHaveGot(points);
    }
}
