package dev.laurel.event;

import dev.laurel.id.Identifiers;

/** The id of what only asks: it alone of all ids that begin like the engine's may be given to an event, or named by a payment. */
final class PreviewId {
    static final String VALUE = Identifiers.RESERVED_PREFIX + "preview";

    private PreviewId() {}

    /**
     * Checks the id of an event that may be a preview.
     *
     * @throws IllegalArgumentException if it is malformed
     */
    static void checked(String id) {
        checked("event id", id);
    }

    /**
     * Checks the id of something that may be a preview.
     *
     * @throws IllegalArgumentException if it is malformed
     */
    static void checked(String what, String id) {
        if (!id.equals(VALUE)) {
            Identifiers.hostId(what, id);
        }
    }
}
