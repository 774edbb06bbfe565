package dev.laurel.dsl;

import static dev.laurel.id.Identifiers.shown;

/** Words that can be said once only: a second would silently undo the first. */
final class Once {
    private Once() {}

    static void check(boolean said, String what, String id, String word) {
        if (said) {
            throw new IllegalStateException(what + " '" + shown(id) + "' must say " + word
                    + "(…) once, but says it again; leave one of them out");
        }
    }
}
