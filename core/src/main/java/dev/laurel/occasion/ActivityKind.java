package dev.laurel.occasion;

import dev.laurel.id.Identifiers;

/**
 * A kind of {@linkplain dev.laurel.event.Activity activity} that a program knows: a review, a check-in, a survey.
 *
 * @param name kebab-case and permanent: events carry it
 */
public record ActivityKind(String name) {
    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if it is not kebab-case
     */
    public ActivityKind {
        Identifiers.declaredId("activity", name);
    }
}
