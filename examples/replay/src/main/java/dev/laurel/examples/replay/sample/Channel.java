package dev.laurel.examples.replay.sample;

import java.time.LocalTime;

/** Where the shop sells. */
enum Channel {
    WEB("web", 6, 3, 2, 1, 1, 3, 8, 16, 26, 34, 40, 44, 52, 46, 40, 38, 40, 44, 50, 62, 72, 68, 44, 18),
    STORE("store", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 22, 40, 62, 58, 50, 52, 60, 72, 66, 44, 18, 0, 0, 0),
    APP("app", 10, 5, 2, 1, 1, 4, 14, 30, 36, 28, 26, 30, 42, 36, 30, 30, 34, 44, 50, 56, 66, 74, 62, 30);

    private final String label;
    private final Weights hours;

    Channel(String label, int... hours) {
        this.label = label;
        this.hours = Weights.of(hours);
    }

    /** How histories call it. */
    String label() {
        return label;
    }

    /** A time at which somebody buys there. */
    LocalTime time(Dice dice) {
        return LocalTime.of(hours.draw(dice), dice.below(60), dice.below(60));
    }
}
