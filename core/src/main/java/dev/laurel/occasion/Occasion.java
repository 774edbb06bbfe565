package dev.laurel.occasion;

import dev.laurel.condition.Mentions;
import java.util.Optional;

/**
 * What happens to a member, so that something follows. Closed, since the engine must know when each happens.
 *
 * <pre>{@code
 * ActivityKind review = new ActivityKind("review");
 * MemberRule thanks = MemberRule.earning("thanks", review, points.points(10));
 * }</pre>
 */
public sealed interface Occasion permits ActivityKind, ActivityWith, Occasions.Enrolling, SumOccasion, TierReached {
    /** The occasion in words that read after "on", such as {@code activity review}; always the same for equal occasions. */
    String describe();

    /** The kind of the activity that it is, if it is one. */
    default Optional<ActivityKind> activity() {
        return Optional.empty();
    }

    /** What of a program it speaks of. */
    default Mentions mentions() {
        return Mentions.NOTHING;
    }

    /** Whether the start of a membership decides when it happens. */
    default boolean needsMember() {
        return false;
    }
}
