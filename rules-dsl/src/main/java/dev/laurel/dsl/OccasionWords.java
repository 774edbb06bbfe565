package dev.laurel.dsl;

import dev.laurel.occasion.Occasion;
import dev.laurel.occasion.Occasions;

/** The words for what happens to a member. */
abstract class OccasionWords extends ContentWords {
    OccasionWords() {}

    /**
     * A customer enrolls: once, and not by being brought over.
     *
     * <pre>{@code
     * MemberRule welcome = rule("welcome").on(enrollment()).earns(POINTS.points(100));
     * }</pre>
     */
    public static Occasion enrollment() {
        return Occasions.enrollment();
    }
}
