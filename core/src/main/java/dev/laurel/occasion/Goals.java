package dev.laurel.occasion;

import java.util.Arrays;

/** Joins goals of a tier. */
public final class Goals {
    private Goals() {}

    /**
     * All of these must be reached.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Goal all(Goal... goals) {
        return new JoinedGoals(Goal.Join.ALL, Arrays.asList(goals));
    }

    /**
     * One of these must be reached.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Goal any(Goal... goals) {
        return new JoinedGoals(Goal.Join.ANY, Arrays.asList(goals));
    }
}
