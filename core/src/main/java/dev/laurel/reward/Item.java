package dev.laurel.reward;

import dev.laurel.id.Identifiers;

/**
 * A thing or a service that the host hands out: a sample, a flight, an invitation.
 *
 * @param id kebab-case and permanent: a claim names it as its choice
 */
public record Item(String id) implements Gift {
    /**
     * Checks the id.
     *
     * @throws IllegalArgumentException if it is not kebab-case
     */
    public Item {
        Identifiers.declaredId("item id", id);
    }

    @Override
    public String describe() {
        return id;
    }
}
