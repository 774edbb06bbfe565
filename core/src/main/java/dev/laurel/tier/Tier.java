package dev.laurel.tier;

import dev.laurel.id.Identifiers;

/**
 * A step of a ladder, such as insider, vib and rouge.
 *
 * @param id kebab-case and permanent
 */
public record Tier(String id) {
    /**
     * Checks the id.
     *
     * @throws IllegalArgumentException if it is not kebab-case
     */
    public Tier {
        Identifiers.declaredId("id of a tier", id);
    }

    /** A tier of this id. */
    public static Tier of(String id) {
        return new Tier(id);
    }
}
